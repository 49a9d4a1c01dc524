/// How text and elements are written so that an HTML and an XML parser read the same.
public enum Markup {
  /// The namespace of HTML elements.
  public static let xhtml = "http://www.w3.org/1999/xhtml"

  /// The namespace of pictures.
  public static let svg = "http://www.w3.org/2000/svg"

  /// Whether an HTML element is written as one tag, because HTML knows no end tag for it.
  public static func isVoid(_ name: String) -> Bool { voidElements.contains(name) }

  /// Whether white space inside an element is shown as it stands.
  public static func keepsSpace(_ name: String) -> Bool {
    name == "pre" || name == "script" || name == "style" || name == "textarea"
  }

  /// Whether what an HTML element holds is copied to the letter, as a command or an id.
  public static func isCode(_ name: String) -> Bool {
    name == "code" || name == "kbd" || name == "samp" || keepsSpace(name)
  }

  private static let voidElements: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
  ]

  /// The names after a `<` and before a `="`, at a glance: those in comments too.
  public static func names(in text: [UInt8]) -> Set<String> {
    var names: Set<String> = []
    var start = text.startIndex
    for (end, byte) in text.enumerated() where !isNameByte(byte) {
      let follows = start == 0 ? 0 : text[start - 1]
      if start < end, follows == UInt8(ascii: "<") || byte == UInt8(ascii: "=") {
        names.insert(String(decoding: text[start..<end], as: UTF8.self))
      }
      start = end + 1
    }
    return names
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// Appends text with `&`, `<` and `>` escaped.
  public static func append(text: String, to output: inout [UInt8]) {
    append(text[...], escapingQuotes: false, to: &output)
  }

  /// Appends a text for between double quotes.
  public static func append(attributeValue value: String, to output: inout [UInt8]) {
    append(value[...], escapingQuotes: true, to: &output)
  }

  /// Appends a part of a text for between double quotes.
  public static func append(attributeValue value: Substring, to output: inout [UInt8]) {
    append(value, escapingQuotes: true, to: &output)
  }

  /// Appends a part of other bytes as it is.
  package static func append(_ range: Range<Int>, of bytes: [UInt8], to output: inout [UInt8]) {
    unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[range]))
    }
  }

  /// Appends a part of a text's bytes, escaped as a whole text or attribute value is.
  package static func append(
    escaping range: Range<Int>, of text: [UInt8], isAttribute: Bool, to output: inout [UInt8]
  ) {
    let bytes = text.span.extracting(range)
    for index in bytes.indices where needsEscape(bytes[index]) {
      for index in bytes.indices {
        appendEscaped(bytes[index], escapingQuotes: isAttribute, to: &output)
      }
      return
    }
    append(range, of: text, to: &output)
  }

  /// What a value means that was written between double quotes.
  package static func meaning(ofValue written: String) -> String {
    WrittenText.meaning(of: written, isAttribute: true)
  }

  private static func append(_ text: Substring, escapingQuotes: Bool, to output: inout [UInt8]) {
    let bytes = text.utf8.span
    for index in bytes.indices where needsEscape(bytes[index]) {
      for byte in text.utf8 {
        appendEscaped(byte, escapingQuotes: escapingQuotes, to: &output)
      }
      return
    }
    // Nearly every text: one copy.
    output.append(contentsOf: text.utf8)
  }

  @inline(__always) private static func needsEscape(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
      || byte == UInt8(ascii: "\"") || byte < 0x20
  }

  /// Line ends and tabs in a value would be read back as spaces; other control characters
  /// cannot be written in XML at all, so a replacement character tells that one was there.
  private static func appendEscaped(
    _ byte: UInt8, escapingQuotes: Bool, to output: inout [UInt8]
  ) {
    switch byte {
    case UInt8(ascii: "&"): output.append(contentsOf: "&amp;".utf8)
    case UInt8(ascii: "<"): output.append(contentsOf: "&lt;".utf8)
    case UInt8(ascii: ">"): output.append(contentsOf: "&gt;".utf8)
    case UInt8(ascii: "\"") where escapingQuotes: output.append(contentsOf: "&quot;".utf8)
    case 0x09 where escapingQuotes: output.append(contentsOf: "&#9;".utf8)
    case 0x0A where escapingQuotes: output.append(contentsOf: "&#10;".utf8)
    case 0x0D: output.append(contentsOf: "&#13;".utf8)
    case 0x00..<0x20 where byte != 0x09 && byte != 0x0A:
      output.append(contentsOf: "\u{FFFD}".utf8)
    default: output.append(byte)
    }
  }
}
