import CLibXML2
public import Diagnostics

/// The sole owner of one parsed document, for the path that every published page takes.
///
/// Noncopyable: libxml2's tree is freed exactly once, and no two tasks ever share one.
@safe public struct PublishedDocument: ~Copyable {
  /// The path to name in diagnostics.
  public let file: String

  let tree: xmlDocPtr
  private let source: [UInt8]

  /// Parses a page, which may start with `<!DOCTYPE html>`, a picture or a fragment.
  ///
  /// - Parameters:
  ///   - bytes: The document as it would be written.
  ///   - file: The path to name in diagnostics. The file is not opened.
  ///   - limits: What is too large.
  /// - Throws: ``XMLError`` if the document is not well-formed, or refused.
  /// - Complexity: O(*n*) time and memory in the size of `bytes`.
  public init(
    parsing bytes: [UInt8], file: String, limits: ParsingLimits = .published
  ) throws(XMLError) {
    try self.init(parsing: bytes, file: file, limits: limits, documentType: .html)
  }

  init(
    parsing bytes: [UInt8], file: String, limits: ParsingLimits, documentType: Prolog.DocumentType
  ) throws(XMLError) {
    guard bytes.count <= limits.bytes else {
      throw XMLError(diagnostics: [
        Diagnostic(
          .error, at: SourceLocation(file: file),
          "a file of over \(limits.bytes) bytes")
      ])
    }
    let start = try Prolog.check(bytes, file: file, documentType: documentType)
    let tree = unsafe try Self.parse(bytes, from: start, file: file)
    if let element = unsafe ElementWalk.firstElement(deeperThan: limits.depth, in: tree) {
      unsafe xmlFreeDoc(tree)
      throw XMLError(diagnostics: [
        Diagnostic(
          .error, at: ElementPlaces(bytes, file: file)[element, attribute: nil],
          "elements stand more than \(limits.depth) deep")
      ])
    }
    unsafe self.tree = tree
    self.file = file
    source = bytes
  }

  deinit { unsafe xmlFreeDoc(tree) }

  private static func parse(
    _ bytes: [UInt8], from start: Int, file: String
  ) throws(XMLError) -> xmlDocPtr {
    LibXML2.start
    guard let parser = unsafe xmlNewParserCtxt() else { fatalError("out of memory") }
    defer { unsafe xmlFreeParserCtxt(parser) }
    let log = MistakeLog(bytes, file: file, skipped: start)
    let tree = unsafe withExtendedLifetime(log) {
      unsafe parser.pointee._private = Unmanaged.passUnretained(log).toOpaque()
      unsafe parser.pointee.sax.pointee.serror = MistakeLog.record
      return unsafe bytes.withUnsafeBytes { all in
        let text = unsafe UnsafeRawBufferPointer(rebasing: all[start...])
        return unsafe xmlCtxtReadMemory(
          parser, text.baseAddress?.assumingMemoryBound(to: CChar.self), CInt(text.count),
          nil, nil, options)
      }
    }
    guard let tree = unsafe tree, log.mistakes.isEmpty else {
      unsafe xmlFreeDoc(tree)
      throw XMLError(
        diagnostics: log.mistakes.isEmpty
          ? [
            Diagnostic(
              .error, at: SourceLocation(file: file), "the document has no root element")
          ] : log.mistakes)
    }
    return unsafe tree
  }

  /// No network, CDATA read as text, true line numbers past 65 535, short texts kept in place.
  private static let options = CInt(
    XML_PARSE_NONET.rawValue | XML_PARSE_NOCDATA.rawValue | XML_PARSE_BIG_LINES.rawValue
      | XML_PARSE_COMPACT.rawValue)

  /// The name of the root without a prefix.
  var rootName: String { unsafe String(xml: xmlDocGetRootElement(tree)?.pointee.name) }

  /// Whether a hole of a template may have come through; no is certain.
  var mayHoldHoles: Bool {
    let bytes = source.span
    for index in bytes.indices.dropLast() {
      switch (bytes[index], bytes[index + 1]) {
      case (UInt8(ascii: "{"), UInt8(ascii: "{")), (UInt8(ascii: "&"), UInt8(ascii: "#")):
        return true
      default: continue
      }
    }
    return false
  }

  /// Where elements stand: libxml2 keeps only lines, so the source is read again.
  ///
  /// Mistakes are rare; a valid document never gets here.
  borrowing func places() -> ElementPlaces { ElementPlaces(source, file: file) }

  /// Where an element or one of its attributes stands.
  ///
  /// - Parameters:
  ///   - number: The element's place in document order, from 0 for the root.
  ///   - attribute: The name of one of its attributes, if that is meant.
  /// - Returns: The line and column; the file alone if there is no such element.
  /// - Complexity: O(*n*) in the size of the document.
  public borrowing func location(
    ofElement number: Int, attribute: String? = nil
  ) -> SourceLocation {
    places()[number, attribute: attribute]
  }
}
