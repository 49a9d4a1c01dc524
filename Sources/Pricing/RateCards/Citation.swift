/// The evidence for a number: which source says so, and in which words.
public struct Citation: Hashable, Sendable {
  /// The id of the source in the site's list of sources.
  public let source: String

  /// The words of the source, as short as they prove the number; `nil` if it is a table cell.
  public let quote: String?

  /// Creates a citation.
  public init(source: String, quote: String? = nil) {
    self.source = source
    self.quote = quote
  }
}
