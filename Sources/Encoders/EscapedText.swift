/// A text on its way into a markup language, where some of its characters mean something.
struct EscapedText {
  /// A character with its neighbours.
  struct Place {
    let scalar: Unicode.Scalar

    /// The character in front; `nil` at the start of the text.
    let before: Unicode.Scalar?

    /// The character behind; `nil` at the end of the text.
    let after: Unicode.Scalar?

    /// Whether the character ends what would number an item of a list, as in `1. It` and `a) It`.
    let endsANumber: Bool

    var isFirst: Bool { before == nil }
  }

  /// What stands for a character; `nil` where it stands for itself.
  let escape: @Sendable (_ place: Place) -> String?

  /// The text in one line.
  func text(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count + 8)
    var before: Unicode.Scalar?
    // A line end in a note would be one of the markup.
    let scalars = text.unicodeScalars.map { Self.isLineEnd($0) ? " " : $0 }
    let number = Self.endOfNumber(scalars)
    for (index, scalar) in scalars.enumerated() {
      let after = index + 1 < scalars.count ? scalars[index + 1] : nil
      let place = Place(
        scalar: scalar, before: before, after: after, endsANumber: index == number)
      if let escaped = escape(place) {
        result += escaped
      } else {
        result.unicodeScalars.append(scalar)
      }
      before = scalar
    }
    return result
  }

  /// Where a text that begins like an item of a numbered list has its point or bracket.
  private static func endOfNumber(_ scalars: [Unicode.Scalar]) -> Int? {
    let digits = scalars.prefix { $0.properties.numericType != nil }.count
    let letters = scalars.prefix { "ivxlcdmIVXLCDM".unicodeScalars.contains($0) }.count
    let isLetter = scalars.first.map { $0.isASCII && $0.properties.isAlphabetic } ?? false
    for end in [digits, letters, isLetter ? 1 : 0] where end > 0 && end < scalars.count {
      let isEnd = scalars[end] == "." || scalars[end] == ")"
      if isEnd, end + 1 == scalars.count || scalars[end + 1] == " " { return end }
    }
    return nil
  }

  private static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}
