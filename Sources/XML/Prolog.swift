import Diagnostics

/// What may stand before a root element, checked before libxml2 sees the document.
enum Prolog {
  /// What to do with a document type.
  enum DocumentType {
    /// Refused, whatever it says: its entities would vanish from the text, or blow it up.
    case refused

    /// `<!DOCTYPE html>` and nothing else, which browsers need and which declares nothing.
    case html
  }

  /// Where the XML starts that libxml2 is to read.
  ///
  /// - Throws: ``XMLError`` for what is not UTF-8, or declares anything but a root element.
  static func check(
    _ bytes: [UInt8], file: String, documentType: DocumentType
  ) throws(XMLError) -> Int {
    var positions = SourcePositions(bytes, file: file)
    if let offset = firstByteThatIsNoText(bytes) {
      throw XMLError(diagnostics: [
        Diagnostic(
          .error, at: positions.location(at: offset), "the file is not UTF-8 text from here on",
          hint: "save it as UTF-8")
      ])
    }
    let html = Array("<!DOCTYPE html>".utf8)
    var offset = positions.hasByteOrderMark ? 3 : 0
    if documentType == .html, bytes[offset...].starts(with: html) { offset += html.count }
    let start = offset
    offset = try checkDeclaration(bytes, at: offset, &positions)
    while let next = endOfCommentOrSpace(bytes, at: offset) { offset = next }
    if bytes[offset...].starts(with: "<!DOCTYPE".utf8) {
      throw XMLError(diagnostics: [
        Diagnostic(
          .error, at: positions.location(at: offset), "a DOCTYPE is not allowed",
          hint: "remove it, and write characters instead of entities")
      ])
    }
    return start
  }

  /// A NUL would let libxml2 guess at another encoding.
  private static func firstByteThatIsNoText(_ bytes: [UInt8]) -> Int? {
    if let zero = bytes.firstIndex(of: 0) { return zero }
    do {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  private static func checkDeclaration(
    _ bytes: [UInt8], at start: Int, _ positions: inout SourcePositions
  ) throws(XMLError) -> Int {
    guard bytes[start...].starts(with: "<?xml ".utf8),
      let end = bytes[start...].firstIndex(of: UInt8(ascii: ">"))
    else { return start }
    let declaration = String(decoding: bytes[start...end], as: UTF8.self)
    if let match = declaration.firstMatch(of: /encoding\s*=\s*["']([^"']*)["']/),
      match.output.1.lowercased() != "utf-8"
    {
      let before = declaration[..<match.output.1.startIndex].utf8.count
      throw XMLError(diagnostics: [
        Diagnostic(
          .error, at: positions.location(at: start + before),
          "'\(match.output.1)' is not the encoding of this file",
          hint: "save it as UTF-8, and remove the declaration")
      ])
    }
    return end + 1
  }

  private static func endOfCommentOrSpace(_ bytes: [UInt8], at start: Int) -> Int? {
    guard start < bytes.count else { return nil }
    if bytes[start] <= UInt8(ascii: " ") { return start + 1 }
    guard bytes[start...].starts(with: "<!--".utf8) else { return nil }
    let dash = UInt8(ascii: "-")
    var end = start + 4
    while end + 2 < bytes.count {
      if bytes[end] == dash, bytes[end + 1] == dash { return end + 3 }
      end += 1
    }
    return nil
  }
}
