import Charts
import Content
import Diagnostics
import Encoders
import Messages
import Publishing
package import Templates
import Wording

/// The reports of providers: a page, its rates and its data each, and the list of all.
package struct ProviderReports: ReportKind {
  package static let templates = [
    TemplateEntry("pages/provider.xhtml", ProviderPage.self),
    TemplateEntry("pages/providers.xhtml", ProviderListPage.self),
    TemplateEntry("charts/rate-panels.svg", RatePanelsDrawing.self),
  ]

  private let page: Template<ProviderPage>
  private let list: Template<ProviderListPage>
  private let charts: PriceHistoryDrawer

  package init(_ templates: ReportTemplates) {
    page = templates.set.template("pages/provider.xhtml", for: ProviderPage.self)
    list = templates.set.template("pages/providers.xhtml", for: ProviderListPage.self)
    charts = PriceHistoryDrawer(templates)
  }

  package func closingTasks(
    _ context: SiteContext, _ outcome: ScenarioOutcome
  ) -> [ReportTask] {
    Self.longestFirst(context.content.rateCards).map { card in
      ReportTask(about: "content/rate-cards/\(card.id).yaml") { worker throws(BuildError) in
        let chart = try charts.draw(card, in: context, to: &worker.writer)
        let report = ProviderPageBuilder(context: context, card: card).page(outcome, chart: chart)
        try write(report, of: card, in: context, to: &worker.writer)
      }
    } + [
      ReportTask { worker throws(BuildError) in
        let report = Self.list(context)
        try worker.writer.page(report, withTwin: list, at: SitePaths.providers)
        try Self.files.write(
          report.table.table.from(Self.origin(context)), to: &worker.writer)
      }
    ]
  }

  /// Those with many offers first: the last to be begun is waited for.
  private static func longestFirst(_ cards: [RateCard]) -> [RateCard] {
    cards.enumerated()
      .sorted { ($1.element.offers.count, $0.offset) < ($0.element.offers.count, $1.offset) }
      .map(\.element)
  }

  private func write(
    _ report: ProviderPage, of card: RateCard, in context: SiteContext,
    to writer: inout SiteWriter
  ) throws(BuildError) {
    try writer.page(report, withTwin: page, at: SitePaths.provider(card.id))
    try TableFiles(at: SitePaths.rates(card.id)).write(
      report.rates.from(Self.origin(of: card, in: context)), to: &writer)
    try writer.data(at: SitePaths.providerData(card.id), in: .data) { output in
      output = ProviderData(card: card).json.file
    }
  }

  /// Where the rates of a provider are from; each names its source.
  static func origin(of card: RateCard, in context: SiteContext) -> TableOrigin {
    context.origin(of: SitePaths.provider(card.id), title: card.name, sources: nil)
  }

  // MARK: The list

  /// Where the list of providers is from.
  static func origin(_ context: SiteContext) -> TableOrigin {
    context.origin(of: SitePaths.providers, title: localized("Providers"), sources: nil)
  }

  private static let files = TableFiles(at: SitePaths.providerList)

  private static func list(_ context: SiteContext) -> ProviderListPage {
    ProviderListPage(
      frame: FrameBuilder(context: context).frame(
        of: SitePaths.providers, title: localized("Providers"),
        description: localized(
          "Who sells inference here, how they bill, and where their rates were read."),
        kind: "providers"),
      title: localized("Providers"),
      standfirst: localized(
        "Every rate has a source and a date. What a provider does not state is not guessed."),
      table: table(context),
      pairs: context.content.settings.pairs.map { pair in
        PageLink(PairNames(pair, context).title, to: SitePaths.pair(pair.id))
      })
  }

  /// The table of all providers.
  static func table(_ context: SiteContext) -> ProviderTable {
    let fields = FieldColumns(of: context.content.rateCards.map(\.fields), in: context)
    return ProviderTable(
      id: "provider-table", caption: localized("Providers and their lowest rates"),
      captionDetail: localized(
        "US dollars, rates last read \(TimeText.date(context.lastRead)). Rates for "
          + "time are compared for the same time of a machine; of others in several units, those in the first. "
          + "One that published figures speak against is passed over where there is another in its unit."
      ),
      order: localized("Sorted by provider, A to Z."),
      fieldHeads: fields.columns().map(\.title), fields: fields.columns(),
      rows: context.content.rateCards
        .sorted { ($0.name.lowercased(), $0.name, $0.id) < ($1.name.lowercased(), $1.name, $1.id) }
        .map { ProviderPageBuilder(context: context, card: $0).entry(fields) },
      files: files.links(context.content.settings.published))
  }
}
