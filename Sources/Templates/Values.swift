/// A field's value while a template renders.
enum Value: Sendable {
  case absent
  case text(String)
  case link(LinkTarget)
  case flag(Bool)

  /// Where the first field of a record is.
  case record(at: Int32)

  /// Where the first item of a list is, the slots from one item to the next, and its length.
  case list(at: Int32, stride: Int32, count: Int32)
  case fragment(Fragment)

  /// What `t:if` decides by.
  var isPresent: Bool {
    switch self {
    case .absent: false
    case .flag(let flag): flag
    case .list(_, _, let count): count > 0
    case .text, .link, .record, .fragment: true
    }
  }
}

/// All values of a model in one row: the fields of a record stand side by side.
///
/// One row instead of an array for every record, so that filling a table of a thousand rows
/// allocates a few times, and reading a field counts no references to arrays.
struct Values: Sendable {
  private(set) var slots: [Value] = []

  /// Makes room for fields side by side.
  mutating func reserve(_ count: Int) -> Int {
    defer { slots.append(contentsOf: repeatElement(.absent, count: count)) }
    return slots.count
  }

  subscript(_ index: Int) -> Value {
    get { slots[index] }
    set { slots[index] = newValue }
  }

  /// Adds a list of texts.
  mutating func add(_ texts: [String]) -> Value {
    let start = slots.count
    for text in texts { slots.append(.text(text)) }
    return .list(at: Int32(start), stride: 1, count: Int32(texts.count))
  }
}
