/// Decimal digits without floating point.
public enum DecimalText {
  /// A scaled whole number as decimal text without trailing zeros.
  ///
  /// - Parameters:
  ///   - scaled: The number times 10^`decimals`.
  ///   - decimals: How many of the digits are decimals, at most 42.
  /// - Returns: `-0.5` for `(-5, 1)`, `12` for `(1200, 2)`.
  public static func exact(_ scaled: Int128, decimals: Int) -> String {
    let magnitude = scaled.magnitude
    // Nearly every number fits a machine word, which is divided many times faster.
    let digits =
      UInt64(exactly: magnitude).map { written($0, decimals) } ?? written(magnitude, decimals)
    return scaled < 0 ? "-\(digits)" : digits
  }

  /// The digits and the point, written from the last that counts to the first.
  @inline(__always)
  private static func written(
    _ number: some FixedWidthInteger & UnsignedInteger, _ decimals: Int
  ) -> String {
    // On the stack: a short text needs no memory of its own then.
    var digits = InlineArray<44, UInt8>(repeating: UInt8(ascii: "0"))
    var start = digits.count
    var (rest, place) = (number, 0)
    while place < decimals || rest > 0 || place == decimals {
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      if place == decimals, start < digits.count {
        start -= 1
        digits[start] = UInt8(ascii: ".")
      }
      if place >= decimals || digit != 0 || start < digits.count {
        start -= 1
        digits[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit)
      }
      (rest, place) = (quotient, place + 1)
    }
    guard let text = try? UTF8Span(validating: digits.span.extracting(start...)) else {
      preconditionFailure("digits are text")
    }
    return String(copying: text)
  }
}

extension Ratio {
  /// Reads a plain decimal number, such as `0.075`.
  ///
  /// - Parameter text: ASCII digits, at most 24, with an optional point between two of them.
  /// - Throws: ``PricingError/notADecimal(_:)`` or ``PricingError/tooLarge``.
  public init(decimal text: String) throws(PricingError) {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let decimals = parts.count == 2 ? parts[1] : "0"
    let isDigits = (parts[0] + decimals).utf8.allSatisfy {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
    }
    guard isDigits, let whole = parts.first, !whole.isEmpty, !decimals.isEmpty else {
      throw .notADecimal(text)
    }
    guard whole.utf8.count + decimals.utf8.count <= 24,
      let digits = Int128(whole + decimals)
    else { throw .tooLarge }
    var scale: Int128 = 1
    for _ in decimals.utf8 { scale *= 10 }
    try self.init(digits, over: scale)
  }

  /// The value as decimal text, exact where it ends within 12 decimals, else rounded to 12; a
  /// value of more than 26 digits, counted above or below the line, is rounded to a whole one.
  public var decimalText: String {
    let scale: Int128 = 1_000_000_000_000
    let (scaled, overflow) = numerator.multipliedReportingOverflow(by: scale)
    guard !overflow, let exact = try? Ratio(scaled, over: denominator) else {
      return DecimalText.exact(roundedHalfEven, decimals: 0)
    }
    return DecimalText.exact(exact.roundedHalfEven, decimals: 12)
  }

  /// The value as text with nothing lost.
  ///
  /// - Parameter decimals: By how many places the point is moved to the left, from 0 to 12: 12 for
  ///   dollars of a value in picodollars.
  /// - Returns: A decimal where that ends within 12 more places, else a fraction, `1/3`.
  public func exactText(shiftedBy decimals: Int = 0) -> String {
    var (power, places): (Int128, Int) = (1, 0)
    while places < 12, power % denominator != 0 { (power, places) = (power * 10, places + 1) }
    if power % denominator == 0 {
      let (scaled, isTooLarge) = numerator.multipliedReportingOverflow(by: power / denominator)
      if !isTooLarge { return DecimalText.exact(scaled, decimals: decimals + places) }
    }
    guard decimals > 0 else { return "\(numerator)/\(denominator)" }
    var scale: Int128 = 1
    for _ in 0..<decimals { scale *= 10 }
    if let reduced = try? self / Ratio(scale) { return reduced.exactText() }
    // Too long below the line for its digits to be worked out; as a text it is no problem.
    return "\(numerator)/\(denominator)\(String(repeating: "0", count: decimals))"
  }
}
