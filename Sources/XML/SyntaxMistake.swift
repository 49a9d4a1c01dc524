import CLibXML2

/// One report of libxml2's parser, in our words.
struct SyntaxMistake {
  /// False for what libxml2 only warns of.
  let isError: Bool
  let message: String
  let hint: String?

  init(_ error: xmlErrorPtr) {
    isError = unsafe error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue
    let original = unsafe error.pointee.message.map { unsafe String(cString: $0) } ?? ""
    let first = unsafe error.pointee.str1.map { unsafe String(cString: $0) } ?? ""
    let second = unsafe error.pointee.str2.map { unsafe String(cString: $0) } ?? ""
    let line = unsafe Int(error.pointee.int1)
    let code = unsafe xmlParserErrors(UInt32(max(0, error.pointee.code)))
    (message, hint) =
      Self.reworded(code, first, second, line: line, original)
      ?? ("the document is not well-formed here", nil)
  }

  private static func reworded(
    _ code: xmlParserErrors, _ first: String, _ second: String, line: Int, _ original: String
  ) -> (String, String?)? {
    switch code {
    case XML_ERR_DOCUMENT_EMPTY:
      ("the document has no root element", nil)
    case XML_ERR_DOCUMENT_END:
      ("the document goes on after its root element", "put everything into one element")
    case XML_ERR_TAG_NAME_MISMATCH:
      ("'</\(second)>' closes '<\(first)>' of line \(line)", "close '\(first)' first")
    case XML_ERR_TAG_NOT_FINISHED:
      ("'<\(first)>' of line \(line) is never closed", "write </\(first)>")
    case XML_ERR_UNDECLARED_ENTITY:
      ("'&\(first);' is not defined", "write the character itself, or a number like &#160;")
    case XML_ERR_NAME_REQUIRED where original.contains("StartTag"):
      ("'<' starts no tag", "write &lt; for a less-than sign")
    case XML_ERR_NAME_REQUIRED, XML_ERR_ENTITYREF_SEMICOL_MISSING:
      ("'&' starts no character reference", "write &amp; for an ampersand")
    case XML_ERR_INVALID_CHARREF, XML_ERR_INVALID_DEC_CHARREF, XML_ERR_INVALID_HEX_CHARREF:
      ("a character reference names no character", nil)
    case XML_ERR_ATTRIBUTE_NOT_STARTED:
      ("an attribute's value is not in quotes", nil)
    case XML_ERR_ATTRIBUTE_WITHOUT_VALUE:
      ("'\(first)' has no value", "write \(first)=\"\(first)\"")
    case XML_ERR_ATTRIBUTE_REDEFINED:
      ("'\(first)' is given twice", "remove one")
    case XML_ERR_LT_IN_ATTRIBUTE:
      ("'<' stands in an attribute's value", "write &lt;")
    case XML_ERR_GT_REQUIRED:
      ("a tag lacks its '>'", nil)
    case XML_NS_ERR_UNDEFINED_NAMESPACE:
      ("'\(first)' is a prefix without a namespace", "declare it on the root with xmlns:\(first)")
    case XML_ERR_CDATA_NOT_FINISHED:
      ("a CDATA section is never closed", "write ]]> at its end")
    case XML_ERR_COMMENT_NOT_FINISHED:
      ("a comment is never closed", "write --> at its end")
    case XML_ERR_HYPHEN_IN_COMMENT:
      ("'--' stands inside a comment", "write one hyphen, or another dash")
    case XML_ERR_MISPLACED_CDATA_END:
      ("']]>' stands in text", "write ]]&gt;")
    case XML_ERR_INVALID_CHAR:
      ("a control character is not allowed", "remove it")
    default: nil
    }
  }
}
