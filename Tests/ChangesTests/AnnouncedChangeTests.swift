import Diagnostics
import Pricing
import Testing

@testable import Changes

/// What begins after the day of a site changes nothing yet, and is told all the same.
@Suite("Announced changes")
struct AnnouncedChangeTests {
  private static let later = Sample.day("2026-12-01")

  private static func rate(_ dollars: String?, from: CalendarDate = later) throws -> Rate {
    let price = try dollars.map { Bounds(try Money(dollars: $0)) }
    return Rate(
      unit: .millionTokens, price: price, from: from, citation: Citation(source: "news"))
  }

  /// A site with an offer of $10, and what is announced of it.
  private static func site(
    _ rates: [Rate] = [], rules: [ScalingRules] = [], day: CalendarDate = Sample.day
  ) throws -> SiteState {
    let offer = try Sample.tokens("api", "10")
    return SiteState(
      day: day, offers: [offer], scenarios: [try Sample.scenario("one", [offer])], claims: [],
      announced: AnnouncedChange.all(of: offer, rates: rates, rules: rules, factors: []))
  }

  private static func change(_ old: [Rate], _ new: [Rate]) throws -> SiteChange {
    SiteChange(from: try site(old), to: try site(new))
  }

  @Test(
    "An announcement is new, another one or withdrawn",
    arguments: [
      (nil, "8", "1 change is announced", "$10 | $8 | 1\u{A0}December 2026 | new | news"),
      (
        "8", "7.5", "1 announced change is another one",
        "$10.00 | $7.50 | 1\u{A0}December 2026 | was to be $8 | news"
      ),
      (
        "8", nil, "1 announced change is withdrawn",
        "$10 | $8 | 1\u{A0}December 2026 | withdrawn | news"
      ),
    ] as [(String?, String?, String, String)])
  func told(old: String?, new: String?, verdict: String, row: String) throws {
    let change = try Self.change(
      try old.map { [try Self.rate($0)] } ?? [], try new.map { [try Self.rate($0)] } ?? [])
    #expect(!change.isEmpty && change.isSameNow && change.hasNoFlips)
    let words = ChangeWords(change)
    #expect(words.verdict == "Nothing changes yet, \(verdict)")
    #expect(words.text().contains("Api | per 1M tokens | \(row)"), "\(words.text())")
    #expect(words.markdown().contains("**Announced**"))
    #expect(words.text(onlyFlips: true).hasPrefix("No winner flips"))
  }

  @Test func theOnlyOneIsSaidAtTheTop() throws {
    let words = ChangeWords(try Self.change([], [try Self.rate("8")]))
    #expect(words.cause == "Api: $10 → $8 per 1M tokens from 1\u{A0}December 2026")
    let two = ChangeWords(
      try Self.change(
        [], [try Self.rate("8"), try Self.rate("7", from: Sample.day("2027-01-01"))]))
    #expect(two.cause == nil)
    // The second replaces the first.
    #expect(two.text().contains("$8 | $7 | 1\u{A0}January 2027"))
  }

  @Test func theSameAnnouncementIsNoChange() throws {
    let same = try Self.change([try Self.rate("8")], [try Self.rate("8")])
    #expect(same.isEmpty)
    #expect(ChangeWords(same).text().hasPrefix("Nothing changes: 1 scenario"))
    // What says the present price again announces nothing.
    #expect(try Self.change([], [try Self.rate("10")]).isEmpty)
  }

  @Test func whatCameIntoForceBetweenBothDaysIsNotWithdrawn() throws {
    let before = try Self.site([try Self.rate("8")])
    let after = try Self.site(day: Self.later)
    #expect(SiteChange(from: before, to: after).announced.isEmpty)
    #expect(SiteChange(from: after, to: before).announced.isEmpty)
  }

  @Test func rulesAreToldOneByOne() throws {
    let policy = ScalingPolicy(minimumReplicas: 2, minimumCharge: 60)
    let rules = ScalingRules(
      day: .began(Self.later), policy: policy, citation: Citation(source: "news"))
    let change = SiteChange(from: try Self.site(), to: try Self.site(rules: [rules]))
    let text = ChangeWords(change).text()
    #expect(text.contains("Api | minimum replicas | 0 | 2 | 1\u{A0}December 2026 | new | news"))
    #expect(text.contains("Api | minimum charge | none | 1\u{A0}min | 1\u{A0}December 2026"))
  }

  @Test func programsGetExactValues() throws {
    let change = try Self.change([try Self.rate("8")], [try Self.rate("7.5")])
    let json = ChangeWords(change).json().text.filter { !$0.isWhitespace }
    #expect(
      json.contains(
        #""announced":{"changed":[{"kind":"price","offer":"api","of":"million-tokens","#
          + #""from":"2026-12-01","changes":{"before":["$10","$10.00"],"#), "\(json)")
    #expect(json.contains(#""now_low":["8","7.5"]"#), "\(json)")
  }
}
