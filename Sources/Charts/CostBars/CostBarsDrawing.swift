/// A chart of cost bars as its template sees it: coordinates and texts, ready to print.
///
/// Templates call the model `CostBarsDrawing` and its variable `chart`.
public struct CostBarsDrawing: ChartDrawing {
  /// The classes that the template uses, those of colours aside.
  static let classes: Set<String> = [
    "aside", "baseline", "detail", "grid", "halo", "heading", "muted", "name", "note", "range",
    "segment", "subtitle", "surface", "tag", "tear", "tick", "title", "value",
  ]

  /// What every drawing has around its marks.
  public var frame: DrawnFrame

  /// The phases that no bar has room to name, with their colours.
  public var legend: [DrawnLegendItem]

  /// Path data of the lines that have a number.
  public var grid: String?

  /// Path data of the line at zero.
  public var baseline: String?

  /// The numbers below the bars, anchored in their middles.
  public var ticks: [DrawnText]

  /// What the axis measures, anchored at its start.
  public var axisTitle: DrawnText

  /// The names of the workloads.
  public var headings: [DrawnText]

  /// The names of the offers, line by line.
  public var names: [DrawnText]

  /// What qualifies them, line by line.
  public var details: [DrawnText]

  /// What is known of the costs, those of the cheapest offers aside.
  public var values: [DrawnText]

  /// The offers.
  public var bars: [DrawnBar]
}

/// A phase and its colour.
public struct DrawnLegendItem: Hashable, Sendable {
  /// The class of the phase, such as `phase-kept-warm`.
  public var phase: String

  /// Pixels from the left of the sample, a square of 10.
  public var x: String

  /// Pixels from the top of the sample.
  public var y: String

  /// The name of the phase.
  public var label: DrawnText
}

/// One offer.
public struct DrawnBar: Hashable, Sendable {
  /// What is certain of the cost, from zero; empty if nothing is, or if it is nothing.
  public var segments: [DrawnSegment]

  /// The names of the parts that have room for one, each phase once, or what stands in its place.
  public var labels: [DrawnText]

  /// From the low to the high end; `nil` if the cost is one amount.
  public var range: DrawnRange?

  /// Path data of the gap across a bar that is longer than the axis; `nil` of one true to scale.
  public var tear: String?

  /// The cost in words, if no other offer costs less.
  public var best: DrawnText?

  /// What is said instead of a cost that is not known.
  public var unknown: DrawnText?

  /// A frame with a word in it, if no other offer costs less.
  public var cheapest: DrawnTag?
}

/// A part of a bar.
public struct DrawnSegment: Hashable, Sendable {
  /// The class of the phase, such as `phase-kept-warm`.
  public var phase: String

  /// Pixels from the left.
  public var x: String

  /// Pixels from the top.
  public var y: String

  /// The width in pixels.
  public var width: String

  /// The height in pixels.
  public var height: String
}

/// The uncertain part of a bar.
public struct DrawnRange: Hashable, Sendable {
  /// The class of the phase that the bar ends in.
  public var phase: String

  /// Pixels from the left.
  public var x: String

  /// Pixels from the top.
  public var y: String

  /// The width in pixels.
  public var width: String

  /// The height in pixels.
  public var height: String

  /// Path data of the hatching; `nil` if there is no room for a stroke.
  public var hatching: String?
}

/// A word in a frame.
public struct DrawnTag: Hashable, Sendable {
  /// Pixels from the left of the frame.
  public var x: String

  /// Pixels from the top of the frame.
  public var y: String

  /// The width of the frame in pixels.
  public var width: String

  /// The height of the frame in pixels.
  public var height: String

  /// The word, anchored in the middle.
  public var label: DrawnText
}
