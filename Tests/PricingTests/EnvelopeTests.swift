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
    return try #require(try scenario.priced().groups.first?.breakEven)
  }

  @Test(
    "Nothing is cheaper than the envelope, and all that cost as much are named", arguments: 0..<60)
  func isTheMinimum(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let breakEven = try Self.breakEven(&random)
    let curves = breakEven.curves.filter { $0.end != .high }
    let spans = breakEven.leastCost.spans
    for (span, next) in zip(spans, spans.dropFirst()) {
      #expect(span.range.upperBound < next.range.lowerBound)
    }
    for x in 1...200 {
      let costs = try curves.compactMap { curve in
        try curve.cost(at: x).map { (offer: curve.offer, cost: $0) }
      }
      let least = costs.map(\.cost).min()
      let span = spans.first { $0.range.contains(x) }
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

  /// What an offer may cost at a place.
  private static func bands(
    _ breakEven: BreakEven, at x: Int
  ) throws -> [String: (low: Ratio, high: Ratio)] {
    var bands: [String: (low: Ratio, high: Ratio)] = [:]
    for curve in breakEven.curves {
      guard let cost = try curve.cost(at: x) else { continue }
      let known = bands[curve.offer]
      bands[curve.offer] = (min(known?.low ?? cost, cost), max(known?.high ?? cost, cost))
    }
    return bands
  }

  @Test("Whoever may be the cheapest is named, and nobody else", arguments: 0..<60)
  func stretchesAreThoseOfAScan(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let breakEven = try Self.breakEven(&random)
    for x in 1...200 {
      let bands = try Self.bands(breakEven, at: x)
      let stretch = breakEven.cheapest.first { $0.range.contains(x) }
      guard let most = bands.values.map(\.high).min() else {
        #expect(stretch == nil)
        continue
      }
      let named = try #require(stretch)
      for (offer, band) in bands where band.low < most { #expect(named.offers.contains(offer)) }
      for offer in named.offers {
        let band = try #require(bands[offer])
        #expect(band.low <= most)
      }
      guard named.isCertain, let one = bands[named.offers[0]] else { continue }
      for (offer, band) in bands where !named.offers.contains(offer) {
        #expect(one.high <= band.low)
      }
    }
  }

  @Test("A crossing of ranges is where their order is open, and only there", arguments: 0..<60)
  func intervalsAreThoseOfAScan(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let breakEven = try Self.breakEven(&random)
    let offers = Array(Set(breakEven.curves.map(\.offer))).sorted()
    for (index, left) in offers.enumerated() {
      for right in offers.dropFirst(index + 1) {
        let curves = breakEven.curves.filter { [left, right].contains($0.offer) }
        guard curves.count > 2 else { continue }
        let found = breakEven.crossings.filter {
          Set([$0.first.before.offer, $0.first.after.offer]) == [left, right]
        }
        var signs: [Int: (first: Int, second: Int)] = [:]
        for x in 1...200 {
          let bands = try Self.bands(breakEven, at: x)
          guard curves.allSatisfy({ $0.range.contains(x) }), let one = bands[left],
            let other = bands[right]
          else { continue }
          signs[x] = (Self.sign(one.high, other.low), Self.sign(other.high, one.low))
        }
        // Who costs as much at one end for a while, and less at all others, is the cheaper one; those
        // that only touch are on their way past each other.
        func lasts(_ x: Int, _ sign: ((first: Int, second: Int)) -> Int) -> Bool {
          [x - 1, x + 1].contains { signs[$0].map { sign($0) == 0 } ?? false }
        }
        let states = signs.reduce(into: [Int: Int]()) { states, entry in
          let (x, (first, second)) = entry
          let isFirst = first < 0 || first == 0 && lasts(x) { $0.first }
          let isSecond = second < 0 || second == 0 && lasts(x) { $0.second }
          states[x] = first == 0 && second == 0 ? 2 : isFirst ? -1 : isSecond ? 1 : 0
        }
        let isEverCertain = states.values.contains { abs($0) == 1 }
        #expect(isEverCertain || found.isEmpty)
        for (x, state) in states where isEverCertain {
          let inside = found.contains { $0.first.x <= x && x <= $0.last.x }
          if state == 0 { #expect(inside, "\(left) \(right) \(x)") }
          let within = found.contains { $0.first.x < x && x < $0.last.x }
          if abs(state) == 1 { #expect(!within, "\(left) \(right) \(x)") }
        }
      }
    }
  }

  private static func sign(_ one: Ratio, _ other: Ratio) -> Int {
    one < other ? -1 : one == other ? 0 : 1
  }

  @Test("Every pair crosses exactly where the cheaper one changes", arguments: 0..<60)
  func crossingsAreThoseOfAScan(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let breakEven = try Self.breakEven(&random)
    for (index, left) in breakEven.curves.enumerated() {
      for right in breakEven.curves.dropFirst(index + 1)
      where right.offer != left.offer && left.end == nil && right.end == nil {
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
          !$0.isAtEdge && Set([$0.before, $0.after]) == [left.offer, right.offer]
        }
        #expect(found.map(\.first.x) == changes)
      }
    }
  }
}
