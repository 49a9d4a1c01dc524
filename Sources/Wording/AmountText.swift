import Messages
package import Pricing

/// Amounts of money as readers see them.
///
/// Rounded once more, half to even, and never to nothing: an amount below a cent keeps the
/// digits it needs.
package enum AmountText {
  private static let dollar = Money.picodollarsPerDollar

  /// Decimals for a column of amounts, so that all of them have the same.
  ///
  /// Whole dollars need none, other amounts two, and a column whose smallest amount is below a
  /// dollar as many as show three digits of it, unless the largest is so much larger that these
  /// would be noise in all other rows: the small one then has digits of its own.
  package static func decimals(for amounts: some Sequence<Money>) -> Int {
    var (smallest, largest): (Int128?, Int128) = (nil, 0)
    var isWhole = true
    for amount in amounts where amount > .zero {
      smallest = min(smallest ?? amount.picodollars, amount.picodollars)
      largest = max(largest, amount.picodollars)
      isWhole = isWhole && amount.picodollars.isMultiple(of: dollar)
    }
    guard let smallest, !isWhole else { return 0 }
    guard smallest < dollar else { return 2 }
    let most =
      largest >= 10 * dollar ? 2 : largest >= dollar ? 4 : threeDigits(of: largest) + 2
    return min(most, threeDigits(of: smallest))
  }

  /// Decimals for a column that a reader compares: three digits, and at most cents where they show
  /// them; more only where the two lowest amounts would look the same and are not.
  package static func comparedDecimals(for amounts: [Money]) -> Int {
    let amounts = amounts.filter { $0 > .zero }
    guard let lowest = amounts.min() else { return 0 }
    var decimals = lowest.picodollars >= 100 * dollar ? 0 : decimals(for: amounts)
    guard let second = amounts.lazy.filter({ $0 > lowest }).min() else { return decimals }
    while decimals < 12, fixed(lowest, decimals: decimals) == fixed(second, decimals: decimals) {
      // Cents are written with both their digits.
      decimals += decimals == 0 ? 2 : 1
    }
    return decimals
  }

  /// The decimals that show three digits of an amount below a dollar; at most twelve, which is
  /// all there is.
  private static func threeDigits(of picodollars: Int128) -> Int {
    var decimals = 3
    var threshold = dollar / 10
    while picodollars < threshold, decimals < 12 {
      threshold /= 10
      decimals += 1
    }
    return decimals
  }

  /// One amount with a fixed number of decimals: `$9,360`, `$0.0111`.
  ///
  /// An amount that has no digit among them is shown with three of its own.
  package static func fixed(_ amount: Money, decimals: Int) -> String {
    let unit = DigitText.power(12 - decimals)
    let isBelow = amount > .zero && amount.picodollars < unit
    let own = isBelow ? threeDigits(of: amount.picodollars) : decimals
    return DigitText.dollars(rounded(amount, decimals: own), decimals: own)
  }

  private static func rounded(_ amount: Money, decimals: Int) -> Int128 {
    let unit = DigitText.power(12 - decimals)
    let (quotient, remainder) = amount.picodollars.quotientAndRemainder(dividingBy: unit)
    let twice = remainder.magnitude * 2
    let step: Int128 = amount.picodollars < 0 ? -1 : 1
    if twice == unit.magnitude { return quotient.isMultiple(of: 2) ? quotient : quotient + step }
    return twice > unit.magnitude ? quotient + step : quotient
  }

  /// An amount in a sentence about a column of amounts: its decimals, but none for whole dollars.
  package static func inSentence(_ amount: Money, decimals: Int) -> String {
    fixed(amount, decimals: amount.picodollars.isMultiple(of: dollar) ? 0 : decimals)
  }

  /// An amount that stands alone, in text; without zeros behind its cents: `$0.20`.
  package static func alone(_ amount: Money) -> String {
    let only = CollectionOfOne(amount)
    return fixed(amount, decimals: min(decimals(for: only), exactDecimals(of: only)))
  }

  /// An amount beside a point of a chart: three digits below ten dollars, whole ones above.
  package static func annotation(_ amount: Money) -> String {
    amount.picodollars >= 10 * dollar ? fixed(amount, decimals: 0) : alone(amount)
  }

  /// A range beside a point of a chart: `$15–50`.
  package static func annotation(_ low: Money, _ high: Money) -> String {
    let (first, last) = (annotation(low), annotation(high))
    return first == last ? first : joined(first, last)
  }

  /// A range: `$150–500`, or one amount where both ends look the same.
  package static func range(_ low: Money, _ high: Money?, decimals: Int? = nil) -> String {
    guard let high else {
      return low == .zero ? localized("not stated") : localized("\(alone(low)) or more")
    }
    let decimals = decimals ?? Self.decimals(for: [low, high])
    let first = fixed(low, decimals: decimals)
    if low == high { return first }
    let second = fixed(high, decimals: decimals)
    return first == second ? first : joined(first, second)
  }
}

extension AmountText {
  /// Two amounts with the sign of the currency once: `$150–500`.
  private static func joined(_ first: String, _ second: String) -> String {
    guard Language.current != nil else { return "\(first)–\(second.dropFirst())" }
    let sign = localized("$\("")")
    return first.hasSuffix(sign)
      ? "\(first.dropLast(sign.count))–\(second)" : "\(first)–\(second.dropFirst(sign.count))"
  }
}

// MARK: - Every digit

extension AmountText {
  /// How many decimals show every digit of all amounts of a column: none for whole dollars, else
  /// at least the two of cents.
  package static func exactDecimals(of amounts: some Sequence<Money>) -> Int {
    let most = amounts.reduce(0) {
      max($0, DigitText.trimmed($1.picodollars, decimals: 12).decimals)
    }
    return most == 0 ? 0 : max(2, most)
  }

  /// Every digit of an amount, as the invoice has it.
  ///
  /// - Parameters:
  ///   - amount: The amount.
  ///   - decimals: Those of the column it stands in, from ``exactDecimals(of:)``.
  /// - Returns: `$0.0525`; cents are written with both their digits.
  package static func exact(_ amount: Money, decimals: Int = 0) -> String {
    let own = DigitText.trimmed(amount.picodollars, decimals: 12)
    let needed = max(decimals, own.decimals == 0 ? 0 : max(2, own.decimals))
    return DigitText.dollars(
      own.scaled * DigitText.power(needed - own.decimals), decimals: needed)
  }

  /// Every digit of a range, cents at both ends if at one: `$39.50–79.00`.
  package static func exactRange(_ low: Money, _ high: Money, decimals: Int = 0) -> String {
    guard low != high else { return exact(low, decimals: decimals) }
    let hasCents = exactDecimals(of: [low, high]) > 0
    let decimals = max(decimals, hasCents ? 2 : 0)
    return joined(exact(low, decimals: decimals), exact(high, decimals: decimals))
  }
}
