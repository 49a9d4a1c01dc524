/// What stands between brackets and braces, found and changed by its characters: a reader of YAML
/// says where things begin, and not where they end.
extension EditedText {
  /// Where an item between brackets ends.
  struct FlowEnd {
    /// Behind its last character that is no blank and in no comment.
    var end: Place
    /// At the comma or the bracket that follows, or where it ends if it is in brackets itself.
    var stop: Place
  }

  /// Whether a mapping or a list is written between brackets.
  func isFlow(at place: Place) -> Bool {
    let first = self[place.line].unicodeScalars.dropFirst(place.column - 1).first
    return first == "{" || first == "["
  }

  /// Whether a mapping or a list is written between brackets.
  func isFlow(at node: YAMLNode) -> Bool { isFlow(at: node.place) }

  /// Looks for the end of what begins at a place between brackets, or with one.
  ///
  /// - Returns: `nil` if the text ends before.
  func flowEnd(from start: Place) -> FlowEnd? {
    let isInBrackets = isFlow(at: start)
    var scanner = FlowScanner()
    var end = start
    for line in start.line...texts.count {
      scanner.beginLine()
      for (offset, scalar) in self[line].unicodeScalars.enumerated() {
        let place = Place(line: line, column: offset + 1)
        guard place >= start else { continue }
        let step = scanner.take(scalar)
        if step == .comment { break }
        if step == .separator { return FlowEnd(end: end, stop: place) }
        if scalar != " " { end = Place(line: line, column: offset + 2) }
        if step == .closed, isInBrackets { return FlowEnd(end: end, stop: end) }
      }
    }
    return nil
  }

  /// Where a scalar ends that stands on one line, in quotes or without; `nil` for any other.
  func scalarEnd(of node: YAMLNode) -> Place? {
    guard case .scalar(let written, let isPlain) = node.content else { return nil }
    let (place, scalars) = (node.place, self[node.line].unicodeScalars.dropFirst(node.column - 1))
    if isPlain {
      let count = written.unicodeScalars.count
      guard scalars.starts(with: written.unicodeScalars) else { return nil }
      return Place(line: place.line, column: place.column + count)
    }
    guard let quote = scalars.first, quote == "'" || quote == "\"" else { return nil }
    // What needs an escape is longer than it reads, and is no rule.
    let inner = scalars.dropFirst().prefix { $0 != quote }
    guard inner.elementsEqual(written.unicodeScalars) else { return nil }
    return Place(line: place.line, column: place.column + inner.count + 2)
  }

  /// The last line of a mapping or a list, with the comments that belong to it.
  func lastLine(of node: YAMLNode) -> Int {
    let first = isFlow(at: node) ? flowEnd(from: node.place)?.end.line : nil
    return lastLine(ofBlockFrom: first ?? node.line, indentedBy: node.column - 1)
  }

  /// Takes a key with its value out of a mapping between braces.
  mutating func removePair(_ key: String, ofFlow mapping: YAMLNode) {
    let keys = mapping.keys
    guard let index = keys.firstIndex(where: { $0.value == key }) else { return }
    let place = Place(keys[index].location)
    if index + 1 < keys.count {
      replace(place..<Place(keys[index + 1].location), with: "")
    } else if let own = flowEnd(from: place) {
      let before = index > 0 ? flowEnd(from: Place(keys[index - 1].location))?.stop : place
      replace((before ?? place)..<own.end, with: "")
    }
  }

  /// Adds a key with its value at the end of a mapping between braces.
  mutating func appendPair(_ pair: String, toFlow mapping: YAMLNode) {
    guard let last = mapping.keys.last, let end = flowEnd(from: Place(last.location)) else {
      return prependPair(pair, toFlow: mapping)
    }
    insert(", \(pair)", at: end.end)
  }

  /// Adds a key with its value at the start of a mapping between braces.
  mutating func prependPair(_ pair: String, toFlow mapping: YAMLNode) {
    var place = mapping.place
    place.column += 1
    if let first = mapping.keys.first {
      insert("\(pair), ", at: Place(first.location))
    } else {
      insert(pair, at: place)
    }
  }
}

/// Tells brackets, commas and comments from the characters of texts.
private struct FlowScanner {
  /// What a character means.
  enum Step {
    /// It begins a comment.
    case comment
    /// It ends the item, and belongs to what is around it.
    case separator
    /// It closes the last bracket that was open.
    case closed
    case inside
  }

  private var depth = 0
  private var quote: Unicode.Scalar?
  private var before: Unicode.Scalar = " "

  /// Says that the next character is the first of a line.
  mutating func beginLine() { before = " " }

  /// Takes the next character.
  mutating func take(_ scalar: Unicode.Scalar) -> Step {
    let last = before
    // A backslash that is escaped escapes nothing.
    before = last == "\\" && scalar == "\\" ? " " : scalar
    if let open = quote {
      if scalar == open, open == "'" || last != "\\" { quote = nil }
      return .inside
    }
    switch scalar {
    case "#" where last == " ": return .comment
    // Two quotes in a text between single ones are one of its characters.
    case "\"", "'":
      if last == scalar || " ,:[{".unicodeScalars.contains(last) { quote = scalar }
    case "{", "[": depth += 1
    case "," where depth == 0: return .separator
    case "}", "]":
      guard depth > 0 else { return .separator }
      depth -= 1
      return depth == 0 ? .closed : .inside
    default: break
    }
    return .inside
  }
}
