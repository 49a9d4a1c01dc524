/// What a source states about an amount: a range, a single amount, or nothing.
///
/// "Not stated" is an answer of its own. It is never read as zero.
public enum Stated<Bound: Comparable & Hashable & Sendable>: Hashable, Sendable {
  /// The source does not say.
  case notStated

  /// From the lower to the upper amount; a single amount is both.
  case range(ClosedRange<Bound>)

  /// Reads `4`, `4 to 8` or `not stated`.
  ///
  /// - Parameters:
  ///   - text: What the author wrote.
  ///   - bound: Reads one amount.
  /// - Throws: ``Mistake`` of an amount, or of the range.
  init(_ text: String, bound: (String) throws(Mistake) -> Bound) throws(Mistake) {
    if text == "not stated" {
      self = .notStated
      return
    }
    let mayBeRange = text.utf8.contains(UInt8(ascii: "t"))
    guard mayBeRange, let word = text.firstRange(of: " to ") else {
      guard let dash = Self.dash(in: text) else {
        let single = try bound(text)
        self = .range(single...single)
        return
      }
      throw Mistake(
        "\(Mistake.quoted(text)) is not a range",
        hint: "write '\(dash.low) to \(dash.high)', or 'not stated'")
    }
    let low = try bound(String(text[..<word.lowerBound]))
    let high = try bound(String(text[word.upperBound...]))
    guard low <= high else {
      throw Mistake(
        "\(Mistake.quoted(text)) runs backwards", hint: "write the smaller amount first")
    }
    self = .range(low...high)
  }

  /// The sides of a dash between amounts, which looks like a range and like a minus sign.
  private static func dash(in text: String) -> (low: String, high: String)? {
    let dashes: Set<Character> = ["-", "–", "—"]
    let sides = text.filter { !$0.isCurrencySymbol }.split(maxSplits: 1) { dashes.contains($0) }
      .map { $0.split(separator: " ").joined(separator: " ") }
    guard sides.count == 2, text.contains(where: dashes.contains),
      sides.allSatisfy({ $0.first?.isASCIIDigit == true })
    else { return nil }
    return (sides[0], sides[1])
  }
}
