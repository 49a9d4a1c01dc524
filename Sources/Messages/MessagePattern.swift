/// Words with numbered places, as a file of messages has them: `{1} ist teurer als {0}`.
package struct MessagePattern: Hashable, Sendable {
  /// A run of words, or the number of a value.
  package enum Piece: Hashable, Sendable {
    case words(String)
    case place(Int)
  }

  /// What it consists of, in order.
  package let pieces: [Piece]

  /// Takes words apart: a place is a number between braces.
  package init(_ text: String) {
    var (pieces, words): ([Piece], String) = ([], "")
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      let after = rest[rest.index(after: open)...]
      let digits = after.prefix { $0.isASCII && $0.isNumber }
      guard let number = Int(digits), after[digits.endIndex...].first == "}" else {
        words += rest[...open]
        rest = after
        continue
      }
      words += rest[..<open]
      if !words.isEmpty { pieces.append(.words(words)) }
      pieces.append(.place(number))
      words = ""
      rest = after[digits.endIndex...].dropFirst()
    }
    words += rest
    if !words.isEmpty || pieces.isEmpty { pieces.append(.words(words)) }
    self.pieces = pieces
  }

  /// The values that it has places for.
  var places: Set<Int> {
    Set(pieces.compactMap { if case .place(let number) = $0 { number } else { nil } })
  }

  /// The text with its values; a place that there is no value for stays empty.
  func text(with values: [String]) -> String {
    if pieces.count == 1, case .words(let words) = pieces[0] { return words }
    return pieces.reduce(into: "") { text, piece in
      switch piece {
      case .words(let words): text += words
      case .place(let number): if values.indices.contains(number) { text += values[number] }
      }
    }
  }
}
