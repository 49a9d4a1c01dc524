import Testing

@testable import Charts

@Suite("Box registry")
struct BoxRegistryTests {
  private let bounds = Box(left: 0, top: 0, right: 100, bottom: 100)

  @Test func reportsTextOnText() {
    var registry = BoxRegistry()
    registry.add(line("first", x: 10, y: 50))
    registry.add(line("second", x: 20, y: 52))
    #expect(registry.faults(in: bounds) == [.overlap("first", "second")])
  }

  @Test func reportsTextOnAMarkerButNotMarkersOnEachOther() {
    var registry = BoxRegistry()
    let box = Box(left: 8, top: 45, right: 14, bottom: 50)
    registry.add(marker: "ring", box)
    registry.add(marker: "ring beside", box.grown(by: 1))
    #expect(registry.faults(in: bounds).isEmpty)
    registry.add(line("text", x: 10, y: 50))
    #expect(registry.faults(in: bounds).count == 2)
  }

  @Test(arguments: [(-2.0, 50.0), (90.0, 50.0), (10.0, 4.0), (10.0, 99.0)])
  func reportsTextThatLeavesTheDrawing(x: Double, y: Double) {
    var registry = BoxRegistry()
    registry.add(line("text", x: x, y: y))
    #expect(registry.faults(in: bounds) == [.outside("text")])
  }

  @Test func acceptsTextsThatTouch() {
    var registry = BoxRegistry()
    registry.add(line("above", x: 10, y: 50))
    registry.add(line("below", x: 10, y: 50 + TextStyle.note.size))
    #expect(registry.faults(in: bounds).isEmpty)
  }

  private func line(_ text: String, x: Double, y: Double) -> PlacedLine {
    PlacedLine(text: text, style: .note, x: x, baseline: y)
  }
}
