/// As much of CSS as the charts' style sheets need: rules, comments, and one level of conditions.
struct StyleSheet {
  /// A property with its value.
  struct Declaration {
    let name: String
    let value: String
    let line: Int
  }

  /// A selector with its declarations.
  struct Rule {
    /// The condition around the rule, `@media` or `@supports` and on, without white space after
    /// colons; `nil` where there is none.
    var condition: String?
    var selector: String
    var declarations: [Declaration]
  }

  private(set) var rules: [Rule] = []

  init(_ text: String, file: ChartStyleError.File) throws(ChartStyleError) {
    var line = 1
    var condition: String?
    var selector: String?
    var pending: [UInt8] = []
    for byte in Self.withoutComments(Array(text.utf8)) {
      switch byte {
      case UInt8(ascii: "{"):
        let prelude = Self.compact(pending[...])
        let isCondition = prelude.hasPrefix("@media ") || prelude.hasPrefix("@supports ")
        if isCondition, condition == nil, selector == nil {
          condition = prelude
        } else if selector == nil, !prelude.isEmpty {
          selector = prelude
          rules.append(Rule(condition: condition, selector: prelude, declarations: []))
        } else {
          throw .malformed(file, line: line)
        }
        pending = []
      case UInt8(ascii: ";"), UInt8(ascii: "}"):
        if let declaration = Self.declaration(pending, line: line), selector != nil {
          rules[rules.count - 1].declarations.append(declaration)
        } else if !pending.allSatisfy(Self.isSpace) {
          throw .malformed(file, line: line)
        }
        pending = []
        guard byte == UInt8(ascii: "}") else { continue }
        if selector != nil {
          selector = nil
        } else if condition != nil {
          condition = nil
        } else {
          throw .malformed(file, line: line)
        }
      default:
        if byte == UInt8(ascii: "\n") { line += 1 }
        pending.append(byte)
      }
    }
    guard selector == nil, condition == nil, pending.allSatisfy(Self.isSpace) else {
      throw .malformed(file, line: line)
    }
  }

  private static func declaration(_ text: [UInt8], line: Int) -> Declaration? {
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let (name, value) = (compact(text[..<colon]), compact(text[(colon + 1)...]))
    guard !name.isEmpty, !value.isEmpty else { return nil }
    return Declaration(name: name, value: value, line: line)
  }

  /// The text with comments replaced by their line feeds, so that lines keep their numbers.
  private static func withoutComments(_ text: [UInt8]) -> [UInt8] {
    let (slash, star) = (UInt8(ascii: "/"), UInt8(ascii: "*"))
    var result: [UInt8] = []
    var isComment = false
    var index = 0
    while index < text.count {
      let pair = (text[index], index + 1 < text.count ? text[index + 1] : 0)
      if pair == (isComment ? (star, slash) : (slash, star)) {
        isComment.toggle()
        index += 2
      } else {
        if !isComment || text[index] == UInt8(ascii: "\n") { result.append(text[index]) }
        index += 1
      }
    }
    return result
  }

  /// The text with white space only where it separates words.
  private static func compact(_ text: ArraySlice<UInt8>) -> String {
    var result: [UInt8] = []
    for word in text.split(whereSeparator: isSpace) {
      // None after the commas of a list and the colons of a condition, nor before `!important`.
      let isJoined =
        word.first == UInt8(ascii: "!")
        || result.last.map { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ":") } ?? true
      if !isJoined { result.append(UInt8(ascii: " ")) }
      result += word
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (UInt8(ascii: "\t")...UInt8(ascii: "\r")).contains(byte)
  }
}
