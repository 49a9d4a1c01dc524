import Testing

@testable import Charts

@Suite("Labels beside line ends")
struct LineLabelLayoutTests {
  @Test(arguments: [
    ([50.0], [10.0], [45.0]), ([0.0], [10.0], [0.0]), ([100.0], [10.0], [90.0]),
    ([20.0, 60.0], [10.0, 10.0], [15.0, 55.0]), ([50.0, 50.0], [10.0, 10.0], [40.0, 50.0]),
    ([50.0, 52.0], [10.0, 20.0], [38.5, 48.5]), ([2.0, 3.0, 4.0], [10, 10, 10], [0, 10, 20]),
    ([98.0, 99.0], [10, 10], [80.0, 90.0]), ([], [], []),
  ])
  func standAsNearAsTheOthersAllow(targets: [Double], heights: [Double], tops: [Double]) {
    #expect(
      LineLabelLayout.tops(targets: targets, heights: heights, top: 0, bottom: 100) == tops)
  }

  @Test func reportThatTheyDoNotFit() {
    #expect(LineLabelLayout.tops(targets: [1, 2], heights: [60, 60], top: 0, bottom: 100) == nil)
  }

  /// The optimum of small cases, found by trying every whole pixel.
  @Test(arguments: 0..<40)
  func areOptimal(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let targets = (0..<3).map { _ in Double(Int.random(in: 0...24, using: &random)) }.sorted()
    let heights = (0..<3).map { _ in Double(2 * Int.random(in: 1...4, using: &random)) }
    let tops = try #require(
      LineLabelLayout.tops(targets: targets, heights: heights, top: 0, bottom: 24))
    func cost(_ tops: [Double]) -> Double {
      zip(zip(tops, heights), targets).reduce(0) { sum, item in
        let distance = item.0.0 + item.0.1 / 2 - item.1
        return sum + distance * distance
      }
    }
    var least = Double.infinity
    for first in 0...24 {
      for second in 0...24 where Double(second) >= Double(first) + heights[0] {
        for third in 0...24 where Double(third) >= Double(second) + heights[1] {
          guard Double(third) + heights[2] <= 24 else { continue }
          least = min(least, cost([Double(first), Double(second), Double(third)]))
        }
      }
    }
    #expect(cost(tops) <= least + 1e-9)
    #expect(tops[0] >= 0 && tops[1] >= tops[0] + heights[0] - 1e-9)
    #expect(tops[2] >= tops[1] + heights[1] - 1e-9 && tops[2] + heights[2] <= 24 + 1e-9)
  }
}
