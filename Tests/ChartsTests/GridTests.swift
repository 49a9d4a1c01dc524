import Testing

@testable import Charts

@Suite("Neighbours in a plot")
struct GridTests {
  private let area = Box(left: 30, top: 20, right: 430, bottom: 310)

  /// Whatever meets a box is found near it, wherever in the area or beyond both are.
  @Test(arguments: 0..<20)
  func areNeverMissed(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    func place() -> Point {
      Point(x: .random(in: -50...500, using: &random), y: .random(in: -50...400, using: &random))
    }
    let lines: [Segment] = (0..<60).map { number in
      let start = place()
      // Upright, level and slanted ones, in both directions.
      let end = place()
      return (
        start, Point(x: number % 3 == 0 ? start.x : end.x, y: number % 3 == 1 ? start.y : end.y)
      )
    }
    var grid = Grid(over: area)
    for (index, line) in lines.enumerated() { grid.add(index, line) }
    for _ in 0..<80 {
      let corner = place()
      let box = Box(
        left: corner.x, top: corner.y, right: corner.x + .random(in: 0...90, using: &random),
        bottom: corner.y + .random(in: 0...30, using: &random))
      guard area.contains(box) else { continue }
      var near: Set<Int> = []
      _ = grid.contains(near: box) { near.insert($0).inserted && false }
      for (index, line) in lines.enumerated() where box.clip(line.start, line.end) != nil {
        #expect(near.contains(index))
      }
    }
  }

  @Test func areNotEverything() {
    var grid = Grid(over: area)
    grid.add(0, Box(left: 40, top: 30, right: 60, bottom: 40))
    grid.add(1, (Point(x: 40, y: 30), Point(x: 420, y: 300)))
    #expect(grid.contains(near: Box(left: 50, top: 30, right: 70, bottom: 40)) { $0 == 0 })
    #expect(!grid.contains(near: Box(left: 380, top: 30, right: 400, bottom: 40)) { _ in true })
  }
}
