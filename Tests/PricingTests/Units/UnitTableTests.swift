import Testing

@testable import Pricing

@Suite("The table of units")
struct UnitTableTests {
  /// A workload with so many of a quantity, in the field that it has for it.
  private func workload(_ quantity: Quantity, _ count: Int) -> Workload {
    var workload = Samples.once(.notStated, tokens: .split(input: 0, output: 0))
    workload.requests = 0
    switch quantity {
    case .tokens, .inputTokens: workload.tokens = .split(input: count, output: 0)
    case .outputTokens: workload.tokens = .split(input: 0, output: count)
    case .requests: workload.requests = count
    default: workload.counts = [.init(quantity, Bounds(Ratio(Int128(count))))]
    }
    return workload
  }

  @Test("Bills each row for what a workload has of it", arguments: RateUnit.allCases)
  func bills(unit: RateUnit) throws {
    guard let quantity = unit.quantity else { return }
    let rate = try Samples.rate(unit, "7")
    let asked = workload(quantity, Int(unit.size) * 3)
    let quote = try Samples.offer("o", rate).quote(for: asked)
    #expect(quote.totalText == "21")
    #expect(quote.lineTexts == ["\(quantity.id) 3 × 7 = 21"])
    let line = try #require(quote.invoice?.lines.first)
    #expect(try line.derivation.high.result() == 3)
  }

  @Test("Has names, keys and ids of one row each")
  func areUnique() {
    #expect(Set(RateUnit.allCases.map(\.rawValue)).count == RateUnit.allCases.count)
    #expect(Set(RateUnit.allCases.map(\.key)).count == RateUnit.allCases.count)
    #expect(Set(Quantity.allCases.map(\.id)).count == Quantity.allCases.count)
    for unit in RateUnit.allCases {
      #expect(RateUnit(rawValue: unit.rawValue) == unit)
      #expect(unit.largest > .zero)
      #expect(unit.per.hasPrefix("per "))
    }
  }

  @Test(
    "Names units as readers do",
    arguments: [
      ("million-cached-input-tokens", "per 1M cached input tokens", "million cached input tokens"),
      ("thousand-web-searches", "per 1,000 web searches", "thousand web searches"),
      ("image", "per image", "images"), ("hour-of-audio-read", "per hour of audio read", ""),
      ("gb-of-egress", "per GB of egress", "GB of egress"), ("gpu-hour", "per GPU-hour", ""),
    ])
  func words(id: String, per: String, many: String) throws {
    let unit = try #require(RateUnit(rawValue: id))
    #expect(unit.per == per)
    #expect(many.isEmpty || unit.many == many)
  }
}
