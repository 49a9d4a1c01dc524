import Diagnostics

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
  package static func append(_ text: String, to output: inout [UInt8]) {
    let bytes = text.utf8.span
    var copied = 0
    for place in bytes.indices {
      let byte = bytes[place]
      // Letters and blanks are most of any text.
      if byte == UInt8(ascii: " ")
        || byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
      {
        continue
      }
      let isBlank =
        byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\t")
      // As 'https:' does, 'www.' makes a link that takes backslashes for a part of its address.
      let isMarked =
        isMarkup(byte, before: place + 1 < bytes.count ? bytes[place + 1] : 0)
        || byte == UInt8(ascii: ".") && place > 2
          && (place - 3..<place).allSatisfy { bytes[$0] == UInt8(ascii: "w") }
      guard isBlank || isMarked else { continue }
      output.append(bytes.extracting(copied..<place))
      copied = place + 1
      output.append(contentsOf: isBlank ? [UInt8(ascii: " ")] : [UInt8(ascii: "\\"), byte])
    }
    output.append(bytes.extracting(copied...))
  }

  /// Appends a text that begins a line, so that it begins no list and no heading.
  static func append(paragraph text: String, to output: inout [UInt8]) {
    let text = text.drop { $0 == " " }
    let digits = text.utf8.prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    let rest = text.utf8.dropFirst(digits.count)
    let marks = digits.isEmpty ? "#+-".utf8 : ".)".utf8
    let isNumber = rest.dropFirst().first.map { $0 == UInt8(ascii: " ") } ?? true
    guard let mark = rest.first, marks.contains(mark), digits.isEmpty || isNumber else {
      return append(String(text), to: &output)
    }
    output.append(contentsOf: digits)
    output.append(UInt8(ascii: "\\"))
    append(String(decoding: rest, as: UTF8.self), to: &output)
  }

  private static func isMarkup(_ byte: UInt8, before next: UInt8) -> Bool {
    switch Unicode.Scalar(byte) {
    case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "&": true
    // Markdown with components takes what is in braces for a program.
    case "{", "}": true
    // Two of these are a formula on some sites, but not around amounts.
    case "$": !(UInt8(ascii: "0")...UInt8(ascii: "9") ~= next)
    // An address that becomes a link by itself takes backslashes for a part of it.
    case "@": true
    case ":": next == UInt8(ascii: "/")
    default: false
    }
  }
}
