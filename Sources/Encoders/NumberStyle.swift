/// How the readers of a language write numbers.
package enum NumberStyle: Hashable, Sendable, CaseIterable {
  /// `1,440.50`, as everything is written here.
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

  private var signs: (group: Unicode.Scalar, decimal: Unicode.Scalar) {
    switch self {
    case .commaAndPoint: (",", ".")
    case .pointAndComma: (".", ",")
    case .spaceAndComma: ("\u{202F}", ",")
    case .apostropheAndPoint: ("’", ".")
    }
  }

  /// The numbers of a text in this style: the commas and points that have a digit on both sides.
  func text(_ text: String) -> String {
    let (scalars, signs) = (Array(text.unicodeScalars), signs)
    func isDigit(_ place: Int) -> Bool {
      scalars.indices.contains(place) && "0"..."9" ~= scalars[place]
    }
    var result = String.UnicodeScalarView()
    for (place, scalar) in scalars.enumerated() {
      let isInside = (scalar == "," || scalar == ".") && isDigit(place - 1) && isDigit(place + 1)
      result.append(!isInside ? scalar : scalar == "," ? signs.group : signs.decimal)
    }
    return String(result)
  }
}

extension Table {
  /// The table with its amounts and numbers in a style; words, and names such as GPT-4.1, stay.
  package func written(in style: NumberStyle) -> Table {
    guard style != .commaAndPoint else { return self }
    var table = self
    table.rows = rows.map { row in
      row.map { cell in
        guard cell.isNumber else { return cell }
        return Cell(style.text(cell.text), cell.exact, notes: cell.notes, badge: cell.badge)
      }
    }
    return table
  }
}

extension Table.Cell {
  /// Whether the text is an amount or a number, and nothing else.
  fileprivate var isNumber: Bool {
    switch exact {
    case .amount, .single: true
    case .state, .value: false
    case nil, .number: PlainNumber(text) != nil
    }
  }
}
