import Pricing
import Testing

@Suite("Dated rules")
struct ScalingRulesTests {
  private static func offer() throws -> Offer {
    let before = Samples.alwaysOn(2)
    let since = Samples.alwaysOn(1)
    return Offer(
      id: "o", name: "O", provider: "p", rates: [try Samples.rate(.gpuHour, "1")],
      rules: [
        ScalingRules(day: CalendarDate("2026-02-01").map(EvidenceDay.began), policy: before),
        ScalingRules(day: CalendarDate("2026-06-29").map(EvidenceDay.began), policy: since),
      ])
  }

  @Test(
    "Hold from their day on",
    arguments: [
      ("2026-01-31", 2), ("2026-02-01", 2), ("2026-06-28", 2), ("2026-06-29", 1), (nil, 1),
    ])
  func holdFromTheirDay(day: String?, replicas: Int) throws {
    let offer = try Self.offer()
    #expect(offer.scaling(on: day.flatMap(CalendarDate.init)).minimumReplicas == replicas)
  }

  @Test("Decide an invoice of their time", arguments: [("2026-06-28", "1440"), (nil, "720")])
  func decideAnInvoice(day: String?, dollars: String) throws {
    let quote = try Self.offer().quote(
      for: Samples.month(.none), on: day.flatMap(CalendarDate.init))
    #expect(quote.invoice?.low.dollarText == dollars)
  }

  @Test func settingAPolicyMakesItTheOnlyOne() throws {
    var offer = try Self.offer()
    offer.scaling.minimumReplicas = 7
    #expect(offer.rules.map(\.policy.minimumReplicas) == [7])
    #expect(offer.scaling(on: CalendarDate("2026-02-01")).minimumReplicas == 7)
  }

  @Test("Say when a request may have to wait for a machine", arguments: [(0, true), (1, false)])
  func mayStartCold(replicas: Int, isCold: Bool) throws {
    var offer = try Self.offer()
    offer.scaling = ScalingPolicy(minimumReplicas: replicas)
    #expect(offer.mayStartCold() == isCold)
    let tokens = Samples.offer("t", try Samples.rate(.millionTokens, "1"))
    #expect(!tokens.mayStartCold())
  }

  @Test func anIdleTimeoutThatNobodyStatesIsNotCountedButSaid() throws {
    let policy = ScalingPolicy(
      idleTimeout: .notStated, billing: [.idleTail: .billed, .loading: .free, .draining: .free])
    let offer = Samples.offer("o", try Samples.rate(.second, "1"), scaling: policy)
    let bursts = Samples.once(.bursts(work: 20, every: 300, windows: 2))
    let invoice = try #require(try offer.quote(for: bursts).invoice)
    #expect(invoice.high?.dollarText == "40")
    #expect(invoice.notes == [.lengthNotStated([.waiting, .pulling, .idleTail])])
  }
}
