import Pricing
import TestSupport
import Testing

@Suite("The cheapest of many curves")
struct EnvelopeTests {
  /// Offers with round prices, so that curves touch, tie and step together.
  private static func breakEven(_ random: inout SplitMix) throws -> BreakEven {
    var offers: [Offer] = []
    for number in 0..<random.int(in: 1...12) {
      let minimum = random.int(in: 0...2)
      let policy = ScalingPolicy(
        minimumReplicas: minimum,
        maximumReplicas: random.int(in: 0...2) == 0 ? minimum + 1 : nil,
        idleTimeout: random.int(in: 0...1) == 0 ? .never : .after(Bounds(0)),
        billing: [.idleTail: .free])
      let low = random.int(in: 1...4)
      let high = random.int(in: 0...3) == 0 ? low + 1 : low
      offers.append(
        Samples.offer(
          "o\(number)", try Samples.rate(.gpuHour, "\(low)", "\(high)"), scaling: policy))
    }
    let scenario = Scenario(
      id: "s", workloads: [Samples.month(.hours(Bounds(10)), hours: 40)], offers: offers,
      sweep: Sweep(driver: .hours, range: 1...200))
    return try #require(try scenario.priced().breakEven)
  }

  @Test(
    "Nothing is cheaper than the envelope, and all that cost as much are named", arguments: 0..<60)
  func isTheMinimum(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let breakEven = try Self.breakEven(&random)
    for (envelope, left) in [
      (breakEven.cheapestAtLow, End.high), (breakEven.cheapestAtHigh, .low),
    ] {
      let curves = breakEven.curves.filter { $0.end != left }
      for (span, next) in zip(envelope.spans, envelope.spans.dropFirst()) {
        #expect(span.range.upperBound < next.range.lowerBound)
      }
      for x in 1...200 {
        let costs = try curves.compactMap { curve in
          try curve.cost(at: x).map { (offer: curve.offer, cost: $0) }
        }
        let least = costs.map(\.cost).min()
        let span = envelope.spans.first { $0.range.contains(x) }
        #expect((span == nil) == costs.isEmpty)
        for offer in span?.offers ?? [] {
          #expect(costs.first { $0.offer == offer }?.cost == least)
        }
        // Beside both ends of a span a tie is one that lasts, so everybody is named.
        if let span, span.range.count > 2, x > span.range.lowerBound, x < span.range.upperBound {
          let before = try curves.filter { try $0.cost(at: x - 1) == $0.cost(at: x) }
          if before.count == curves.count {
            #expect(Set(costs.filter { $0.cost == least }.map(\.offer)) == Set(span.offers))
          }
        }
      }
    }
  }

  @Test("Every pair crosses exactly where the cheaper one changes", arguments: 0..<60)
  func crossingsAreThoseOfAScan(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let breakEven = try Self.breakEven(&random)
    for (index, left) in breakEven.curves.enumerated() {
      for right in breakEven.curves.dropFirst(index + 1) where right.offer != left.offer {
        var (last, changes): (Int, [Int]) = (0, [])
        var equalFrom: Int?
        for x in 1...200 {
          guard let first = try left.cost(at: x), let second = try right.cost(at: x) else { break }
          let sign = first == second ? 0 : first < second ? -1 : 1
          if sign == 0 { equalFrom = equalFrom ?? x }
          if sign != 0 {
            if last != 0, sign != last { changes.append(equalFrom ?? x) }
            (last, equalFrom) = (sign, nil)
          }
        }
        let found = breakEven.crossings.filter {
          !$0.isAtEdge && Set([$0.before, $0.after]) == [left.id, right.id]
        }
        #expect(found.map(\.x) == changes)
      }
    }
  }
}
