import Diagnostics
import Pricing
import Testing

@testable import Content

@Suite("Prices of an imported card that somebody changed by hand")
struct HandEditsTests {
  private static let path = "content/rate-cards/litellm-acme.yaml"
  private static let input = "usd_per_million_input_tokens: 3\n"
  private static let output = "usd_per_million_output_tokens: 15\n"
  private static let cached = "usd_per_million_cached_input_tokens: 0.3\n"

  /// A list with so much for input and output, and a model that only reads.
  private static func list(
    _ input: String = "3", _ output: String = "15", _ day: String = "2026-11-20"
  ) throws -> PriceList {
    try ImportTrial.list(
      """
      {"chat": {"litellm_provider": "acme", "mode": "chat", "input_cost_per_token": \(input)e-06,
        "output_cost_per_token": \(output)e-06, "cache_read_input_token_cost": 3e-07},
       "embed": {"litellm_provider": "acme", "mode": "embedding", "input_cost_per_token": 1e-07}}
      """, .litellm, day, version: day)
  }

  /// The card of the first list, with something changed in it.
  private static func edited(_ old: String, _ new: String) throws -> [SiteFile] {
    let first = try ImportTrial(list("3", "15", "2026-11-01"))
    return try first.files.map { file in
      guard file.path == path else { return file }
      let text = String(decoding: file.bytes, as: UTF8.self)
      let place = try #require(text.firstRange(of: old), "\(text)")
      return SiteFile(
        path: path,
        bytes: Array((text[..<place.lowerBound] + new + text[place.upperBound...]).utf8))
    }
  }

  private static func prices(
    _ trial: ImportTrial, _ unit: RateUnit, _ offer: String = "chat"
  ) throws -> [String] {
    try #require(trial.content.listedOffer("litellm-acme-\(offer)")?.offer).rates
      .filter { $0.unit == unit }.map { ListedPrices.text($0.price) }
  }

  private static func left(_ trial: ImportTrial) -> [String] {
    trial.made.leftAlone.map { "\($0.location.line ?? 0) \($0.price ?? "gone") \($0.listed)" }
  }

  @Test("Stay, whether the list changed or not, and are named with what the list says")
  func stay() throws {
    let files = try Self.edited(Self.input, "usd_per_million_input_tokens: 2.7\n")
    let same = try ImportTrial(Self.list(), into: files)
    #expect(same.made.files == [])
    #expect(Self.left(same) == ["8 2.7 3"])
    let newer = try ImportTrial(Self.list("2", "12"), into: files)
    #expect(try Self.prices(newer, .millionInputTokens) == ["2.7"])
    #expect(try Self.prices(newer, .millionOutputTokens) == ["15", "12"])
    #expect(Self.left(newer) == ["8 2.7 2"])
    #expect(try ImportTrial(Self.list("2.7"), into: files).made.leftAlone == [])
  }

  @Test(
    "Are told from the list's by the value, the source and the comment",
    arguments: [
      // The same price written otherwise is the list's.
      (input, "usd_per_million_input_tokens: 3.00\n", ["3", "2"], 0),
      (input, "usd_per_million_input_tokens: 2.5 to 3\n", ["2.5 to 3"], 1),
      (input, "usd_per_million_input_tokens: not stated\n", ["not stated"], 1),
      // Another source says it, of the entry or of a later one.
      ("source: litellm-2026-11-01", "source: a", ["3"], 2),
      (
        cached,
        cached + "      - {source: a, from: 2026-11-10, usd_per_million_input_tokens: 2.9}\n",
        ["3", "2.9"], 1
      ),
    ])
  func told(old: String, new: String, prices: [String], count: Int) throws {
    let trial = try ImportTrial(Self.list("2", "12"), into: try Self.edited(old, new))
    #expect(try Self.prices(trial, .millionInputTokens) == prices)
    #expect(trial.made.leftAlone.count == count)
  }

  @Test("Without the comment, a price that cites the list counts as what the list said")
  func withoutComment() throws {
    let note =
      "  # listed: million_input_tokens 3, million_output_tokens 15, "
      + "million_cached_input_tokens 0.3\n        \(Self.input)"
    let files = try Self.edited(note, "\n        usd_per_million_input_tokens: 2.7\n")
    let trial = try ImportTrial(Self.list(), into: files)
    #expect(try Self.prices(trial, .millionInputTokens) == ["2.7", "3"])
    #expect(trial.made.leftAlone == [])
  }

