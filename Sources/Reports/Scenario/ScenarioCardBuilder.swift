import Content
import Pricing
import Templates
import Wording

/// Makes the summary of a scenario for the front page and the list of scenarios.
struct ScenarioCardBuilder {
  let view: ScenarioView
  let finding: Finding

  /// The most offers that a card has room for.
  private static let mostRows = 4

  func card() -> ScenarioCard {
    let column = view.headlineColumn
    let members = Set(view.headline?.group.rows ?? [])
    let rows = view.rowOrder.filter(members.contains).compactMap { row in
      view.priced.quotes[row][column].invoice
    }.filter(\.fits)
    let dearest = rows.map { $0.high ?? $0.low }.max() ?? .zero
    let cheapest = view.headline?.comparisons[column].cheapest ?? []
    let shown = Self.shown(rows)
    let workload = [view.scenario.workloads[column].name, view.groupName(view.headlineGroup)]
      .compactMap(\.self).joined(separator: ", ")
    return ScenarioCard(
      title: view.document.title, question: view.document.question,
      finding: finding.headline.keepingRangesTogether,
      link: .file(view.page),
      workload: shown.count < rows.count
        ? "\(workload), \(shown.count) of \(rows.count) offers" : workload,
      rows: shown.map { invoice in
        CostBar(
          offer: view.name(invoice.offer),
          cost: view.amount(invoice, column),
          link: view.context.arithmetic(of: invoice, in: view.scenario.id),
          low: Self.width(invoice.low, of: dearest),
          high: Self.width(invoice.high ?? invoice.low, of: dearest),
          cheapest: cheapest.contains(invoice.offer))
      })
  }

  /// The cheapest ones and the dearest, which is what the finding speaks of.
  private static func shown(_ rows: [Invoice]) -> [Invoice] {
    guard rows.count > mostRows else { return rows }
    let priced = rows.filter { $0.high != nil }
    guard let dearest = priced.max(by: { ($0.high ?? .zero) < ($1.high ?? .zero) }) else {
      return []
    }
    return priced.filter { $0.offer != dearest.offer }.prefix(mostRows - 1) + [dearest]
  }

  /// The length of a bar as a share of the dearest, to a tenth of a percent.
  private static func width(_ amount: Money, of dearest: Money) -> String {
    guard let share = try? Ratio(amount.picodollars, over: dearest.picodollars),
      let percent = try? share * 100
    else { return "0%" }
    return "\(NumberText.trimmed(percent, decimals: 1))%"
  }
}
