import Diagnostics
import Pricing

/// The keys that say which offers of a scenario can take each other's place.
enum GroupingFormat {
  static let fields = [
    Field(
      "group_by", .choice(Grouping.Key.allCases.map(\.rawValue)), .optional,
      "By what offers are told apart, so that only those are compared that can take each other's "
        + "place. 'model': models by name, machines by name and number of GPUs; 'class': models by "
        + "class. 'model' if left out.", example: "class"),
    Field(
      "alternatives", .oneOrMore(alternatives), .optional,
      "Offers that can take each other's place although they are not the same thing."),
  ]

  private static let alternatives = Shape(
    "list of alternatives",
    "Offers that are compared although they are not the same thing, and why.",
    [
      Field(
        "because", .text, .required, "Why one can take the place of another; pages show it.",
        example: "The same 70B model is served on each."),
      Field("source", .identifier, .optional, "Who says so.", example: "article"),
      Field(
        "offers", .list(of: .identifier), .optional,
        "Their ids in the scenario; all of its offers if left out."),
      Field(
        "name", .line, .optional, "What they are called together; what they are if left out.",
        example: "GPT-4o or a GPU"),
    ])

  /// Which offers of a scenario can take each other's place.
  ///
  /// - Parameters:
  ///   - mapping: The scenario.
  ///   - offers: Its offers, as far as they are known.
  ///   - isWhole: Whether all of them are; names of unknown ones are not blamed otherwise.
  ///   - cited: Receives the sources that reasons cite.
  ///   - findings: Receives mistakes.
  /// - Returns: The grouping.
  static func grouping(
    _ mapping: Mapping, of offers: [Offer], isWhole: Bool, _ cited: inout [Located<String>],
    into findings: inout Findings
  ) -> Grouping {
    let key = mapping.text("group_by").flatMap { Grouping.Key(rawValue: $0.value) } ?? .model
    var grouping = Grouping(by: key)
    var taken: Set<String> = []
    var names: Set<String> = []
    let entries = mapping.mappings("alternatives")
    for entry in entries {
      if let source = entry.text("source") { cited.append(source) }
      if let name = entry.text("name"), !names.insert(name.value).inserted {
        findings.error(
          name.location, "\(Mistake.quoted(name.value)) is the name of two groups",
          hint: "give one of them another name, or make one list of both")
      }
      let named = entry.texts("offers")
      if isWhole {
        check(entry, named, among: offers, isOnly: entries.count == 1, &taken, &findings)
      }
      guard let reason = entry.text("because") else { continue }
      grouping.alternatives.append(
        Grouping.Alternatives(
          offers: entry.has("offers") ? Set(named.map(\.value)) : nil,
          name: entry.text("name")?.value, reason: reason.value,
          citation: entry.text("source").map { Citation(source: $0.value) }))
    }
    return grouping
  }

  private static func check(
    _ entry: Mapping, _ named: [Located<String>], among offers: [Offer], isOnly: Bool,
    _ taken: inout Set<String>, _ findings: inout Findings
  ) {
    let place = entry.location(of: "offers")
    guard entry.has("offers") else {
      if !isOnly {
        findings.error(
          place, "all offers are alternatives, and some of them once more",
          hint: "add 'offers:', or keep only this reason")
      }
      checkUse(offers, at: place, &findings)
      return
    }
    let ids = offers.map(\.id)
    let unknown = named.filter { !ids.contains($0.value) }
    for name in unknown {
      findings.error(
        name.location, "'\(name.value)' is not an offer of this scenario",
        hint: Suggestion.hint(for: name.value, in: ids.sorted(), noun: "offers"))
    }
    for name in named where !taken.insert(name.value).inserted {
      findings.error(
        name.location, "'\(name.value)' is an alternative twice",
        hint: "name it once; offers that can all take each other's place are one list")
    }
    if unknown.isEmpty {
      let known = Set(named.map(\.value))
      checkUse(offers.filter { known.contains($0.id) }, at: place, &findings)
    }
  }

  /// A reason for what needs none would be read as if it did.
  private static func checkUse(
    _ offers: [Offer], at place: SourceLocation, _ findings: inout Findings
  ) {
    guard !offers.isEmpty else { return }
    if offers.count == 1 {
      findings.error(place, "one offer has no alternative", hint: "name two offers or more")
    } else if Grouping().groups(of: offers).count == 1 {
      findings.error(
        place, "these offers are the same thing, as far as their rate cards say",
        hint: "remove 'alternatives', or say on the rate cards what one gets for each of them")
    }
  }

  /// Refuses to hold two offers against each other that cannot take each other's place.
  static func check(
    _ first: Located<String>, _ second: Located<String>, of scenario: Scenario,
    into findings: inout Findings
  ) {
    let groups = scenario.groups
    func group(_ name: Located<String>) -> OfferGroup? {
      groups.first { group in group.rows.contains { scenario.offers[$0].id == name.value } }
    }
    guard let one = group(first), let other = group(second), one != other else { return }
    findings.error(
      second.location,
      "'\(first.value)' and '\(second.value)' cannot take each other's place",
      hint: "name offers of the same thing, or say under 'alternatives:' why one can take the "
        + "other's place")
  }
}
