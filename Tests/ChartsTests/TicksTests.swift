import Testing

@testable import Charts

@Suite("Ticks")
struct TicksTests {
  @Test(arguments: [
    (TickFormat.dollars, 1, 4, "$10k"), (.dollars, 1, 3, "$1k"), (.dollars, 5, -2, "$0.05"),
    (.dollars, 5, -1, "$0.50"), (.dollars, 5, -3, "$0.005"), (.dollars, 0, 3, "$0"),
    (.dollars, -2, 1, "\u{2212}$20"),
    (.count, 1, 6, "1M"), (.count, 1, 9, "1B"), (.count, 1, 10, "10B"), (.count, 25, 5, "2.5M"),
    (.count, 1, 12, "1T"), (.count, 15, 2, "1.5k"), (.count, 999, 0, "999"),
    (.hours, 24, 0, "24\u{A0}h"), (.percent, 25, -2, "25\u{A0}%"), (.percent, 1, 0, "100\u{A0}%"),
    (.percent, 5, -3, "0.5\u{A0}%"),
  ])
  func areWrittenShort(format: TickFormat, digits: Int, exponent: Int, text: String) {
    #expect(format.texts(of: [Tick(digits, exponent: exponent)], on: .log) == [text])
  }

  @Test(arguments: [
    (TickFormat.dollars, 0.0, 0.2, 5, ["$0", "$0.05", "$0.10", "$0.15", "$0.20"]),
    (.dollars, 0, 1, 3, ["$0", "$0.50", "$1.00"]),
    (.dollars, 0, 1500, 4, ["$0", "$500", "$1,000", "$1,500"]),
    (.dollars, 0, 10_000, 3, ["$0", "$5k", "$10k"]),
    (.count, 0, 1.5e6, 4, ["0", "0.5M", "1.0M", "1.5M"]),
    (.count, 0, 1.5, 4, ["0", "0.5", "1.0", "1.5"]),
    (
      .hours, 0, 720, 7,
      [
        "0\u{A0}h", "120\u{A0}h", "240\u{A0}h", "360\u{A0}h", "480\u{A0}h", "600\u{A0}h",
        "720\u{A0}h",
      ]
    ),
    (.hours, 0, 10, 6, ["0\u{A0}h", "2\u{A0}h", "4\u{A0}h", "6\u{A0}h", "8\u{A0}h", "10\u{A0}h"]),
    (.percent, 0, 1, 3, ["0\u{A0}%", "50\u{A0}%", "100\u{A0}%"]),
  ])
  func areWrittenAlikeOnALinearAxis(
    format: TickFormat, low: Double, high: Double, count: Int, texts: [String]
  ) {
    var axis = axis(.linear, low, high)
    axis.format = format
    #expect(Ticks.linear(axis, atMost: count).texts(axis) == texts)
  }

  @Test(arguments: [
    (Axis.Kind.log, 3e6, 8e8, 2e6, 1e9), (.log, 1e6, 1e10, 1e6, 1e10), (.log, 4, 6, 2, 10),
    (.linear, 0, 1440, 0, 1500), (.linear, 0, 9360, 0, 10_000), (.linear, 0, 100, 0, 100),
  ])
  func endAtRoundValues(
    kind: Axis.Kind, low: Double, high: Double, roundLow: Double, roundHigh: Double
  ) {
    let rounded = axis(kind, low, high).rounded
    #expect(abs(rounded.low - roundLow) <= 1e-9 * roundLow)
    #expect(abs(rounded.high - roundHigh) <= 1e-9 * roundHigh)
  }

  @Test func labelAnEndThatIsNoPowerOfTen() {
    let axis = axis(.log, 2e6, 5e9)
    let ticks = Ticks.logarithmic(axis, every: 1, minor: true, ends: true)
    #expect(ticks.texts(axis) == ["2M", "10M", "100M", "1B", "5B"])
    #expect(!ticks.minor.contains(Tick(2, exponent: 6)))
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
    #expect(ticks.texts(axis(.log, low, high)) == texts)
  }

  @Test func drawTwoAndFiveFaintly() {
    let ticks = Ticks.logarithmic(axis(.log, 10, 1000), every: 1, minor: true)
    #expect(ticks.minor.map(\.value) == [20, 50, 200, 500])
    #expect(Ticks.logarithmic(axis(.log, 10, 1000), every: 1, minor: false).minor.isEmpty)
  }

  @Test(arguments: [
    (0.0, 130.0, 7, ["0", "20", "40", "60", "80", "100", "120"]),
    (0.0, 130.0, 3, ["0", "50", "100"]),
    (0.0, 9360.0, 6, ["0", "2,000", "4,000", "6,000", "8,000"]),
    (0.0, 0.3, 4, ["0", "0.1", "0.2", "0.3"]), (0.0, 1.0, 1, ["0", "1"]),
    (-15.0, 15.0, 4, ["\u{2212}10", "0", "10"]),
  ])
  func stepByOneTwoOrFive(low: Double, high: Double, count: Int, texts: [String]) {
    let ticks = Ticks.linear(axis(.linear, low, high), atMost: count)
    #expect(ticks.texts(axis(.linear, low, high)) == texts)
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
