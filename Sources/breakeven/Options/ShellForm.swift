/// The forms that need no quotes in a shell, as those that files take.
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

  private static func amount(_ text: String, unit: String?) -> String {
    let number = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let rest = text.dropFirst(number.count).drop { $0 == " " }
    guard !number.isEmpty else { return text }
    if rest.isEmpty, number.count == text.count { return unit.map { "\(number) \($0)" } ?? text }
    return units[String(rest)].map { "\(number) \($0)" } ?? text
  }
}
