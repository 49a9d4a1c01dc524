import Testing

@testable import Charts

@Suite("Ticks")
struct TicksTests {
  @Test(arguments: [
    (TickFormat.dollars, 1, 4, "$10k"), (.dollars, 1, 3, "$1k"), (.dollars, 5, -2, "$0.05"),
    (.dollars, 5, -1, "$0.5"), (.dollars, 0, 3, "$0"), (.dollars, -2, 1, "\u{2212}$20"),
    (.count, 1, 6, "1M"), (.count, 1, 9, "1B"), (.count, 1, 10, "10B"), (.count, 25, 5, "2.5M"),
    (.count, 1, 12, "1T"), (.count, 15, 2, "1.5k"), (.count, 999, 0, "999"),
    (.hours, 24, 0, "24\u{A0}h"), (.percent, 25, -2, "25%"), (.percent, 1, 0, "100%"),
    (.percent, 5, -3, "0.5%"),
  ])
  func areWrittenShort(format: TickFormat, digits: Int, exponent: Int, text: String) {
    #expect(format.text(of: Tick(digits, exponent: exponent)) == text)
  }

  @Test(arguments: [
    (1e6, 1e10, 1, ["1M", "10M", "100M", "1B", "10B"]),
    (1e6, 1e10, 2, ["1M", "100M", "10B"]),
    (2.0, 3000, 1, ["10", "100", "1k"]),
    (20.0, 600, 1, ["20", "50", "100", "200", "500"]),
    (2.0, 4, 1, ["2", "3", "4"]),
  ])
  func labelDecadesAndMoreWhereThereAreFew(
    low: Double, high: Double, every: Int, texts: [String]
  ) {
    let ticks = Ticks.logarithmic(axis(.log, low, high), every: every, minor: true)
    #expect(ticks.labelled.map { TickFormat.count.text(of: $0) } == texts)
  }

  @Test func drawTwoAndFiveFaintly() {
    let ticks = Ticks.logarithmic(axis(.log, 10, 1000), every: 1, minor: true)
    #expect(ticks.minor.map(\.value) == [20, 50, 200, 500])
    #expect(Ticks.logarithmic(axis(.log, 10, 1000), every: 1, minor: false).minor.isEmpty)
  }

  @Test(arguments: [
    (0.0, 130.0, 7, ["0", "20", "40", "60", "80", "100", "120"]),
    (0.0, 130.0, 3, ["0", "50", "100"]), (0.0, 9360.0, 6, ["0", "2k", "4k", "6k", "8k"]),
    (0.0, 0.3, 4, ["0", "0.1", "0.2", "0.3"]), (0.0, 1.0, 1, ["0", "1"]),
    (-15.0, 15.0, 4, ["\u{2212}10", "0", "10"]),
  ])
  func stepByOneTwoOrFive(low: Double, high: Double, count: Int, texts: [String]) {
    let ticks = Ticks.linear(axis(.linear, low, high), atMost: count)
    #expect(ticks.labelled.map { TickFormat.count.text(of: $0) } == texts)
  }

  @Test(arguments: [Axis.Kind.linear, .log])
  func scalesMapBothWays(kind: Axis.Kind) {
    let scale = Scale(axis(kind, 1, 1000), from: 300, to: 20)
    #expect(scale.position(of: 1) == 300 && abs(scale.position(of: 1000) - 20) < 1e-9)
    #expect(abs(scale.value(at: scale.position(of: 37)) - 37) < 1e-9)
  }

  private func axis(_ kind: Axis.Kind, _ low: Double, _ high: Double) -> Axis {
    Axis(title: "Tokens", kind: kind, low: low, high: high, format: .count)
  }
}
