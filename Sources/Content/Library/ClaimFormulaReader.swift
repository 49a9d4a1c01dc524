import Diagnostics
import Pricing

/// Reads the formulas of claims, and checks their ids and units.
struct ClaimFormulaReader {
  let names: ClaimNames

  /// The source that states values, unless they name another.
  let source: String

  var cited: [Located<String>] = []
  var findings = Findings()

  /// Quantities read so far; `nil` for one that could not be read.
  private var quantities: [String: Quantity?] = [:]

  private struct Quantity {
    let name: String
    let formula: UnitFormula
  }

  /// A formula and the unit of its result.
  struct UnitFormula {
    let formula: ClaimFormula
    let unit: ClaimUnit
  }

  init(names: ClaimNames, source: String) {
    self.names = names
    self.source = source
  }

  /// A unit in quotes, or the words for none.
  static func quoted(_ unit: ClaimUnit) -> String {
    unit == .none ? "'1' (no unit)" : "'\(unit)'"
  }

  /// The unit of a mapping with a key `unit`; `nil` if it is no unit.
  static func unit(_ entry: Mapping, into findings: inout Findings) -> ClaimUnit? {
    guard let text = entry.text("unit") else { return entry.has("unit") ? nil : ClaimUnit.none }
    do { return try ClaimUnit(reading: text.value) } catch {
      let known = ClaimUnit.Base.allCases.map(\.rawValue)
      findings.error(
        text.location, "'\(error.word)' is not a unit",
        hint: Suggestion.hint(for: error.word, in: known, noun: "units"))
      return nil
    }
  }

  /// Reads a quantity, for the formulas after it.
  mutating func define(_ entry: Mapping) {
    let formula = formula(entry, of: nil)
    guard let id = entry.text("id") else { return }
    if quantities[id.value] != nil {
      findings.error(
        id.location, "'\(id.value)' is the id of two quantities",
        hint: "give one of them another id")
    }
    let quantity = formula.flatMap { formula in
      entry.text("name").map { Quantity(name: $0.value, formula: formula) }
    }
    // One that could not be read is known all the same: who names it is not blamed too.
    quantities.updateValue(quantity, forKey: id.value)
  }

  /// The formula below `formula` with its unit.
  ///
  /// - Parameters:
  ///   - entry: The claim or quantity.
  ///   - id: The id of the claim, which must not refer to itself.
  /// - Returns: `nil` if anything in it is wrong.
  mutating func formula(_ entry: Mapping, of id: String?) -> UnitFormula? {
    let entries = entry.mappings("formula")
    var terms: [ClaimFormula.Term] = []
    for (index, term) in entries.enumerated() {
      guard let operation = operation(term, isFirst: index == 0) else { continue }
      if let term = self.term(term, operation, of: id) { terms.append(term) }
    }
    guard !terms.isEmpty, terms.count == entries.count else { return nil }
    let formula = ClaimFormula(terms)
    do { return UnitFormula(formula: formula, unit: try formula.unit()) } catch {
      findings.error(
        entries[error.term].location,
        "\(Self.quoted(error.unit)) added to or taken from \(Self.quoted(error.before))",
        hint: "write both in one unit; a conversion such as 3600 s/h is a term of its own")
      return nil
    }
  }

  private mutating func operation(_ term: Mapping, isFirst: Bool) -> Derivation.Operation? {
    guard isFirst != term.has("do") else {
      findings.error(
        isFirst ? term.location(of: "do") : term.location,
        isFirst ? "'do' in the first term, which starts from nothing" : "a term without 'do'",
        hint: isFirst ? "remove it" : "add 'do: times', or plus, minus, over")
      return nil
    }
    return switch term.text("do")?.value {
    case nil: isFirst ? .plus : nil
    case "minus": .minus
    case "times": .times
    case "over": .over
    default: .plus
    }
  }

  private mutating func term(
    _ entry: Mapping, _ operation: Derivation.Operation, of id: String?
  ) -> ClaimFormula.Term? {
    let isTerm = entry.shape.field("do") != nil
    let keys = ClaimFormat.sources + (isTerm ? ClaimFormat.gatherings : [])
    let written = keys.filter { entry.has($0) }
    guard let key = written.first, written.count == 1 else {
      if written.isEmpty, entry.hasUnknownKeys { return nil }
      findings.error(
        written.isEmpty ? entry.location : entry.location(of: written[1]),
        written.isEmpty
          ? "a term without a value" : "'\(written[1])' beside '\(written[0])' in one term",
        hint: "write one of \(keys.joined(separator: ", "))")
      return nil
    }
    guard checkCompanions(entry, of: key) else { return nil }
    let read =
      if let gathering = ClaimOperand.Gathering(rawValue: key) {
        gathered(entry, key, gathering, of: id)
      } else {
        operand(entry, key, of: id)
      }
    guard let read else { return nil }
    let end: End? = entry.text("end").map { $0.value == "low" ? .low : .high }
    return ClaimFormula.Term(
      operation, read.operand, end: end,
      bound: entry.text("bound").flatMap { PublishedValue.Bound(rawValue: $0.value) },
      name: entry.text("name")?.value ?? read.name)
  }

  /// Keys that say more about a value mean nothing beside anything else.
  private mutating func checkCompanions(_ entry: Mapping, of key: String) -> Bool {
    let companions = [
      ("unit", "value"), ("quote", "value"), ("source", "value"), ("rate", "offer"),
    ]
    for (companion, owner) in companions where entry.has(companion) && key != owner {
      findings.error(
        entry.location(of: companion), "'\(companion)' without '\(owner)'",
        hint: "remove it; it says more about '\(owner)'")
      return false
    }
    guard key == "value", !entry.has("name") else { return true }
    findings.error(
      entry.location(of: key), "a value without a name", hint: "add 'name:' with what it is")
    return false
  }

  private mutating func gathered(
    _ entry: Mapping, _ key: String, _ gathering: ClaimOperand.Gathering, of id: String?
  ) -> (operand: ClaimOperand, name: String)? {
    var members: [ClaimFormula.Term] = []
    var hasSets = false
    for entry in entry.mappings(key) {
      let found =
        entry.mapping("every").map { everyOffer($0) } ?? term(entry, .plus, of: id).map { [$0] }
      guard let found else { return nil }
      hasSets = hasSets || entry.has("every")
      members += found
      guard let unit = members.first?.operand.unit, let own = found.first?.operand.unit, own != unit
      else { continue }
      findings.error(
        entry.location, "\(Self.quoted(own)) beside \(Self.quoted(unit))",
        hint: "gather values of one unit")
      return nil
    }
    guard !members.isEmpty else { return nil }
    let name = gathering == .span ? "all of these" : "\(key) of these"
    return (.gathered(gathering, members, isKnownOnly: hasSets), name)
  }

  /// The quantity that a term names.
  mutating func quantity(_ id: Located<String>) -> (operand: ClaimOperand, name: String)? {
    guard let known = quantities[id.value] else {
      findings.error(
        id.location, "'\(id.value)' is not a quantity that stands above",
        hint: Suggestion.hint(for: id.value, in: quantities.keys.sorted(), noun: "quantities"))
      return nil
    }
    return known.map { (.quantity($0.formula.formula, unit: $0.formula.unit), $0.name) }
  }
}
