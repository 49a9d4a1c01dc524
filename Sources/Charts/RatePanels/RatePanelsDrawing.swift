/// A chart of prices as its template sees it: coordinates and texts, ready to print.
///
/// Templates call the model `RatePanelsDrawing` and its variable `chart`.
public struct RatePanelsDrawing: ChartDrawing {
  /// The classes that the template uses, that of the colour aside.
  static let classes: Set<String> = [
    "aside", "band", "dashed", "detail", "drop", "gap", "grid", "halo", "leader", "line", "mark",
    "muted", "name", "note", "subtitle", "surface", "tick", "title", "value",
  ]

  /// What stands around the marks.
  public var frame: DrawnFrame

  /// Path data of the lines at days that have a name, and of zero in each row.
  public var grid: String?

  /// Path data of the line behind which prices are announced.
  public var limit: String?

  /// The day of that line, anchored in its middle.
  public var limitLabel: DrawnText?

  /// The prices.
  public var rows: [DrawnPanel]

  /// The days below the rows, anchored in their middles.
  public var ticks: [DrawnText]
}

/// The steps of one price.
public struct DrawnPanel: Hashable, Sendable {
  /// The lines of the offer's name.
  public var names: [DrawnText]

  /// The lines of what the price is for.
  public var details: [DrawnText]

  /// The class of the colour, such as `s1`.
  public var colour: String

  /// Path data of what lies between the ends of ranges.
  public var band: String?

  /// Path data of hatching where the day of a change is not known.
  public var gap: String?

  /// Path data of prices that hold or held.
  public var solid: String?

  /// Path data of prices that are announced.
  public var dashed: String?

  /// Path data of the marks at changes.
  public var marks: String?

  /// Earlier prices, anchored in their middles.
  public var prices: [DrawnText]

  /// The lines of the last price.
  public var lastPrice: [DrawnText]

  /// The lines of how it changed.
  public var lastChange: [DrawnText]
}