  @Test("A price that somebody took out stays out")
  func removed() throws {
    let trial = try ImportTrial(
      Self.list(), into: try Self.edited("        \(Self.cached)", ""))
    #expect(trial.made.files == [])
    #expect(Self.left(trial) == ["7 gone 0.3"])
  }

  @Test("A price that the list never had is nobody else's, and one where it had none stays")
  func added() throws {
    let more = try ImportTrial(
      Self.list(),
      into: try Self.edited(
        Self.cached,
        Self.cached + "      - {source: a, usd_per_million_reasoning_output_tokens: 20}\n"))
    #expect(more.made.files == [] && more.made.leftAlone == [])
    let embed = try ImportTrial(
      Self.list(),
      into: try Self.edited(
        "usd_per_million_output_tokens: not stated", "usd_per_million_output_tokens: 0.2"))
    #expect(embed.made.files == [])
    #expect(try Self.prices(embed, .millionOutputTokens, "embed") == ["0.2"])
    #expect(Self.left(embed) == ["16 0.2 not stated"])
  }

  @Test("Entries between brackets have the comment behind them")
  func brackets() throws {
    let card = """
      name: Acme
      summary: Sells by the token.
      offers:
        - id: litellm-acme-chat
          name: Chat
          rates:
            - {source: litellm-2026-11-01, usd_per_million_input_tokens: 4,
              usd_per_million_output_tokens: 15, usd_per_million_cached_input_tokens: 0.3}

      """
    let first = try ImportTrial(Self.list("3", "15", "2026-11-01"))
    let files = first.files.map {
      $0.path == Self.path ? SiteFile(path: Self.path, bytes: Array(card.utf8)) : $0
    }
    let second = try ImportTrial(
      Self.list().selecting(providers: [], words: ["chat"]), into: files)
    func text(_ trial: ImportTrial) throws -> String {
      String(
        decoding: try #require(trial.files.first { $0.path == Self.path }).bytes, as: UTF8.self)
    }
    let line = "usd_per_million_input_tokens: 3}  # listed: million_input_tokens 3\n"
    #expect(try text(second).hasSuffix(line))
    let changed = second.files.map { file in
      let bytes = Array(
        String(decoding: file.bytes, as: UTF8.self).replacing("tokens: 3}", with: "tokens: 1}").utf8
      )
      return SiteFile(path: file.path, bytes: bytes)
    }
    let third = try ImportTrial(
      Self.list("3", "15", "2026-11-21").selecting(providers: [], words: ["chat"]), into: changed)
    #expect(third.made.files == [])
    #expect(Self.left(third) == ["9 1 3"])
  }

  @Test("A list that says otherwise of a day than before does so from the day of reading on")
  func sameDay() throws {
    func list(_ price: String, _ read: String) throws -> PriceList {
      try ImportTrial.list(
        """
        id: acme
        models:
          - id: m
            prices:
              - prices: {input_mtok: 2}
              - constraint: {start_date: 2026-03-01}
                prices: {input_mtok: \(price)}
        """, .genAIPrices, read, version: read, path: "acme.yml")
    }
    let first = try ImportTrial(list("3", "2026-11-01"))
    func prices(_ trial: ImportTrial) throws -> [String] {
      try #require(trial.content.listedOffer("genai-prices-acme-m")?.offer).rates
        .filter { $0.unit == .millionInputTokens }
        .map { "\($0.day.date) \(ListedPrices.text($0.price))" }
    }
    let second = try ImportTrial(list("4", "2026-11-20"), into: first.files)
    #expect(try prices(second).suffix(2) == ["2026-03-01 3", "2026-11-20 4"])
    #expect(try ImportTrial(list("4", "2026-11-21"), into: second.files).made.files == [])
    // By hand, the day keeps its price.
    let edited = first.files.map { file in
      let text = String(decoding: file.bytes, as: UTF8.self)
      return SiteFile(
        path: file.path, bytes: Array(text.replacing("tokens: 3\n", with: "tokens: 3.5\n").utf8))
    }
    let third = try ImportTrial(list("4", "2026-11-20"), into: edited)
    #expect(try prices(third).last == "2026-03-01 3.5")
    #expect(third.made.leftAlone.map(\.price) == ["3.5"])
  }
}
