/// A mistake after which the rest of a YAML text has no certain meaning.
struct YAMLSyntaxError: Error {
  var mark: YAMLMark
  var mistake: Mistake
}

/// A bracket or a brace that is open.
struct YAMLOpening {
  var mark: YAMLMark
  /// The token that closes it.
  var end: YAMLTokens.Kind

  var sign: String { end == .flowSequenceEnd ? "[" : "{" }
  var closing: String { end == .flowSequenceEnd ? "]" : "}" }
}

extension Mistake {
  /// What is wrong with an anchor or an alias, which put one node in many places, or with a tag,
  /// which changes what a text is.
  static func reference(_ text: String) -> Mistake {
    let (noun, hint) =
      switch text.first {
      case "&": ("an anchor", "write the values out, or put the text in quotes")
      case "*": ("an alias", "write the values out, or put the text in quotes")
      default: ("a tag", "remove it, or put the text in quotes")
      }
    // An escape in a tag can write what the file itself may not hold.
    let shown = String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.isRefused }))
    return Mistake("\(quoted(shown)) is \(noun), which no content file needs", hint: hint)
  }

  static let directive = Mistake(
    "'%' starts a YAML directive, which no content file needs", hint: "remove the line")

  static let complexKey = Mistake(
    "'?' starts a key that is not a plain text",
    hint: "write it as 'key: value', or put the text in quotes")
}

extension SourceText {
  /// The characters of a line before a place, and those from it on.
  ///
  /// - Complexity: O(*n*) in the length of the text, for the one mistake that ends its reading.
  func line(
    at mark: YAMLMark
  ) -> (before: Substring.UnicodeScalarView, rest: Substring.UnicodeScalarView) {
    var lines = text.unicodeScalars[...]
    for _ in 0..<mark.line { lines = lines.drop { $0 != "\n" }.dropFirst() }
    let line = lines.prefix { $0 != "\n" }
    return (line.prefix(mark.column), line.dropFirst(mark.column))
  }
}
