import Pricing
import TestSupport
import Testing

/// More use never costs less, except for two reasons that providers write into their rules.
///
/// Who is charged for waiting and not for working pays less the more there is to do. And who is
/// charged for each run, by a start or by rounding up, pays less where a longer burst leaves no gap
/// to stop in.
@Suite("More use")
struct MoreUseTests {
  @Test("Never costs less, but for free work and for gaps that close")
  func neverCostsLess() throws {
    var compared = 0
    for seed in 0..<120 {
      var random = SplitMix(seed: UInt64(seed))
      let market = RandomMarket(&random)
      let offer = try #require(market.scenario.offers.first)
      var last: (x: Int, invoice: Invoice)?
      for x in Self.places(market.scenario.sweep, &random) {
        guard let workload = try market.workload(at: x),
          case .invoice(let invoice)? = try? offer.quote(for: workload)
        else { continue }
        if let last {
          for end in End.allCases where Self.isHeldTo(offer, workload, end) {
            guard let before = Self.total(last.invoice, end), let now = Self.total(invoice, end)
            else { continue }
            // Each line is rounded to the picodollar.
            #expect(before <= now + 8, "seed \(seed), \(end) end, from \(last.x) to \(x)")
            compared += 1
          }
        }
        last = (x, invoice)
      }
    }
    #expect(compared > 1500, "\(compared) pairs")
  }

  private static func total(_ invoice: Invoice, _ end: End) -> Int128? {
    (end == .low ? invoice.low : invoice.high)?.picodollars
  }

  /// Values of the driver of all sizes, many of them beside each other.
  private static func places(_ sweep: Sweep?, _ random: inout SplitMix) -> [Int] {
    guard let sweep else { return [] }
    // Whole thousands of tokens are whole requests.
    let unit = sweep.driver == .tokens ? 1000 : 1
    var places: Set<Int> = []
    for _ in 0..<30 {
      let most = 1 << random.int(in: 0...33)
      let place = random.int(in: 0...most) / unit * unit
      places.formUnion([place, place + unit].filter(sweep.range.contains))
    }
    return places.sorted()
  }

  /// Whether neither of the two reasons can be there.
  private static func isHeldTo(_ offer: Offer, _ workload: Workload, _ end: End) -> Bool {
    guard offer.rates.contains(where: { $0.unit == .gpuHour }) else { return true }
    let work = offer.scaling.billing(of: .active)
    guard work == .billed || work == .notStated && end == .high else { return false }
    return !offer.scaling.scalesToZero || !hasGaps(workload)
  }

  /// Whether the workload says when its requests come, so that machines may stop between them.
  private static func hasGaps(_ workload: Workload) -> Bool {
    switch workload.traffic {
    case .bursts: true
    case .steady: workload.requests != nil
    default: false
    }
  }

  @Test(
    "Costs less where waiting is charged and work is free", arguments: [(0, "720"), (72, "648")])
  func freeWork(hours: Int, total: String) throws {
    let policy = ScalingPolicy(
      minimumReplicas: 1, idleTimeout: .never, billing: [.active: .free, .keptWarm: .billed])
    let offer = Samples.offer("o", try Samples.rate(.gpuHour, "1"), scaling: policy)
    let workload = Samples.month(.hours(Bounds(Ratio(Int128(hours)))))
    #expect(try offer.quote(for: workload).totalText == total)
  }

  @Test(
    "Costs less where a longer burst leaves no gap to stop in",
    arguments: [(60, "24"), (3000, "24"), (3570, "23.8")] as [(Ratio, String)])
  func closedGap(work: Ratio, total: String) throws {
    // A burst an hour for a day: each is a run of its own, or all of them are one.
    let policy = ScalingPolicy(
      idleTimeout: .after(Bounds(60)), minimumCharge: 3600,
      billing: [.active: .billed, .idleTail: .free])
    let offer = Samples.offer("o", try Samples.rate(.gpuHour, "1"), scaling: policy)
    let workload = Samples.once(.bursts(work: work, every: 3600, windows: 24))
    #expect(try offer.quote(for: workload).totalText == total)
  }
}
