public import Diagnostics

/// What is wrong with a folder of templates, every mistake with its place.
public struct TemplateError: Error, Hashable, Sendable {
  /// The mistakes in reading order; never empty.
  public let diagnostics: [Diagnostic]

  init(diagnostics: [Diagnostic]) { self.diagnostics = diagnostics.inReadingOrder() }
}
