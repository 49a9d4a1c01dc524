import Messages
import Pricing

/// Where a cell stands among those of its column: by amount, by number, or by its letters.
struct SortRank: Comparable {
  private let amount: (low: Money, high: Money?)?
  private let number: PlainNumber?
  private let text: String

  /// Whether there is anything to sort by; an open end is one, `not stated` is none.
  let hasValue: Bool

  init(_ cell: Table.Cell) {
    text = cell.text
    switch cell.exact {
    case .amount(let low, let high):
      (amount, number, hasValue) = ((low, high), nil, true)
    case .single(let amount):
      (self.amount, number, hasValue) = ((low: amount, high: amount), nil, true)
    case .state: (amount, number, hasValue) = (nil, nil, false)
    case nil, .number, .value:
      (amount, number, hasValue) = (nil, PlainNumber(cell.text), !cell.text.isEmpty)
    }
  }

  static func < (left: Self, right: Self) -> Bool {
    if let first = left.amount, let second = right.amount {
      if first.low != second.low { return first.low < second.low }
      // What has no upper end is the larger one.
      guard let high = first.high else { return false }
      return second.high.map { high < $0 } ?? true
    }
    if let first = left.number, let second = right.number, first != second {
      return first < second
    }
    return left.text.unicodeScalars.lexicographicallyPrecedes(right.text.unicodeScalars)
  }

  static func == (left: Self, right: Self) -> Bool { !(left < right) && !(right < left) }
}

/// A number as our tables write it: digits, and the signs that the language of the site has between
/// groups of three and before decimals; in English `1,440.50`.
struct PlainNumber: Comparable {
  private let whole: String
  private let decimals: String

  /// Reads a text that is a number and nothing else; `nil` for any other.
  init?(_ text: String) {
    let signs = (Language.current?.numbers ?? .commaAndPoint).signs
    let parts = text.split(
      separator: Character(signs.decimal), maxSplits: 1, omittingEmptySubsequences: false)
    let groups = parts[0].split(
      separator: Character(signs.group), omittingEmptySubsequences: false)
    let isDigits = { (part: Substring) in
      !part.isEmpty && part.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    }
    guard groups.allSatisfy(isDigits), groups.dropFirst().allSatisfy({ $0.count == 3 }),
      parts.dropFirst().allSatisfy(isDigits)
    else { return nil }
    whole = String(groups.joined().drop { $0 == "0" })
    var decimals = parts.count > 1 ? parts[1] : ""
    while decimals.last == "0" { decimals.removeLast() }
    self.decimals = String(decimals)
  }

  static func < (left: Self, right: Self) -> Bool {
    (left.whole.utf8.count, left.whole, left.decimals)
      < (right.whole.utf8.count, right.whole, right.decimals)
  }
}
