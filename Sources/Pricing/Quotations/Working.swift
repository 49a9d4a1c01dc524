/// The arithmetic that leads from quoted words to a number: `150 ÷ 10 = 15, 500 ÷ 10 = 50`.
public struct Working: Hashable, Sendable {
  private let text: String

  /// Takes the text as an author wrote it.
  public init(_ text: String) { self.text = text }

  /// What keeps arithmetic from leading from words to a figure.
  public enum Fault: Hashable, Sendable {
    /// An equation does not hold.
    case wrong(String)

    /// It comes to something else.
    case misses(QuotedFigure)

    /// It uses a number that the words do not hold.
    case stray(String)
  }

  /// What keeps the arithmetic from leading from the words to the figure; `nil` if nothing does.
  ///
  /// - Parameters:
  ///   - quote: The amounts in the words.
  ///   - figure: The amount that is worked out.
  /// - Returns: The first fault.
  public func fault(from quote: Set<QuotedAmount>, to figure: QuotedFigure) -> Fault? {
    let equations = text.split(separator: ";").flatMap { $0.split(separator: ", ") }
      .map { Equation(QuoteToken.all(in: String($0))) }
    if let wrong = equations.first(where: { !$0.holds }) { return .wrong(wrong.text) }
    guard figure.isHeld(by: quote.union(QuotedAmounts(text).all)) else { return .misses(figure) }
    let known = Set(quote.map(\.value)).union(equations.flatMap(\.results)).union(Self.constants)
      .union(quote.compactMap(\.inSeconds)).union(figure.values)
    return equations.flatMap(\.numbers).first { !known.contains($0.value) }.map { .stray($0.text) }
  }

  /// Numbers that no source has to state: a whole, and how units are counted.
  private static let constants: Set<Ratio> = [1, 60, 100, 1_000, 3_600, 1_000_000]
}

/// Numbers joined by signs, and what they come to if there is an equals sign.
private struct Equation {
  let text: String
  private(set) var numbers: [(value: Ratio, text: String)] = []
  private(set) var results: [Ratio] = []
  private(set) var holds = true

  init(_ tokens: [QuoteToken]) {
    text = tokens.map(\.text).joined(separator: " ")
    var value: Ratio?
    var sign: Unicode.Scalar = "+"
    var isResult = false
    for (index, token) in tokens.enumerated() {
      switch token.kind {
      case .mark("="): isResult = true
      case .mark(let mark) where "+-×÷".unicodeScalars.contains(mark): sign = mark
      case .number(let number):
        let scaled = Self.scaled(number, tokens, index)
        if isResult {
          results.append(scaled)
          holds = holds && value.map { Self.rounds($0, to: scaled, token.text) } ?? false
        } else {
          numbers.append((scaled, token.text))
          value = value.map { Self.combine($0, sign, scaled) } ?? scaled
        }
      default: continue
      }
    }
  }

  private static func scaled(_ number: Ratio, _ tokens: [QuoteToken], _ index: Int) -> Ratio {
    guard index + 1 < tokens.count, case .word(let word) = tokens[index + 1].kind,
      let power = NumberWords.suffixes[tokens[index + 1].text] ?? NumberWords.powers[word]
    else { return number }
    return (try? number * power) ?? number
  }

  private static func combine(_ value: Ratio, _ sign: Unicode.Scalar, _ other: Ratio) -> Ratio {
    let result: Ratio? =
      switch sign {
      case "-": try? value - other
      case "×": try? value * other
      case "÷": try? value / other
      default: try? value + other
      }
    // What is beyond exact arithmetic is no result, and the equation does not hold.
    return result ?? .zero
  }

  /// Whether a value is a printed number, to as many decimals as that has.
  private static func rounds(_ value: Ratio, to printed: Ratio, _ text: String) -> Bool {
    let decimals = text.firstIndex(of: ".").map { text.distance(from: $0, to: text.endIndex) - 1 }
    var step: Int128 = 1
    for _ in 0..<min(decimals ?? 0, 18) { step *= 10 }
    guard let difference = try? (value - printed) * Ratio(2 * step) else { return false }
    return difference <= .one && difference >= -1
  }
}

extension QuotedAmount {
  /// A length of time in seconds; `nil` for what is none.
  fileprivate var inSeconds: Ratio? {
    if case .time(let unit) = measure { try? value * unit } else { nil }
  }
}
