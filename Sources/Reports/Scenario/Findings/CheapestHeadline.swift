import Content
import Pricing
import Wording

/// Which offer is cheapest for one workload, by how much, or on what it depends.
struct CheapestHeadline {
  let headline: Headline

  init(column: Int, _ view: ScenarioView) {
    let workload = view.scenario.workloads[column].name
    let invoices = view.priced.quotes.enumerated().compactMap { row, quotes in
      view.priced.competes(row, column) ? quotes[column].invoice : nil
    }
    guard invoices.count > 1 else {
      headline = Headline(fitting: ["\(workload): nothing to compare", "Nothing to compare"])
      return
    }
    let comparison = view.priced.comparisons[column]
    let answers =
      comparison.cheapest.isEmpty
      ? Self.open(comparison.candidates, invoices, column, view)
      : Self.certain(comparison.cheapest, invoices, column, view)
    headline = Headline(fitting: answers.flatMap { ["\(workload): \($0)", $0] })
  }

  private static func certain(
    _ cheapest: [String], _ invoices: [Invoice], _ column: Int, _ view: ScenarioView
  ) -> [String] {
    let others = invoices.filter { !cheapest.contains($0.offer) }
    guard let winner = invoices.first(where: { cheapest.contains($0.offer) }) else { return [] }
    let amount = view.amount(winner, column)
    guard let next = others.min(by: { ($0.low, $0.offer) < ($1.low, $1.offer) }) else {
      return ["every offer costs \(amount)"]
    }
    let names = cheapest.map(view.spoken)
    let many = cheapest.count > 1
    let short =
      "\(UnitText.list(names)) \(many ? "cost" : "costs") least, \(amount)\(many ? " each" : "")"
    return [
      "\(short); \(view.spoken(next.offer)) is next at \(view.amount(next, column))", short,
      "the least is \(amount)\(many ? ", at \(names.count) offers" : "")",
    ]
  }

  private static func open(
    _ candidates: [String], _ invoices: [Invoice], _ column: Int, _ view: ScenarioView
  ) -> [String] {
    let low = invoices.map(\.low).min() ?? .zero
    let high = invoices.map { $0.high ?? $0.low }.min() ?? low
    let range = AmountText.range(low, high, decimals: view.decimals[column])
    let why = "depending on \(Dependence(of: candidates, column: column, view).words)"
    let names = UnitText.list(candidates.map(view.spoken), conjunction: "or")
    let count = "one of \(candidates.count) offers"
    return [
      "\(names) is cheapest at \(range), \(why)", "\(names) is cheapest, \(why)",
      "\(count) is cheapest at \(range), \(why)", "\(count) is cheapest at \(range)",
    ]
  }
}
