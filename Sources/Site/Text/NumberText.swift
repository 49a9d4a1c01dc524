import Pricing

/// Numbers as text, with commas and points on every machine alike.
enum NumberText {
  /// Digits in groups of three.
  static func grouped(_ digits: String) -> String {
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3), result.last != "-" { result += "," }
      result.append(digit)
    }
    return result
  }

  /// A whole number in groups of three.
  static func whole(_ number: some BinaryInteger) -> String { grouped(String(number)) }

  /// A fixed number of decimals, rounded half to even.
  static func fixed(_ number: Ratio, decimals: Int) -> String {
    let digits = scaled(number, decimals: decimals)
    guard decimals > 0 else { return grouped(digits) }
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    return "\(grouped(String(padded.dropLast(decimals)))).\(padded.suffix(decimals))"
  }

  /// How many times as much: `15`, `1.2`, `1.01`.
  static func multiple(_ ratio: Ratio) -> String {
    // One decimal of 1.01 would say that both are the same.
    let isClose = (try? ratio * 10 < 11) ?? false
    return trimmed(ratio, decimals: isClose ? 2 : ratio < 10 ? 1 : 0)
  }

  /// At most so many decimals, without zeros at the end.
  static func trimmed(_ number: Ratio, decimals: Int) -> String {
    var text = fixed(number, decimals: decimals)
    guard text.contains(".") else { return text }
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return text
  }

  /// Three significant digits and a suffix: `20.6M`, `265M`, `1B`, `720`.
  static func short(_ number: Int) -> String {
    for (size, suffix) in [(1_000_000_000, "B"), (1_000_000, "M"), (1_000, "k")]
    where number >= size - size / 2_000 {
      guard let scaled = try? Ratio(Int128(number), over: Int128(size)) else { break }
      let decimals = scaled < 10 ? 2 : scaled < 100 ? 1 : 0
      return trimmed(scaled, decimals: decimals) + suffix
    }
    return whole(number)
  }

  /// A fraction as a percentage: `10 %`, `6.67 %`.
  static func percent(_ share: Ratio, decimals: Int = 2) -> String {
    let hundredfold = (try? share * 100) ?? share
    return "\(trimmed(hundredfold, decimals: decimals))\u{A0}%"
  }

  /// A number with up to six decimals where they are all of it, else with its exact fraction:
  /// `1,440`, `0.005556… (1/180)`.
  static func exact(_ number: Ratio) -> String {
    let text = trimmed(number, decimals: 6)
    guard let millions = try? number * 1_000_000, !millions.isWhole else { return text }
    // A fraction of many digits helps nobody.
    guard number.denominator < 1_000_000, number.numerator.magnitude < 1_000_000_000 else {
      return "\(text)…"
    }
    return "\(text)… (\(whole(number.numerator))/\(whole(number.denominator)))"
  }

  /// So many decimals, the rest cut off; `nil` for a number too large to be scaled.
  static func truncated(_ number: Ratio, decimals: Int) -> String? {
    var factor: Int128 = 1
    for _ in 0..<decimals { factor *= 10 }
    guard let scaled = try? number * Ratio(factor), let cut = try? Ratio(scaled.floor, over: factor)
    else { return nil }
    return fixed(cut, decimals: decimals)
  }

  private static func scaled(_ number: Ratio, decimals: Int) -> String {
    var factor: Int128 = 1
    for _ in 0..<decimals { factor *= 10 }
    guard let scaled = try? number * Ratio(factor) else {
      // Beyond 10²⁶ nobody reads decimals.
      return String(number.roundedHalfEven) + String(repeating: "0", count: decimals)
    }
    return String(scaled.roundedHalfEven)
  }
}
