import Diagnostics
import Pricing
import Testing

@testable import Content

/// A dated entry is written into a rate card as a person would, or not at all.
@Suite("Writing down a price that changes")
struct RepricingTests {
  private static let settings = """
    title: Small
    tagline: A small site
    description: A site for tests.
    updated: 2026-11-21
    licence: CC BY 4.0
    """

  private static let sources = """
    sources:
      - {id: old, title: Prices, publisher: Acme, read: 2026-10-01}
      - {id: news, title: News, publisher: Acme, read: 2026-11-21}
    """

  static let head = "name: Acme\nsummary: Sells.\noffers:\n"

  /// Applies a change to a rate card, and reads what came of it.
  static func edited(
    _ card: String, _ subject: Repricing.Subject = .rate(nil), expect: String = "3.95",
    to: String = "3.49", from: String = "2026-12-01", source: String = "news",
    offer: String = "box", quote: String? = nil, when: [(String, String)] = []
  ) throws -> String {
    let path = "content/rate-cards/acme.yaml"
    var files = [
      SiteFile(path: "content/site.yaml", bytes: Array(settings.utf8)),
      SiteFile(path: "content/sources.yaml", bytes: Array(sources.utf8)),
      SiteFile(path: path, bytes: Array(card.utf8)),
    ]
    var loader = ContentLoader()
    let loaded = loader.load(files)
    let content = try #require(loaded, "\(loader.diagnostics)")
    func given(_ flag: String, _ text: String) -> GivenValue {
      GivenValue(flag, text, at: SourceLocation(file: "--\(flag)"))
    }
    let edit = try Repricing(
      offer: offer, subject: subject, when: when.map { given($0.0, $0.1) },
      expected: given("expect", expect), value: given("to", to),
      from: try #require(CalendarDate(from)), source: given("source", source), quote: quote
    ).edit(files, of: content)
    files[2] = edit.new
    var again = ContentLoader()
    let changed = again.load(files)
    #expect(again.diagnostics == [])
    let listed = try #require(changed?.listedOffer(offer))
    #expect(
      listed.announced.rates.count + listed.announced.rules.count
        == (edit.new.path == path ? 1 : 0))
    return String(decoding: edit.new.bytes, as: UTF8.self)
  }

  @Test(
    "In the layout of the newest entry",
    arguments: [
      // A block with a comment inside, and one that belongs to what follows.
      (
        """
          - id: box
            name: Box
            rates:
              # what they asked at first
              - from: 2026-01-01
                usd_per_gpu_hour: 3.95  # by the hour
                source: old
                # a comment of the entry

            # the rules
            machine: {name: H100, count: 1}

        """,
        """
                # a comment of the entry
              - from: 2026-12-01
                usd_per_gpu_hour: 3.49
                source: news

            # the rules
        """
      ),
      // Keys in another order, without a day, and a dash as deep as its key.
      (
        """
          - id: box
            name: Box
            rates:
            -   source: old
                usd_per_gpu_hour: '3.950'
            machine: {name: H100, count: 1}

        """,
        """
                usd_per_gpu_hour: '3.950'
            -   from: 2026-12-01
                source: news
                usd_per_gpu_hour: 3.49
            machine: {name: H100, count: 1}
        """
      ),
      (
        """
          - id: box
            name: Box
            rates:
              - {from: 2026-01-01, usd_per_gpu_hour: 3.95, source: old} # per hour
        """,
        """
              - {from: 2026-01-01, usd_per_gpu_hour: 3.95, source: old} # per hour
              - {from: 2026-12-01, usd_per_gpu_hour: 3.49, source: news}
        """
      ),
      (
        """
          - id: box
            name: Box
            rates: [{from: 2026-01-01, usd_per_gpu_hour: 3.95, source: old, quote: "3.95 {or so}"}] # x

        """,
        """
            rates: [{from: 2026-01-01, usd_per_gpu_hour: 3.95, source: old, quote: "3.95 {or so}"}, \
        {from: 2026-12-01, usd_per_gpu_hour: 3.49, source: news}] # x
        """
      ),
    ])
  func keepsTheLayout(offer: String, expected: String) throws {
    let text = try Self.edited(Self.head + offer)
    #expect(text.contains(expected), "\(text)")
    // Nothing else changes: without the new lines the old file is left.
    let added = Set(text.split(separator: "\n")).subtracting(offer.split(separator: "\n"))
    let isInline = offer.contains("[{")
    #expect(isInline || (1...3).contains(added.count - 3), "\(added)")
    #expect(text.hasSuffix("\n") == (offer.hasSuffix("\n")))
  }

  @Test(
    "Keeps line ends and a mark at the start", arguments: [("\r\n", ""), ("\n", "\u{FEFF}")])
  func keepsBytes(ending: String, mark: String) throws {
    let lines = [
      "name: Acme", "summary: Sells – “things”.", "offers:", "  - id: box", "    name: Box",
      "    rates:", "      - {from: 2026-01-01, usd_per_gpu_hour: 3.95, source: old}", "",
    ]
    let text = try Self.edited(mark + lines.joined(separator: ending))
    #expect(
      text
        == mark + lines.dropLast().joined(separator: ending) + ending
        + "      - {from: 2026-12-01, usd_per_gpu_hour: 3.49, source: news}" + ending)
  }

  @Test func quotesWords() throws {
    let card =
      Self.head + "  - id: box\n    name: Box\n    rates: [{usd_per_gpu_hour: 3.95, source: old}]\n"
    let plain = try Self.edited(card, quote: "now $3.49")
    #expect(plain.contains("source: news, quote: now $3.49}"), "\(plain)")
    let quoted = try Self.edited(card, quote: #"3.49: "cheap", {now}"#)
    #expect(quoted.contains(#"quote: "3.49: \"cheap\", {now}"}"#), "\(quoted)")
  }

  @Test("Says when it was recorded, if its source was read before")
  func records() throws {
    let card =
      Self.head + "  - id: box\n    name: Box\n    rates: [{usd_per_gpu_hour: 3.95, source: old}]\n"
    #expect(try Self.edited(card, source: "old").contains("source: old, recorded: 2026-11-21}"))
  }

  private static let ruled = """
      - id: box
        name: Box
        rates:
          - {from: 2026-01-01, usd_per_gpu_hour: 3.95, usd_per_request: 1, source: old}
        scaling:
          source: old  # the page
          idle_timeout: 60 s
          billed: {idle_tail: free, active: billed}
          evidence:
            active: {source: old}
        machine: {name: H100}

    """

  @Test("A rule makes a list of sets, and the changed rule has the new source")
  func writesRules() throws {
    let once = try Self.edited(
      Self.head + Self.ruled, .rule("billed.idle_tail"), expect: "free", to: "not stated")
    let expected = """
          scaling:
            - source: old  # the page
              idle_timeout: 60 s
              billed: {idle_tail: free, active: billed}
              evidence:
                active: {source: old}
            - from: 2026-12-01
              source: old  # the page
              idle_timeout: 60 s
              billed: {idle_tail: not stated, active: billed}
              evidence:
                active: {source: old}
                idle_tail: {source: news}
          machine: {name: H100}
      """
    #expect(once.contains(expected), "\(once)")
  }

  @Test(
    "Refuses what does not fit",
    arguments: [
      ("boxes", "gpu-hour", "3.95", "3.49", "2026-12-01", "news", "'boxes' is not an offer"),
      ("box", "gpu-hour", "3.94", "3.49", "2026-12-01", "news", "says '3.95', not '3.94'"),
      ("box", "gpu-hour", "3.95", "3.49", "2026-01-01", "news", "is not after 2026-01-01"),
      ("box", "gpu-hour", "3.95", "3.49", "2026-12-01", "new", "'new' is not a source"),
      ("box", "second", "3.95", "3.49", "2026-12-01", "news", "has no price per second"),
      ("box", "", "3.95", "3.49", "2026-12-01", "news", "'box' has several prices"),
      ("box", "gpu-hour", "3.95", "$3.49", "2026-12-01", "news", "'$3.49' is not a price"),
      ("box", "gpu-hour", "cheap", "3.49", "2026-12-01", "news", "'cheap' is not a price"),
    ])
  func refuses(
    offer: String, unit: String, expect: String, to: String, from: String, source: String,
    message: String
  ) throws {
    let refusal = #expect(throws: Repricing.Refusal.self) {
      try Self.edited(
        Self.head + Self.ruled, .rate(RateUnit(rawValue: unit)), expect: expect, to: to,
        from: from, source: source, offer: offer)
    }
    let finding = try #require(refusal?.finding)
    #expect(finding.message.contains(message) && finding.hint != nil, "\(finding.message)")
  }

  @Test(
    "Refuses rules that it cannot write",
    arguments: [
      ("idle_timeout", "61 s", "says '60 s', not '61 s'"),
      ("minimum_replicas", "1", "state no 'minimum_replicas'"),
      ("billed", "free", "state no 'billed'"),
      ("source", "old", "state no 'source'"),
    ])
  func refusesRules(key: String, expect: String, message: String) throws {
    let refusal = #expect(throws: Repricing.Refusal.self) {
      try Self.edited(Self.head + Self.ruled, .rule(key), expect: expect, to: "30 s")
    }
    #expect(refusal?.finding.message.contains(message) == true)
  }
}
