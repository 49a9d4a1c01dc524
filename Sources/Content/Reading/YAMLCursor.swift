import Diagnostics

/// A place in a YAML text, and the steps that tokens of YAML need.
///
/// It knows how a scalar ends, which is what keeps an `&` in a quoted text apart from an
/// anchor. The rules are libyaml's own, because the guard has to see the tokens it sees.
struct YAMLCursor {
  private let scalars: [Unicode.Scalar]
  private let file: String
  private(set) var index = 0
  private(set) var line = 1
  private var lineStart = 0

  init(_ source: SourceText) {
    scalars = Array(source.text.unicodeScalars)
    file = source.file
  }

  /// The column, from 0 as indentation is counted.
  var column: Int { index - lineStart }

  var location: SourceLocation { SourceLocation(file: file, line: line, column: column + 1) }

  var current: Unicode.Scalar? { peek(0) }

  func peek(_ distance: Int) -> Unicode.Scalar? {
    index + distance < scalars.count ? scalars[index + distance] : nil
  }

  func text(from start: Int, to end: Int) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(end - start)
    for scalar in scalars[start..<end] {
      if scalar.isASCII { bytes.append(UInt8(scalar.value)) } else { bytes += scalar.utf8 }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether white space or the end stands at a distance: what makes `-` and `:` indicators.
  func isBlankOrEnd(_ distance: Int) -> Bool {
    guard let scalar = peek(distance) else { return true }
    return scalar == " " || scalar == "\t" || scalar == "\n"
  }

  /// Whether `---` or `...` stands alone at the start of a line.
  var isAtDocumentMarker: Bool {
    guard column == 0, let first = current, first == "-" || first == "." else { return false }
    return peek(1) == first && peek(2) == first && isBlankOrEnd(3)
  }

  /// Whether only white space stands before the cursor in its line.
  var isFirstInLine: Bool {
    scalars[lineStart..<index].allSatisfy { $0 == " " || $0 == "\t" }
  }

  mutating func advance() {
    guard let scalar = current else { return }
    index += 1
    if scalar == "\n" {
      line += 1
      lineStart = index
    }
  }

  mutating func advance(while condition: (Unicode.Scalar) -> Bool) {
    while let scalar = current, condition(scalar) { advance() }
  }

  mutating func skipLine() {
    advance { $0 != "\n" }
  }

  /// Passes a quoted text; false if it never closes.
  mutating func skipQuoted(_ quote: Unicode.Scalar) -> Bool {
    advance()
    while let scalar = current {
      if isAtDocumentMarker { return false }
      advance()
      if scalar == quote {
        guard quote == "'", current == "'" else { return true }
        advance()
      } else if scalar == "\\", quote == "\"" {
        advance()
      }
    }
    return false
  }

  /// Passes a plain text, which may go on in lines deeper than `indent`.
  ///
  /// - Returns: The index after its last character, and whether the scan crossed a line; or
  ///   `nil` where a tab stands for indentation.
  mutating func skipPlain(indent: Int, inFlow: Bool) -> (end: Int, crossedLine: Bool)? {
    var end = index
    var crossed = false
    while !isAtDocumentMarker, current != "#" {
      while let scalar = current, !isBlankOrEnd(0) {
        if scalar == ":", isBlankOrEnd(1) { break }
        if inFlow, scalar.isFlowIndicator { break }
        advance()
        end = index
      }
      guard current != nil, isBlankOrEnd(0) else { break }
      while let scalar = current, isBlankOrEnd(0) {
        if scalar == "\t", crossed, column <= indent { return nil }
        crossed = crossed || scalar == "\n"
        advance()
      }
      if !inFlow, column <= indent { break }
    }
    return (end, crossed)
  }

  /// Passes a `|` or `>` text, which is every following line deeper than `parent`.
  mutating func skipBlock(parent: Int) {
    advance()
    var increment: Int?
    while let scalar = current, scalar == "+" || scalar == "-" || ("1"..."9").contains(scalar) {
      if ("1"..."9").contains(scalar) { increment = Int(scalar.value) - 48 }
      advance()
    }
    advance { $0 == " " || $0 == "\t" }
    if current == "#" { skipLine() }
    guard current == "\n" else { return }
    advance()

    var indent = increment.map { max(parent, 0) + $0 }
    if indent == nil {
      var deepest = 0
      while true {
        advance { $0 == " " }
        deepest = max(deepest, column)
        guard current == "\n" else { break }
        advance()
      }
      indent = max(deepest, parent + 1, 1)
    }
    while let indent, current != nil {
      while column < indent, current == " " { advance() }
      if current == "\n" {
        advance()
      } else if column == indent {
        skipLine()
      } else {
        return
      }
    }
  }
}

extension Unicode.Scalar {
  /// Whether the character ends a plain text between brackets or braces.
  fileprivate var isFlowIndicator: Bool {
    self == "," || self == "[" || self == "]" || self == "{" || self == "}"
  }
}
