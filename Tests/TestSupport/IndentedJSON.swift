/// Compact JSON as people read it, so that a difference is a few lines of many.
public enum IndentedJSON {
  private static let (quote, backslash) = (UInt8(ascii: "\""), UInt8(ascii: "\\"))

  /// A line for each member and element, in the order of the text; strings stay as they are.
  ///
  /// Blanks outside of strings are dropped, so it does not matter how the text was laid out.
  public static func text(_ json: String) -> String {
    var output: [UInt8] = []
    var depth = 0
    var rest = tokens(json)[...]
    while let token = rest.popFirst() {
      let isOpening = token == "{" || token == "["
      let isClosing = token == "}" || token == "]"
      if isClosing {
        depth -= 1
        output += line(depth)
      }
      output += token.utf8
      if isOpening, let next = rest.first, next == "}" || next == "]" {
        output += next.utf8
        rest.removeFirst()
      } else if isOpening {
        depth += 1
        output += line(depth)
      } else if token == "," {
        output += line(depth)
      } else if token == ":" {
        output += " ".utf8
      }
    }
    return String(decoding: output, as: UTF8.self) + "\n"
  }

  /// The same text without blanks between its parts.
  public static func compact(_ json: String) -> String { tokens(json).joined() }

  private static func line(_ depth: Int) -> [UInt8] {
    Array("\n".utf8) + Array(repeating: UInt8(ascii: " "), count: 2 * depth)
  }

  /// Brackets, commas, colons, and each string, number and word as one.
  private static func tokens(_ json: String) -> [Substring] {
    var tokens: [Substring] = []
    var rest = json[...]
    while let first = rest.utf8.first {
      let end: Substring.Index
      switch first {
      case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"):
        rest = Substring(rest.utf8.dropFirst())
        continue
      case quote: end = endOfString(rest)
      case let byte where "{}[],:".utf8.contains(byte):
        end = rest.utf8.index(after: rest.startIndex)
      default:
        end = rest.utf8.firstIndex { "{}[],: \n\r\t".utf8.contains($0) } ?? rest.endIndex
      }
      tokens.append(rest[..<end])
      rest = rest[end...]
    }
    return tokens
  }

  private static func endOfString(_ text: Substring) -> Substring.Index {
    var index = text.utf8.index(after: text.startIndex)
    while index < text.endIndex, text.utf8[index] != quote {
      let step = text.utf8[index] == backslash ? 2 : 1
      index = text.utf8.index(index, offsetBy: step, limitedBy: text.endIndex) ?? text.endIndex
    }
    return index < text.endIndex ? text.utf8.index(after: index) : index
  }
}
