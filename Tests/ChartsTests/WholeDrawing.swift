@testable import Charts

extension Chart {
  /// All that a drawing may say, before a page or a file takes its part.
  func drawing(_ layout: ChartLayout) throws(ChartFaults) -> Drawing {
    try laidOut(layout).drawing
  }
}
