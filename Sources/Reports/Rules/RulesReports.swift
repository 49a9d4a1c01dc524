import Content
import Encoders
import Messages
import Pricing
import Publishing
package import Templates
import Wording

/// The report of billing rules: a page, and its table alone.
package struct RulesReports: ReportKind {
  package static let templates =
    [TemplateEntry("pages/billing-rules.xhtml", RulesPage.self)] + EmbedTemplates.entries

  static var title: String { localized("Billing rules") }
  static var description: String {
    localized("Which phases of a machine’s life each provider bills, and how time is rounded.")
  }

  private static let files = TableFiles(at: SitePaths.ruleTable, alone: true)

  private let page: Template<RulesPage>
  private let embedded: EmbedTemplates

  package init(_ templates: ReportTemplates) {
    page = templates.set.template("pages/billing-rules.xhtml", for: RulesPage.self)
    embedded = EmbedTemplates(templates)
  }

  package func tasks(_ context: SiteContext) -> [ReportTask] {
    [
      ReportTask { worker throws(BuildError) in
        let report = Self.report(context)
        try worker.writer.page(report, withTwin: page, at: SitePaths.billingRules)
        try Self.files.write(
          report.table.table.from(Self.origin(context)), embedded: embedded,
          from: .file(SitePaths.billingRules), to: &worker.writer)
      }
    ]
  }

  /// Where the table of rules is from; its rows name their sources.
  static func origin(_ context: SiteContext) -> TableOrigin {
    context.origin(of: SitePaths.billingRules, title: title, sources: nil)
  }

  /// The page with the table and the prices in proportion.
  private static func report(_ context: SiteContext) -> RulesPage {
    var sources = PageSources(context.content, listedOn: SitePaths.billingRules)
    var builder = RuleTableBuilder(context: context)
    var table = builder.table(&sources, files: files.links(context.content.settings.published))
    table.use = EmbedUse(
      "table", "id=billing-rules", at: SitePaths.embed(files.path), title: title, in: context)
    let adjustments = adjustments(context, &sources)
    return RulesPage(
      frame: FrameBuilder(context: context).frame(
        of: SitePaths.billingRules, title: title, description: description,
        kind: "billing-rules"),
      title: title, standfirst: standfirst(table), table: table,
      remarks: ForeignRules(context.content).sentences(),
      changes: PageLink(
        localized("Rules that changed, and what that moved"), to: SitePaths.changes),
      adjustments: adjustments, sources: sources.entries)
  }

  private static func standfirst(_ table: RuleTable) -> String {
    let phases = table.rows.map { $0.cells.prefix(Phase.allCases.count) }
    let open = phases.count { $0.contains { $0.kind == "not-stated" } }
    let cells = phases.reduce(0) { $0 + $1.count { $0.kind == "not-stated" } }
    return localized(
      "An hourly price divided by 3,600 is not a bill: it matters which seconds are on it. "
        + "\(open) of \(table.rows.count) sets of rules leave a phase open, \(cells) phases in all."
    )
  }

  private static func adjustments(_ context: SiteContext, _ sources: inout PageSources)
    -> [AdjustmentRow]
  {
    var rows: [AdjustmentRow] = []
    for card in context.content.rateCards.sorted(by: { ($0.name, $0.id) < ($1.name, $1.id) }) {
      for listed in card.offers {
        for adjustment in listed.offer.adjustments {
          rows.append(
            AdjustmentRow(
              offer: listed.offer.name,
              link: .offer(listed.offer.id, of: card.id),
              condition: ConditionText.words(adjustment), factor: ConditionText.factor(adjustment),
              target: ConditionText.subject(adjustment),
              citations: sources.cite(adjustment.citation)))
        }
      }
    }
    return rows
  }
}
