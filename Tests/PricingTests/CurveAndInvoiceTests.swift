import Pricing
import TestSupport
import Testing

@Suite("A curve and an invoice for the same volume")
struct CurveAndInvoiceTests {
  private static let policies = [
    Samples.bySecond, Samples.alwaysOn(1),
    ScalingPolicy(
      idleTimeout: .after(Bounds(30)), minimumCharge: 60, durations: [.loading: Bounds(20, 40)],
      billing: [.loading: .billed, .idleTail: .billed]),
    ScalingPolicy(
      idleTimeout: .after(Bounds(30)), billing: [.loading: .billed, .idleTail: .notStated]),
  ]

  @Test(
    "Bursts and sessions cost as much on the curve as on the invoice",
    arguments: [
      Workload.Traffic.bursts(work: 10, every: 120, windows: nil), .session(seconds: 540),
    ], policies.indices)
  func agree(traffic: Workload.Traffic, policy: Int) throws {
    let workload = Samples.month(traffic, tokens: .split(input: 0, output: 40_000_000))
    let offer = Samples.offer(
      "o", try Samples.rate(.second, "0.001"), scaling: Self.policies[policy])
    let scenario = Scenario(
      id: "s", workloads: [workload], offers: [offer],
      sweep: Sweep(driver: .tokens, range: 1_000_000...100_000_000))
    let curves = try #require(try scenario.priced().breakEven).curves
    let invoice = try #require(try offer.quote(for: workload).invoice)
    let costs = try curves.map { try $0.cost(at: 40_000_000).map { Money(rounding: $0) } }
    #expect(costs.first == invoice.low)
    #expect(costs.last == invoice.high)
  }
}
