import Charts
import TestSupport
import Testing

@Suite("Break-even drawings")
struct BreakEvenGoldenTests {
  @Test(arguments: ChartLayout.allCases)
  func drawsThreeBillingModels(layout: ChartLayout) throws {
    var text = ""
    dump(try Samples.breakEven.drawing(layout), to: &text)
    try expectGolden(text, "break-even-\(layout.rawValue).txt")
  }
}
