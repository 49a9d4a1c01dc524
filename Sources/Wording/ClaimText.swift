import Messages
package import Pricing

/// Figures of claims with their units, as readers see them: `$3,200–6,400`, `20.6 million tokens`.
package enum ClaimText {
  /// The figure of a claim as its source printed it, or what its words were taken for where they hold
  /// none: `no figure, taken as $0.55 per million tokens`.
  package static func published(_ claim: AuditedClaim) -> String {
    let text = published(claim.claim.published)
    return claim.hasFigureInItsWords ? text : localized("no figure, taken as \(text)")
  }

  /// A figure as its source printed it: `about $4,000–8,000`, `below 100 million tokens`.
  package static func published(_ value: PublishedValue) -> String {
    let figure = text(value.figures, value.unit, value.decimals)
    let bounded =
      switch value.bound {
      case .below: localized("below \(figure)")
      case .above: localized("above \(figure)")
      case .upTo: localized("up to \(figure)")
      case .atLeast: localized("at least \(figure)")
      case nil: figure
      }
    return value.isApproximate ? localized("about \(bounded)") : bounded
  }

  /// A computed value, with two digits more than the figure beside it or three in all.
  package static func computed(
    _ value: Bounds<Ratio>, open: OpenSides = OpenSides(), beside published: PublishedValue
  ) -> String {
    text(
      value, published.unit,
      Ends(
        low: decimals(of: value.low, atLeast: published.decimals.low, mayRound: true),
        high: decimals(of: value.high, atLeast: published.decimals.high, mayRound: true)),
      open: open)
  }

  /// An input: every digit, unless it has no end.
  package static func input(
    _ value: Bounds<Ratio>, _ unit: ClaimUnit, open: OpenSides = OpenSides()
  ) -> String {
    text(
      value, unit,
      Ends(
        low: decimals(of: value.low, atLeast: 0, mayRound: false),
        high: decimals(of: value.high, atLeast: 0, mayRound: false)),
      open: open)
  }

  /// One end or both, with words for the sides on which a value may lie beyond them: `at least 5`,
  /// `from at most 1 to 96`.
  private static func ends(_ low: String, _ high: String, open: OpenSides) -> String {
    let isRange = low != high
    return switch (open.below, open.above) {
    case (false, false): isRange ? "\(low)–\(high)" : low
    case (false, true):
      localized(isRange ? "from \(low) to at least \(high)" : "at least \(low)")
    case (true, false):
      localized(isRange ? "from at most \(low) to \(high)" : "at most \(low)")
    case (true, true):
      localized(isRange ? "from at most \(low) to at least \(high)" : "some \(low)")
    }
  }

  private static func text(
    _ value: Bounds<Ratio>, _ unit: ClaimUnit, _ decimals: Ends<Int>, open: OpenSides = OpenSides()
  ) -> String {
    let isMoney = unit.above.contains(.usd)
    func end(_ value: Ratio, _ decimals: Int, beside other: Int) -> String {
      // Cents are written with both their digits, and at both ends.
      let hasCents = isMoney && (decimals == 1 || decimals == 0 && (1...2).contains(other))
      return NumberText.fixed(value, decimals: hasCents ? 2 : decimals)
    }
    let low = end(value.low, decimals.low, beside: decimals.high)
    let high = end(value.high, decimals.high, beside: decimals.low)
    let suffix = suffix(unit)
    let gap = suffix.isEmpty || suffix.first == "/" || suffix.first == " " ? "" : "\u{A0}"
    func amount(_ number: String) -> String { isMoney ? localized("$\(number)") : number }
    // Of two amounts in words each has its sign, `$1–2` has one.
    let range =
      open.isClosed
      ? amount(ends(low, high, open: open)) : ends(amount(low), amount(high), open: open)
    return range + gap + suffix
  }

  /// Decimals that show a number exactly, or enough of it where it has no end or may be rounded.
  private static func decimals(of number: Ratio, atLeast least: Int, mayRound: Bool) -> Int {
    var (scale, enough): (Int128, Int?) = (1, nil)
    for decimals in 0...12 {
      guard let scaled = try? number * Ratio(scale) else { break }
      if scaled.isWhole { return max(decimals, least) }
      let digits = scaled.roundedHalfEven
      if digits.magnitude >= 100, decimals >= least + 2 {
        let zeros = String(digits).reversed().prefix { $0 == "0" }.count
        enough = enough ?? max(least, decimals - zeros)
        if mayRound, let enough { return enough }
      }
      scale *= 10
    }
    return enough ?? 12
  }

  private static func suffix(_ unit: ClaimUnit) -> String {
    let above = unit.above.filter { $0 != .usd }.map { word($0) }.joined(separator: "·")
    return unit.below.reduce(above) { text, base in
      switch base {
      case .tokens: "\(text) \(localized("per token"))"
      case .requests: "\(text) \(localized("per request"))"
      case .months: "\(text) \(localized("per month"))"
      case .millionTokens: "\(text) \(localized("per million tokens"))"
      default: "\(text)/\(word(base))"
      }
    }
  }

  private static func word(_ base: ClaimUnit.Base) -> String {
    switch base {
    case .millionTokens: localized("million tokens")
    case .usd, .tokens, .requests, .items, .months: localized(name: base.rawValue)
    case .hours, .minutes, .seconds, .megabytes, .gigabytes, .terabytes, .percent: base.rawValue
    }
  }
}
