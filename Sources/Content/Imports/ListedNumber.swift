import Pricing

/// A number of a price list, exactly as its text says.
struct ListedNumber: Hashable {
  /// The exact value.
  let value: Ratio

  /// What was written, where that is noise of floating point and the value is what was meant.
  let noise: String?

  /// Reads digits with an optional fraction and exponent, such as `2.5e-06`.
  ///
  /// A text of 15 significant digits or more was computed in binary floating point. If a number of
  /// at most 8 digits lies within two units in the last place of a double, that was meant.
  ///
  /// - Returns: `nil` for anything else, and for negative numbers.
  init?(_ text: String) {
    let parts = text.lowercased().split(separator: "e", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let exponent = parts.count == 2 ? Int(parts[1]) : 0,
      (-29...29).contains(exponent)
    else { return nil }
    let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let fraction = mantissa.count == 2 ? mantissa[1] : ""
    let digits = (mantissa.first ?? "") + fraction
    guard (1...2).contains(mantissa.count), !digits.isEmpty, digits.utf8.count <= 60,
      digits.utf8.drop(while: { $0 == UInt8(ascii: "0") }).count <= 20,
      digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      let significand = Int128(digits)
    else { return nil }
    let scale = exponent - fraction.utf8.count
    let meant = Self.meant(by: significand)
    guard let value = Self.scaled(meant ?? significand, by: scale) else { return nil }
    self.value = value
    noise = meant == nil ? nil : text
  }

  /// One, by which a price stays as it is.
  static let one = ListedNumber(value: .one, noise: nil)

  /// The number multiplied, as a rule of the list says.
  func times(_ factor: ListedNumber) -> ListedNumber? {
    (try? value * factor.value).map { ListedNumber(value: $0, noise: nil) }
  }

  private init(value: Ratio, noise: String?) { (self.value, self.noise) = (value, noise) }

  /// The number of at most 8 digits that a computed one stands for; `nil` where there is none.
  private static func meant(by significand: Int128) -> Int128? {
    let length = String(significand).utf8.count
    guard length >= 15 else { return nil }
    var unit: Int128 = 1
    for _ in 8..<length { unit *= 10 }
    guard let rounded = try? Ratio(significand, over: unit).roundedHalfEven * unit else {
      return nil
    }
    // Two units in the last place of a double are at most a share of 2 to the power of -51.
    let distance = (rounded - significand).magnitude
    return distance > 0 && distance << 51 <= significand.magnitude ? rounded : nil
  }

  private static func scaled(_ number: Int128, by exponent: Int) -> Ratio? {
    var power: Int128 = 1
    for _ in 0..<abs(exponent) {
      let (next, overflow) = power.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      power = next
    }
    return exponent < 0
      ? try? Ratio(number, over: power) : try? Ratio(number) * Ratio(power)
  }
}
