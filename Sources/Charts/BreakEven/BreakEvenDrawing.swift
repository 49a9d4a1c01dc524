/// A break-even chart as its template sees it: coordinates and texts, ready to print.
///
/// Templates call the model `BreakEvenDrawing` and its variable `chart`.
public struct BreakEvenDrawing: ChartDrawing {
  /// The classes that the template uses, those of colours aside.
  static let classes: Set<String> = [
    "aside", "band", "close", "continued", "dashed", "deciding", "detail", "drop", "elbow", "grid",
    "halo",
    "high", "label", "leader", "line", "mark", "minor", "name", "note", "plate", "ribbon", "ring",
    "sample", "stripes", "subtitle", "surface", "tick", "title", "value",
  ]

  /// What every drawing has around its marks.
  public var frame: DrawnFrame

  /// Path data of the faint lines.
  public var minorGrid: String?

  /// Path data of the lines that have a number.
  public var majorGrid: String?

  /// The title of the cost axis, anchored at its start.
  public var verticalTitle: DrawnText

  /// The numbers left of the plot, anchored at their ends.
  public var verticalTicks: [DrawnText]

  /// The title of the driver axis, anchored in its middle.
  public var horizontalTitle: DrawnText

  /// The numbers below the plot, anchored in their middles.
  public var horizontalTicks: [DrawnText]

  /// The areas between the edges of ranges.
  public var bands: [DrawnShape]

  /// What the ribbon is called, anchored at its end; `nil` without a ribbon.
  public var ribbonTitle: DrawnText?

  /// The cheapest offers, from the left.
  public var ribbon: [DrawnSpan]

  /// The curves.
  public var lines: [DrawnLine]

  /// Marks where curves end inside the plot.
  public var stops: [DrawnShape]

  /// Path data of the thin lines from marks to labels inside the plot.
  public var leaders: String?

  /// Path data of the dotted lines from where the cheapest offer changes down to the ribbon.
  public var drops: String?

  /// The crossings where the cheapest offer changes.
  public var decidingRings: [DrawnRing]

  /// The other crossings.
  public var otherRings: [DrawnRing]

  /// The labels of the crossings where the cheapest offer changes, anchored in their middles.
  public var decidingLabels: [DrawnText]

  /// The labels of the other crossings, anchored in their middles.
  public var otherLabels: [DrawnText]

  /// The names of the curves, beside the plot or at ends inside it.
  public var labels: [DrawnLabel]

  /// The list below the plot where labels are brief; empty where they say everything.
  public var key: [DrawnKeyRow]
}

/// A filled or stroked shape in the colour of a curve.
public struct DrawnShape: Hashable, Sendable {
  /// The class of the colour, such as `s1`.
  public var colour: String

  /// Path data.
  public var path: String
}

/// An interval of the ribbon.
public struct DrawnSpan: Hashable, Sendable {
  /// The class of the colour, such as `s1`.
  public var colour: String

  /// Pixels from the left.
  public var x: String

  /// Pixels from the top.
  public var y: String

  /// The width in pixels.
  public var width: String

  /// The height in pixels.
  public var height: String

  /// The one offer, anchored in the middle; `nil` if it does not fit.
  public var label: DrawnText?

  /// Path data of the curve's mark, where the name does not fit but a mark does.
  public var mark: String?

  /// Stripes in the colours of the offers that may be the cheapest as well.
  public var stripes: [DrawnShape]

  /// Path data of the ground that makes it thin where a curve is only continued; `nil` for nowhere.
  public var continued: String?

  /// Who they are; `nil` where that is certain and stated, or does not fit.
  public var plate: DrawnPlate?
}

/// A plain ground on stripes.
public struct DrawnPlate: Hashable, Sendable {
  /// Pixels from the left.
  public var x: String

  /// Pixels from the top.
  public var y: String

  /// The width in pixels.
  public var width: String

  /// The height in pixels.
  public var height: String

  /// The offers, anchored in the middle; `nil` where only their marks fit.
  public var label: DrawnText?

  /// The marks of the offers, where their names do not fit.
  public var signs: [DrawnShape]
}

/// A curve.
public struct DrawnLine: Hashable, Sendable {
  /// The classes of the colour, of the edge and of the width, such as `s1` or `s1 high`.
  public var colour: String

  /// Path data of what was measured.
  public var solid: String?

  /// Path data of what was extrapolated.
  public var dashed: String?

  /// Path data of the marks at its ends.
  public var marks: String?
}

/// A crossing.
public struct DrawnRing: Hashable, Sendable {
  /// Pixels from the left to its centre.
  public var x: String

  /// Pixels from the top to its centre.
  public var y: String

  /// The radius in pixels.
  public var radius: String
}

/// The name of a curve.
public struct DrawnLabel: Hashable, Sendable {
  /// The class of the colour, such as `s1`.
  public var colour: String

  /// Path data of the thin line to the curve's end; `nil` where they meet.
  public var leader: String?

  /// The lines of the name.
  public var names: [DrawnText]

  /// The lines that qualify it.
  public var details: [DrawnText]

  /// The lines that say why the curve ends here.
  public var endings: [DrawnText]
}

/// A row of the list below the plot.
public struct DrawnKeyRow: Hashable, Sendable {
  /// The class of the colour, such as `s1`.
  public var colour: String

  /// Path data of a sample of the line.
  public var sample: String

  /// Path data of the mark on the sample.
  public var mark: String?

  /// The name, what qualifies it and why the curve ends, broken to the width.
  public var lines: [DrawnText]
}
