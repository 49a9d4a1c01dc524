import Diagnostics
import Synchronization

/// What files of content said when they were last read, so that a site that is built again and again
/// takes apart only those whose bytes changed.
///
/// What is remembered of a file depends on nothing but its bytes: what names mean in the site is
/// looked up each time.
public final class ParsedFiles: Sendable {
  private struct Entry: Sendable {
    var bytes: [UInt8]
    var file: ParsedFile
  }

  private let entries = Mutex<[String: Entry]>([:])

  /// Creates a memory of nothing.
  public init() {}

  /// A file in its parts: as it was last time, if its bytes are the same.
  func file(_ file: SiteFile, _ parse: (SiteFile) -> ParsedFile) -> ParsedFile {
    let known = entries.withLock { $0[file.path] }
    if let known, known.bytes == file.bytes { return known.file }
    let parsed = parse(file)
    entries.withLock { $0[file.path] = Entry(bytes: file.bytes, file: parsed) }
    return parsed
  }

  /// Forgets files that are no longer there.
  func keep(_ paths: [String]) {
    let paths = Set(paths)
    entries.withLock { $0 = $0.filter { paths.contains($0.key) } }
  }
}

/// A file of content in its parts, before anybody asks what they mean.
struct ParsedFile: Sendable {
  /// The text; `nil` if its bytes are none.
  var text: SourceText?

  /// The keys of a file in YAML; `nil` if they cannot be read.
  var mapping: Mapping?

  /// A page of prose; `nil` if it cannot be read.
  var page: MarkdownPage?

  /// What is wrong with it so far.
  var findings: [Diagnostic] = []

  /// Takes a file in YAML apart.
  init(_ file: SiteFile, as shape: Shape) {
    text = SourceText(file.bytes, file: file.path, into: &findings)
    guard let text else { return }
    mapping = Mapping.read(text, as: shape, into: &findings)
  }

  /// Takes a page of prose apart.
  init(_ file: SiteFile, frontMatter shape: Shape) {
    text = SourceText(file.bytes, file: file.path, into: &findings)
    guard let text else { return }
    page = MarkdownPage.read(text, frontMatter: shape, into: &findings)
  }
}
