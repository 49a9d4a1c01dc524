/// An amount that a quotation is said to state.
public struct QuotedFigure: Hashable, Sendable {
  /// What kind of amount it is, and so in which units words may give it.
  public enum Kind: Hashable, Sendable {
    /// How many of something.
    case count

    /// Dollars.
    case money

    /// A share of a whole, as a fraction.
    case share

    /// By what something is multiplied, also in per cent.
    case factor

    /// A time in seconds.
    case time
  }

  /// In which units words may give it.
  public let kind: Kind

  /// Both ends of a range, or one value.
  public let values: [Ratio]

  /// Creates a figure.
  ///
  /// - Parameters:
  ///   - kind: What kind of amount it is.
  ///   - values: Both ends of a range, or one value; of a share as a fraction, of a time in seconds.
  public init(kind: Kind, values: [Ratio]) {
    self.kind = kind
    self.values = values
  }

  /// The amount for messages, such as `15 to 50`.
  public var text: String {
    values.map(text).joined(separator: " to ")
  }

  private func text(_ value: Ratio) -> String {
    switch kind {
    case .count, .money, .factor: return value.decimalText
    case .share: return ((try? value * 100) ?? value).decimalText + " %"
    case .time:
      for (length, unit) in [(Ratio(3_600), "h"), (60, "min")] where value >= length {
        if let count = try? value / length, count.isWhole { return "\(count.decimalText) \(unit)" }
      }
      return "\(value.decimalText) s"
    }
  }

  /// Whether each value stands among some amounts.
  public func isHeld(by amounts: Set<QuotedAmount>) -> Bool {
    values.allSatisfy { value in amounts.contains { isSame($0, as: value) } }
  }

  private func isSame(_ amount: QuotedAmount, as value: Ratio) -> Bool {
    switch (kind, amount.measure) {
    case (.count, .bare), (.money, .dollars), (.money, .bare), (.share, .bare),
      (.factor, .bare):
      return amount.value == value
    case (.money, .cents), (.share, .percent), (.factor, .percent):
      return (try? amount.value / 100) == value
    case (.time, .time(let unit)):
      return (try? amount.value * unit) == value
    default: return false
    }
  }
}
