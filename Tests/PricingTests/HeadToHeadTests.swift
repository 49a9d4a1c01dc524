import Pricing
import Testing

@Suite("Two providers side by side")
struct HeadToHeadTests {
  private static func priced(_ offers: [Offer]) throws -> PricedScenario {
    let workload = Samples.month(
      .hours(Bounds(100)), tokens: .total(10_000_000, inputShare: Bounds(.zero)))
    return try Scenario(id: "s", workloads: [workload], offers: offers).priced()
  }

  private static func offer(_ id: String, of provider: String, _ low: String, _ high: String? = nil)
    throws -> Offer
  {
    var offer = Samples.offer(id, try Samples.rate(.millionTokens, low, high))
    offer.provider = provider
    return offer
  }

  @Test(
    "Says who costs less whatever turns out",
    arguments: [
      ("1", "1", "2", "2", HeadToHead.Outcome.first), ("3", "4", "1", "3", .second),
      ("2", "2", "2", "2", .same), ("1", "3", "2", "2", .open), ("1", "2", "1", "2", .open),
    ])
  func outcome(
    _ low: String, _ high: String, _ otherLow: String, _ otherHigh: String,
    _ outcome: HeadToHead.Outcome
  ) throws {
    let priced = try Self.priced([
      Self.offer("x", of: "a", low, high), Self.offer("y", of: "b", otherLow, otherHigh),
    ])
    let pair = HeadToHead("a", "b", in: [priced])
    #expect(pair.rounds.map(\.outcome) == [outcome])
    #expect(pair.count(of: outcome) == 1)
  }

  @Test func takesTheBestOfEachProvider() throws {
    let priced = try Self.priced([
      Self.offer("dear", of: "a", "9"), Self.offer("good", of: "a", "3"),
      Self.offer("other", of: "b", "5"), Self.offer("third", of: "c", "1"),
    ])
    let round = try #require(HeadToHead("a", "b", in: [priced]).rounds.first)
    #expect([round.first.offer, round.second.offer] == ["good", "other"])
  }

  @Test func leavesOutWhatIsNotKnown() throws {
    var open = Samples.offer("open", try Samples.unstated(.millionTokens))
    open.provider = "a"
    let priced = try Self.priced([open, Self.offer("y", of: "b", "2")])
    #expect(HeadToHead("a", "b", in: [priced]).rounds.isEmpty)
  }
}
