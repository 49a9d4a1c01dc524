import Diagnostics
public import XML

/// Markup that may go into a page as it is, because it is known to be well-formed and valid.
///
/// There are two ways to make one: fill a template, or parse a text against a schema.
public struct Fragment: Hashable, Sendable {
  /// The markup, without the namespace that a page has anyway.
  public let bytes: [UInt8]

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// Parses flow content, such as the output of a Markdown renderer.
  ///
  /// - Parameters:
  ///   - markup: Well-formed XHTML without a root and without namespaces.
  ///   - file: The path to name in diagnostics.
  ///   - schema: The page profile, compiled with ``XML/Schema/Role/fragment``.
  ///   - limits: What is too large.
  /// - Throws: ``XML/XMLError`` with every mistake at its place in `markup`.
  public init(
    parsing markup: String, file: String, schema: Schema, limits: ParsingLimits = .authored
  ) throws(XMLError) {
    // A line of its own for the wrapper keeps the columns; the lines are put right below.
    let wrapped = "<div xmlns=\"\(Markup.xhtml)\">\n\(markup)\n</div>"
    do {
      let root = try Element(parsing: wrapped, file: file, limits: limits)
      let document = try PublishedDocument(parsing: Array(wrapped.utf8), file: file)
      try document.validate(against: schema)
      bytes = Self.markup(of: root)
    } catch {
      throw XMLError(
        diagnostics: error.diagnostics.map { diagnostic in
          var diagnostic = diagnostic
          let last = markup.count { $0.isNewline } + 1
          diagnostic.location.line = diagnostic.location.line.map { min(max($0 - 1, 1), last) }
          return diagnostic
        })
    }
  }

  /// Joins pieces that are valid each for itself.
  public init(joining pieces: [Fragment]) { bytes = pieces.flatMap(\.bytes) }

  /// The children of the wrapper, without the line ends that came with it.
  private static func markup(of wrapper: Element) -> [UInt8] {
    let bytes = wrapper.markup(inside: Markup.xhtml)
    return Array(bytes.dropFirst("<div>\n".utf8.count).dropLast("\n</div>".utf8.count))
  }
}
