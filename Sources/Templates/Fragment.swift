import Diagnostics
public import XML

/// Markup that may go into a page as it is, because it is known to be well-formed and valid.
///
/// There are two ways to make one: fill a template, or parse a text against a schema.
public struct Fragment: Hashable, Sendable {
  /// What a page has to know of the markup, shared by all copies.
  final class Content: Sendable {
    let document: RenderedDocument

    /// What the parts are that stand next to each other; see ``Program/FragmentSite``.
    let kinds: Set<UInt64>

    init(_ document: RenderedDocument, kinds: Set<UInt64>) {
      self.document = document
      self.kinds = kinds
    }
  }

  let content: Content

  /// The markup, without the namespace that a page has anyway.
  public var bytes: [UInt8] { content.document.bytes }

  /// A filled template.
  init(_ document: RenderedDocument, kind: UInt64) {
    content = Content(document, kinds: [kind])
  }

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
      let parsed = try PublishedDocument(parsing: Array(wrapped.utf8), file: file)
      try parsed.validate(against: schema)
      var document = RenderedDocument()
      document.append(parsed: Self.markup(of: root))
      content = Content(document, kinds: [Self.flow(schema.fingerprint)])
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
  public init(joining pieces: [Fragment]) {
    var document = RenderedDocument()
    for piece in pieces {
      let start = document.bytes.count
      document.append(piece)
      document.takeStructures(of: piece, at: start)
    }
    content = Content(
      document, kinds: pieces.reduce(into: []) { $0.formUnion($1.content.kinds) })
  }

  /// The kind of what was parsed by a grammar: anything that a `div` may hold.
  static func flow(_ grammar: UInt64) -> UInt64 { Fingerprint.mix(grammar, .max) }

  /// The children of the wrapper, without the line ends that came with it.
  private static func markup(of wrapper: Element) -> [UInt8] {
    let bytes = wrapper.markup(inside: Markup.xhtml)
    return Array(bytes.dropFirst("<div>\n".utf8.count).dropLast("\n</div>".utf8.count))
  }

  /// Whether two fragments are the same markup.
  public static func == (one: Self, other: Self) -> Bool { one.bytes == other.bytes }

  /// Mixes in the markup.
  public func hash(into hasher: inout Hasher) { hasher.combine(bytes) }
}
