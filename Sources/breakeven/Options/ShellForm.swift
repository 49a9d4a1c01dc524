/// Between the words of a shell and the texts of files.
enum ShellForm {
  private static let units = ["ms": "ms", "s": "s", "m": "min", "min": "min", "h": "h", "%": "%"]

  /// Writes `10%` as `10 %` and `9m` as `9 min`; what is neither stays, for others to refuse.
  ///
  /// - Parameters:
  ///   - text: One amount, or two of them with ` to ` between.
  ///   - unit: The unit of a bare number; `nil` where it needs one.
  /// - Returns: The text with one blank before each unit.
  static func written(_ text: String, unit: String? = nil) -> String {
    text.split(separator: " to ", omittingEmptySubsequences: false)
      .map { amount(String($0), unit: unit) }
      .joined(separator: " to ")
  }

  /// A text as one word of a shell, in quotes only if it needs them.
  static func quoted(_ text: String) -> String {
    let isPlain = text.allSatisfy { character in
      character.isASCII
        && (character.isLetter || character.isNumber || "/._-+:@%".contains(character))
    }
    return isPlain ? text : "'\(text.replacing("'", with: "'\\''"))'"
  }

  private static func amount(_ text: String, unit: String?) -> String {
    let number = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let rest = text.dropFirst(number.count).drop { $0 == " " }
    guard !number.isEmpty else { return text }
    if rest.isEmpty, number.count == text.count { return unit.map { "\(number) \($0)" } ?? text }
    return units[String(rest)].map { "\(number) \($0)" } ?? text
  }
}
