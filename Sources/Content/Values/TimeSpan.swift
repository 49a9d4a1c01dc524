/// Lengths of time with their unit, read exactly.
enum TimeSpan {
  /// Reads an amount and a unit, such as `20 s`, `5 min`, `2 h` or `500 ms`.
  ///
  /// - Throws: ``Mistake`` for a missing unit, and for what is finer than a nanosecond.
  static func read(_ text: String) throws(Mistake) -> Duration {
    let quoted = Mistake.quoted(text)
    let amount = text.prefix { $0.isASCIIDigit || $0 == "." }
    let unit = text.dropFirst(amount.count)
    let hasNumber = amount.contains(where: \.isASCIIDigit)
    guard let nanoseconds = units[String(unit.drop { $0 == " " })], hasNumber else {
      if !hasNumber {
        throw Mistake("\(quoted) is not a length of time", hint: "write it like 20 s or 5 min")
      }
      throw Mistake(
        unit.isEmpty ? "\(quoted) has no unit" : "\(quoted) has an unknown unit",
        hint: "write one of ms, s, min, h, like \(amount) s")
    }
    guard unit.first == " ", unit.dropFirst().first != " " else {
      throw Mistake(
        "\(quoted) needs one space before the unit",
        hint: "write \(amount) \(unit.drop { $0 == " " })")
    }
    let number = try ExactDecimal(String(amount))
    var divisor: Int128 = 1
    for _ in 0..<number.scale { divisor *= 10 }
    guard number.significand <= 1_000_000_000_000 * min(divisor, 1_000_000_000) else {
      throw Mistake("\(quoted) is too long", hint: "check the unit")
    }
    let (whole, fraction) = (number.significand * nanoseconds).quotientAndRemainder(
      dividingBy: divisor)
    guard fraction == 0 else {
      throw Mistake("\(quoted) is finer than a nanosecond", hint: "round it to what is billed")
    }
    return Duration(attoseconds: whole * 1_000_000_000)
  }

  private static let units: [String: Int128] = [
    "ms": 1_000_000, "s": 1_000_000_000, "min": 60_000_000_000, "h": 3_600_000_000_000,
  ]
}
