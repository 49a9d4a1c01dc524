public import Diagnostics
import Synchronization
public import XML

/// The structures of documents that libxml2 has found valid.
///
/// A document is valid if every structure of it has occurred in a valid document. Why that is so:
///
/// RELAX NG judges an element by its attributes and by the list of its children, and by nothing
/// else, once it is known which pattern of the grammar it follows. Where the children of a pattern
/// have one pattern for each name, the names on the way from the root tell the pattern. An element
/// of a template has one such way, because templates are put in place whole; so it can be judged
/// alone, and its insides be exchanged for others that were judged at the same place. Of an
/// element there remains what data decides:
///
/// - *Attributes.* One that stands by itself in its pattern is right or wrong whatever the others
///   are: whether it is there is one structure, the class of its value (``XML/ValueType``) another.
/// - *Children.* Where the schema allows every list that the template can make, each choice is a
///   structure of its own, and so is whether a list has no, one or more items.
/// - Everything else of the element counts together, in the order in which it happens: its *unit*.
///   The length of a list counts exactly there, unless the name of its items has one place in the
///   pattern, so that many are as good as two. An element that could follow several patterns
///   belongs to the unit around it.
/// - *Fragments* bring their structures along where the schema allows what they start with in any
///   number and order; elsewhere their bytes count exactly.
///
/// So libxml2 need not see all of a document some of whose structures are not known: items of lists,
/// fragments, and what may be there or not are left out of what it validates if they add none of
/// those. An item stays where a list would be of another structure without it, and that structure is
/// not known. If what is left is not valid, libxml2 sees the whole document.
///
/// Where a grammar holds more than this knows of, every document is validated whole.
public final class StructureMemory: Sendable {
  private struct State {
    var known = StructureSet()
    var validated = 0
  }

  private let state = Mutex(State())

  /// Creates a memory.
  ///
  /// - Parameter known: ``structures`` of a memory of the same templates, schemas and program.
  public init(of known: [UInt64] = []) {
    state.withLock { state in
      for structure in known { state.known.insert(structure) }
    }
  }

  /// What stands for the structures, in rising order.
  public var structures: [UInt64] { state.withLock { $0.known }.members.sorted() }

  /// How many documents libxml2 has looked at.
  public var validated: Int { state.withLock { $0.validated } }

  /// Prepares an empty document to leave out what libxml2 has seen, should it have to see it.
  public func begin(_ document: inout RenderedDocument) {
    document.leaveOut(state.withLock { $0.known })
  }

  /// Says what is wrong with a document: by its schema, and what no schema sees.
  ///
  /// - Parameters:
  ///   - document: The document as it will be written.
  ///   - path: Its path below the site's root, for diagnostics.
  ///   - schema: The profile, compiled with ``XML/Schema/Role/document``, of the grammar that its
  ///     template was checked by.
  ///   - isPage: Whether it has to have a title in its head.
  ///   - always: Whether libxml2 validates it even if all its structures are known. A known
  ///     structure that turns out to be wrong is a finding, too.
  /// - Returns: The findings; none for a document that may be published.
  public func check(
    _ document: RenderedDocument, path: String, by schema: Schema, isPage: Bool,
    always: Bool = false
  ) -> [Diagnostic] {
    let isKnown =
      document.isDecided && state.withLock { document.structures.isSubset(of: $0.known) }
    let isPlain = !document.isSuspect && (document.hasTitle || !isPage)
    if isKnown, isPlain, !always { return [] }
    if !always, isPlain, document.isDecided, isValidCondensed(document, path, schema) { return [] }
    do {
      // What was noted while the document was rendered is what a look at all elements would find.
      let findings = try PublishedCheck(isPage: isPage, looksAtElements: always || !isPlain)
        .findings(document.bytes, path, schema)
      state.withLock {
        $0.validated += 1
        $0.known.formUnion(document.structures)
      }
      return findings
    } catch {
      state.withLock { $0.validated += 1 }
      guard isKnown else { return error.diagnostics }
      let bug = Diagnostic(
        .error, at: SourceLocation(file: path),
        "the page is not valid, and its structure was taken for valid",
        hint: "this is a bug of the program; please report it")
      return error.diagnostics + [bug]
    }
  }
}

extension StructureMemory {
  /// Whether the document less what tells nothing new is valid; if it is not, the whole one has the
  /// places of the mistakes.
  private func isValidCondensed(
    _ document: RenderedDocument, _ path: String, _ schema: Schema
  ) -> Bool {
    guard
      let parsed = try? PublishedDocument(parsing: document.condensed, file: path),
      (try? parsed.validate(against: schema)) != nil
    else { return false }
    state.withLock {
      $0.validated += 1
      $0.known.formUnion(document.structures)
    }
    return true
  }
}

/// What libxml2 says of a document, and what it does not look at.
private struct PublishedCheck {
  let isPage: Bool
  let looksAtElements: Bool

  /// Reads a document as it will be published.
  ///
  /// - Returns: What no schema sees.
  /// - Throws: ``XML/XMLError`` if it does not follow the schema.
  func findings(
    _ bytes: [UInt8], _ path: String, _ schema: Schema
  ) throws(XMLError) -> [Diagnostic] {
    let document = try PublishedDocument(parsing: bytes, file: path)
    try document.validate(against: schema)
    guard looksAtElements else { return [] }
    var findings: [(number: Int, message: String, hint: String)] = []
    var ids: Set<String> = []
    var hasTitle = !isPage
    document.visit { element in
      let name = element.name
      if name == "title", element.depth == 3, !element.text.isEmpty { hasTitle = true }
      guard element.hasAttributes else { return }
      if let id = element["id"], !ids.insert(id).inserted {
        findings.append((element.number, "'\(id)' is the id of two elements", "make ids unique"))
      }
      if name == "img", element["alt"] == nil {
        findings.append(
          (element.number, "'img' without a text", "add an 'alt', empty if it only decorates"))
      }
    }
    if !hasTitle { findings.append((0, "a page without a title", "fill 'title' in its head")) }
    return findings.map { finding in
      Diagnostic(
        .error, at: document.location(ofElement: finding.number), finding.message,
        hint: finding.hint)
    }
  }
}
