/// Plain text on its way into Markdown.
enum MarkdownText {
  /// The text in one line, with everything escaped that Markdown would read as markup.
  ///
  /// The result may stand inside a paragraph, a link or the cell of a table; it says nothing
  /// about what only matters at the start of a line.
  static func inline(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "&":
        result += "\\"
        result.unicodeScalars.append(scalar)
      case "\n", "\r", "\t": result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
  }
}
