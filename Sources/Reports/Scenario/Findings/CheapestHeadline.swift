import Content
import Messages
import Pricing
import Wording

/// Which of the offers that can take each other's place is cheapest for one workload, by how much, or
/// on what it depends.
struct CheapestHeadline {
  let headline: Headline

  /// The answer for the group and the workload that a scenario's headline speaks of.
  init(_ view: ScenarioView) {
    let column = view.headlineColumn
    let workload = view.scenario.workloads[column].name
    guard let group = view.headline else {
      headline = Self.nothing(workload)
      return
    }
    let invoices = view.competing(in: group, column)
    guard invoices.count > 1 else {
      headline = Self.nothing(workload, view)
      return
    }
    if let wordings = Self.forEach(group, view) {
      let name = view.groupName(view.headlineGroup).map { "\($0): " } ?? ""
      headline = Headline(fitting: wordings.map { name + $0 })
      return
    }
    let comparison = group.comparisons[column]
    let answers =
      group.isOneOffer
      ? Self.oneOffer(invoices, column, view)
      : comparison.cheapest.isEmpty
        ? Self.open(comparison.candidates, group, column, view)
        : Self.certain(comparison.cheapest, invoices, group, column, view)
    // Who is cheapest is said of no more than of what it is true of.
    let name = view.groupName(view.headlineGroup)
    let full = [workload, name].compactMap(\.self).joined(separator: ", ")
    headline = Headline(fitting: answers, of: full, or: name, view)
  }

  private static func nothing(_ workload: String) -> Headline {
    Headline(
      fitting: [localized("\(workload): nothing to compare"), localized("Nothing to compare")])
  }

  private static func nothing(_ workload: String, _ view: ScenarioView) -> Headline {
    let isEachAlone = view.priced.groups.allSatisfy { view.compared(in: $0).count < 2 }
    return view.groupNames.isEmpty || !isEachAlone
      ? nothing(workload)
      : Headline(fitting: [
        localized("No two offers can take each other’s place: each is something else")
      ])
  }

  /// What one offer costs, used in several ways: none of them is a cheaper offer.
  private static func oneOffer(
    _ invoices: [Invoice], _ column: Int, _ view: ScenarioView
  ) -> [String] {
    let low = invoices.map(\.low).min() ?? .zero
    let high = invoices.compactMap(\.high).max() ?? low
    let range = AmountText.range(low, high, decimals: view.decimals[column])
    return [view.oneOfferInSeveralWays(invoices, cost: range)]
  }

  /// The answer that is the same for each of several workloads, where none of them is asked about.
  private static func forEach(_ group: PricedGroup, _ view: ScenarioView) -> [String]? {
    let count = view.scenario.workloads.count
    guard case .cheapest(nil) = view.document.asks, count > 1, let first = group.comparisons.first,
      group.comparisons.allSatisfy({
        $0.cheapest == first.cheapest && $0.candidates == first.candidates
      }), !(first.cheapest + first.candidates).isEmpty
    else { return nil }
    let each = localized(count == 2 ? "for both workloads" : "for each of \(count) workloads")
    guard first.cheapest.isEmpty else {
      let many = first.cheapest.count > 1
      let names = UnitText.list(first.cheapest.map(view.spoken))
      return [localized(many ? "\(names) cost least \(each)" : "\(names) costs least \(each)")]
    }
    let why = Dependence(of: first.candidates, view).words
    let names = CandidateNames(first.candidates, in: group, view)
    return names.wordings.flatMap { names in
      [
        localized("\(names) is cheapest \(each), depending on \(why)"),
        localized("\(names) is cheapest, depending on \(why)"),
      ]
    }
  }

  private static func certain(
    _ cheapest: [String], _ invoices: [Invoice], _ group: PricedGroup, _ column: Int,
    _ view: ScenarioView
  ) -> [String] {
    guard let winner = invoices.first(where: { cheapest.contains($0.offer) }) else { return [] }
    let amount = view.amount(winner, column)
    guard invoices.contains(where: { !cheapest.contains($0.offer) }) else {
      return [localized("every offer costs \(amount)")]
    }
    let names = cheapest.map(view.spoken)
    let (all, many) = (UnitText.list(names), names.count > 1)
    guard winner.low == winner.high else {
      return always(all, many, amount, Dependence(of: cheapest, column: column, view).words)
    }
    let short = localized(
      many ? "\(all) cost least, \(amount) each" : "\(all) costs least, \(amount)")
    let next = NextInCost(after: cheapest, in: group, column, view).short
    let answers = (next.map { ["\(short); \($0)"] } ?? []) + [short]
    // Where all names have no room, the first one says more than an amount alone.
    let others = names.count - 1
    guard others > 1 else { return answers }
    return answers + [localized("\(names[0]) and \(others) others cost least, \(amount) each")]
  }

  /// The same of offers whose amount is a range.
  private static func always(
    _ names: String, _ many: Bool, _ amount: String, _ why: String
  ) -> [String] {
    many
      ? [
        localized("\(names) always cost least; how much, \(amount) each, depends on \(why)"),
        localized("\(names) always cost least; how much depends on \(why)"),
      ]
      : [
        localized("\(names) always costs least; how much, \(amount), depends on \(why)"),
        localized("\(names) always costs least; how much depends on \(why)"),
      ]
  }

  /// The least that the cheapest of some offers may cost, to the most.
  private static func least(
    _ invoices: [Invoice], _ column: Int, _ view: ScenarioView
  ) -> String {
    let low = invoices.map(\.low).min() ?? .zero
    let high = invoices.map { $0.high ?? $0.low }.min() ?? low
    return AmountText.range(low, high, decimals: view.decimals[column])
  }

  private static func open(
    _ candidates: [String], _ group: PricedGroup, _ column: Int, _ view: ScenarioView
  ) -> [String] {
    let range = least(view.competing(in: group, column), column, view)
    let why = Dependence(of: candidates, column: column, view).words
    return CandidateNames(candidates, in: group, view).wordings.flatMap { names in
      [
        localized("\(names) is cheapest at \(range), depending on \(why)"),
        localized("\(names) is cheapest, depending on \(why)"),
      ]
    }
  }
}
