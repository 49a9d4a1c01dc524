import Pricing

/// An amount that a quotation is said to state.
struct QuotedFigure {
  /// What kind of amount it is, and so in which units words may give it.
  enum Kind {
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

  let kind: Kind

  /// Both ends of a range, or one value.
  let values: [Ratio]

  /// The amount for messages, such as `15 to 50`.
  var text: String {
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
  func isHeld(by amounts: Set<QuotedAmount>) -> Bool {
    values.allSatisfy { value in amounts.contains { isSame($0, as: value) } }
  }

  /// Whether an amount is one of the values.
  func has(_ amount: QuotedAmount) -> Bool { values.contains { isSame(amount, as: $0) } }

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

extension Mapping {
  /// What a key states, as words could; `nil` where it is no number, or not stated.
  func figure(_ key: String) -> QuotedFigure? {
    guard let kind = shape.field(key)?.kind, let (form, values) = amounts(key, kind) else {
      return nil
    }
    return QuotedFigure(kind: form, values: values)
  }

  private func amounts(_ key: String, _ kind: Kind) -> (QuotedFigure.Kind, [Ratio])? {
    let number: QuotedFigure.Kind =
      key.hasPrefix("usd_") ? .money : key == "factor" ? .factor : .count
    switch kind {
    case .count: return count(key).map { (.count, [Ratio(Int128($0.value))]) }
    case .countRange:
      return ends(countRange(key)?.value) { Ratio(Int128($0)) }.map { (.count, $0) }
    case .decimal: return (try? decimal(key)?.value.ratio()).map { (number, [$0]) }
    case .decimalRange:
      return ends(decimalRange(key)?.value) { try? $0.ratio() }.map { (number, $0) }
    case .percentRange:
      return ends(percentRange(key)?.value) { try? $0.ratio() }.map { (.share, $0) }
    case .duration: return duration(key).map { (.time, [seconds($0.value)]) }
    case .durationRange: return ends(durationRange(key)?.value) { seconds($0) }.map { (.time, $0) }
    default: return nil
    }
  }

  private func ends<Bound>(
    _ stated: Stated<Bound>?, _ value: (Bound) -> Ratio?
  ) -> [Ratio]? {
    guard case .range(let range) = stated, let low = value(range.lowerBound),
      let high = value(range.upperBound)
    else { return nil }
    return low == high ? [low] : [low, high]
  }
}
