import Content
import Messages
import Pricing
import Templates
import Wording

/// Makes the summary of a scenario for the front page and the list of scenarios.
struct ScenarioCardBuilder {
  let view: ScenarioView
  let finding: Finding

  /// Whether offers that are not compared may cost less.
  let hasAbsent: Bool

  /// The most offers that a card has room for.
  private static let mostRows = 4

  func card() -> ScenarioCard {
    let column = view.headlineColumn
    let members = Set(view.headline?.group.rows ?? [])
    let rows = view.rowOrder
      .filter { members.contains($0) && view.priced.competes($0, column) }
      .compactMap { view.priced.quotes[$0][column].invoice }
    let dearest = rows.map { $0.high ?? $0.low }.max() ?? .zero
    let cheapest = view.headline?.comparisons[column].cheapest ?? []
    let shown = shown(rows, column)
    let detail = view.document.columns[column].detail.map { " (\($0))" } ?? ""
    let workload = [
      "\(view.scenario.workloads[column].name)\(detail)", view.groupName(view.headlineGroup),
      view.ownDay.map { localized("prices of \($0)") },
    ].compactMap(\.self).joined(separator: ", ")
    return ScenarioCard(
      title: view.document.title, question: view.document.question,
      finding: finding.headline.keepingRangesTogether,
      caveat: caveat(column),
      link: .file(view.page),
      workload: shown.count < rows.count
        ? localized("\(workload), \(shown.count) of \(rows.count) offers") : workload,
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

  /// What a reader of the card alone would not know of its answer.
  private func caveat(_ column: Int) -> String? {
    let absent = hasAbsent ? localized("Offers that are not compared may cost less.") : nil
    let texts = [NarrowLeads(view, column: column).sentences.first, absent].compactMap(\.self)
    return texts.isEmpty ? nil : texts.joined(separator: " ")
  }

  /// Those that the finding speaks of, and the cheapest ones beside them, in the order of the rows.
  private func shown(_ rows: [Invoice], _ column: Int) -> [Invoice] {
    guard rows.count > Self.mostRows else { return rows }
    let told = told(column)
    let first = rows.filter { told.contains($0.offer) }.prefix(Self.mostRows)
    let rest = rows.filter { !told.contains($0.offer) }.prefix(Self.mostRows - first.count)
    let chosen = Set((first + rest).map(\.offer))
    return rows.filter { chosen.contains($0.offer) }
  }

  /// The offers that the finding speaks of.
  private func told(_ column: Int) -> Set<String> {
    let asked = view.document.asks.offers
    guard asked.isEmpty, let group = view.headline else { return Set(asked) }
    if case .change = view.document.asks, let breakEven = group.breakEven {
      return Set(breakEven.cheapest.flatMap(\.offers))
    }
    return Set(group.comparisons[column].cheapest + group.comparisons[column].candidates)
  }

  /// The length of a bar as a share of the dearest, to a tenth of a percent, as stylesheets have it.
  private static func width(_ amount: Money, of dearest: Money) -> String {
    guard let share = try? Ratio(amount.picodollars, over: dearest.picodollars),
      let thousandths = try? share * 1000
    else { return "0%" }
    return "\(DecimalText.exact(thousandths.roundedHalfEven, decimals: 1))%"
  }
}
