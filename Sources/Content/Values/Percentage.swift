/// Parts of a hundred, read as the fraction they are.
enum Percentage {
  /// Reads `40 %` as 0.4; above 100 is fine, because a surcharge can be.
  ///
  /// - Throws: ``Mistake`` for a missing sign, a missing space, or no number.
  static func read(_ text: String) throws(Mistake) -> ExactDecimal {
    let quoted = Mistake.quoted(text)
    guard text.last == "%" else {
      let isNumber = (try? ExactDecimal(text)) != nil
      throw Mistake(
        isNumber ? "\(quoted) has no percent sign" : "\(quoted) is not a percentage",
        hint: isNumber ? "write \(text) %" : "write it like 40 %")
    }
    let amount = text.dropLast()
    guard amount.last == " ", amount.dropLast().last != " " else {
      let digits = amount.filter { $0 != " " }
      throw Mistake("\(quoted) needs one space before the sign", hint: "write \(digits) %")
    }
    return try ExactDecimal(String(amount.dropLast())).hundredth
  }
}
