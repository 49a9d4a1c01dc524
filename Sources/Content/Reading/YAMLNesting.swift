import Diagnostics

/// The lists and mappings that are open at a place of a YAML text, and the token of each that
/// becomes a key if a colon follows.
struct YAMLNesting {
  /// A bracket or a brace, and where it stands.
  struct Opening {
    var sign: Unicode.Scalar
    var location: SourceLocation
  }

  /// A token that may be a key.
  struct Key {
    var location: SourceLocation
    var column: Int
    var text: String?
    var isScalar: Bool
    var isRequired: Bool
  }

  private struct Level {
    var indent: Int
    var opening: Opening?
    var keys: [String: SourceLocation] = [:]
  }

  /// Open by indentation; the first is the document itself.
  private var blocks = [Level(indent: -1)]

  /// Open by a bracket or a brace.
  private var flows: [Level] = []

  /// One for the blocks together, and one for each flow.
  private var pending: [Key?] = [nil]

  var isInFlow: Bool { !flows.isEmpty }
  var depth: Int { blocks.count - 1 + flows.count }

  /// The column that the innermost block starts in; -1 outside all.
  var indent: Int { blocks[blocks.count - 1].indent }

  mutating func startBlock(at column: Int) {
    if !isInFlow, indent < column { blocks.append(Level(indent: column)) }
  }

  mutating func endBlocks(deeperThan column: Int) {
    while !isInFlow, indent > column { blocks.removeLast() }
  }

  /// The innermost bracket or brace that is open.
  var opening: Opening? { flows.last?.opening }

  mutating func startFlow(_ opening: Opening) {
    flows.append(Level(indent: 0, opening: opening))
    pending.append(nil)
  }

  mutating func endFlow() {
    guard isInFlow else { return }
    flows.removeLast()
    pending.removeLast()
  }

  mutating func save(_ key: Key) { pending[pending.count - 1] = key }

  /// Gives the token that may be a key its text, which is not looked at for any other.
  mutating func name(_ text: @autoclosure () -> String) {
    if pending[pending.count - 1] != nil { pending[pending.count - 1]?.text = text() }
  }

  mutating func takeKey() -> Key? {
    defer { pending[pending.count - 1] = nil }
    return pending[pending.count - 1]
  }

  /// Forgets every pending key, because a key and its colon share a line.
  ///
  /// - Returns: The one that should have had a colon.
  mutating func expireKeys() -> Key? {
    defer { for index in pending.indices { pending[index] = nil } }
    return pending.lazy.compactMap(\.self).first { $0.isRequired }
  }

  /// Notes a key of the innermost mapping.
  ///
  /// - Returns: Where the same key stands already.
  mutating func claim(_ text: String, at location: SourceLocation) -> SourceLocation? {
    let first = isInFlow ? flows[flows.count - 1].keys[text] : blocks[blocks.count - 1].keys[text]
    guard first == nil else { return first }
    if isInFlow {
      flows[flows.count - 1].keys[text] = location
    } else {
      blocks[blocks.count - 1].keys[text] = location
    }
    return nil
  }
}
