/// Decimal digits without floating point.
public enum DecimalText {
  /// A scaled whole number as decimal text without trailing zeros.
  ///
  /// - Parameters:
  ///   - scaled: The number times 10^`decimals`.
  ///   - decimals: How many of the digits are decimals.
  /// - Returns: `-0.5` for `(-5, 1)`, `12` for `(1200, 2)`.
  public static func exact(_ scaled: Int128, decimals: Int) -> String {
    let digits = String(scaled.magnitude)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let whole = padded.dropLast(decimals)
    var fraction = padded.suffix(decimals)
    while fraction.last == "0" { fraction.removeLast() }
    let sign = scaled < 0 ? "-" : ""
    return fraction.isEmpty ? "\(sign)\(whole)" : "\(sign)\(whole).\(fraction)"
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
}
