import Content
import Pricing
import Testing

@testable import Reports

/// A stretch in which costs may cross is one stretch, and not one crossing: for one value of the speed
/// the bills of machines cross once for each step.
@Suite("How often costs cross")
struct StretchCountTests {
  private static let held =
    "scaling: {minimum_replicas: 1, idle_timeout: never, billed: {kept_warm: billed}, "
    + "source: article, quote: so}"
  private static let seconds =
    "scaling: {idle_timeout: 0 s, billing_increment: 1 s, billed: {idle_tail: free}, "
    + "source: article, quote: so}"
  private static let speed = "throughput: {tokens_per_hour: 2M to 3M}"

  private static func offers(_ seconds: String = "S") -> String {
    """
      - {id: g, name: G, rates: [{usd_per_gpu_hour: 2, source: article}], \(held)}
      - {id: s, name: \(seconds), rates: [{usd_per_gpu_hour: 3.95, source: article}], \(Self.seconds)}
      - {id: api, name: API, rates: [{usd_per_million_tokens: 2 to 4, source: article}]}
      - {id: flat, name: Flat, rates: [{usd_per_million_tokens: 3, source: article}]}
    """
  }

  private static func view(
    _ offers: String, from: String = "10M", to: String = "10B", names: String = offers(),
    speed: String = "1.2M", _ others: [String: String] = [:]
  ) throws -> ScenarioView {
    try SmallSite.view(
      names,
      """
      workloads:
        - {id: w, name: Work, traffic: batch, tokens: 100M, runs: 1, throughput: {tokens_per_hour: \(speed)}}
      offers: [\(offers)]
      vary: {driver: tokens, from: \(from), to: \(to)}
      """, others)
  }

  private static let held2 = "{offer: g, as: g2, name: G2, \(speed)}"
  private static let seconds2 = "{offer: s, as: s2, name: S2, \(speed)}"

  @Test(
    "Places are counted, and stretches apart from them",
    arguments: [
      (
        "{offer: g}, {offer: flat}", "800M",
        "Costs cross once; that changes which offer is cheapest."
      ),
      (
        "{offer: g}, {offer: api}", "800M",
        "In one stretch costs cross, or may cross; that can change which offer is "
          + "cheapest."
      ),
      (
        "{offer: g}, {offer: api}, {offer: flat}", "800M",
        "Costs cross once at a single place and in one stretch they cross, or may cross; each "
          + "can change which offer is cheapest."
      ),
      (
        "\(held2), \(seconds2)", "10B",
        "In 2 stretches costs cross, or may cross, once or more; each can change which offer is "
          + "cheapest."
      ),
    ])
  func finding(offers: String, end: String, sentence: String) throws {
    let view = try Self.view(offers, to: end)
    let breakEven = try #require(view.priced.groups.first?.breakEven)
    let found = ChangeFinding(breakEven, besides: "", of: nil, view).sentences.last
    #expect(found == sentence)
  }

  /// The stretches of the two stacks, and what they are at one speed.
  @Test func oneStretchHoldsSeveralCrossings() throws {
    let open = try Self.view("{offer: g}, \(Self.seconds2)")
    let exact = try Self.view("{offer: g}, {offer: s}", names: Self.offers(), speed: "2M")
    func count(_ view: ScenarioView) -> Int {
      view.priced.groups[0].breakEven?.crossings.count ?? 0
    }
    // Beside the machine of 1.2 million tokens an hour; the other is at its slow end.
    #expect(count(open) == 6)
    let slow = try Self.view(
      "{offer: g}, {offer: s, throughput: {tokens_per_hour: 2M}}", names: Self.offers())
    #expect(count(slow) == 11)
    #expect(count(exact) == 3)
  }

  /// Two machines that are held and two by the second, at one speed and at one with a range.
  @Test func ofManyStretchesNarrowNeighboursAreToldAsOne() throws {
    let view = try Self.view("{offer: g}, {offer: s}, \(Self.held2), \(Self.seconds2)")
    let breakEven = try #require(view.priced.groups.first?.breakEven)
    let all = CheapestStretches(breakEven.cheapest, .tokens).stretches
    let told = CheapestStretches.told(all, of: breakEven.sweep)
    #expect(told.count < all.count && told.reduce(0) { $0 + $1.count } == all.count)
    // What is told lies end to end, and names all who may be the cheapest there, and nobody else.
    for (one, next) in zip(told, told.dropFirst()) {
      #expect(one.stretch.range.upperBound + 1 == next.stretch.range.lowerBound)
    }
    for one in told {
      let own = all.filter { one.stretch.range.overlaps($0.range) }
      #expect(own.count == one.count)
      #expect(Set(own.flatMap(\.offers)) == Set(one.stretch.offers))
      #expect(one.stretch.isCertain == (own.count == 1 && own[0].isCertain))
    }
    let finding = ChangeFinding(breakEven, besides: "", of: nil, view)
    let joined = try #require(told.first { $0.count > 1 })
    #expect(
      finding.sentences.first?.contains(", in \(joined.count) parts, to ") == true,
      "\(finding.sentences)")
    let note = ", and in a stretch of several parts on the place in it as well."
    #expect(finding.rangeNote?.hasSuffix(note) == true)
  }

  @Test func fewStretchesAreToldOneByOne() throws {
    let view = try Self.view("{offer: g}, {offer: api}, {offer: flat}", to: "800M")
    let breakEven = try #require(view.priced.groups.first?.breakEven)
    let all = CheapestStretches(breakEven.cheapest, .tokens).stretches
    let told = CheapestStretches.told(all, of: breakEven.sweep)
    #expect(told.map(\.stretch) == all && told.allSatisfy { $0.count == 1 })
    let note = ChangeFinding(breakEven, besides: "", of: nil, view).rangeNote
    #expect(note?.contains("parts") == false)
  }

  @Test func theHeadlineDoesNotCountThemEither() throws {
    let name = "A machine by the second that has a name of its own"
    let view = try Self.view(
      "{offer: g, \(Self.speed)}, {offer: s, \(Self.speed)}", names: Self.offers(name))
    #expect(
      Finding(view).headline
        == "Which offer is cheapest changes, or may change, from 10M to 10B tokens a month")
  }

  @Test func norDoesAPageOfTwoProviders() throws {
    let other = """
      name: Other
      summary: Another one.
      offers:
        - {id: o, name: O, rates: [{usd_per_gpu_hour: 3.95, source: article}], \(Self.seconds)}
      """
    let view = try Self.view(
      "{offer: g}, {offer: o, \(Self.speed)}", ["content/rate-cards/other.yaml": other])
    let text = try #require(PairCrossings.links(["market", "other"], view).first?.text)
    #expect(
      text.hasPrefix(
        "The order of “O” and “G at $2 per GPU-hour” changes, or may change, once or more in each of "
          + "6 stretches between"), "\(text)")
  }
}
