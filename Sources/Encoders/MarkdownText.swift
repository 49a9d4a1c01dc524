/// Plain text on its way into Markdown.
package enum MarkdownText {
  /// The text in one line, with everything escaped that Markdown would read as markup.
  ///
  /// The result may stand inside a paragraph, a link or the cell of a table; it says nothing
  /// about what only matters at the start of a line.
  package static func inline(_ text: String) -> String {
    var output: [UInt8] = []
    append(text, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// Appends the text as ``inline(_:)`` gives it.
  static func append(_ text: String, to output: inout [UInt8]) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"):
        output.append(UInt8(ascii: " "))
      case _ where isMarkup(byte):
        output.append(UInt8(ascii: "\\"))
        output.append(byte)
      default: output.append(byte)
      }
    }
  }

  private static func isMarkup(_ byte: UInt8) -> Bool {
    switch Unicode.Scalar(byte) {
    case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "&": true
    default: false
    }
  }
}
