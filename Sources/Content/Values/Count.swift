/// How many of something, as people write large numbers.
enum Count {
  /// Reads whole numbers such as `20M`, `1.5k`, `1_000` or `720`.
  ///
  /// - Throws: ``Mistake`` for fractions of one, unknown suffixes and numbers past `Int`.
  static func read(_ text: String) throws(Mistake) -> Int {
    let quoted = Mistake.quoted(text)
    var digits = text
    var zeros = 0
    if let last = text.last, let power = suffixes[last] {
      zeros = power
      digits.removeLast()
    } else if let last = text.last, last.isLetter, text.dropLast().last?.isASCIIDigit == true {
      throw Mistake(
        "\(quoted) has an unknown suffix '\(last)'",
        hint: "write k for thousand, M for million or B for billion")
    }
    if digits.contains("_") { digits = try ungrouped(digits, quoted: quoted) }

    let number: ExactDecimal
    do { number = try ExactDecimal(digits) } catch {
      throw digits == text && !text.contains(where: { $0.isLetter || $0 == " " })
        ? error
        : Mistake("\(quoted) is not a count", hint: "write digits and a suffix, like 20M")
    }
    guard number.scale <= zeros else {
      throw Mistake("\(quoted) is not a whole number", hint: "write a count without a fraction")
    }
    var count = number.significand
    for _ in 0..<(zeros - number.scale) where count <= Int128(Int.max) { count *= 10 }
    guard let result = Int(exactly: count) else {
      throw Mistake("\(quoted) is too large", hint: "check the suffix")
    }
    return result
  }

  private static let suffixes: [Character: Int] = ["k": 3, "M": 6, "B": 9]

  /// Underscores may stand only where people group digits by threes.
  private static func ungrouped(_ text: String, quoted: String) throws(Mistake) -> String {
    let groups = text.split(separator: "_", omittingEmptySubsequences: false)
    guard groups.allSatisfy(\.isDigits), groups[0].count <= 3,
      groups.dropFirst().allSatisfy({ $0.count == 3 })
    else {
      throw Mistake("\(quoted) is not grouped by threes", hint: "write it like 1_000_000")
    }
    return groups.joined()
  }
}
