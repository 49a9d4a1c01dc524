import Content
import Pricing

/// Makes the page of billing rules, and its table as a document of its own.
struct BillingRulesPageBuilder {
  static let title = "Billing rules"
  static let description =
    "Which phases of a machine’s life each provider bills, how time is rounded, and what changed."

  let context: SiteContext

  /// The page with the table, the changes and the prices in proportion.
  func page() -> BillingRulesPage {
    let path = SitePaths.billingRules
    var sources = PageSources(context.content)
    var builder = RuleTableBuilder(context: context, page: path)
    let table = builder.table(&sources)
    let changes = RuleChangesBuilder(context: context, page: path).changes(&sources)
    let adjustments = adjustments(&sources, on: path)
    return BillingRulesPage(
      frame: FrameBuilder(context: context).frame(
        of: path, title: Self.title, description: Self.description, kind: "billing-rules"),
      title: Self.title, standfirst: standfirst(table), table: table, changes: changes,
      adjustments: adjustments, sources: sources.entries)
  }

  private func standfirst(_ table: RuleTable) -> String {
    let phases = table.rows.map { $0.cells.prefix(Phase.allCases.count) }
    let open = phases.count { $0.contains { $0.kind == "not-stated" } }
    let cells = phases.reduce(0) { $0 + $1.count { $0.kind == "not-stated" } }
    return "An hourly price divided by 3,600 is not a bill: it matters which seconds are on it. "
      + "\(open) of \(table.rows.count) sets of rules leave a phase open, \(cells) phases in all."
  }

  private func adjustments(_ sources: inout PageSources, on page: String) -> [AdjustmentRow] {
    var rows: [AdjustmentRow] = []
    for card in context.content.rateCards.sorted(by: { ($0.name, $0.id) < ($1.name, $1.id) }) {
      for listed in card.offers {
        for adjustment in listed.adjustments {
          rows.append(
            AdjustmentRow(
              offer: listed.offer.name,
              link: context.link(from: page, toOffer: listed.offer.id, of: card.id),
              condition: adjustment.condition, factor: AdjustmentText.factor(adjustment),
              target: adjustment.target, citations: sources.cite(adjustment.citation)))
        }
      }
    }
    return rows
  }
}
