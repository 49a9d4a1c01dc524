import Pricing
import Testing

@Suite("GPU-hours on machines of several GPUs")
struct MachineFillTests {
  /// A machine of so many GPUs, for a dollar an hour of all or of each.
  private static func offer(
    _ gpus: Int, _ unit: RateUnit = .replicaHour,
    _ policy: ScalingPolicy = ScalingPolicy(
      idleTimeout: .never, billing: [.active: .billed, .keptWarm: .billed])
  ) throws -> Offer {
    var offer = Offer(
      id: "o\(gpus)", name: "o\(gpus)", provider: "p", rates: [try Samples.rate(unit, "1")],
      rules: [ScalingRules(policy: policy)], goods: Goods(machine: .init(name: "H100", count: gpus))
    )
    if unit.part == .gpus { offer.replica[.gpus] = Ratio(Int128(gpus)) }
    return offer
  }

  private static func work(_ low: Int, _ high: Int? = nil) -> Workload {
    Samples.month(.gpuHours(Bounds(Ratio(Int128(low)), Ratio(Int128(high ?? low)))))
  }

  @Test(
    "Take the fewest machines that hold them",
    arguments: [
      "8 1500 1 25/96", "8 5760 1 1", "8 5761 2 5761/11520", "16 1500 1 25/192",
      "1 1500 3 25/36",
    ])
  func fill(row: String) throws {
    let words = row.split(separator: " ").map(String.init)
    let (gpus, work, machines) = (
      try #require(Int(words[0])), try #require(Int(words[1])), try #require(Int(words[2]))
    )
    let quote = try Self.offer(gpus).quote(for: Self.work(work))
    #expect(quote.totalText == "\(machines * 720)")
    let fill = try #require(quote.fill)
    #expect(fill.machines == Bounds(Int128(machines)))
    #expect(try fill.share(.low).exactText() == words[3])
    let hours = try Ratio(Int128(work), over: Int128(gpus))
    let active = try #require(quote.invoice?.lines.first)
    #expect(active.quantity.high == hours)
    for line in quote.invoice?.lines ?? [] {
      #expect(try line.derivation.high.result() == line.quantity.high)
    }
  }

  @Test("Cost by the GPU what they cost by the machine", arguments: [1, 2, 8, 16])
  func partsAndWholes(gpus: Int) throws {
    let scaling = ScalingPolicy(billing: [.active: .billed, .idleTail: .free])
    let each = try Self.offer(gpus, .gpuHour, scaling).quote(for: Self.work(1500))
    #expect(each.totalText == "1500")
    #expect(each.fill == nil)
    let active = try #require(each.invoice?.lines.first)
    #expect(try active.derivation.high.result() == 1500)
    #expect(
      active.derivation.high.terms.map(\.unit)
        == (gpus == 1 ? ["GPU-h"] : ["GPU-h", "GPUs", "GPUs"]))
  }

  @Test func aRangeFillsEachNumberOfMachines() throws {
    let quote = try Self.offer(8).quote(for: Self.work(5000, 6000))
    #expect(quote.totalText == "720–1440")
    let fill = try #require(quote.fill)
    #expect(fill.machines == Bounds(1, 2))
    #expect(try fill.room(.high) == 11520)
  }

  @Test func replicasThatAreHeldAreFilledToo() throws {
    let policy = Samples.alwaysOn(3)
    let fill = try #require(
      try Self.offer(8, .replicaHour, policy).quote(for: Self.work(1500)).fill)
    #expect(fill.machines == Bounds(3))
  }

  @Test func tooFewMachinesBuyAPart() throws {
    let policy = Samples.alwaysOn(0, maximum: 1)
    let quote = try Self.offer(8, .replicaHour, policy).quote(for: Self.work(6000))
    #expect(quote.totalText == "720")
    #expect(quote.invoice?.fits == false)
    let whole = Note.exceedsCapacity(needed: 2, maximum: 1, wholeFleet: try Money(dollars: "1440"))
    #expect(quote.invoice?.notes.contains(whole) == true)
  }

  @Test func withoutANumberOfGPUsThereIsNoInvoice() throws {
    let unknown = Samples.offer("o", try Samples.rate(.replicaHour, "1"))
    #expect(try unknown.quote(for: Self.work(1500)) == .notApplicable(.needsGPUs))
    #expect(try unknown.quote(for: Samples.month(.hours(Bounds(10)))).invoice != nil)
    // A price for a GPU is for one machine with one, unless somebody says otherwise.
    let byGPU = Samples.offer("o", try Samples.rate(.gpuHour, "1"))
    #expect(try byGPU.quote(for: Self.work(1500)).invoice != nil)
  }

  @Test("More work never costs less", arguments: [1, 3, 8])
  func moreWork(gpus: Int) throws {
    for offer in [try Self.offer(gpus), try Self.offer(gpus, .gpuHour, Samples.bySecond)] {
      var last = Money.zero
      for work in stride(from: 0, through: 20_000, by: 250) {
        let total = try #require(try offer.quote(for: Self.work(work)).invoice?.high)
        #expect(last <= total)
        last = total
      }
    }
  }

  @Test func oneRangeOfWorkIsTheSameForAllOffers() throws {
    // 1,000 to 6,000 GPU-hours: the ranges overlap, but one is dearer at every value.
    let scaling = ScalingPolicy(billing: [.active: .billed, .idleTail: .free])
    var dear = try Self.offer(8, .gpuHour, scaling)
    dear.rates = [try Samples.rate(.gpuHour, "1.1")]
    dear.id = "dear"
    let quotes = try [Self.offer(1, .gpuHour, scaling), dear].map {
      try #require(try $0.quote(for: Self.work(1000, 6000)).invoice)
    }
    #expect(Comparison(workload: "w", invoices: quotes).cheapest == ["o1"])
  }

  // MARK: Speed

  @Test(
    "A speed of each GPU makes a larger machine faster",
    arguments: [(1, true, "3600"), (8, true, "450"), (8, false, "3600")])
  func speedOfAGPU(gpus: Int, isPerGPU: Bool, seconds: String) throws {
    let speed = try Throughput(tokensPerSecond: Bounds(100), isPerGPU: isPerGPU)
    let offer = try Self.offer(gpus, .second, Samples.bySecond)
    let tokens = TokenVolume.total(360_000, inputShare: Bounds(.zero, .one))
    let quote = try offer.quote(for: Samples.once(.batch, tokens: tokens, throughput: speed))
    #expect(quote.totalText == seconds)
    let line = try #require(quote.invoice?.lines.first)
    #expect(try line.derivation.high.result() == line.quantity.high)
    #expect(line.derivation.high.terms.contains { $0.unit == "GPUs" } == (gpus > 1 && isPerGPU))
  }

  @Test func aSpeedOfAGPUNeedsANumberOfThem() throws {
    let speed = try Throughput(tokensPerSecond: Bounds(100), isPerGPU: true)
    let tokens = TokenVolume.total(360_000, inputShare: Bounds(.zero, .one))
    let unknown = Samples.offer("o", try Samples.rate(.second, "1"))
    let work = Samples.once(.batch, tokens: tokens, throughput: speed)
    #expect(try unknown.quote(for: work) == .notApplicable(.needsGPUs))
  }
}

extension Quote {
  /// How full machines are, if that is said.
  fileprivate var fill: MachineFill? {
    for case .fills(let fill) in invoice?.notes ?? [] { return fill }
    return nil
  }
}
