public import Diagnostics

/// One way in which a document does not follow a schema.
public struct SchemaMistake: Hashable, Sendable {
  /// The element's place in document order, from 0 for the root.
  public let element: Int

  /// The name of the attribute that is wrong, if it is an attribute.
  public let attribute: String?

  /// What is wrong, as a ``Diagnostic`` says it.
  public let message: String

  /// What to do about it.
  public let hint: String?

  /// The mistake as an author sees it.
  public func diagnostic(at location: SourceLocation) -> Diagnostic {
    Diagnostic(.error, at: location, message, hint: hint)
  }
}

extension PublishedDocument {
  /// Expects the document to follow a schema.
  ///
  /// - Throws: ``XMLError`` with every mistake at its line and column.
  public borrowing func validate(against schema: Schema) throws(XMLError) {
    let mistakes = schema.mistakes(in: self)
    guard !mistakes.isEmpty else { return }
    let places = self.places()
    throw XMLError(
      diagnostics: mistakes.map {
        $0.diagnostic(at: places[$0.element, attribute: $0.attribute])
      })
  }
}
