import Diagnostics
import Synchronization

/// What files of content said when they were last read, so that a site that is built again and again
/// takes apart only those whose bytes changed.
///
/// What is remembered of a file depends on nothing but its bytes, and that of a rate card on the
/// sources and settings too, with which it is kept: what names mean in the site is looked up each time.
public final class ParsedFiles: Sendable {
  private struct Entry: Sendable {
    var bytes: [UInt8]
    var file: ParsedFile
  }

  private let entries = Mutex<[String: Entry]>([:])
  private let cards = Mutex<[String: (bytes: [UInt8], card: ReadRateCard)]>([:])

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

  /// A rate card as it was read last time, if its bytes and all else that it was read with are the same.
  func card(
    _ file: SiteFile, _ basis: ReadRateCard.Basis, _ read: () -> ReadRateCard
  ) -> ReadRateCard {
    let known = cards.withLock { $0[file.path] }
    if let known, known.bytes == file.bytes, known.card.basis == basis { return known.card }
    let card = read()
    cards.withLock { $0[file.path] = (file.bytes, card) }
    return card
  }

  /// Forgets files that are no longer there.
  func keep(_ paths: [String]) {
    let paths = Set(paths)
    entries.withLock { $0 = $0.filter { paths.contains($0.key) } }
    cards.withLock { $0 = $0.filter { paths.contains($0.key) } }
  }
}

/// What a rate card says, and what it cites.
struct ReadRateCard: Sendable {
  /// What it was read with, beside its file.
  struct Basis: Hashable, Sendable {
    let days: SourceDays
    let fields: [DeclaredField]?
  }

  let basis: Basis
  let card: RateCard
  let cited: [Located<String>]
  let findings: [Diagnostic]

  /// Reads a rate card.
  init(_ mapping: Mapping, id: String, _ basis: Basis) {
    var (cited, findings): ([Located<String>], Findings) = ([], Findings())
    card = RateCardFormat.rateCard(
      mapping, id: id, days: basis.days, fields: basis.fields, &cited, into: &findings)
    for offer in card.offers { cited += offer.cited }
    (self.basis, self.cited, self.findings) = (basis, cited, findings.diagnostics)
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
