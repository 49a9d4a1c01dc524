import TestSupport
import Testing

@testable import Pricing

/// How often machines start belongs to the workload: under one set of rules they start together.
@Suite("Starts in common")
struct SharedStartsTests {
  /// A start of half a minute and a tail of one, both billed.
  private static let rules = ScalingPolicy(
    idleTimeout: .after(Bounds(60)), billingIncrement: 60, durations: [.loading: Bounds(30)],
    billing: [
      .waiting: .free, .pulling: .free, .loading: .billed, .idleTail: .billed, .draining: .free,
    ])

  private static func offer(
    _ id: String, _ low: String, _ high: String? = nil, _ rules: ScalingPolicy = rules
  ) throws -> Offer {
    var offer = Samples.offer(id, try Samples.rate(.gpuHour, low, high), scaling: rules)
    offer.provider = id
    return offer
  }

  private static func changed(_ change: (inout ScalingPolicy) -> Void) -> ScalingPolicy {
    var policy = rules
    change(&policy)
    return policy
  }

  @Test(
    "One set of rules is one number of starts, whatever it is",
    arguments: [
      (rules, ["cheap"]),
      // A longer tail keeps a machine up where another stops.
      (changed { $0.idleTimeout = .after(Bounds(90)) }, ["cheap", "dear"]),
      // How long a start takes is an input of each, as is whether somebody bills it.
      (changed { $0.durations[.loading] = Bounds(20, 40) }, ["cheap", "dear"]),
      (changed { $0.billing[.idleTail] = .notStated }, ["cheap", "dear"]),
      (changed { $0.billing[.waiting] = .billed }, ["cheap", "dear"]),
    ])
  func oneNumber(other: ScalingPolicy, named: [String]) throws {
    let workload = Samples.month(.hours(Bounds(100)), runs: nil)
    let offers = [try Self.offer("cheap", "2"), try Self.offer("dear", "3", nil, other)]
    for sweep in [nil, Sweep(driver: .hours, range: 1...700)] {
      let group = try Scenario(id: "s", workloads: [workload], offers: offers, sweep: sweep)
        .priced().groups[0]
      let comparison = group.comparisons[0]
      #expect(comparison.cheapest + comparison.candidates == named)
      guard let breakEven = group.breakEven else { continue }
      // Beyond 480 hours the dear one costs more than a month of the other, however it starts.
      #expect(breakEven.cheapest.first?.offers == named)
      #expect(breakEven.cheapest.last?.offers == ["cheap"])
      #expect(breakEven.crossings.isEmpty == (named == ["cheap"]))
    }
  }

  @Test(
    "Prices stay apart, and factors follow from them",
    arguments: [
      ("2.5", "3", ["cheap"], "5/4–3/2"), ("1.9", "3", ["cheap", "dear"], nil),
      ("2", "3", ["cheap"], "1–3/2"),
    ])
  func prices(low: String, high: String, named: [String], factor: String?) throws {
    let workload = Samples.month(.hours(Bounds(100)), runs: nil)
    let offers = [try Self.offer("cheap", "2"), try Self.offer("dear", low, high)]
    let group = try Scenario(id: "s", workloads: [workload], offers: offers).priced().groups[0]
    #expect(group.comparisons[0].cheapest + group.comparisons[0].candidates == named)
    guard let factor else { return }
    let found = try #require(group.factor(of: "dear", over: "cheap", 0))
    let ends = [found.low, found.high].map {
      $0.isWhole ? "\($0.numerator)" : "\($0.numerator)/\($0.denominator)"
    }
    #expect(ends.joined(separator: "–") == factor)
  }

  @Test("Nothing certain is refuted by any number of runs", arguments: 0..<40)
  func bruteForce(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    func dollars(_ cents: Int) -> String { "\(cents / 100).\(cents / 10 % 10)\(cents % 10)" }
    let timeout: Ratio = random.int(in: 0...1) == 0 ? 5 : 600
    let policies = [
      Self.rules, Self.changed { $0.idleTimeout = .after(Bounds(timeout)) },
    ]
    let offers = try (0..<4).map { index in
      let cents = random.int(in: 150...300)
      return try Self.offer(
        "o\(index)", dollars(cents), dollars(cents + random.int(in: 0...1) * 30),
        policies[random.int(in: 0...1)])
    }
    let workload = Samples.month(.hours(Bounds(Ratio(Int128(random.int(in: 1...700))))), runs: nil)
    let comparison = try Scenario(id: "s", workloads: [workload], offers: offers).priced()
      .groups[0].comparisons[0]
    let named = comparison.cheapest + comparison.candidates
    for runs in [1, 2, 10, 100, 1000, 5000, 20_000, 100_000] {
      var asked = workload
      asked.runs = Workload.Runs(runs)
      let invoices = try offers.compactMap { try $0.quote(for: asked).invoice }
      let least = try #require(invoices.map(\.low).min())
      let first = try #require(invoices.first { $0.low == least })
      #expect(
        named.contains(first.offer)
          || invoices.contains { named.contains($0.offer) && $0.low == least }, "\(runs) runs")
    }
  }
}
