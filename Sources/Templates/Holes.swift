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
    while let open = rest.firstRange(of: "{{") {
      if open.lowerBound > rest.startIndex {
        parts.append(.literal(String(rest[..<open.lowerBound])))
      }
      let inside = rest[open.upperBound...]
      guard let close = inside.firstRange(of: "}}"),
        !inside[..<close.lowerBound].contains("{{")
      else {
        mistakes.append(
          Diagnostic(
            .error, at: located.location(at: open.lowerBound), "'{{' is not closed",
            hint: "write }} after the path"))
        return
      }
      add(inside[..<close.lowerBound], of: located)
      rest = rest[close.upperBound...]
    }
    if !rest.isEmpty { parts.append(.literal(String(rest))) }
  }

  private mutating func add(_ inside: Substring, of located: LocatedText) {
    let from = inside.firstIndex { !$0.isWhitespace } ?? inside.endIndex
    let path = inside[from...]
    let end = path.lastIndex { !$0.isWhitespace }.map { path.index(after: $0) } ?? from
    let location = located.location(at: from)
    guard from < end else {
      mistakes.append(
        Diagnostic(
          .error, at: location, "'{{ }}' is empty", hint: "write a path between the braces"))
      return
    }
    parts.append(.path(String(path[..<end]), location))
  }
}
