/// JSON as UTF-8, written in the order given: no dictionary decides the bytes.
public enum JSONText {
  /// Appends a text in quotes, with what JSON forbids escaped.
  ///
  /// - Complexity: O(*n*) in the length of the text; one copy where nothing has to be escaped.
  public static func append(_ text: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    let bytes = text.utf8.span
    for index in bytes.indices where needsEscape(bytes[index]) {
      appendEscaped(text, to: &output)
      output.append(UInt8(ascii: "\""))
      return
    }
    output.append(utf8: text)
    output.append(UInt8(ascii: "\""))
  }

  @inline(__always) private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 32 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private static func appendEscaped(_ text: String, to output: inout [UInt8]) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): output.append(contentsOf: "\\\"".utf8)
      case UInt8(ascii: "\\"): output.append(contentsOf: "\\\\".utf8)
      case UInt8(ascii: "\n"): output.append(contentsOf: "\\n".utf8)
      case UInt8(ascii: "\r"): output.append(contentsOf: "\\r".utf8)
      case UInt8(ascii: "\t"): output.append(contentsOf: "\\t".utf8)
      case 0..<32:
        output.append(contentsOf: byte < 16 ? "\\u000".utf8 : "\\u00".utf8)
        output.append(contentsOf: String(byte, radix: 16).utf8)
      default: output.append(byte)
      }
    }
  }
}
