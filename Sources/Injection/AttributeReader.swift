import Diagnostics

/// Reads the words behind the kind of a block: `id=monthly-tiers caption="What it costs"`.
struct AttributeReader {
  private(set) var attributes: [InjectedBlock.Attribute] = []
  private(set) var findings: [Diagnostic] = []
  private let file: String
  private let line: Int
  private let characters: [Unicode.Scalar]
  private let offset: Int
  private var place = 0

  /// - Parameters:
  ///   - text: The words.
  ///   - offset: How many characters stand before them in their line.
  ///   - line: The number of the line.
  ///   - file: The path to name in findings.
  init(_ text: Substring, offset: Int, line: Int, _ file: String) {
    (self.file, self.line, self.offset) = (file, line, offset)
    characters = Array(text.unicodeScalars)
    while skipBlanks() { read() }
  }

  /// Whether anything is left.
  private mutating func skipBlanks() -> Bool {
    while place < characters.count, Self.isBlank(characters[place]) { place += 1 }
    return place < characters.count
  }

  private mutating func skipWord() {
    while place < characters.count, !Self.isBlank(characters[place]) { place += 1 }
  }

  private static func isBlank(_ character: Unicode.Scalar) -> Bool {
    character == " " || character == "\t"
  }

  private mutating func read() {
    let start = place
    while place < characters.count, characters[place] != "=", !Self.isBlank(characters[place]) {
      place += 1
    }
    let name = text(start..<place)
    guard !name.isEmpty else {
      skipWord()
      return report(
        "'\(text(start..<place))' has no name", at: start, hint: "write it like id=monthly-tiers")
    }
    guard place < characters.count, characters[place] == "=" else {
      return report(
        "'\(name)' has no value", at: start, hint: "write it like id=monthly-tiers")
    }
    place += 1
    guard let value = value(of: name, start) else { return }
    guard !attributes.contains(where: { $0.name == name }) else {
      return report("'\(name)' for the second time", at: start, hint: "keep one of them")
    }
    attributes.append(
      InjectedBlock.Attribute(name: name, value: value, location: location(start)))
  }

  /// What follows the equals sign: a word, or anything between two quotes.
  private mutating func value(of name: String, _ start: Int) -> String? {
    guard place < characters.count, !Self.isBlank(characters[place]) else {
      report("'\(name)' has no value", at: start, hint: "write it behind the equals sign")
      return nil
    }
    let quote = characters[place]
    guard quote == "\"" || quote == "'" else {
      let first = place
      skipWord()
      return text(first..<place)
    }
    let first = place + 1
    guard let end = characters[first...].firstIndex(of: quote) else {
      report("a quote that never ends", at: place, hint: "write \(quote) behind the value")
      place = characters.count
      return nil
    }
    place = end + 1
    return text(first..<end)
  }

  private func text(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(characters[range]))
  }

  private func location(_ place: Int) -> SourceLocation {
    SourceLocation(file: file, line: line, column: offset + place + 1)
  }

  private mutating func report(_ message: String, at place: Int, hint: String) {
    findings.append(Diagnostic(.error, at: location(place), message, hint: hint))
  }
}
