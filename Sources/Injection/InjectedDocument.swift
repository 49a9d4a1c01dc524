public import Diagnostics

/// A document with blocks that are kept current; everything else in it is somebody else's.
public struct InjectedDocument: Sendable {
  /// The path, as findings name it.
  public let path: String

  /// The bytes as they were read.
  public let bytes: [UInt8]

  /// The blocks from top to bottom.
  public let blocks: [InjectedBlock]

  /// Finds the blocks of a document.
  ///
  /// Lines in code that a document shows are none of it. A document without blocks is right; one
  /// with any mistake in the lines that begin and end blocks is `nil`.
  ///
  /// - Parameters:
  ///   - bytes: The whole document: UTF-8 with any line ends, with or without a mark of its order.
  ///   - path: The path; its ending says how code is shown in it.
  ///   - findings: Receives those mistakes.
  /// - Complexity: O(*n*) in the length of the document.
  public init?(_ bytes: [UInt8], path: String, into findings: inout [Diagnostic]) {
    (self.path, self.bytes) = (path, bytes)
    guard !bytes.contains(0) else {
      findings.append(
        Diagnostic(
          .error, at: SourceLocation(file: path), "no text in UTF-8",
          hint: "save it as UTF-8, or leave it out"))
      return nil
    }
    let lines = DocumentLine.lines(of: bytes)
    var reader = BlockReader(path: path)
    for (number, line) in zip(1..., lines) { reader.take(line, number: number) }
    let blocks = reader.finish()
    findings += reader.findings
    guard reader.findings.isEmpty else { return nil }
    self.blocks = blocks
  }

  /// The document with other texts in its blocks.
  ///
  /// Each stands between two blank lines, with the indentation and the line ends of the line that
  /// begins its block.
  ///
  /// - Parameter texts: One for each block, with line feeds.
  /// - Returns: The whole document.
  public func bytes(with texts: [String]) -> [UInt8] {
    precondition(texts.count == blocks.count, "a text for each block")
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + texts.reduce(0) { $0 + $1.utf8.count })
    var place = 0
    for (block, text) in zip(blocks, texts) {
      result += bytes[place..<block.body.lowerBound]
      result += block.body(of: text)
      place = block.body.upperBound
    }
    return result + bytes[place...]
  }

  /// What is lost by filling the blocks: what an old block held, such as the start of a list or of
  /// code, may have decided how the text below it was read.
  ///
  /// - Parameter filled: What ``bytes(with:)`` made.
  /// - Returns: A finding at a block below which others are no longer found as they were; none where
  ///   the document has the same blocks.
  public func losses(in filled: [UInt8]) -> [Diagnostic] {
    guard !blocks.isEmpty else { return [] }
    var findings: [Diagnostic] = []
    let others = Self(filled, path: path, into: &findings)?.blocks ?? []
    let same = zip(blocks, others).prefix { $0.begins(as: $1) }.count
    guard same < max(blocks.count, others.count) else { return [] }
    return [
      Diagnostic(
        .error, at: blocks[max(0, same - 1)].location,
        "what the block holds decides how the text below it is read",
        hint: "end code and lists that begin in it, or empty the block, and try again")
    ]
  }
}

extension InjectedBlock {
  /// Whether two blocks begin with the same words.
  fileprivate func begins(as other: InjectedBlock) -> Bool {
    kind == other.kind && attributes.map(\.name) == other.attributes.map(\.name)
      && attributes.map(\.value) == other.attributes.map(\.value)
  }
}

extension InjectedBlock {
  /// A text as it stands between the lines of the block.
  fileprivate func body(of text: String) -> [UInt8] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    while lines.last?.isEmpty == true { lines.removeLast() }
    var body = lineEnd
    for line in lines {
      if !line.isEmpty { body += indentation + Array(line.utf8) }
      body += lineEnd
    }
    return body + lineEnd
  }
}

/// A line of a document, by its place in the bytes.
struct DocumentLine {
  /// The bytes without what ends the line.
  let content: Range<Int>

  /// Where the next line starts.
  let end: Int

  /// The text; what is no UTF-8 is replaced, as it is never written back.
  let text: String

  /// What ends the line; nothing in the last one of some documents.
  let lineEnd: [UInt8]

  static func lines(of bytes: [UInt8]) -> [Self] {
    var lines: [Self] = []
    var start = 0
    while start < bytes.count {
      let feed = bytes[start...].firstIndex(of: 10)
      let end = feed.map { $0 + 1 } ?? bytes.count
      var last = feed ?? bytes.count
      if feed != nil, last > start, bytes[last - 1] == 13 { last -= 1 }
      // The mark of the order of bytes is no part of the first line.
      let first = start == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : start
      lines.append(
        Self(
          content: first..<max(first, last), end: end,
          text: String(decoding: bytes[first..<max(first, last)], as: UTF8.self),
          lineEnd: Array(bytes[last..<end])))
      start = end
    }
    return lines
  }
}
