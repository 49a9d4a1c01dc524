/// A tornado chart as its template sees it: coordinates and texts, ready to print.
///
/// Templates call the model `TornadoDrawing` and its variable `chart`.
public struct TornadoDrawing: ChartDrawing {
  /// The classes that the template uses.
  static let classes: Set<String> = [
    "aside", "baseline", "detail", "grid", "halo", "high-end", "low-end", "muted", "name", "note",
    "subtitle", "surface", "swing", "tag", "tick", "title", "value",
  ]

  /// What stands around the marks.
  public var frame: DrawnFrame

  /// What the two shades mean.
  public var legend: [DrawnLegendItem]

  /// Path data of the lines that have a number.
  public var grid: String?

  /// Path data of the line at the result as assumed.
  public var baseline: String?

  /// The result as assumed, anchored in its middle.
  public var baselineLabel: DrawnText

  /// The assumptions, the strongest first.
  public var rows: [DrawnSwing]

  /// The numbers below the bars, anchored in their middles.
  public var ticks: [DrawnText]

  /// What the axis measures, anchored at its start.
  public var axisTitle: DrawnText
}

/// An assumption.
public struct DrawnSwing: Hashable, Sendable {
  /// The lines of its name.
  public var names: [DrawnText]

  /// The lines of its range.
  public var details: [DrawnText]

  /// From the result as assumed to the result at either end; the longer one first, so that the
  /// shorter one shows if both lie on one side.
  public var bars: [DrawnBox]

  /// The smaller result, anchored at its end.
  public var left: DrawnText

  /// The larger result, anchored at its start.
  public var right: DrawnText

  /// A frame with a word in it, if the assumption changes the cheapest offer.
  public var flip: DrawnTag?
}
