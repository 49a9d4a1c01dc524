import Messages

/// Digits as UTF-8: what every number and amount of the site is written with.
enum DigitText {
  /// A scaled whole number with its decimals, the digits before the point in groups of three.
  ///
  /// - Parameters:
  ///   - scaled: The number times 10^`decimals`.
  ///   - decimals: How many of the digits stand after the point.
  /// - Returns: `-1,234.50` for `(-123450, 2)`.
  static func grouped(_ scaled: Int128, decimals: Int) -> String {
    guard let language = Language.current else {
      return text(scaled, decimals: decimals, after: "")
    }
    return language.numbers.text(
      text(scaled, decimals: decimals, after: ""), from: .commaAndPoint)
  }

  /// The same of dollars: `$1,234.50`, `-$0.20`.
  static func dollars(_ scaled: Int128, decimals: Int) -> String {
    guard Language.current != nil else { return text(scaled, decimals: decimals, after: "$") }
    let sign = scaled < 0 ? "-" : ""
    let amount = grouped(scaled < 0 ? -scaled : scaled, decimals: decimals)
    return sign + localized("$\(amount)")
  }

  private static func text(
    _ scaled: Int128, decimals: Int, after prefix: StaticString
  ) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(48)
    if scaled < 0 { bytes.append(UInt8(ascii: "-")) }
    for byte in "\(prefix)".utf8 { bytes.append(byte) }
    append(scaled.magnitude, decimals: decimals, grouping: true, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends digits, with zeros before them as far as the decimals need them.
  static func append(
    _ magnitude: UInt128, decimals: Int, grouping: Bool, to bytes: inout [UInt8]
  ) {
    let digits = String(magnitude).utf8
    let whole = digits.count - decimals
    if whole <= 0 {
      bytes.append(UInt8(ascii: "0"))
      bytes.append(UInt8(ascii: "."))
      for _ in whole..<0 { bytes.append(UInt8(ascii: "0")) }
    }
    for (index, digit) in digits.enumerated() {
      if index == whole, index > 0 {
        bytes.append(UInt8(ascii: "."))
      } else if grouping, index > 0, index < whole, (whole - index).isMultiple(of: 3) {
        bytes.append(UInt8(ascii: ","))
      }
      bytes.append(digit)
    }
  }

  /// 10 to a power of at most 38.
  static func power(_ exponent: Int) -> Int128 {
    var result: Int128 = 1
    for _ in 0..<exponent { result *= 10 }
    return result
  }

  /// A number without the decimals at its end that are zeros.
  static func trimmed(_ scaled: Int128, decimals: Int) -> (scaled: Int128, decimals: Int) {
    var (scaled, decimals) = (scaled, decimals)
    while decimals > 0 {
      let (quotient, remainder) = scaled.quotientAndRemainder(dividingBy: 10)
      guard remainder == 0 else { break }
      (scaled, decimals) = (quotient, decimals - 1)
    }
    return (scaled, decimals)
  }
}
