/// The evidence for a number: which source says so, and in which words.
public struct Citation: Hashable, Sendable {
  /// The id of the source in the site's list of sources.
  public let source: String

  /// The words of the source, as short as they prove the number; `nil` where none were kept.
  public let quote: String?

  /// The arithmetic that leads from the words to the number, such as `150 ÷ 10 = 15`; `nil` where
  /// the words state the number itself.
  public let working: String?

  /// Creates a citation.
  public init(source: String, quote: String? = nil, working: String? = nil) {
    self.source = source
    self.quote = quote
    self.working = working
  }
}
