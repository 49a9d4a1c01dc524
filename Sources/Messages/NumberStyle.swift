/// How the readers of a language write numbers.
package enum NumberStyle: Hashable, Sendable, CaseIterable {
  /// `1,440.50`, as English has it.
  case commaAndPoint

  /// `1.440,50`.
  case pointAndComma

  /// `1 440,50`, with a narrow space that does not break.
  case spaceAndComma

  /// `1’440.50`.
  case apostropheAndPoint

  /// The languages that are known, each with its style, by their tags.
  package static let languages: [(tag: String, style: Self)] = [
    ("cs", .spaceAndComma), ("da", .pointAndComma), ("de", .pointAndComma),
    ("de-CH", .apostropheAndPoint), ("en", .commaAndPoint), ("es", .pointAndComma),
    ("fi", .spaceAndComma), ("fr", .spaceAndComma), ("id", .pointAndComma),
    ("it", .pointAndComma), ("it-CH", .apostropheAndPoint), ("ja", .commaAndPoint),
    ("ko", .commaAndPoint), ("nb", .spaceAndComma), ("nl", .pointAndComma),
    ("pl", .spaceAndComma), ("pt", .pointAndComma), ("ru", .spaceAndComma),
    ("sv", .spaceAndComma), ("tr", .pointAndComma), ("uk", .spaceAndComma),
    ("zh", .commaAndPoint),
  ]

  /// The style of a language, by its tag or the language of its tag; `nil` if it is not known.
  package static func of(_ tag: String) -> Self? {
    let base = tag.prefix { $0 != "-" }
    return (languages.first { $0.tag == tag } ?? languages.first { $0.tag == base })?.style
  }

  /// The signs between groups of three digits and before the decimals.
  package var signs: (group: Unicode.Scalar, decimal: Unicode.Scalar) {
    switch self {
    case .commaAndPoint: (",", ".")
    case .pointAndComma: (".", ",")
    case .spaceAndComma: ("\u{202F}", ",")
    case .apostropheAndPoint: ("’", ".")
    }
  }

  /// The numbers of a text in this style: the signs that have a digit on both sides.
  ///
  /// - Parameters:
  ///   - text: A text with numbers.
  ///   - style: How they are written in it.
  /// - Returns: The text with the same numbers.
  package func text(_ text: String, from style: Self) -> String {
    let (scalars, signs, known) = (Array(text.unicodeScalars), signs, style.signs)
    func isDigit(_ place: Int) -> Bool {
      scalars.indices.contains(place) && "0"..."9" ~= scalars[place]
    }
    var result = String.UnicodeScalarView()
    for (place, scalar) in scalars.enumerated() {
      let isInside =
        (scalar == known.group || scalar == known.decimal) && isDigit(place - 1)
        && isDigit(place + 1)
      result.append(!isInside ? scalar : scalar == known.group ? signs.group : signs.decimal)
    }
    return String(result)
  }
}
