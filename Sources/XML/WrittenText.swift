/// Text as it stands in a well-formed XML file.
enum WrittenText {
  /// The characters that written text means.
  ///
  /// - Parameters:
  ///   - written: Text between tags, or a value without its quotes.
  ///   - isAttribute: Whether white space is normalised and CDATA means nothing.
  /// - Returns: The text with references resolved and line ends as line feeds.
  static func meaning(of written: String, isAttribute: Bool) -> String {
    let meansItself = written.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: "\r"): false
      case UInt8(ascii: "\n"), UInt8(ascii: "\t"): !isAttribute
      default: true
      }
    }
    return meansItself ? written : resolved(written, isAttribute: isAttribute)
  }

  private static func resolved(_ written: String, isAttribute: Bool) -> String {
    var text = ""
    var rest = written[...].unicodeScalars
    while let scalar = rest.popFirst() {
      switch scalar {
      case "&":
        let end = rest.firstIndex(of: ";") ?? rest.endIndex
        text.unicodeScalars.append(character(Substring(rest[..<end])))
        rest = rest[end...].dropFirst()
      case "\r":
        if rest.first == "\n" { rest.removeFirst() }
        text += isAttribute ? " " : "\n"
      case "\n" where isAttribute, "\t" where isAttribute:
        text += " "
      case "<" where !isAttribute:
        // Only CDATA can start here; what is inside means itself.
        rest = rest.dropFirst("![CDATA[".unicodeScalars.count)
        var section = String.UnicodeScalarView()
        while !rest.isEmpty, !rest.starts(with: "]]>".unicodeScalars) {
          section.append(rest.removeFirst())
        }
        rest = rest.dropFirst(3)
        text += String(section).replacing("\r\n", with: "\n").replacing("\r", with: "\n")
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  /// What a reference stands for; libxml2 has refused all others.
  private static func character(_ reference: Substring) -> Unicode.Scalar {
    switch reference {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default:
      let digits = reference.dropFirst()
      let code =
        digits.first == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
      return code.flatMap(Unicode.Scalar.init) ?? "\u{FFFD}"
    }
  }
}
