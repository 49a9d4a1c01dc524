import Messages
package import Pricing

/// Numbers as text, with commas and points on every machine alike.
package enum NumberText {
  /// A whole number in groups of three.
  package static func whole(_ number: some BinaryInteger) -> String {
    DigitText.grouped(Int128(number), decimals: 0)
  }

  /// A fixed number of decimals, rounded half to even.
  package static func fixed(_ number: Ratio, decimals: Int) -> String {
    let (scaled, decimals) = scaled(number, decimals: decimals)
    return DigitText.grouped(scaled, decimals: decimals)
  }

  /// How many times as much: `15`, `1.98`, `1.2`.
  package static func multiple(_ ratio: Ratio) -> String {
    trimmed(ratio, decimals: ratio < 10 ? 2 : 0)
  }

  /// The same of a range: `4.6 to 9.3`.
  package static func multiple(_ range: Bounds<Ratio>) -> String {
    let (first, last) = (multiple(range.low), multiple(range.high))
    return first == last ? first : localized("\(first) to \(last)")
  }

  /// At most so many decimals, without zeros at the end.
  package static func trimmed(_ number: Ratio, decimals: Int) -> String {
    if number.isWhole { return DigitText.grouped(number.numerator, decimals: 0) }
    let (rounded, places) = scaled(number, decimals: decimals)
    let (digits, left) = DigitText.trimmed(rounded, decimals: places)
    return DigitText.grouped(digits, decimals: left)
  }

  /// Three significant digits and a suffix: `20.6M`, `265M`, `1B`, `720`.
  package static func short(_ number: Int) -> String {
    for size in [1_000_000_000, 1_000_000, 1_000] where number >= size - size / 2_000 {
      guard let scaled = try? Ratio(Int128(number), over: Int128(size)) else { break }
      let digits = trimmed(scaled, decimals: scaled < 10 ? 2 : scaled < 100 ? 1 : 0)
      return switch size {
      case 1_000_000_000: localized("\(digits)B")
      case 1_000_000: localized("\(digits)M")
      default: localized("\(digits)k")
      }
    }
    return whole(number)
  }

  /// A fraction as a percentage: `10 %`, `6.67 %`.
  package static func percent(_ share: Ratio, decimals: Int = 2) -> String {
    "\(percentage(share, decimals: decimals))\u{A0}%"
  }

  /// A fraction as a percentage without its sign, for the first of two: `6.67`.
  package static func percentage(_ share: Ratio, decimals: Int = 2) -> String {
    trimmed((try? share * 100) ?? share, decimals: decimals)
  }

  /// A number with up to six decimals where they are all of it, else with its exact fraction:
  /// `1,440`, `0.005556… (1/180)`.
  package static func exact(_ number: Ratio) -> String {
    let text = trimmed(number, decimals: 6)
    guard !number.isWhole, let millions = try? number * 1_000_000, !millions.isWhole else {
      return text
    }
    // A fraction of many digits helps nobody.
    guard number.denominator < 1_000_000, number.numerator.magnitude < 1_000_000_000 else {
      return "\(text)…"
    }
    return "\(text)… (\(whole(number.numerator))/\(whole(number.denominator)))"
  }

  /// The number times 10^`decimals`, rounded half to even, and the decimals that it has.
  private static func scaled(_ number: Ratio, decimals: Int) -> (Int128, decimals: Int) {
    if number.isWhole {
      let (scaled, overflow) = number.numerator.multipliedReportingOverflow(
        by: DigitText.power(decimals))
      if !overflow { return (scaled, decimals) }
    } else if let scaled = try? number * Ratio(DigitText.power(decimals)) {
      return (scaled.roundedHalfEven, decimals)
    }
    // Beyond 10²⁶ nobody reads decimals.
    return (number.roundedHalfEven, 0)
  }
}
