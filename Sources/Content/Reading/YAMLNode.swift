import Diagnostics

/// A YAML value and its place, with scalars left as the text that was written.
struct YAMLNode: Sendable {
  /// What a node can be.
  enum Content: Sendable {
    /// A text; plain if it was written without quotes and on no block of its own.
    case scalar(String, isPlain: Bool)
    case sequence([YAMLNode])
    case mapping([(key: Located<String>, value: YAMLNode)])
  }

  var location: SourceLocation
  var content: Content

  /// What an author would call the node.
  var noun: String {
    switch content {
    case .scalar(let text, _): text.isEmpty ? "empty" : "a text"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}
