import Pricing
import Testing

/// What the inputs of an invoice rest on, and what a line was before it was rounded.
@Suite("Evidence of an invoice")
struct EvidenceTests {
  private let cited = Citation(source: "article", quote: "so many")
  private let article = Basis.stated(Citation(source: "article", quote: "so many"))
  private let rules = Basis.stated(Citation(source: "rules"))

  /// The terms of the first line at the high end, as `name: basis`.
  private func terms(_ quote: Quote) throws -> [String] {
    let line = try #require(quote.invoice?.lines.first)
    return line.derivation.high.terms.map { "\($0.name): \(word($0.basis))" }
  }

  private func word(_ basis: Basis) -> String {
    switch basis {
    case .stated(let citation): citation.source
    case .assumed: "assumed"
    case .ours: "ours"
    case .computed: "computed"
    }
  }

  @Test func eachFigureOfAWorkloadHasItsOwnSource() throws {
    var workload = Samples.month(.busyShare(Bounds(try Ratio(1, over: 10))))
    let offer = Samples.offer("modal", try Samples.rate(.gpuHour, "3.95"))
    #expect(try terms(offer.quote(for: workload)) == ["busy share: assumed", "month: assumed"])
    workload.evidence = [.busyShare: cited]
    #expect(try terms(offer.quote(for: workload)) == ["busy share: article", "month: assumed"])
    workload.evidence = [.month: cited]
    #expect(try terms(offer.quote(for: workload)) == ["busy share: assumed", "month: article"])
  }

  @Test func aSpeedHasItsOwnSource() throws {
    let speed = try Throughput(
      tokensPerSecond: Bounds(100), utilisation: Bounds(try Ratio(4, over: 5)), basis: rules,
      utilisationBasis: article)
    var workload = Samples.once(
      .batch, tokens: .split(input: 0, output: 1_000_000), throughput: speed)
    workload.evidence = [.outputTokens: cited]
    let offer = Samples.offer("gpu", try Samples.rate(.gpuHour, "2"))
    #expect(
      try terms(offer.quote(for: workload)) == [
        "tokens: article", "throughput: rules", "utilisation: article", "an hour: computed",
      ])
  }

  @Test(
    "Replicas are a rule where the policy holds them, and computed where the work needs more",
    arguments: [(1, "rules"), (2, "computed")])
  func replicas(gpus: Int, basis: String) throws {
    var policy = Samples.alwaysOn(1)
    policy.evidence = [.minimumReplicas: rules]
    let offer = Samples.offer("held", try Samples.rate(.gpuHour, "2"), scaling: policy)
    let hours = Ratio(Int128(gpus * 720))
    let lines = try #require(
      try offer.quote(for: Samples.month(.hours(Bounds(try hours - 20)))).invoice?.lines)
    let kept = try #require(lines.last)
    #expect(kept.kind == .phase(.keptWarm))
    #expect(kept.derivation.high.terms.first.map { word($0.basis) } == basis)
  }

  @Test func aLineKnowsTheRulesThatDecidedOverIt() throws {
    let policy = ScalingPolicy(
      billingIncrement: 10, billing: [.active: .billed, .idleTail: .free])
    var stated = policy
    stated.idleTimeout = .after(Bounds(30))
    stated.evidence = [.billingIncrement: rules, .billing(.idleTail): article]
    let offer = Samples.offer("seconds", try Samples.rate(.second, "0.01"), scaling: stated)
    let quote = try offer.quote(for: Samples.once(.session(seconds: 11)))
    let lines = try #require(quote.invoice?.lines)
    #expect(lines.map(\.kind) == [.phase(.active), .phase(.idleTail), .rounding])
    #expect(
      lines.map(\.rulings) == [
        [Ruling(.billing(.active, .billed), .assumed)],
        [Ruling(.billing(.idleTail, .free), article)], [Ruling(.increment(10), rules)],
      ])
    #expect(lines.map(\.rate.day.began) == Array(repeating: Samples.date, count: 3))
  }

  @Test(
    "Keeps what an amount was before it was rounded",
    arguments: [("20", "100000000000/9"), ("3600", "2000000000000/1")])
  func exactAmounts(seconds: String, amount: String) throws {
    let offer = Samples.offer("hours", try Samples.rate(.gpuHour, "2"))
    let quote = try offer.quote(for: Samples.once(.session(seconds: try Ratio(decimal: seconds))))
    let line = try #require(quote.invoice?.lines.first)
    let exact = try #require(try line.exactAmount(.low))
    #expect("\(exact.numerator)/\(exact.denominator)" == amount)
    #expect(line.amount.low == Money(rounding: exact))
  }

  @Test func anAmountAtAPriceThatIsNotStatedIsOpenAndOfNothingIsNothing() throws {
    let offer = Samples.offer(
      "open", try Samples.rate(.millionInputTokens, "1"),
      try Samples.unstated(.millionOutputTokens))
    let lines = try #require(
      try offer.quote(
        for: Samples.month(.notStated, tokens: .split(input: 0, output: 5))
      ).invoice?.lines)
    #expect(try lines.map { line in try line.exactAmount(.high) } == [.zero, nil])
  }
}
