import Pricing

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
      key.hasPrefix("usd_") || shape.takesCurrencies && Currency.price(of: key) != nil
      ? .money : key == "factor" ? .factor : .count
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
