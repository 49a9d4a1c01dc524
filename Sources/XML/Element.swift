public import Diagnostics

/// An element of a document as a plain value, with the place of everything in it.
///
/// Comments are not kept, and namespace declarations show only in the namespaces they give.
public struct Element: Hashable, Sendable {
  /// The name without a prefix.
  public var name: String

  /// The namespace's address; empty where none is declared.
  public var namespace: String

  /// The attributes in the order written; a name occurs once per namespace.
  public var attributes: [Attribute]

  /// The text and elements inside, in the order written.
  public var children: [Node]

  /// Where the `<` of the start tag stands.
  public var location: SourceLocation

  /// A name and its value.
  public struct Attribute: Hashable, Sendable {
    /// The name without a prefix.
    public var name: String

    /// The namespace's address; empty for an attribute without a prefix.
    public var namespace: String

    /// What stands between the quotes, white space normalised to spaces.
    public var value: LocatedText

    /// Where the name stands.
    public var location: SourceLocation
  }

  /// What an element can contain.
  public enum Node: Hashable, Sendable {
    /// Another element.
    case element(Element)

    /// Text up to the next tag or comment.
    case text(LocatedText)
  }

  /// The value of an attribute, or `nil` if there is none.
  public subscript(_ name: String, namespace namespace: String = "") -> String? {
    attributes.first { $0.name == name && $0.namespace == namespace }?.value.text
  }

  /// The elements directly inside.
  public var elements: [Element] {
    children.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// Visits the element and all inside it in document order.
  public func visit(_ body: (Element) -> Void) {
    body(self)
    for element in elements { element.visit(body) }
  }
}

extension Element {
  /// Reads XML and returns its root element.
  ///
  /// libxml2 decides whether the text is well-formed; a document type, processing
  /// instructions and any encoding but UTF-8 are refused.
  ///
  /// - Parameters:
  ///   - source: The bytes of the document.
  ///   - file: The path to name in diagnostics. The file is not opened.
  ///   - limits: What is too large.
  /// - Throws: ``XMLError`` with every mistake found.
  /// - Complexity: O(*n*) time and memory in the size of `source`.
  public init(
    parsing source: [UInt8], file: String, limits: ParsingLimits = .authored
  ) throws(XMLError) {
    // The check owns the tree only for as long as it takes to say yes.
    _ = try PublishedDocument(parsing: source, file: file, limits: limits, documentType: .refused)
    var reader = ElementReader(SourcePositions(source, file: file))
    let root = reader.root()
    guard let root, reader.mistakes.isEmpty else { throw XMLError(diagnostics: reader.mistakes) }
    self = root
  }

  /// Reads XML from a text, as from its bytes.
  public init(
    parsing source: String, file: String, limits: ParsingLimits = .authored
  ) throws(XMLError) {
    try self.init(parsing: Array(source.utf8), file: file, limits: limits)
  }
}
