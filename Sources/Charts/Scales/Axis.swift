/// One axis of a chart.
public struct Axis: Hashable, Sendable {
  /// How distances relate to values.
  public enum Kind: String, Sendable {
    /// Equal distances are equal differences.
    case linear

    /// Equal distances are equal ratios; the domain lies above zero.
    case log
  }

  /// What is measured, with its unit, such as `Tokens a month (log scale)`.
  public var title: String

  /// How distances relate to values.
  public var kind: Kind

  /// The smallest value shown.
  public var low: Double

  /// The largest value shown.
  public var high: Double

  /// How the ticks are written.
  public var format: TickFormat

  /// Creates an axis.
  public init(
    title: String, kind: Kind, low: Double, high: Double, format: TickFormat
  ) {
    self.title = title
    self.kind = kind
    self.low = low
    self.high = high
    self.format = format
  }

  /// Whether the axis has an extent that can be drawn.
  var isDrawable: Bool {
    low.isFinite && high.isFinite && low < high && (kind == .linear || low > 0)
  }

  /// Whether a value has a place on the axis, inside the domain or not.
  func admits(_ value: Double) -> Bool {
    value.isFinite && (kind == .linear || value > 0)
  }
}
