public import Diagnostics

/// What is wrong with a document, every mistake with its place.
public struct XMLError: Error, Hashable, Sendable {
  /// The mistakes in reading order; never empty.
  public let diagnostics: [Diagnostic]

  /// Creates an error from at least one mistake.
  public init(diagnostics: [Diagnostic]) {
    precondition(!diagnostics.isEmpty, "an error says what is wrong")
    self.diagnostics = diagnostics.inReadingOrder()
  }
}
