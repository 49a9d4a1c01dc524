/// A history of prices as its template sees it: coordinates and texts, ready to print.
///
/// Templates call the model `RateHistoryDrawing` and its variable `chart`.
public struct RateHistoryDrawing: ChartDrawing {
  /// The classes that the template uses, those of colours aside.
  static let classes: Set<String> = [
    "aside", "detail", "elbow", "gap", "grid", "halo", "label", "leader", "line", "mark", "name",
    "note", "sample", "subtitle", "surface", "tick", "title",
  ]

  /// What stands around the marks.
  public var frame: DrawnFrame

  /// Path data of the lines that have a number or a day.
  public var grid: String?

  /// The title of the price axis, anchored at its start.
  public var verticalTitle: DrawnText

  /// The numbers left of the plot, anchored at their ends.
  public var verticalTicks: [DrawnText]

  /// The days below the plot, anchored in their middles.
  public var horizontalTicks: [DrawnText]

  /// Hatching where the day of a change is not known.
  public var gaps: [DrawnShape]

  /// The prices; nothing of them is dashed.
  public var lines: [DrawnLine]

  /// Path data of the thin lines from changes to their labels.
  public var leaders: String?

  /// Earlier prices, anchored in their middles.
  public var prices: [DrawnText]

  /// The names with the last prices.
  public var labels: [DrawnLabel]

  /// The list below the plot where labels are brief; empty where they say everything.
  public var key: [DrawnKeyRow]
}
