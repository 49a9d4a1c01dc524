/// The words of a quotation, for telling whether two quotations are of one statement, and whether
/// one holds a number.
public struct QuotedWords: Hashable, Sendable {
  /// The words of each part that stands without a gap, lower case and without punctuation.
  private let parts: [[Substring]]
  private let text: String

  /// A run of fewer words that two quotations share may be chance.
  private static let enough = 3

  /// Takes the words apart; `…` is a gap.
  public init(_ quote: String) {
    text = quote.lowercased()
    parts = text.split(separator: "…")
      .map { $0.split { !$0.isLetter && !$0.isNumber } }.filter { !$0.isEmpty }
  }

  /// Whether both quotations are of one statement: a part of one holds one of the other, or goes on
  /// where it ends.
  public func isOfOneStatement(with other: QuotedWords) -> Bool {
    parts.contains { part in
      other.parts.contains { theirs in
        (theirs.count >= Self.enough || other.parts.count == 1) && Self.holds(part, theirs)
          || (part.count >= Self.enough || parts.count == 1) && Self.holds(theirs, part)
          || Self.continues(part, theirs) || Self.continues(theirs, part)
      }
    }
  }

  private static func holds(_ words: [Substring], _ others: [Substring]) -> Bool {
    guard others.count <= words.count else { return false }
    return (0...(words.count - others.count)).contains { start in
      words[start...].prefix(others.count) == others[...]
    }
  }

  /// Whether words begin with some of the last of others.
  private static func continues(_ words: [Substring], _ others: [Substring]) -> Bool {
    let most = min(words.count, others.count)
    guard most >= enough else { return false }
    return (enough...most).contains { others.suffix($0) == words.prefix($0) }
  }

  /// Whether the quotation states both ends of a value: in digits, with `K`, `M` or `B` behind them,
  /// as a percentage, or in a word up to twelve.
  public func states(_ value: Bounds<Ratio>) -> Bool {
    let numbers = numbers
    return numbers.contains(value.low) && numbers.contains(value.high)
  }

  /// Every number that the quotation may mean.
  private var numbers: Set<Ratio> {
    var numbers: Set<Ratio> = []
    for word in parts.joined() {
      if let number = Self.numerals[String(word)] { numbers.insert(Ratio(number)) }
    }
    var rest = text.utf8[...]
    while let start = rest.firstIndex(where: { (48...57).contains($0) }) {
      let run = rest[start...].prefix { (48...57).contains($0) || $0 == 44 || $0 == 46 }
      rest = rest[run.endIndex...]
      var digits = String(Substring(run)).replacing(",", with: "")
      while digits.last == "." { digits.removeLast() }
      guard let number = try? Ratio(decimal: digits) else { continue }
      numbers.insert(number)
      guard let scale = Self.scale(of: rest) else { continue }
      if let scaled = try? number * scale { numbers.insert(scaled) }
    }
    return numbers
  }

  /// What stands behind digits: `k`, `m`, `b`, or a sign for hundredths.
  private static func scale(of rest: Substring.UTF8View) -> Ratio? {
    switch rest.first(where: { $0 != 32 }) {
    case UInt8(ascii: "%"): try? Ratio(1, over: 100)
    case UInt8(ascii: "k"): 1_000
    case UInt8(ascii: "m"): 1_000_000
    case UInt8(ascii: "b"): 1_000_000_000
    default: nil
    }
  }

  private static let numerals: [String: Int128] = [
    "one": 1, "two": 2, "twice": 2, "double": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15,
    "thirty": 30,
  ]
}
