/// The lines of a file, each with its own ending, of which an edit changes a few.
///
/// Lines and columns count from 1, as in the places of findings.
struct EditedText {
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

  /// Inserts a text into a line, before a column.
  mutating func insert(_ text: String, at line: Int, _ column: Int) {
    self[line] = Self.replacing(column..<column, of: self[line], with: text)
  }

  /// A text with other characters at some columns.
  static func replacing(_ columns: Range<Int>, of text: String, with other: String) -> String {
    let scalars = Array(text.unicodeScalars)
    let (start, end) = (columns.lowerBound - 1, columns.upperBound - 1)
    return String(String.UnicodeScalarView(scalars[..<start])) + other
      + String(String.UnicodeScalarView(scalars[end...]))
  }

  /// Where a flow mapping or list that begins at a place ends: the place of its last bracket.
  func end(ofFlowFrom line: Int, _ column: Int) -> (line: Int, column: Int)? {
    var (depth, quote): (Int, Unicode.Scalar?) = (0, nil)
    for number in line...lines.count {
      var before: Unicode.Scalar = " "
      for (offset, scalar) in self[number].unicodeScalars.enumerated() {
        if number == line, offset < column - 1 { continue }
        if let open = quote {
          if scalar == open, !(open == "\"" && before == "\\") { quote = nil }
        } else if scalar == "#", before == " " {
          break
        } else if scalar == "\"" || scalar == "'", " ,:[{".unicodeScalars.contains(before) {
          quote = scalar
        } else if scalar == "{" || scalar == "[" {
          depth += 1
        } else if scalar == "}" || scalar == "]" {
          depth -= 1
          if depth == 0 { return (number, offset + 1) }
        }
        before = scalar
      }
    }
    return nil
  }
}
