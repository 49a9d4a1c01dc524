import Messages

/// Costs as curves over a driver, where they cross, and which offer is cheapest where.
///
/// All texts come ready for the reader; the chart adds none of its own but the numbers
/// that refer to its list of crossings.
public struct BreakEvenChart: Chart {
  /// The finding, as a sentence.
  public var title: String

  /// Whether the drawing says its title; not where the page has it as a headline just above.
  public var showsTitle = true

  /// What is measured, in which unit, on which scale.
  public var subtitle: String

  /// What a reader who cannot see the chart is told: the axes, the cheapest offers, every crossing.
  public var description: String

  /// The axis of the driver.
  public var horizontal: Axis

  /// The axis of the cost.
  public var vertical: Axis

  /// The curves; of two that end at one place the first is labelled above the second.
  public var series: [Series] = []

  /// Pairs of curves that bound one offer's range.
  public var bands: [Band] = []

  /// Where curves meet.
  public var crossings: [Crossing] = []

  /// Which offer is cheapest where, from the left.
  public var cheapest: [Span] = []

  /// The parts of the driver's axis on which a curve is only continued, beyond what is stated: the
  /// ribbon is thin there.
  public var continued: [ClosedRange<Double>] = []

  /// What the ribbon of cheapest offers is called, beside it.
  public var cheapestLabel = localized("Cheapest", context: "ribbon")

  /// What the list of crossings is called that have no room for a label.
  public var crossingsLabel = localized("Crossings")

  /// Assumptions, source and licence, a paragraph each.
  public var notes: [String] = []

  /// Shown under the plot if so many crossings have no label that only the deciding have a number.
  public var unnumberedNote: String?

  /// Shown under the plot if the steps of a staircase were too narrow to be drawn one by one.
  public var collapsedStepsNote: String?

  /// Creates a chart without curves.
  public init(
    title: String, subtitle: String, description: String, horizontal: Axis, vertical: Axis
  ) {
    self.title = title
    self.subtitle = subtitle
    self.description = description
    self.horizontal = horizontal
    self.vertical = vertical
  }

  /// The chart as a page shows it: its notes are the caption beside it.
  ///
  /// - Parameter showsTitle: Whether the page does not already say the title.
  /// - Returns: The chart without its notes.
  public func onPage(showsTitle: Bool) -> Self {
    var chart = self
    chart.showsTitle = showsTitle
    chart.notes = []
    return chart
  }

  /// Lays out the chart.
  ///
  /// - Parameter layout: For how much room.
  /// - Returns: Its drawing, for a page and for files.
  /// - Throws: ``ChartFaults`` if a value has no place or two texts would collide.
  public func laidOut(_ layout: ChartLayout) throws(ChartFaults) -> LaidOut<BreakEvenDrawing> {
    let faults = inputFaults
    guard faults.isEmpty else { throw ChartFaults(faults: faults) }
    return try BreakEvenComposition(self, layout).laidOut()
  }

  /// The width in pixels below which steps become a line: several staircases beside each other
  /// are a flicker, and a large file, sooner than one is.
  var narrowestStep: Double {
    let staircases = series.count { line in
      line.pieces.count { if case .riser = $0.shape { true } else { false } } >= 8
    }
    return staircases > 2 ? 4 : 2
  }

  /// What of the input has no place on the axes.
  private var inputFaults: [ChartFault] {
    var faults = [horizontal, vertical].filter { !$0.isDrawable }.map {
      ChartFault.emptyAxis($0.title)
    }
    for line in series where !line.pieces.allSatisfy({ $0.isDrawable(horizontal, vertical) }) {
      faults.append(.notDrawable(line.name))
    }
    for crossing in crossings
    where !horizontal.admits(crossing.at.x) || !vertical.admits(crossing.at.y) {
      faults.append(.notDrawable(crossing.label))
    }
    let places =
      cheapest.flatMap { [$0.from, $0.to] }
      + continued.flatMap { [$0.lowerBound, $0.upperBound] }
    for place in places where !horizontal.admits(place) {
      faults.append(.notDrawable(cheapestLabel))
    }
    let indices =
      bands.flatMap { [$0.low, $0.high] } + cheapest.map(\.series)
      + cheapest.flatMap(\.alternatives)
    for index in indices where !series.indices.contains(index) {
      faults.append(.unknownSeries(index))
    }
    return faults
  }
}
