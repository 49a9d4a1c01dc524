import Messages
package import Pricing

/// The arithmetic behind a quantity as one line: `2 replicas × 720 h`.
package enum DerivationText {
  /// The derivation at both ends, once where they are the same.
  package static func text(_ derivation: Ends<Derivation>) -> String {
    let (low, high) = (text(derivation.low), text(derivation.high))
    return low == high ? low : localized("low: \(low); high: \(high)")
  }

  /// One derivation as it stands before a sign of multiplication.
  package static func factor(_ derivation: Derivation) -> String {
    let isSum = derivation.terms.dropFirst().last.map {
      $0.operation == .plus || $0.operation == .minus
    }
    return isSum == true ? "(\(text(derivation)))" : text(derivation)
  }

  /// One derivation.
  package static func text(_ derivation: Derivation) -> String {
    var text = ""
    var isSum = false
    for (index, term) in derivation.terms.enumerated() {
      let isFactor = term.operation == .times || term.operation == .over
      // Terms are worked off from left to right, so a factor after a sum takes all of it.
      if isFactor, isSum { text = "(\(text))" }
      text += index == 0 ? value(term) : " \(term.operation.rawValue) \(value(term))"
      isSum = index > 0 && !isFactor
    }
    return text
  }

  /// The value without its unit: `1,440`, `10 %`.
  package static func number(_ term: Derivation.Term) -> String {
    let isShare =
      term.basis == .ours || ["busy share", "utilisation", "share"].contains(term.name)
    return isShare
      ? NumberText.percent(term.value) : NumberText.trimmed(term.value, decimals: 6)
  }

  /// The unit for the value: `replica` of one, `replicas` of two.
  package static func unit(_ term: Derivation.Term) -> String {
    let isOne =
      term.value == .one && term.unit.hasSuffix("s") && term.unit.count > 2
      && !term.unit.contains("/")
    if isOne { return localized(name: String(term.unit.dropLast())) }
    // What there is none of at one end has the id of a unit, which is no word.
    return RateUnit(rawValue: term.unit) == nil ? localized(name: term.unit) : term.unit
  }

  /// What the value is: `month`, `busy share`, `Mon–Fri 09:00–17:00`; of a discount what its buyer
  /// calls it.
  package static func name(_ term: Derivation.Term) -> String {
    guard term.basis != .ours, Language.current != nil else { return term.name }
    let words = Set(term.name.split { !$0.isLetter }.map(String.init))
    guard words.isSubset(of: days) else { return localized(name: term.name) }
    return words.reduce(term.name) { $0.replacing($1, with: localized(name: $1)) }
  }

  private static let days = Set(Weekday.allCases.map(\.word.capitalisedSentence))

  private static func value(_ term: Derivation.Term) -> String {
    let number = number(term)
    guard !term.unit.isEmpty else { return number }
    let unit = unit(term)
    let name =
      term.unit.count <= 2 && !term.name.isEmpty && term.name != "an hour"
      ? " (\(self.name(term)))" : ""
    return "\(number)\u{A0}\(unit)\(name)"
  }
}
