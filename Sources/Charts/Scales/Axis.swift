/// One axis of a chart.
public struct Axis: Hashable, Sendable {
  /// How distances relate to values.
  public enum Kind: String, Sendable {
    /// Equal distances are equal differences.
    case linear

    /// Equal distances are equal ratios; the domain lies above zero.
    case log
  }

  /// A whole value with a word for it.
  public struct Name: Hashable, Sendable {
    /// Where it stands.
    public var value: Int

    /// What is written there.
    public var text: String

    /// Creates a named value.
    public init(_ value: Int, _ text: String) {
      self.value = value
      self.text = text
    }
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

  /// Ticks with words instead of numbers, such as days; empty for an axis of numbers.
  public var names: [Name] = []

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

  /// The axis with both ends moved outwards to round values, so that both carry a number: to 1,
  /// 2 or 5 times a power of ten if it is logarithmic, else the high end to a whole step.
  public var rounded: Axis {
    guard isDrawable else { return self }
    var axis = self
    if kind == .linear {
      let ticks = Ticks.linear(self, atMost: 7).labelled
      guard ticks.count > 1, let last = ticks.last?.value else { return self }
      let step = last - ticks[ticks.count - 2].value
      axis.high = high > last + step * 1e-9 ? last + step : last
      return axis
    }
    let bottom = Ticks.halves(from: low / 10, to: low)
    let top = Ticks.halves(from: high, to: high * 10)
    axis.low = bottom.last?.value ?? low
    axis.high = top.first?.value ?? high
    return axis
  }

  /// Whether a value is one of the ends, in spite of binary fractions.
  func isEnd(_ value: Double) -> Bool {
    [low, high].contains { abs(value - $0) <= 1e-9 * abs($0) }
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
