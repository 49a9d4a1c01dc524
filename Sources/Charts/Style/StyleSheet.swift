/// As much of CSS as the charts' style sheets need: rules, comments, and one level of `@media`.
struct StyleSheet {
  /// A property with its value.
  struct Declaration {
    let name: String
    let value: String
    let line: Int
  }

  /// A selector with its declarations.
  struct Rule {
    /// The condition around the rule, without white space after colons; `nil` outside `@media`.
    var media: String?
    var selector: String
    var declarations: [Declaration]
  }

  private(set) var rules: [Rule] = []

  init(_ text: String, file: ChartStyleError.File) throws(ChartStyleError) {
    var line = 1
    var media: String?
    var selector: String?
    var pending = ""
    for character in Self.withoutComments(text) {
      switch character {
      case "{":
        let prelude = Self.compact(pending)
        if prelude.hasPrefix("@media "), media == nil, selector == nil {
          media = String(prelude.dropFirst("@media ".count))
        } else if selector == nil, !prelude.isEmpty {
          selector = prelude
          rules.append(Rule(media: media, selector: prelude, declarations: []))
        } else {
          throw .malformed(file, line: line)
        }
        pending = ""
      case ";", "}":
        if let declaration = Self.declaration(pending, line: line), selector != nil {
          rules[rules.count - 1].declarations.append(declaration)
        } else if !Self.compact(pending).isEmpty {
          throw .malformed(file, line: line)
        }
        pending = ""
        guard character == "}" else { continue }
        if selector != nil {
          selector = nil
        } else if media != nil {
          media = nil
        } else {
          throw .malformed(file, line: line)
        }
      default:
        if character.isNewline { line += 1 }
        pending.append(character)
      }
    }
    guard selector == nil, media == nil, Self.compact(pending).isEmpty else {
      throw .malformed(file, line: line)
    }
  }

  private static func declaration(_ text: String, line: Int) -> Declaration? {
    let parts = text.split(separator: ":", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    let (name, value) = (compact(String(parts[0])), compact(String(parts[1])))
    guard !name.isEmpty, !value.isEmpty else { return nil }
    return Declaration(name: name, value: value, line: line)
  }

  /// The text with comments replaced by their line feeds, so that lines keep their numbers.
  private static func withoutComments(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let start = rest.firstRange(of: "/*") {
      result += rest[..<start.lowerBound]
      let comment = rest[start.upperBound...]
      let end = comment.firstRange(of: "*/")
      let body = comment[..<(end?.lowerBound ?? comment.endIndex)]
      result += String(repeating: "\n", count: body.filter(\.isNewline).count)
      rest = comment[(end?.upperBound ?? comment.endIndex)...]
    }
    return result + rest
  }

  /// The text with white space only where it separates words.
  private static func compact(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      .replacing(", ", with: ",").replacing(": ", with: ":")
  }
}
