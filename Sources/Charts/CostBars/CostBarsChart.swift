import Messages

/// What each offer charges for the same work, as bars from zero, with what the money went into.
public struct CostBarsChart: Chart {
  /// The finding, as a sentence.
  public var title: String

  /// Whether the drawing says its title; not where the page has it as a headline just above.
  public var showsTitle = true

  /// What is measured, in which unit, for which work.
  public var subtitle: String

  /// What a reader who cannot see the chart is told: every offer with its cost.
  public var description: String

  /// What the axis measures, with its unit, such as `Cost of the job (US$)`.
  public var axisTitle: String

  /// How the ticks are written.
  public var format: TickFormat

  /// Whether bars show amounts, or what each amount consists of.
  public var measure = Measure.amounts

  /// The bars, by workload.
  public var groups: [Group] = []

  /// Said below the bars if the groups are too far apart for one axis and have one each.
  public var ownScalesNote: String?

  /// Shown under the bars if one is torn off because it is longer than the axis.
  public var tornNote: String?

  /// What stands beside the value of the cheapest offer.
  public var cheapestLabel = localized("cheapest")

  /// Assumptions, source and licence, a paragraph each.
  public var notes: [String] = []

  /// Creates a chart without bars.
  public init(
    title: String, subtitle: String, description: String, axisTitle: String,
    format: TickFormat = .dollars
  ) {
    self.title = title
    self.subtitle = subtitle
    self.description = description
    self.axisTitle = axisTitle
    self.format = format
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
  public func laidOut(_ layout: ChartLayout) throws(ChartFaults) -> LaidOut<CostBarsDrawing> {
    let faults = rows.filter { !$0.isDrawable }.map { ChartFault.notDrawable($0.label) }
    guard faults.isEmpty else { throw ChartFaults(faults: faults) }
    return try CostBarsComposition(self, layout).laidOut()
  }

  /// The bars of all groups, from the top.
  var rows: [Row] { groups.flatMap(\.rows) }

  /// The groups that share an axis: all of them, or each alone if the dearest bar of one would
  /// be less than a tenth as long as that of another.
  var panels: [[Group]] {
    let longest = groups.map { $0.rows.filter(\.isStated).map(\.extent).max() ?? 0 }
      .filter { $0 > 0 }
    guard measure == .amounts, let least = longest.min(), let most = longest.max(),
      least < most / 10
    else { return groups.isEmpty ? [] : [groups] }
    return groups.map { [$0] }
  }
}
