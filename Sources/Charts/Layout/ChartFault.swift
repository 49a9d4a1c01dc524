/// Why a chart cannot be drawn as given.
///
/// The fault knows *what*; whoever read the chart's content knows *where*.
public enum ChartFault: Error, Hashable, Sendable {
  /// Two texts, or a text and a marker, would cover each other.
  case overlap(String, String)

  /// A text does not fit into the drawing.
  case outside(String)

  /// An axis has no extent, is not finite, or is logarithmic and not above zero.
  case emptyAxis(String)

  /// A value that is not a finite number, or not above zero on a logarithmic axis.
  case notDrawable(String)

  /// An index that points to no series.
  case unknownSeries(Int)

  /// The fault as a phrase for a diagnostic: lower case, no full stop.
  public var message: String {
    switch self {
    case .overlap(let first, let second): "'\(first)' covers '\(second)' in the chart"
    case .outside(let text): "'\(text)' does not fit into the chart"
    case .emptyAxis(let title): "'\(title)' has no range that can be drawn"
    case .notDrawable(let name): "'\(name)' has a value that cannot be drawn on its axis"
    case .unknownSeries(let index): "series \(index) is not in the chart"
    }
  }
}

/// Everything that keeps a chart from being published, collected in one go.
public struct ChartFaults: Error, Hashable, Sendable {
  /// The faults, from the top of the drawing down; at least one.
  public let faults: [ChartFault]
}
