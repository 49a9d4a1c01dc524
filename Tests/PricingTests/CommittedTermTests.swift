import TestSupport
import Testing

@testable import Pricing

@Suite("Machines that a buyer has committed to")
struct CommittedTermTests {
  private static func rate(
    _ price: String, _ months: Int, renewal: Int? = nil, choices: [Choice] = []
  ) throws -> Rate {
    let rate = try Samples.rate(.gpuHour, price)
    return Rate(
      unit: rate.unit, price: rate.price, day: rate.day, citation: rate.citation,
      condition: Condition(choices: choices), term: Term(months: months, renewal: renewal))
  }

  private static let tail = ScalingPolicy(
    idleTimeout: .after(Bounds(300)), billingIncrement: 60,
    billing: [.active: .billed, .idleTail: .billed])

  @Test(
    "A job pays whole terms, or goes on by what the term is renewed by",
    arguments: [
      (12, 12, nil, "17520", ["active 12 × 2 = 24", "held 8748 × 2 = 17496"]),
      (12, 1, nil, "1460", ["active 12 × 2 = 24", "held 718 × 2 = 1436"]),
      (8760, 12, nil, "17520", ["active 8760 × 2 = 17520"]),
      (9490, 12, nil, "35040", ["active 9490 × 2 = 18980", "held 8030 × 2 = 16060"]),
      (9490, 12, 1, "18980", ["active 9490 × 2 = 18980"]),
      (9491, 12, 1, "20440", ["active 9491 × 2 = 18982", "held 729 × 2 = 1458"]),
      (12, 12, 3, "17520", ["active 12 × 2 = 24", "held 8748 × 2 = 17496"]),
    ])
  func aJob(hours: Int, months: Int, renewal: Int?, total: String, lines: [String]) throws {
    let offer = Samples.offer(
      "o", try Self.rate("2", months, renewal: renewal), scaling: Self.tail)
    let seconds = Ratio(Int128(hours * 3600))
    let quote = try offer.quote(for: Samples.once(.session(seconds: seconds)))
    #expect(quote.totalText == total)
    #expect(quote.lineTexts == lines)
    let term = Term(months: months, renewal: renewal)
    let invoice = try #require(quote.invoice)
    #expect(invoice.notes == [.committed(term, isJob: true)])
    for line in invoice.lines {
      #expect(try line.derivation.high.result() == line.quantity.high)
      guard line.kind == .held else { continue }
      #expect(line.rulings.map(\.basis) == [.stated(line.citation), .stated(line.citation)])
    }
  }

  @Test(
    "A month of work costs the whole month of each machine that it needs",
    arguments: [
      (Workload.Traffic.hours(Bounds(60)), "1440", ["active 60 × 2 = 120", "held 660 × 2 = 1320"]),
      (.none, "1440", ["held 720 × 2 = 1440"]),
      (.hours(Bounds(720)), "1440", ["active 720 × 2 = 1440"]),
      (.hours(Bounds(800)), "2880", ["active 800 × 2 = 1600", "held 640 × 2 = 1280"]),
    ])
  func aMonth(traffic: Workload.Traffic, total: String, lines: [String]) throws {
    let offer = Samples.offer("o", try Self.rate("2", 12), scaling: Self.tail)
    let quote = try offer.quote(for: Samples.month(traffic, runs: nil))
    #expect(quote.totalText == total)
    #expect(quote.lineTexts == lines)
    #expect(quote.invoice?.notes.last == .committed(Term(months: 12), isJob: false))
    #expect(offer.billingModel == .alwaysOn)
  }

  @Test func eachOfSeveralMachinesIsHeldForTheTerm() throws {
    var policy = Self.tail
    policy.minimumReplicas = 3
    let offer = Samples.offer("o", try Self.rate("2", 1), scaling: policy)
    let session = try offer.quote(for: Samples.once(.session(seconds: 3600)))
    #expect(session.totalText == "4380")
    let bursts = Samples.once(.bursts(work: 60, every: 3600, windows: 24))
    #expect(try offer.quote(for: bursts).totalText == "4380")
  }

  @Test func theTermHoldsForWhoeverChoosesIt() throws {
    let year = Choice(.commitment, "1-year")
    let offer = Samples.offer(
      "o", try Samples.rate(.gpuHour, "3"), try Self.rate("2", 12, choices: [year]),
      scaling: Self.tail)
    let job = Samples.once(.session(seconds: 43_200))
    #expect(try offer.quote(for: job).totalText == "36.25")
    #expect(try offer.choosing([year]).quote(for: job).totalText == "17520")
    #expect(offer.billingModel == .scaleToZero)
    #expect(try offer.choosing([year]).billingModel == .alwaysOn)
  }

  @Test("Curves are the invoices, and more use never costs less", arguments: 0..<120)
  func curves(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let market = RandomMarket(&random)
    var offer = try #require(market.scenario.offers.first)
    guard offer.meters.contains(.time) else { return }
    let months = [1, 3, 12][random.int(in: 0...2)]
    offer.rates = offer.rates.map { rate in
      guard rate.unit.meter == .time else { return rate }
      return Rate(
        unit: rate.unit, price: rate.price, day: rate.day, citation: rate.citation,
        condition: rate.condition, term: Term(months: months, renewal: 1))
    }
    var scenario = market.scenario
    scenario.offers = [offer]
    guard let priced = try? scenario.priced() else { return }
    let curves = priced.groups.flatMap { $0.breakEven?.curves ?? [] }
    var before = Money.zero
    for x in [1, 7, 1000, 50_000, 1_000_000, 40_000_000, 3_000_000_000] {
      guard scenario.sweep?.range.contains(x) == true, let workload = try market.workload(at: x),
        let invoice = try? offer.quote(for: workload).invoice
      else { continue }
      #expect(invoice.low >= before)
      if invoice.fits { before = invoice.low }
      for end in End.allCases {
        guard let total = end == .low ? invoice.low : invoice.high, invoice.fits else { continue }
        let own = curves.filter { ($0.end ?? end) == end }
        guard let curve = own.first, !curve.isBound else { continue }
        let cost = try #require(try curve.cost(at: x))
        let most = Ratio(Int128(invoice.lines.count))
        let exact = Ratio(total.picodollars)
        #expect(try cost <= exact + most && cost >= exact - most, "\(x)")
      }
    }
  }
}
