import Pricing
import Testing

@Suite("Curves that are one for a while")
struct CoincidenceTests {
  /// An hour costs $1 on both: one holds whole machines, the other what the work needs.
  private func breakEven(_ range: ClosedRange<Int>, _ other: Rate) throws -> BreakEven {
    let elastic = ScalingPolicy(
      minimumReplicas: 1, idleTimeout: .after(Bounds(0)),
      billing: [.idleTail: .free, .keptWarm: .billed])
    let scenario = Scenario(
      id: "s", workloads: [Samples.month(.hours(Bounds(10)))],
      offers: [
        Samples.offer("whole", try Samples.rate(.gpuHour, "1"), scaling: Samples.alwaysOn(1)),
        Samples.offer("elastic", other, scaling: elastic),
      ], sweep: Sweep(driver: .hours, range: range))
    return try #require(try scenario.priced().groups.first?.breakEven)
  }

  private static func text(_ span: Envelope.Span) -> String {
    "\(span.offers.joined(separator: " = ")) \(span.range)"
  }

  @Test func partingIsNoCrossing() throws {
    // Both cost $720 until one machine is full.
    let breakEven = try breakEven(1...1000, try Samples.rate(.gpuHour, "1"))
    #expect(breakEven.crossings.isEmpty)
    #expect(
      breakEven.leastCost.spans.map(Self.text) == [
        "whole = elastic 1...720", "elastic 721...1000",
      ])
  }

  @Test func aMeetingAtOnePointOfTheEdgeIsOne() throws {
    // $1,440 for two whole machines meets 1,440 hours at $1, the last value looked at.
    let breakEven = try breakEven(721...1440, try Samples.rate(.gpuHour, "1"))
    #expect(
      breakEven.crossings.map { "\($0.first.x) \($0.before) → \($0.after) \($0.isAtEdge)" } == [
        "1440 elastic → whole true"
      ])
  }

  @Test func aMeetingThatLastsDecidesThoughTheWinnerChangesLater() throws {
    // Interpolated work stands still between two equal tiers, and so does its price; the machine
    // that is always held costs exactly as much there.
    let workloads = [(10, 100), (20, 360), (30, 360), (40, 700)].map { tokens, hours in
      var workload = Samples.month(
        .hours(Bounds(Ratio(Int128(hours)))), tokens: .split(input: 0, output: tokens))
      workload.id = "w\(tokens)"
      return workload
    }
    let offers = [
      Samples.offer("seconds", try Samples.rate(.gpuHour, "2"), scaling: Samples.bySecond),
      Samples.offer("held", try Samples.rate(.gpuHour, "1"), scaling: Samples.alwaysOn(1)),
    ]
    let scenario = Scenario(
      id: "s", workloads: workloads, offers: offers,
      sweep: Sweep(driver: .tokens, range: 10...40))
    let breakEven = try #require(try scenario.priced().groups.first?.breakEven)
    #expect(
      breakEven.crossings.map { "\($0.first.x) \($0.before) → \($0.after) \($0.decides)" } == [
        "20 seconds → held true"
      ])
    #expect(
      breakEven.leastCost.spans.map(Self.text) == [
        "seconds 10...19", "seconds = held 20...30", "held 31...40",
      ])
  }
}
