import Diagnostics
import XML

/// A text split at its holes, before the paths are looked up.
struct Holes {
  /// A run of text, or a path and its place.
  enum Part {
    case literal(String)
    case path(String, SourceLocation)
  }

  private(set) var parts: [Part] = []
  private(set) var mistakes: [Diagnostic] = []

  init(_ located: LocatedText) {
    let text = located.text
    var rest = text[...]
    var places = LocatedText.Places(located)
    while let open = Self.firstPair(of: "{", in: rest) {
      if open.lowerBound > rest.startIndex {
        parts.append(.literal(String(rest[..<open.lowerBound])))
      }
      let inside = rest[open.upperBound...]
      guard let close = Self.firstPair(of: "}", in: inside),
        Self.firstPair(of: "{", in: inside[..<close.lowerBound]) == nil
      else {
        mistakes.append(
          Diagnostic(
            .error, at: places.location(at: open.lowerBound), "'{{' is not closed",
            hint: "write }} after the path"))
        return
      }
      add(inside[..<close.lowerBound], &places)
      rest = rest[close.upperBound...]
    }
    if !rest.isEmpty { parts.append(.literal(String(rest))) }
  }

  /// Where a sign stands twice, found byte by byte because most texts have no holes.
  private static func firstPair(
    of sign: Unicode.Scalar, in text: Substring
  ) -> Range<String.Index>? {
    let (bytes, sign) = (text.utf8, UInt8(ascii: sign))
    var last: String.Index?
    for index in bytes.indices {
      guard bytes[index] == sign else {
        last = nil
        continue
      }
      if let last { return last..<bytes.index(after: index) }
      last = index
    }
    return nil
  }

  private mutating func add(_ inside: Substring, _ places: inout LocatedText.Places) {
    let from = inside.firstIndex { !$0.isWhitespace } ?? inside.endIndex
    let path = inside[from...]
    let end = path.lastIndex { !$0.isWhitespace }.map { path.index(after: $0) } ?? from
    let location = places.location(at: from)
    guard from < end else {
      mistakes.append(
        Diagnostic(
          .error, at: location, "'{{ }}' is empty", hint: "write a path between the braces"))
      return
    }
    parts.append(.path(String(path[..<end]), location))
  }
}
