package import Pricing

/// Amounts of money as readers see them.
///
/// Rounded once more, half to even, and never to nothing: an amount below a cent keeps the
/// digits it needs.
package enum AmountText {
  /// Decimals for a column of amounts, so that all of them have the same.
  ///
  /// Whole dollars need none, other amounts two, and a column whose smallest amount is below a
  /// dollar as many as show three digits of it, unless the largest is so much larger that these
  /// would be noise in all other rows: the small one then has digits of its own.
  static func decimals(for amounts: [Money]) -> Int {
    let present = amounts.filter { $0 > .zero }
    guard let smallest = present.min() else { return 0 }
    let dollar = Money.picodollarsPerDollar
    if present.allSatisfy({ $0.picodollars.isMultiple(of: dollar) }) { return 0 }
    guard smallest.picodollars < dollar else { return 2 }
    let largest = present.max() ?? smallest
    let most =
      largest.picodollars >= 10 * dollar
      ? 2 : largest.picodollars >= dollar ? 4 : threeDigits(of: largest) + 2
    return min(most, threeDigits(of: smallest))
  }

  /// The decimals that show three digits of an amount below a dollar; at most twelve, which is
  /// all there is.
  private static func threeDigits(of amount: Money) -> Int {
    var decimals = 3
    var threshold = Money.picodollarsPerDollar / 10
    while amount.picodollars < threshold, decimals < 12 {
      threshold /= 10
      decimals += 1
    }
    return decimals
  }

  /// One amount with a fixed number of decimals: `$9,360`, `$0.0111`.
  ///
  /// An amount that has no digit among them is shown with three of its own.
  static func fixed(_ amount: Money, decimals: Int) -> String {
    let own = amount.isBelowLastDigit(decimals) ? threeDigits(of: amount) : decimals
    return "$" + NumberText.fixed(amount.dollars, decimals: own)
  }

  /// An amount in a sentence about a column of amounts: its decimals, but none for whole dollars.
  static func inSentence(_ amount: Money, decimals: Int) -> String {
    let isWhole = amount.picodollars.isMultiple(of: Money.picodollarsPerDollar)
    return fixed(amount, decimals: isWhole ? 0 : decimals)
  }

  /// An amount that stands alone, in text.
  static func alone(_ amount: Money) -> String { fixed(amount, decimals: decimals(for: [amount])) }

  /// An amount beside a point of a chart: three digits below ten dollars, whole ones above.
  static func annotation(_ amount: Money) -> String {
    amount.picodollars >= 10 * Money.picodollarsPerDollar
      ? fixed(amount, decimals: 0) : alone(amount)
  }

  /// Every digit of an amount, as the invoice has it.
  package static func exact(_ amount: Money) -> String { exact(amount, like: []) }

  /// Every digit of an amount in a column, with the decimals of the amounts above and below.
  static func exact(_ amount: Money, like column: [Money]) -> String {
    let digits = (column + [amount]).map { decimals(of: $0).count }.max() ?? 0
    let whole = NumberText.grouped(String(amount.dollarText.prefix { $0 != "." }))
    guard digits > 0 else { return "$\(whole)" }
    // Cents are written with both their digits.
    let fraction = decimals(of: amount)
    let zeros = String(repeating: "0", count: max(2, digits) - fraction.count)
    return "$\(whole).\(fraction)\(zeros)"
  }

  private static func decimals(of amount: Money) -> Substring {
    amount.dollarText.drop { $0 != "." }.dropFirst()
  }

  /// Every digit of a range, cents at both ends if at one: `$39.50–79.00`.
  package static func exactRange(
    _ low: Money, _ high: Money, like column: [Money] = []
  ) -> String {
    var (first, second) = (exact(low, like: column), exact(high, like: column))
    guard first != second else { return first }
    if first.contains(".") != second.contains(".") {
      if first.contains(".") { second += ".00" } else { first += ".00" }
    }
    return "\(first)–\(second.dropFirst())"
  }

  /// A range: `$150–500`, or one amount where both ends look the same.
  static func range(_ low: Money, _ high: Money?, decimals: Int? = nil) -> String {
    guard let high else {
      return low == .zero ? "not stated" : "\(alone(low)) or more"
    }
    let decimals = decimals ?? Self.decimals(for: [low, high])
    let (first, second) = (fixed(low, decimals: decimals), fixed(high, decimals: decimals))
    return first == second ? first : "\(first)–\(second.dropFirst())"
  }
}

extension Money {
  /// Whether an amount that is not nothing is less than one in the last of so many decimals.
  fileprivate func isBelowLastDigit(_ decimals: Int) -> Bool {
    var unit = Self.picodollarsPerDollar
    for _ in 0..<decimals { unit /= 10 }
    return picodollars > 0 && picodollars < unit
  }
}
