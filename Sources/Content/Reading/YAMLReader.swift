import Diagnostics

/// Makes nodes of tokens, and refuses what a content file has no use for: anchors, aliases, tags,
/// directives, keys that are not texts, keys written twice, second documents and deep nesting.
///
/// Each is refused when its token comes. So an alias, which can stand for a billion nodes, stands
/// for none, and depth is known before the step that it would cost.
struct YAMLReader: ~Copyable {
  private var cursor: YAMLCursor
  private let passesAliases: Bool

  /// Starts at the head of a text.
  ///
  /// - Parameters:
  ///   - source: The text.
  ///   - passesAliases: Whether anchors and aliases may stand in a text that is not the author's; an
  ///     alias stands for no node then either, and is read as one that is no value of anything.
  init(_ source: SourceText, passesAliases: Bool = false) {
    cursor = YAMLCursor(source)
    self.passesAliases = passesAliases
  }

  /// What was refused, in reading order but for a bracket that is found open at the end.
  var findings: [Diagnostic] { cursor.findings }

  /// Reads the only document.
  ///
  /// - Returns: `nil` if there is nothing in it, or not all of it could be read.
  /// - Complexity: O(*n*) in the length of the text.
  mutating func root() -> YAMLNode? {
    do throws(YAMLSyntaxError) {
      return try document()
    } catch {
      cursor.stop(error)
      return nil
    }
  }

  private mutating func document() throws(YAMLSyntaxError) -> YAMLNode? {
    try cursor.advance()
    try cursor.advance()
    if cursor.kind == .documentStart { try cursor.advance() }
    if cursor.kind == .streamEnd { return nil }
    let root = try node()
    guard cursor.kind == .streamEnd else { throw cursor.unexpected(.end) }
    return root
  }

  private mutating func node() throws(YAMLSyntaxError) -> YAMLNode {
    var hasProperties = false
    while cursor.kind == .anchor || cursor.kind == .tag {
      if passesAliases, cursor.kind == .anchor {
        try cursor.advance()
      } else {
        try cursor.passProperty()
      }
      hasProperties = true
    }
    let location = cursor.location
    switch cursor.kind {
    case .scalar:
      let isPlain = cursor.isPlain
      let text = try cursor.passText()
      return YAMLNode(location: location, content: .scalar(text, isPlain: isPlain))
    case .blockMappingStart:
      return YAMLNode(location: location, content: .mapping(try blockPairs()))
    case .blockSequenceStart:
      return YAMLNode(location: location, content: .sequence(try blockList()))
    case .flowMappingStart:
      return YAMLNode(location: location, content: .mapping(try flowPairs()))
    case .flowSequenceStart:
      return YAMLNode(location: location, content: .sequence(try flowItems()))
    case .alias where passesAliases:
      try cursor.advance()
      return YAMLNode(location: location, content: .scalar("*", isPlain: false))
    case .alias:
      try cursor.passAlias()
      return nothing()
    default:
      guard hasProperties else { throw cursor.unexpected(.value) }
      return nothing()
    }
  }

  // MARK: Blocks

  private mutating func blockPairs() throws(YAMLSyntaxError) -> [YAMLPairs.Pair] {
    try cursor.stepIn()
    var pairs = YAMLPairs()
    while cursor.kind == .key { try passPair(into: &pairs) }
    guard cursor.kind == .blockEnd else { throw cursor.unexpected(.key) }
    try cursor.stepOut()
    return pairs.all
  }

  private mutating func blockList() throws(YAMLSyntaxError) -> [YAMLNode] {
    try cursor.stepIn()
    let items = try blockItems()
    guard cursor.kind == .blockEnd else { throw cursor.unexpected(.item) }
    try cursor.stepOut()
    return items
  }

  private mutating func blockItems() throws(YAMLSyntaxError) -> [YAMLNode] {
    var items: [YAMLNode] = []
    while cursor.kind == .blockEntry {
      try cursor.advance()
      let isLeftOut = cursor.kind.comesAfterNothing || cursor.kind == .blockEntry
      items.append(isLeftOut ? nothing() : try node())
    }
    return items
  }

  // MARK: Brackets and braces

  private mutating func flowItems() throws(YAMLSyntaxError) -> [YAMLNode] {
    var items: [YAMLNode] = []
    try cursor.open(until: .flowSequenceEnd)
    while cursor.kind != .flowSequenceEnd {
      items.append(cursor.kind == .key ? try singlePair() : try node())
      try passComma(or: .flowSequenceEnd)
    }
    try cursor.close()
    return items
  }

  /// An item such as `a: b` between brackets, which is a mapping of its own.
  private mutating func singlePair() throws(YAMLSyntaxError) -> YAMLNode {
    var pairs = YAMLPairs()
    let location = cursor.location
    try passPair(into: &pairs)
    return YAMLNode(location: location, content: .mapping(pairs.all))
  }

  private mutating func flowPairs() throws(YAMLSyntaxError) -> [YAMLPairs.Pair] {
    var pairs = YAMLPairs()
    try cursor.open(until: .flowMappingEnd)
    while cursor.kind != .flowMappingEnd {
      try passPair(into: &pairs)
      try passComma(or: .flowMappingEnd)
    }
    try cursor.close()
    return pairs.all
  }

  private mutating func passComma(or end: YAMLTokens.Kind) throws(YAMLSyntaxError) {
    if cursor.kind == .flowEntry {
      try cursor.advance()
    } else if cursor.kind != end {
      throw cursor.unexpected(.item)
    }
  }

  // MARK: Keys and values

  private mutating func passPair(into pairs: inout YAMLPairs) throws(YAMLSyntaxError) {
    let mayHaveValue = cursor.kind == .key
    if mayHaveValue { try cursor.passKeySign() }
    let key = try key()
    // A key without its sign goes over lines: most often a brace was forgotten.
    guard mayHaveValue || cursor.kind != .value else { throw cursor.unexpected(.item) }
    if let key, let first = pairs.place(of: key.value) {
      let mistake = Mistake(
        "\(Mistake.quoted(key.value)) is written twice in one mapping",
        hint: "remove one of the two; the first is in line \(first.line ?? 1)")
      cursor.refuse(mistake, at: key.location)
    }
    let value = try value()
    if let key { pairs.append(key, value) }
  }

  /// A key, or `nil` for all but a text, which is reported.
  private mutating func key() throws(YAMLSyntaxError) -> Located<String>? {
    let location = cursor.location
    if cursor.kind == .scalar { return Located(try cursor.passText(), at: location) }
    if cursor.kind == .flowSequenceStart || cursor.kind == .flowMappingStart {
      cursor.refuse(Mistake("key that is a list or a mapping", hint: "write a text as the key"))
    }
    _ = try node()
    return nil
  }

  private mutating func value() throws(YAMLSyntaxError) -> YAMLNode {
    guard cursor.kind == .value else { return nothing() }
    try cursor.advance()
    if cursor.kind.comesAfterNothing { return nothing() }
    // A list need not be deeper than its key, and then has no start of its own.
    guard cursor.kind == .blockEntry, !cursor.isInFlow else { return try node() }
    let location = cursor.location
    return YAMLNode(location: location, content: .sequence(try blockItems()))
  }

  /// What stands where an author wrote nothing.
  private func nothing() -> YAMLNode {
    YAMLNode(location: cursor.previousEnd, content: .scalar("", isPlain: true))
  }
}
