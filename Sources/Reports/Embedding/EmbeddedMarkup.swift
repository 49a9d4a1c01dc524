/// Markup and styles as they stand in other people's documents.
package enum EmbeddedMarkup {
  /// Markup without blanks at the start of lines and without blank lines, which Markdown would make
  /// code and paragraphs of.
  static func flat(_ markup: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(markup.count)
    for line in markup.split(separator: 10) {
      let text = line.drop { $0 == 32 }
      if !text.isEmpty { result += text + [10] }
    }
    return result
  }

  /// A style sheet in one line, without comments.
  package static func flat(style: String) -> String {
    var text = ""
    var rest = style[...]
    while let start = rest.firstRange(of: "/*") {
      text += rest[..<start.lowerBound]
      let end = rest[start.upperBound...].firstRange(of: "*/")?.upperBound ?? rest.endIndex
      rest = rest[end...]
    }
    return (text + rest).split { $0 == "\n" || $0 == " " }.joined(separator: " ")
  }
}
