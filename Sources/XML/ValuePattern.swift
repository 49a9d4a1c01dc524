/// A pattern of XML Schema, as far as it can be seen from its text how it treats digits.
struct ValuePattern {
  /// Whether one digit can stand for another: no digit is named but in `[0-9]` and in counts.
  let treatsDigitsAlike: Bool

  /// Whether a plain decimal, such as `-12.50`, always follows it.
  let acceptsDecimals: Bool

  private static let decimals = #"-?[0-9]+(\.[0-9]+)?"#

  init(_ pattern: String) {
    treatsDigitsAlike = Self.namesNoDigit(pattern.utf8)
    acceptsDecimals = Self.alternatives(pattern).contains(Self.decimals)
  }

  /// Whether digits stand in `0-9` and in counts such as `{1,3}` only.
  private static func namesNoDigit(_ pattern: String.UTF8View) -> Bool {
    var rest = pattern[...]
    while let byte = rest.first {
      if rest.starts(with: "0-9".utf8) {
        rest = rest.dropFirst(3)
        continue
      }
      if rest.starts(with: "\\{".utf8) || ASCII.isDigit(byte) { return false }
      rest = rest.dropFirst()
      guard byte == UInt8(ascii: "{") else { continue }
      rest = rest.drop { ASCII.isDigit($0) || $0 == UInt8(ascii: ",") }
    }
    return true
  }

  /// What stands between the bars that are in no parentheses or brackets.
  private static func alternatives(_ pattern: String) -> [String] {
    var alternatives = [""]
    var depth = 0
    var isInBrackets = false
    var isEscaped = false
    for character in pattern {
      switch character {
      case _ where isEscaped: isEscaped = false
      case "\\": isEscaped = true
      case "[": isInBrackets = true
      case "]": isInBrackets = false
      case "(" where !isInBrackets: depth += 1
      case ")" where !isInBrackets: depth -= 1
      case "|" where depth == 0 && !isInBrackets:
        alternatives.append("")
        continue
      default: break
      }
      alternatives[alternatives.count - 1].append(character)
    }
    return alternatives
  }
}
