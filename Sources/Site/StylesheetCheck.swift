import Diagnostics

/// Whether the blocks, brackets, strings and comments of a stylesheet close.
///
/// A browser drops what follows a missing brace without a word. No more is asked: which
/// properties there are is for browsers to know.
struct StylesheetCheck {
  private let file: String
  private let bytes: [UInt8]
  private var index = 0
  private var line = 1
  private var lineStart = 0

  /// Brackets that are open, each with its place.
  private var open: [(bracket: UInt8, location: SourceLocation)] = []

  private init(_ bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
  }

  /// Looks for the first mistake, since nothing after it is what it seems.
  ///
  /// - Parameters:
  ///   - bytes: The stylesheet.
  ///   - file: Its path, for the place of the mistake.
  /// - Returns: The first mistake, or nothing.
  /// - Complexity: Linear in the number of bytes.
  static func findings(in bytes: [UInt8], file: String) -> [Diagnostic] {
    var check = Self(bytes, file: file)
    return check.firstMistake().map { [$0] } ?? []
  }

  private mutating func firstMistake() -> Diagnostic? {
    while index < bytes.count {
      let byte = bytes[index]
      let mistake: Diagnostic? =
        switch byte {
        case UInt8(ascii: "\\"): skip(2)
        case UInt8(ascii: "/") where next == UInt8(ascii: "*"): passComment()
        case UInt8(ascii: "\""), UInt8(ascii: "'"): passString(byte)
        case UInt8(ascii: "{"), UInt8(ascii: "("), UInt8(ascii: "["): passOpening(byte)
        case UInt8(ascii: "}"), UInt8(ascii: ")"), UInt8(ascii: "]"): passClosing(byte)
        default: skip(1)
        }
      if let mistake { return mistake }
    }
    return open.last.map { unclosed($0.bracket, at: $0.location) }
  }

  private var next: UInt8? { index + 1 < bytes.count ? bytes[index + 1] : nil }

  private var here: SourceLocation {
    SourceLocation(file: file, line: line, column: index - lineStart + 1)
  }

  /// Goes on; never a mistake, so that every byte is treated alike.
  private mutating func skip(_ count: Int) -> Diagnostic? {
    for _ in 0..<count where index < bytes.count {
      if bytes[index] == UInt8(ascii: "\n") { (line, lineStart) = (line + 1, index + 1) }
      index += 1
    }
    return nil
  }

  private mutating func passComment() -> Diagnostic? {
    let start = here
    _ = skip(2)
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "*"), next == UInt8(ascii: "/") { return skip(2) }
      _ = skip(1)
    }
    return Diagnostic(.error, at: start, "a comment without an end", hint: "close it with '*/'")
  }

  private mutating func passString(_ quote: UInt8) -> Diagnostic? {
    let start = here
    _ = skip(1)
    while index < bytes.count, bytes[index] != UInt8(ascii: "\n") {
      if bytes[index] == quote { return skip(1) }
      _ = skip(bytes[index] == UInt8(ascii: "\\") ? 2 : 1)
    }
    return Diagnostic(
      .error, at: start, "a string that does not end on its line", hint: "close its quotes")
  }

  private mutating func passOpening(_ bracket: UInt8) -> Diagnostic? {
    open.append((bracket, here))
    return skip(1)
  }

  private mutating func passClosing(_ bracket: UInt8) -> Diagnostic? {
    guard let last = open.popLast() else {
      return Diagnostic(
        .error, at: here,
        "'\(Self.text(bracket))' without an opening '\(Self.text(Self.opening(of: bracket)))'",
        hint: "remove it, or look for one too many before it")
    }
    guard Self.partner(last.bracket) == bracket else {
      return unclosed(last.bracket, at: last.location)
    }
    return skip(1)
  }

  private func unclosed(_ bracket: UInt8, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, at: location, "'\(Self.text(bracket))' is not closed",
      hint: "add the missing '\(Self.text(Self.partner(bracket)))'")
  }

  private static func partner(_ bracket: UInt8) -> UInt8 {
    switch bracket {
    case UInt8(ascii: "{"): UInt8(ascii: "}")
    case UInt8(ascii: "("): UInt8(ascii: ")")
    default: UInt8(ascii: "]")
    }
  }

  private static func opening(of bracket: UInt8) -> UInt8 {
    "{([".utf8.first { partner($0) == bracket } ?? bracket
  }

  private static func text(_ byte: UInt8) -> String { String(UnicodeScalar(byte)) }
}
