/// A number as it stands in somebody's words, and what follows it.
public struct QuotedAmount: Hashable, Sendable {
  /// The number with its suffix worked in: 50M is 50,000,000.
  public let value: Ratio

  /// What it is a number of, as far as that can be told.
  public let measure: Measure

  /// What a number in a text may count.
  public enum Measure: Hashable, Sendable {
    /// Anything: a count, or an amount of money without its sign.
    case bare

    /// Money, in dollars.
    case dollars

    /// Money, in hundredths of a dollar.
    case cents

    /// Hundredths of a whole.
    case percent

    /// Time, in units of so many seconds.
    case time(Ratio)
  }
}

/// The amounts in a quotation.
public struct QuotedAmounts: Hashable, Sendable {
  /// Every reading of every number: `1–2M` may hold 1, 1,000,000 and 2,000,000.
  public private(set) var all: Set<QuotedAmount> = []

  /// Looks for numbers in figures and in words.
  ///
  /// - Parameter text: The words of a source.
  /// - Complexity: O(*n*) in the length of the text.
  public init(_ text: String) {
    let tokens = QuoteToken.all(in: text)
    for (index, token) in tokens.enumerated() {
      switch token.kind {
      case .number(let number):
        readings(of: number, at: index, in: tokens)
      case .word(let word):
        if let number = NumberWords.values[word] { readings(of: number, at: index, in: tokens) }
        // "The nearest second" is one second.
        let hasNumber = index > 0 && tokens[index - 1].isNumber
        if let seconds = NumberWords.seconds[word], !hasNumber {
          all.insert(QuotedAmount(value: .one, measure: .time(seconds)))
        }
        if let power = NumberWords.powers[word], !hasNumber {
          all.insert(QuotedAmount(value: power, measure: .bare))
        }
        if let multiple = NumberWords.multiples[word] {
          all.insert(QuotedAmount(value: multiple, measure: .bare))
        }
      case .mark: continue
      }
    }
  }

  /// Whether a number stands among the amounts, whatever it counts: as it is, or in hundredths.
  func hold(_ number: Ratio) -> Bool {
    all.contains { amount in
      switch amount.measure {
      case .bare, .dollars, .time: amount.value == number
      case .percent, .cents: amount.value == number || (try? amount.value / 100) == number
      }
    }
  }

  /// Enters a number with what follows it; the first of a range also with what follows the second.
  private mutating func readings(of number: Ratio, at index: Int, in tokens: [QuoteToken]) {
    enter(number, tokens, after: index, isMoney: tokens[index].isMoney)
    guard index + 2 < tokens.count, tokens[index + 1].joinsRange, tokens[index + 2].isNumber else {
      return
    }
    enter(number, tokens, after: index + 2, isMoney: tokens[index].isMoney)
  }

  private mutating func enter(
    _ number: Ratio, _ tokens: [QuoteToken], after index: Int, isMoney: Bool
  ) {
    var (value, next) = (number, index + 1)
    while next < tokens.count, case .mark("+") = tokens[next].kind { next += 1 }
    var isPercent = false
    if next < tokens.count {
      switch tokens[next].kind {
      case .mark("%"): isPercent = true
      case .word(let word):
        // `M` is a million and `m` nothing at all, so the case of what was written counts.
        if let power = NumberWords.suffixes[tokens[next].text] ?? NumberWords.powers[word],
          let scaled = try? number * power
        {
          (value, next) = (scaled, next + 1)
        }
      default: break
      }
    }
    if isPercent {
      all.insert(QuotedAmount(value: value, measure: .percent))
      return
    }
    all.insert(QuotedAmount(value: value, measure: measure(tokens, next, isMoney)))
  }

  private func measure(_ tokens: [QuoteToken], _ next: Int, _ isMoney: Bool) -> QuotedAmount.Measure
  {
    if isMoney { return .dollars }
    guard next < tokens.count, case .word(let word) = tokens[next].kind else { return .bare }
    if let seconds = NumberWords.seconds[word] { return .time(seconds) }
    switch word {
    case "percent": return .percent
    case "per":
      let isPercent = next + 1 < tokens.count && tokens[next + 1].text == "cent"
      return isPercent ? .percent : .bare
    case "cent", "cents": return .cents
    case "dollar", "dollars", "usd": return .dollars
    default: return .bare
    }
  }
}
