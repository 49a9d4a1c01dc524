/// An amount of US dollars, exact to the picodollar (10⁻¹² $).
///
/// One picodollar per token is one microdollar per million tokens, so that the cost of a token
/// is always whole. An `Int128` holds 1.7 × 10²⁶ dollars.
public struct Money: Hashable, Sendable, Comparable {
  /// The whole amount in picodollars; negative only as a difference.
  public let picodollars: Int128

  /// Creates an amount.
  public init(picodollars: Int128) { self.picodollars = picodollars }

  /// Rounds an exact amount once, half to even.
  ///
  /// - Parameter exact: Picodollars, perhaps with a fraction.
  public init(rounding exact: Ratio) { picodollars = exact.roundedHalfEven }

  /// No money.
  public static let zero = Money(picodollars: 0)

  /// The sum of two amounts.
  ///
  /// - Throws: ``PricingError/tooLarge``.
  public static func + (left: Money, right: Money) throws(PricingError) -> Money {
    let (sum, overflow) = left.picodollars.addingReportingOverflow(right.picodollars)
    guard !overflow else { throw .tooLarge }
    return Money(picodollars: sum)
  }

  /// By amount.
  public static func < (left: Money, right: Money) -> Bool {
    left.picodollars < right.picodollars
  }

  /// Picodollars in a dollar.
  public static let picodollarsPerDollar: Int128 = 1_000_000_000_000

  /// The same amount as a fraction of dollars.
  public var dollars: Ratio {
    (try? Ratio(picodollars, over: Self.picodollarsPerDollar)) ?? .zero
  }
}

// MARK: - Decimal text

extension Money {
  /// Reads dollars the way providers print them, such as `2.50`.
  ///
  /// - Parameter text: Digits, then at most twelve decimals; no sign, unit or separator.
  /// - Throws: ``PricingError`` if `text` is no such number. Nothing is rounded.
  public init(dollars text: String) throws(PricingError) {
    let exact = try Ratio(decimal: text)
    let scaled = try exact * Ratio(Self.picodollarsPerDollar)
    guard scaled.isWhole else { throw .finerThanAPicodollar(text) }
    picodollars = scaled.numerator
  }

  /// Dollars as exact decimal text without trailing zeros, such as `0.05232498`.
  public var dollarText: String { DecimalText.exact(picodollars, decimals: 12) }
}
