/// A heat map as its template sees it: coordinates and texts, ready to print.
///
/// Templates call the model `HeatMapDrawing` and its variable `chart`.
public struct HeatMapDrawing: ChartDrawing {
  /// The classes that the template uses, those of shades aside.
  static let classes: Set<String> = [
    "casing", "cells", "detail", "dot", "isoline", "note", "shades", "subtitle", "surface", "tick",
    "title",
  ]

  /// What stands around the marks.
  public var frame: DrawnFrame

  /// What the driver from the bottom up is called, anchored at its start.
  public var verticalTitle: DrawnText

  /// The values of the rows, anchored at their ends.
  public var verticalTicks: [DrawnText]

  /// The values of the columns, anchored in their middles.
  public var horizontalTicks: [DrawnText]

  /// What the driver from left to right is called, anchored in its middle.
  public var horizontalTitle: DrawnText

  /// The cells, from the top left.
  public var cells: [DrawnCell]

  /// Path data of the line on which the cheapest offer changes; `nil` if it lies outside.
  public var line: String?

  /// Path data of a sample of it.
  public var lineSample: String?

  /// What the line means.
  public var lineLabel: DrawnText?

  /// Path data of a sample of the mark.
  public var markSample: String?

  /// What the mark means.
  public var markLabel: DrawnText?

  /// The shades, from the least to the most.
  public var shades: [DrawnBox]

  /// What the shades measure, and both ends of their scale.
  public var shadeLabels: [DrawnText]
}

/// A cell of a heat map.
public struct DrawnCell: Hashable, Sendable {
  /// Its place, with the class of its shade.
  public var box: DrawnBox

  /// The value, anchored in its middle; `nil` in a cell too narrow even for its short form.
  public var text: DrawnText?

  /// Path data of the mark; `nil` for a cell without one.
  public var mark: String?
}
