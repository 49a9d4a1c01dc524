/// What each pair of two drivers costs, as a grid of numbers on shades, with the exact line on
/// which the cheapest offer changes.
public struct HeatMapChart: Chart {
  /// The finding and what else is said around the marks.
  public var words: ChartWords

  /// The driver from left to right; the grid fills it.
  public var horizontal: Axis

  /// The driver from the bottom up; the grid fills it.
  public var vertical: Axis

  /// The columns, from the left.
  public var columns: [Interval] = []

  /// The rows, from the bottom up.
  public var rows: [Interval] = []

  /// The cells by row and column; a missing one stays empty.
  public var cells: [[Cell?]] = []

  /// What the shades measure, such as `US$ per 1M tokens`.
  public var scaleTitle: String

  /// Where the cheapest offer changes: corners of exact lines, in the units of the axes.
  public var lines: [[Point]] = []

  /// What the lines mean.
  public var lineLabel: String

  /// What a marked cell means, such as `the machine is cheaper`.
  public var markLabel: String

  /// Creates a map without cells.
  public init(
    words: ChartWords, horizontal: Axis, vertical: Axis, scaleTitle: String, lineLabel: String,
    markLabel: String
  ) {
    self.words = words
    self.horizontal = horizontal
    self.vertical = vertical
    self.scaleTitle = scaleTitle
    self.lineLabel = lineLabel
    self.markLabel = markLabel
  }

  /// A column or a row.
  public struct Interval: Hashable, Sendable {
    /// Where it begins, in the unit of its axis.
    public var from: Double

    /// Where it ends.
    public var to: Double

    /// The value that its cells were computed for, such as `10M`.
    public var label: String

    /// Creates an interval.
    public init(from: Double, to: Double, label: String) {
      self.from = from
      self.to = to
      self.label = label
    }
  }

  /// The cost at one pair of values.
  public struct Cell: Hashable, Sendable {
    /// The cost; the shade is its place between the least and the most, by ratio.
    public var value: Double

    /// The cost as readers see it, such as `$0.42`.
    public var text: String

    /// The cost without its unit, such as `0.42`, for cells that are too narrow for more.
    public var short: String

    /// Whether the offer that the marks stand for is the cheapest here.
    public var isMarked: Bool

    /// Creates a cell.
    public init(_ value: Double, _ text: String, short: String, isMarked: Bool = false) {
      self.value = value
      self.text = text
      self.short = short
      self.isMarked = isMarked
    }
  }

  /// The chart as a page shows it: its notes are the caption beside it.
  ///
  /// - Parameter showsTitle: Whether the page does not already say the title.
  /// - Returns: The chart without its notes.
  public func onPage(showsTitle: Bool) -> Self {
    var chart = self
    chart.words.showsTitle = showsTitle
    chart.words.notes = []
    return chart
  }

  /// Lays out the chart.
  ///
  /// - Parameter layout: For how much room.
  /// - Returns: Its drawing, for a page and for files.
  /// - Throws: ``ChartFaults`` if a value has no place or two texts would collide.
  public func laidOut(_ layout: ChartLayout) throws(ChartFaults) -> LaidOut<HeatMapDrawing> {
    let faults = inputFaults
    guard faults.isEmpty else { throw ChartFaults(faults: faults) }
    return try HeatMapComposition(self, layout).laidOut()
  }

  private var inputFaults: [ChartFault] {
    var faults = [horizontal, vertical].filter { !$0.isDrawable }.map {
      ChartFault.emptyAxis($0.title)
    }
    for (intervals, axis) in [(columns, horizontal), (rows, vertical)] {
      for interval in intervals where !axis.admits(interval.from) || !axis.admits(interval.to) {
        faults.append(.notDrawable(interval.label))
      }
    }
    for cell in cells.flatMap(\.self).compactMap(\.self)
    where !cell.value.isFinite || cell.value < 0 {
      faults.append(.notDrawable(cell.text))
    }
    if !lines.joined().allSatisfy({ horizontal.admits($0.x) && vertical.admits($0.y) }) {
      faults.append(.notDrawable(lineLabel))
    }
    return faults
  }
}
