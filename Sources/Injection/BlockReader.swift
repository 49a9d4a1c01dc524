import Diagnostics

/// Reads a document line by line for the lines that begin and end blocks.
struct BlockReader {
  private(set) var findings: [Diagnostic] = []
  private let path: String
  private var blocks: [InjectedBlock] = []
  private var open: Open?
  private var code: CodeTracker

  /// A block that has not ended yet.
  private struct Open {
    let marker: BlockMarker
    let line: DocumentLine
    let number: Int
    let attributes: [InjectedBlock.Attribute]

    /// How many blocks begin in it that have not ended, and whether there was one.
    var inner = 0
    var hasInner = false
  }

  init(path: String) {
    self.path = path
    code = CodeTracker(DocumentKind(path: path))
  }

  mutating func take(_ line: DocumentLine, number: Int) {
    guard !code.isCode(line.text), let marker = BlockMarker(line.text[...]) else { return }
    switch marker.edge {
    case .begin: begin(marker, line, number)
    case .end: end(marker, line, number)
    }
  }

  /// The blocks, once the last line was read.
  mutating func finish() -> [InjectedBlock] {
    // One that has another one inside is reported already.
    if let open, !open.hasInner {
      report(
        "a block that never ends", at: open.number, open.marker.offset,
        hint: "write '\(open.marker.spelling.text("END breakeven:\(open.marker.word)"))' below it")
    }
    return blocks
  }

  private mutating func begin(_ marker: BlockMarker, _ line: DocumentLine, _ number: Int) {
    if let open {
      self.open?.inner += 1
      if open.hasInner { return }
      self.open?.hasInner = true
      report(
        "a block inside the block of line \(open.number)", at: number, marker.offset,
        hint: "end that one first: "
          + "'\(open.marker.spelling.text("END breakeven:\(open.marker.word)"))'")
      return
    }
    checkKind(of: marker, number)
    let attributes = AttributeReader(marker.rest, offset: marker.restOffset, line: number, path)
    findings += attributes.findings
    open = Open(marker: marker, line: line, number: number, attributes: attributes.attributes)
  }

  private mutating func end(_ marker: BlockMarker, _ line: DocumentLine, _ number: Int) {
    guard let open else {
      return report(
        "the end of a block that has not begun", at: number, marker.offset,
        hint: "write '\(marker.spelling.text("BEGIN breakeven:\(marker.word) id=…"))' above it, "
          + "or remove it")
    }
    guard open.inner == 0 else {
      self.open?.inner -= 1
      return
    }
    self.open = nil
    guard marker.word == open.marker.word else {
      return report(
        "the end of a \(marker.word), and line \(open.number) begins a \(open.marker.word)",
        at: number, marker.offset, hint: "write 'breakeven:\(open.marker.word)'")
    }
    guard marker.spelling == open.marker.spelling else {
      return report(
        "the end is another comment than the one of line \(open.number)", at: number,
        marker.offset,
        hint: "write '\(open.marker.spelling.text("END breakeven:\(marker.word)"))'")
    }
    guard let kind = InjectedBlock.Kind(rawValue: open.marker.word) else { return }
    let indentation = open.line.text.utf8.prefix { $0 == 32 || $0 == 9 }
    blocks.append(
      InjectedBlock(
        kind: kind, attributes: open.attributes,
        location: SourceLocation(
          file: path, line: open.number, column: open.marker.offset + 1),
        spelling: open.marker.spelling, body: open.line.end..<line.content.lowerBound,
        lineEnd: open.line.lineEnd, indentation: Array(indentation)))
  }

  private mutating func checkKind(of marker: BlockMarker, _ number: Int) {
    let words = InjectedBlock.Kind.allCases.map(\.rawValue)
    guard !words.contains(marker.word) else { return }
    report(
      "'breakeven:\(marker.word)' is no block", at: number, marker.offset,
      hint: Suggestion.hint(for: marker.word, in: words, noun: "blocks"))
  }

  private mutating func report(_ message: String, at line: Int, _ offset: Int, hint: String) {
    findings.append(
      Diagnostic(
        .error, at: SourceLocation(file: path, line: line, column: offset + 1), message,
        hint: hint))
  }
}

/// A line that begins or ends a block.
struct BlockMarker {
  /// Which of the two it does.
  enum Edge: String, CaseIterable {
    case begin = "BEGIN"
    case end = "END"
  }

  let edge: Edge

  /// The word behind `breakeven:`.
  let word: String

  /// How many characters stand in front of the words of the comment.
  let offset: Int
  let spelling: CommentSpelling

  /// What follows the word, and how many characters stand before it.
  let rest: Substring
  let restOffset: Int

  /// Reads a line; `nil` for any other.
  init?(_ line: Substring) {
    // Nearly no line has the word.
    guard line.utf8.contains(UInt8(ascii: ":")) else { return nil }
    for spelling in CommentSpelling.allCases {
      guard let (words, offset) = spelling.words(of: line) else { continue }
      for edge in Edge.allCases where words.hasPrefix("\(edge.rawValue) ") {
        let target = words.dropFirst(edge.rawValue.count).drop { $0 == " " }
        let mark = "breakeven:"
        guard target.hasPrefix(mark) else { continue }
        word = String(target.dropFirst(mark.count).prefix { $0 != " " && $0 != "\t" })
        rest = target.dropFirst(mark.count + word.count)
        restOffset = line.unicodeScalars.distance(from: line.startIndex, to: rest.startIndex)
        (self.edge, self.offset, self.spelling) = (edge, offset, spelling)
        return
      }
    }
    return nil
  }
}
