import Messages

/// How far each assumption moves a result, the strongest first, and which of them turns it.
public struct TornadoChart: Chart {
  /// The finding and what else is said around the marks.
  public var words: ChartWords

  /// What the axis measures, with its unit, such as `US$ a month`.
  public var axisTitle: String

  /// How the ticks are written.
  public var format: TickFormat

  /// The result with every assumption as it is.
  public var baseline: Double

  /// The result in words, such as `As assumed: $1,440`.
  public var baselineLabel: String

  /// The assumptions; the drawing sorts them by how far they move the result.
  public var rows: [Row] = []

  /// What the darker shade means.
  public var lowLabel = localized("assumption at its low end")

  /// What the lighter shade means.
  public var highLabel = localized("at its high end")

  /// What is said of an assumption that changes which offer is the cheapest.
  public var flipLabel = localized("changes the cheapest")

  /// Creates a chart without assumptions.
  public init(
    words: ChartWords, axisTitle: String, format: TickFormat = .dollars, baseline: Double,
    baselineLabel: String
  ) {
    self.words = words
    self.axisTitle = axisTitle
    self.format = format
    self.baseline = baseline
    self.baselineLabel = baselineLabel
  }

  /// An assumption and what it does to the result.
  public struct Row: Hashable, Sendable {
    /// The assumption, such as `Busy share`.
    public var label: String

    /// Its range, such as `10% to 60%`.
    public var detail: String

    /// The result at the low end of the assumption.
    public var low: End

    /// The result at the high end; it may be the smaller one.
    public var high: End

    /// Whether the cheapest offer is another one at either end.
    public var flips: Bool

    /// Creates a row.
    public init(label: String, detail: String = "", low: End, high: End, flips: Bool = false) {
      self.label = label
      self.detail = detail
      self.low = low
      self.high = high
      self.flips = flips
    }

    /// How far the assumption moves the result, in the unit of the axis.
    var swing: Double { abs(high.total - low.total) }
  }

  /// The result at one end of an assumption.
  public struct End: Hashable, Sendable {
    /// The result, in the unit of the axis.
    public var total: Double

    /// The result as readers see it, such as `$1,152`.
    public var text: String

    /// Creates an end.
    public init(_ total: Double, _ text: String) {
      self.total = total
      self.text = text
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
  /// - Throws: ``ChartFaults`` if a value is no number or two texts would collide.
  public func laidOut(_ layout: ChartLayout) throws(ChartFaults) -> LaidOut<TornadoDrawing> {
    var faults = rows.filter { !$0.low.total.isFinite || !$0.high.total.isFinite }
      .map { ChartFault.notDrawable($0.label) }
    if !baseline.isFinite { faults.append(.notDrawable(baselineLabel)) }
    guard faults.isEmpty else { throw ChartFaults(faults: faults) }
    return try TornadoComposition(self, layout).laidOut()
  }

  /// The rows with the strongest first; of equals, the first given.
  var sorted: [Row] {
    rows.enumerated()
      .sorted { ($1.element.swing, $0.offset) < ($0.element.swing, $1.offset) }
      .map(\.element)
  }
}
