/// A word, a number or a mark of a quotation.
struct QuoteToken {
  enum Kind: Equatable {
    /// A number, its groups of thousands joined.
    case number(Ratio)

    /// A word in lower case.
    case word(String)

    /// Any other character; one for each of several that mean the same.
    case mark(Unicode.Scalar)
  }

  let kind: Kind

  /// What was written.
  let text: String

  /// Whether a dollar sign stands in front.
  let isMoney: Bool

  /// Whether it is a number, in figures or as a word.
  var isNumber: Bool {
    switch kind {
    case .number: true
    case .word(let word): NumberWords.values[word] != nil
    case .mark: false
    }
  }

  /// Whether it stands between the ends of a range.
  var joinsRange: Bool { kind == .mark("-") || kind == .word("to") }

  /// The tokens of a text, in order.
  ///
  /// Cut by scalars: to find where characters end takes longer than all the rest.
  static func all(in text: String) -> [QuoteToken] {
    var tokens: [QuoteToken] = []
    let characters = Array(text.unicodeScalars)
    var (index, isMoney) = (0, false)
    while index < characters.count {
      let character = characters[index]
      let start = index
      if character.isFigure {
        let (number, end) = number(characters, from: index)
        index = end
        let written = Self.text(characters[start..<index])
        if let number {
          tokens.append(.init(kind: .number(number), text: written, isMoney: isMoney))
        }
        isMoney = false
      } else if character.isOfWord {
        while index < characters.count, characters[index].isOfWord { index += 1 }
        let word = Self.text(characters[start..<index])
        tokens.append(.init(kind: .word(word.lowercased()), text: word, isMoney: false))
      } else {
        if !character.isBlank, !passed.contains(character) {
          tokens.append(
            .init(
              kind: .mark(marks[character] ?? character), text: String(character), isMoney: false))
        }
        isMoney = character == "$"
        index += 1
      }
    }
    return joinedRanges(tokens)
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    // One after the other: all at once goes through code that knows no types, and is slower.
    var text = ""
    for scalar in scalars { text.unicodeScalars.append(scalar) }
    return text
  }

  private static let marks: [Unicode.Scalar: Unicode.Scalar] = [
    "–": "-", "—": "-", "−": "-", "*": "×", "/": "÷",
  ]

  /// What stands in front of a number and says no more than that.
  private static let passed: Set<Unicode.Scalar> = ["$", "~", "<", ">", "≈"]

  /// Digits with groups of three and a fraction: `1,000,000` and `0.20`, but of `1, 2` the 1 only,
  /// and nothing of a version such as `1.99.2`.
  private static func number(_ characters: [Unicode.Scalar], from start: Int) -> (Ratio?, end: Int)
  {
    var index = start
    var digits = String.UnicodeScalarView()
    func isDigit(_ place: Int) -> Bool {
      place < characters.count && characters[place].isFigure
    }
    while isDigit(index) {
      digits.append(characters[index])
      index += 1
      let isGroup =
        index < characters.count && (characters[index] == "," || characters[index] == "_")
        && isDigit(index + 1) && isDigit(index + 2) && isDigit(index + 3) && !isDigit(index + 4)
      if isGroup { index += 1 }
    }
    if index < characters.count, characters[index] == ".", isDigit(index + 1) {
      digits.append(".")
      index += 1
      while isDigit(index) {
        digits.append(characters[index])
        index += 1
      }
    }
    let fraction = index
    while index < characters.count, characters[index] == ".", isDigit(index + 1) {
      index += 1
      while isDigit(index) { index += 1 }
    }
    guard index == fraction else { return (nil, index) }
    return (try? Ratio(decimal: String(digits)), index)
  }

  /// Without hyphens between a number and what it counts: of `two-replica` and `30-second`.
  private static func joinedRanges(_ tokens: [QuoteToken]) -> [QuoteToken] {
    tokens.enumerated().compactMap { index, token in
      guard token.kind == .mark("-"), index > 0, tokens[index - 1].isNumber,
        index + 1 < tokens.count, !tokens[index + 1].isNumber
      else { return token }
      return nil
    }
  }
}

extension Unicode.Scalar {
  /// Whether the scalar is one of `0` to `9`, and no digit of another script.
  fileprivate var isFigure: Bool { ("0"..."9").contains(self) }

  fileprivate var isBlank: Bool {
    isASCII ? value == 32 || 9...13 ~= value : properties.isWhitespace
  }

  /// Whether the scalar is a letter, or a mark on one.
  fileprivate var isOfWord: Bool {
    guard !isASCII else { return ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
    return properties.isAlphabetic || properties.canonicalCombiningClass != .notReordered
  }
}
