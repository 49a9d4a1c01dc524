import Diagnostics

/// A field's value while a template renders, copied without counting references.
enum Value: Sendable {
  case absent

  /// Where the bytes of a text, or of a link as it is written on the page, are.
  case text(from: Int32, to: Int32)
  case flag(Bool)

  /// Where the first field of a record is.
  case record(at: Int32)

  /// Where the first item of a list is, the slots from one item to the next, and its length.
  case list(at: Int32, stride: Int32, count: Int32)

  /// The number of a fragment.
  case fragment(Int32)

  /// What `t:if` decides by.
  var isPresent: Bool {
    switch self {
    case .absent: false
    case .flag(let flag): flag
    case .list(_, _, let count): count > 0
    case .text, .record, .fragment: true
    }
  }
}

/// All values of a model in one row: the fields of a record stand side by side.
///
/// One row instead of an array for every record, and the bytes of all texts in another, so that
/// filling a table of a thousand rows allocates a few times and reading a field counts nothing.
struct Values: Sendable {
  private(set) var slots: [Value] = []
  private(set) var texts: [UInt8] = []
  private(set) var fragments: [Fragment] = []

  /// Where the page stands that the links are for.
  private let page: PagePlace

  init(on page: PagePlace) { self.page = page }

  /// Makes room for fields side by side.
  mutating func reserve(_ count: Int) -> Int {
    defer { slots.append(contentsOf: repeatElement(.absent, count: count)) }
    return slots.count
  }

  subscript(_ index: Int) -> Value {
    get { slots[index] }
    set { slots[index] = newValue }
  }

  mutating func add(_ text: String) -> Value {
    let start = texts.count
    texts.append(utf8: text)
    return .text(from: Int32(start), to: Int32(texts.count))
  }

  mutating func add(_ link: LinkTarget) -> Value {
    let start = texts.count
    let (way, target) = link.parts(on: page)
    texts.append(contentsOf: way.utf8)
    texts.append(contentsOf: target.utf8)
    return .text(from: Int32(start), to: Int32(texts.count))
  }

  mutating func add(_ fragment: Fragment) -> Value {
    fragments.append(fragment)
    return .fragment(Int32(fragments.count - 1))
  }

  /// Adds a list of texts.
  mutating func add(_ texts: [String]) -> Value {
    let start = reserve(texts.count)
    for (index, text) in texts.enumerated() { slots[start + index] = add(text) }
    return .list(at: Int32(start), stride: 1, count: Int32(texts.count))
  }
}
