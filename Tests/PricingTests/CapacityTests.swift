import Pricing
import Testing

@Suite("No more machines than there are")
struct CapacityTests {
  private func offer(_ policy: ScalingPolicy) throws -> Offer {
    Samples.offer("o", try Samples.rate(.gpuHour, "1"), scaling: policy)
  }

  @Test func elasticWorkEndsAtTheMaximum() throws {
    let policy = ScalingPolicy(
      minimumReplicas: 1, maximumReplicas: 2, idleTimeout: .after(Bounds(0)),
      billing: [.idleTail: .free])
    let quote = try offer(policy).quote(for: Samples.month(.hours(Bounds(2000))))
    #expect(quote.lineTexts == ["active 720 × 1 = 720", "active 720 × 1 = 720"])
    #expect(quote.invoice?.fits == false)
    let note = Note.exceedsCapacity(
      needed: 3, maximum: 2, wholeFleet: try Money(dollars: "2000"))
    #expect(quote.invoice?.notes.contains(note) == true)
    for line in quote.invoice?.lines ?? [] {
      #expect(try line.derivation.high.result() == line.quantity.high)
    }
    let within = try offer(policy).quote(for: Samples.month(.hours(Bounds(1440))))
    #expect(within.totalText == "1440")
    #expect(within.invoice?.fits == true)
  }

  @Test(
    "Nothing stands still that is not there", arguments: [(800, 1, 1), (800, 2, 2), (10, 1, 2)])
  func stillness(hours: Int, maximum: Int, lines: Int) throws {
    let policy = ScalingPolicy(
      maximumReplicas: maximum, billing: [.active: .billed, .idleTail: .free])
    let quote = try offer(policy).quote(for: Samples.month(.hours(Bounds(Ratio(Int128(hours))))))
    #expect(quote.lineTexts.count == lines, "\(quote.lineTexts)")
  }

  @Test("A tail goes on after the last burst", arguments: [(0, 200), (60, 800), (400, 3120)])
  func tail(timeout: Int, seconds: Int) throws {
    // Ten bursts of 20 s every 300 s, then silence for the rest of the month: the gaps of 280 s
    // are bridged or not, and the last tail is a whole one either way.
    let policy = ScalingPolicy(
      idleTimeout: .after(Bounds(Ratio(Int128(timeout)))), billing: [.idleTail: .billed])
    let offer = Samples.offer("o", try Samples.rate(.second, "1"), scaling: policy)
    let month = Samples.month(.bursts(work: 20, every: 300, windows: 10))
    #expect(try offer.quote(for: month).totalText == "\(seconds)")
  }

  @Test func aNoteIsSaidOnce() throws {
    // Five bursts, two to a run: a last run of its own, with the same phases.
    var rate = try Samples.unstated(.second)
    let policy = ScalingPolicy(
      idleTimeout: .after(Bounds(250)), billingIncrement: 7, durations: [.loading: Bounds(30)],
      billing: [.waiting: .free, .pulling: .free, .draining: .free])
    let workload = Samples.once(.bursts(work: 20, every: 300, windows: 5))
    let open = try Samples.offer("o", rate, scaling: policy).quote(for: workload).invoice
    #expect(open?.notes == [.billingNotStated([.loading, .idleTail]), .priceNotStated(.second)])
    rate = try Samples.rate(.second, "1")
    let known = try Samples.offer("o", rate, scaling: policy).quote(for: workload).invoice
    #expect(known?.notes == [.billingNotStated([.loading, .idleTail])])
  }

  @Test func aShareOfNoMonthIsNoTraffic() throws {
    let quote = try offer(ScalingPolicy()).quote(for: Samples.once(.busyShare(Bounds(.one))))
    #expect(quote == .notApplicable(.needsTraffic))
  }
}
