import Diagnostics

/// The lines of a file, each with its own ending, of which an edit changes a few.
///
/// Lines and columns count from 1, as in the places of findings.
struct EditedText {
  /// A place in the text.
  struct Place: Comparable {
    var line: Int
    var column: Int

    init(line: Int, column: Int) { (self.line, self.column) = (line, column) }

    init(_ location: SourceLocation) {
      self.init(line: location.line ?? 1, column: location.column ?? 1)
    }

    static func < (one: Self, other: Self) -> Bool {
      (one.line, one.column) < (other.line, other.column)
    }
  }

  private struct Line {
    var text: String
    var ending: String
  }

  private var lines: [Line] = []

  init(_ bytes: [UInt8]) {
    for piece in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let hasReturn = piece.last == UInt8(ascii: "\r")
      lines.append(
        Line(
          text: String(decoding: hasReturn ? piece.dropLast() : piece, as: UTF8.self),
          ending: hasReturn ? "\r\n" : "\n"))
    }
    // What follows the last line feed is no line, unless there is anything.
    if let last = lines.popLast(), !last.text.isEmpty {
      lines.append(Line(text: last.text, ending: ""))
    }
  }

  /// The texts of all lines.
  var texts: [String] { lines.map(\.text) }

  /// The file.
  var bytes: [UInt8] { lines.flatMap { Array(($0.text + $0.ending).utf8) } }

  /// The text of a line, without its ending.
  subscript(line: Int) -> String {
    get { lines[line - 1].text }
    set { lines[line - 1].text = newValue }
  }

  /// The blanks at the start of a line; `nil` for a line with nothing else.
  func indent(of line: Int) -> Int? { Self.indent(of: self[line]) }

  static func indent(of text: String) -> Int? {
    let blanks = text.unicodeScalars.prefix { $0 == " " }.count
    return blanks == text.unicodeScalars.count ? nil : blanks
  }

  /// The last line of a block: what follows its first line and is indented at least so much.
  func lastLine(ofBlockFrom first: Int, indentedBy least: Int) -> Int {
    var last = first
    var line = first + 1
    while line <= lines.count {
      if let indent = indent(of: line) {
        guard indent >= least else { break }
        last = line
      }
      line += 1
    }
    return last
  }

  /// Inserts lines with the ending that the file has there.
  mutating func insert(_ texts: [String], after line: Int) {
    let ending = lines[line - 1].ending
    let usual = lines.first?.ending.isEmpty == false ? lines[0].ending : "\n"
    if ending.isEmpty { lines[line - 1].ending = usual }
    var added = texts.map { Line(text: $0, ending: ending.isEmpty ? usual : ending) }
    if ending.isEmpty, let last = added.indices.last { added[last].ending = "" }
    lines.insert(contentsOf: added, at: line)
  }

  /// Inserts a text before a place; it may go over lines.
  mutating func insert(_ text: String, at place: Place) {
    replace(place..<place, with: text)
  }

  /// Puts a text in the place of another one; both may go over lines.
  mutating func replace(_ range: Range<Place>, with text: String) {
    let (first, last) = (range.lowerBound, range.upperBound)
    let head = halves(of: first.line, at: first.column).0
    let tail = halves(of: last.line, at: last.column).1
    var texts = (head + text + tail).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    let ending = lines[last.line - 1].ending
    lines.removeSubrange(first.line..<last.line)
    self[first.line] = texts.removeFirst()
    lines[first.line - 1].ending = ending
    if !texts.isEmpty { insert(texts, after: first.line) }
  }

  /// Takes lines out.
  mutating func remove(_ numbers: Range<Int>) {
    lines.removeSubrange((numbers.lowerBound - 1)..<(numbers.upperBound - 1))
  }

  /// The characters of a line in front of a column, and from it on.
  private func halves(of line: Int, at column: Int) -> (String, String) {
    let scalars = self[line].unicodeScalars
    let middle = scalars.index(scalars.startIndex, offsetBy: column - 1)
    return (String(scalars[..<middle]), String(scalars[middle...]))
  }
}
