import XML

/// A filled template, and what was learnt while it was written.
///
/// Reuse one for many documents: it keeps its room.
public struct RenderedDocument: Sendable {
  /// A link, by where it stands.
  public struct Link: Hashable, Sendable {
    /// The written target in ``RenderedDocument/bytes``.
    public let range: Range<Int>

    /// Whether the target is the id of an element on the same page, written without a `#`.
    public let isReference: Bool
  }

  /// The markup.
  public internal(set) var bytes: [UInt8] = []

  /// Where the ids stand in ``bytes``, in the order written.
  public private(set) var ids: [Range<Int>] = []

  /// The links and references, in the order written.
  public private(set) var links: [Link] = []

  /// What tells this document's structure from others.
  private(set) var structures = StructureSet()

  /// Structures that libxml2 had found valid when the document was begun.
  private var known = StructureSet()

  /// How many of the document's structures are not among those.
  private(set) var news = 0

  /// Whether the structures are all that a schema can object to.
  var isDecided = true

  /// Whether a page's title is there and not empty.
  var hasTitle = false

  /// Whether two ids may be the same, or an image may have no text.
  private(set) var isSuspect = false

  /// What tells nothing new, in the order written and apart from each other: items of lists,
  /// fragments, and what may be left out.
  private var repetitions: [Range<Int>] = []

  private var idsSeen = StructureSet()

  /// Creates an empty document.
  public init() {}

  /// Empties the document for the next one.
  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    ids.removeAll(keepingCapacity: true)
    links.removeAll(keepingCapacity: true)
    repetitions.removeAll(keepingCapacity: true)
    structures.removeAll()
    news = 0
    idsSeen.removeAll()
    isDecided = true
    hasTitle = false
    isSuspect = false
  }

  /// What an id or a target means, its references to characters resolved.
  public func text(_ range: Range<Int>) -> String {
    let written = String(decoding: bytes[range], as: UTF8.self)
    return written.utf8.contains(UInt8(ascii: "&")) ? Markup.meaning(ofValue: written) : written
  }

  mutating func note(_ role: Program.Judgement.Role, _ range: Range<Int>) {
    switch role {
    case .none, .alternative: break
    case .id:
      ids.append(range)
      if !idsSeen.insert(Fingerprint.of(bytes, range)) { isSuspect = true }
    case .link: links.append(Link(range: range, isReference: false))
    case .reference: links.append(Link(range: range, isReference: true))
    }
  }

  /// Says which structures need not be shown to libxml2 again; the document is empty still.
  mutating func leaveOut(_ known: StructureSet) { self.known = known }

  /// Counts a structure.
  mutating func insert(_ structure: UInt64) {
    if structures.insert(structure), !known.contains(structure) { news += 1 }
  }

  /// Whether libxml2 found a structure valid before the document was begun.
  func isKnown(_ structure: UInt64) -> Bool { known.contains(structure) }

  /// Notes a part that could as well not be there, with the others inside it.
  mutating func repeats(_ item: Range<Int>) {
    var item = item
    while let last = repetitions.last, last.upperBound >= item.lowerBound {
      item = min(last.lowerBound, item.lowerBound)..<item.upperBound
      repetitions.removeLast()
    }
    repetitions.append(item)
  }

  /// The markup less what only repeats, in it or in documents before it: what is left has every
  /// structure of the document that is not known.
  var condensed: [UInt8] {
    var result: [UInt8] = []
    var start = 0
    for item in repetitions {
      result += bytes[start..<item.lowerBound]
      start = item.upperBound
    }
    return result + bytes[start...]
  }

  mutating func noteMissingAlternative() { isSuspect = true }

  /// Appends a fragment with its ids and links.
  mutating func append(_ fragment: Fragment) {
    let start = bytes.count
    let other = fragment.content.document
    bytes.append(contentsOf: other.bytes)
    for id in other.ids { note(.id, id.moved(by: start)) }
    for link in other.links {
      note(link.isReference ? .reference : .link, link.range.moved(by: start))
    }
    if other.isSuspect { isSuspect = true }
  }

  /// Counts the structures of a fragment, whose bytes start at a place, with those of the document.
  mutating func takeStructures(of fragment: Fragment, at start: Int) {
    let other = fragment.content.document
    if !other.isDecided { isDecided = false }
    let before = news
    for structure in other.structures.members { insert(structure) }
    if news == before {
      repeats(start..<start + other.bytes.count)
    } else {
      for item in other.repetitions { repeats(item.moved(by: start)) }
    }
  }
}

extension Range<Int> {
  fileprivate func moved(by distance: Int) -> Self {
    lowerBound + distance..<upperBound + distance
  }
}
