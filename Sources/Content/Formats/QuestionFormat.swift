import Diagnostics
import Pricing

/// The keys of what a scenario asks.
enum QuestionFormat {
  /// The words for the questions.
  enum Word: String, CaseIterable {
    case cheapest, change, beside, difference, cost

    /// How many workloads and offers the question takes.
    var counts: (workloads: ClosedRange<Int>, offers: ClosedRange<Int>) {
      switch self {
      case .cheapest: (0...1, 0...0)
      case .change: (0...0, 0...2)
      case .beside: (0...1, 2...2)
      case .difference: (2...2, 1...1)
      case .cost: (0...1, 1...1)
      }
    }

    /// What an author may write.
    var hint: String {
      switch self {
      case .cheapest: "name at most one workload and no offer"
      case .change: "name two offers or none, and no workload"
      case .beside: "name two offers, and at most one workload"
      case .difference: "name one offer and two workloads"
      case .cost: "name one offer, and at most one workload"
      }
    }
  }

  static let shape = Shape(
    "question", "What the headline answers.",
    [
      Field(
        "what", .choice(Word.allCases.map(\.rawValue)), .required,
        "'cheapest': which offer is; 'change': where along the curves that changes; 'beside': what "
          + "one offer costs beside another; 'difference': what one offer costs for one workload "
          + "instead of another; 'cost': what one offer costs.", example: "beside"),
      Field(
        "offers", .list(of: .identifier), .optional,
        "Two offers of the scenario for 'beside', two or none for 'change', one for 'difference' and 'cost'."
      ),
      Field(
        "workloads", .list(of: .identifier), .optional,
        "The workload for 'cheapest', 'beside' or 'cost', two for 'difference'."),
    ])

  /// What a scenario asks; `nil` after a finding.
  static func question(
    _ entry: Mapping, of scenario: Scenario, into findings: inout Findings
  ) -> AskedQuestion? {
    let known = findings.diagnostics.count
    guard let what = entry.text("what"), let word = Word(rawValue: what.value) else { return nil }
    let (workloads, offers) = (entry.texts("workloads"), entry.texts("offers"))
    if word == .change, scenario.sweep == nil {
      findings.error(
        what.location, "where the cheapest offer changes, without curves",
        hint: "add 'vary:', or ask for 'cheapest', 'beside' or 'difference'")
    }
    if !word.counts.workloads.contains(workloads.count)
      || !word.counts.offers.contains(offers.count) || (word == .change && offers.count == 1)
    {
      findings.error(
        what.location,
        "'\(word)' of \(offers.count) offers and \(workloads.count) workloads", hint: word.hint)
    }
    for workload in workloads { AskedCharts.check(workload, scenario, &findings) }
    for offer in offers { check(offer, scenario, &findings) }
    for names in [workloads, offers] where names.count == 2 && names[0].value == names[1].value {
      findings.error(
        names[1].location, "'\(names[1].value)' is compared with itself", hint: word.hint)
    }
    if offers.count == 2 {
      GroupingFormat.check(offers[0], offers[1], of: scenario, into: &findings)
    }
    guard findings.diagnostics.count == known else { return nil }
    func pair(_ names: [Located<String>]) -> AskedQuestion.Pair? {
      names.count == 2 ? .init(first: names[0].value, second: names[1].value) : nil
    }
    switch word {
    case .cheapest: return .cheapest(workload: workloads.first?.value)
    case .change: return .change(between: pair(offers))
    case .beside: return pair(offers).map { .beside($0, workload: workloads.first?.value) }
    case .cost: return .cost(offer: offers[0].value, workload: workloads.first?.value)
    case .difference: return pair(workloads).map { .difference($0, offer: offers[0].value) }
    }
  }

  private static func check(
    _ name: Located<String>, _ scenario: Scenario, _ findings: inout Findings
  ) {
    let ids = scenario.offers.map(\.id)
    guard ids.contains(name.value) else {
      findings.error(
        name.location, "'\(name.value)' is not an offer of this scenario",
        hint: Suggestion.hint(for: name.value, in: ids.sorted(), noun: "offers"))
      return
    }
    guard scenario.leftOut.contains(name.value) else { return }
    findings.error(
      name.location, "'\(name.value)' is left out of the comparison",
      hint: "name an offer that is compared")
  }
}
