public import Diagnostics

/// A stretch of somebody's document that is kept current, between the line that begins it and the
/// line that ends it.
public struct InjectedBlock: Hashable, Sendable {
  /// What stands in a block.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A table.
    case table

    /// A chart.
    case chart
  }

  /// One of the words behind the kind: `id=monthly-tiers`.
  public struct Attribute: Hashable, Sendable {
    /// The word before the equals sign.
    public let name: String

    /// What follows it, without quotes.
    public let value: String

    /// Where the word stands.
    public let location: SourceLocation
  }

  /// What stands in the block.
  public let kind: Kind

  /// The words of the line that begins it, in their order; no name comes twice.
  public let attributes: [Attribute]

  /// Where that line begins.
  public let location: SourceLocation

  /// How the comment around that line is written.
  public let spelling: CommentSpelling

  /// The bytes between the two lines.
  let body: Range<Int>

  /// What ends the lines of the block, and what stands in front of them.
  let lineEnd: [UInt8]
  let indentation: [UInt8]

  /// The value of an attribute; `nil` if it is not there.
  public func attribute(_ name: String) -> Attribute? { attributes.first { $0.name == name } }
}
