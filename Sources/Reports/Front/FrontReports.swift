import Content
import Messages
import Pricing
import Publishing
package import Templates
import Wording

/// The front page, the list of scenarios, and the page for what is not there.
package struct FrontReports: ReportKind {
  package static let templates = [
    TemplateEntry("pages/index.xhtml", IndexPage.self),
    TemplateEntry("pages/scenarios.xhtml", ScenarioListPage.self),
    TemplateEntry("pages/not-found.xhtml", NotFoundPage.self),
  ]

  /// How many scenarios the front page and the page for errors name.
  private static let mostOnFront = 24

  private let index: Template<IndexPage>
  private let list: Template<ScenarioListPage>
  private let notFound: Template<NotFoundPage>

  package init(_ templates: ReportTemplates) {
    index = templates.set.template("pages/index.xhtml", for: IndexPage.self)
    list = templates.set.template("pages/scenarios.xhtml", for: ScenarioListPage.self)
    notFound = templates.set.template("pages/not-found.xhtml", for: NotFoundPage.self)
  }

  package func closingTasks(
    _ context: SiteContext, _ outcome: ScenarioOutcome
  ) -> [ReportTask] {
    [
      ReportTask { worker throws(BuildError) in
        let prose = context.content.pages.first { $0.id == "index" }
        let body = prose.flatMap { Fragments.plain($0, to: &worker) }
        guard let report = Self.index(context, outcome, prose, body) else { return }
        try worker.writer.page(report, withTwin: index, at: SitePaths.index)
      },
      ReportTask { worker throws(BuildError) in
        try worker.writer.page(
          Self.list(context, outcome), withTwin: list, at: SitePaths.scenarios)
        try worker.writer.page(
          Self.notFound(context, outcome), notFound, on: context.place(of: SitePaths.notFound))
      },
    ]
  }

  /// The front page; `nil` for a site without scenarios.
  private static func index(
    _ context: SiteContext, _ outcome: ScenarioOutcome, _ prose: PageDocument?, _ body: Fragment?
  ) -> IndexPage? {
    guard let answer = outcome.answer?.value else { return nil }
    let (settings, view) = (context.content.settings, answer.view)
    let basis = [view.basis, answer.finding.rangeNote].compactMap(\.self).joined(separator: " ")
    // The page itself is what the first card would say.
    let cards = outcome.cards.map(\.value).filter { $0.link != .file(view.page) }
    return IndexPage(
      frame: FrameBuilder(context: context).frame(
        of: SitePaths.index, title: prose?.title ?? settings.tagline,
        description: prose?.description ?? settings.description, kind: "index",
        preview: answer.page.frame.preview.map { _ in "\(SitePaths.chart(view.scenario.id)).png" }),
      question: view.document.question, headline: answer.page.headline,
      standfirst: settings.description, basis: basis, remarks: answer.caveats.remarks,
      warning: answer.caveats.warning(view), spans: answer.spans,
      figures: answer.figures.all.prefix(1).map(\.shown),
      answer: PageLink(
        localized("The whole comparison: table, invoices and their arithmetic"), to: view.page),
      cards: Array(cards.prefix(mostOnFront)),
      others: cards.count > mostOnFront || outcome.listed.count > outcome.cards.count
        ? PageLink(
          localized("All \(NumberText.whole(outcome.listed.count)) scenarios"),
          to: SitePaths.scenarios)
        : nil,
      providers: context.content.rateCards.isEmpty ? nil : ProviderReports.table(context),
      body: body,
      source: settings.published.contains(.twins) ? prose?.body.markdown.joined() ?? "" : "")
  }

  private static func list(
    _ context: SiteContext, _ outcome: ScenarioOutcome
  ) -> ScenarioListPage {
    let count = outcome.listed.count
    let cards = outcome.cards.prefix(ScenarioOutcome.mostCards)
    return ScenarioListPage(
      frame: FrameBuilder(context: context).frame(
        of: SitePaths.scenarios, title: localized("Scenarios"),
        description: localized(
          "\(NumberText.whole(count)) workloads, each priced under every billing model that fits it."
        ),
        kind: "scenarios"),
      title: localized("Scenarios"),
      standfirst: localized(
        "Each puts the same work through several offers and shows every invoice."),
      cards: cards.map(\.value),
      others: outcome.listed.dropFirst(cards.count).map {
        PageLink($0.value.title, to: SitePaths.scenario($0.value.id))
      })
  }

  private static func notFound(
    _ context: SiteContext, _ outcome: ScenarioOutcome
  ) -> NotFoundPage {
    NotFoundPage(
      frame: FrameBuilder(context: context).frame(
        of: SitePaths.notFound, title: localized("No page at this address"),
        description: localized("Nothing is published at this address."), kind: "not-found",
        isTwinned: false),
      scenarios: outcome.listed.prefix(mostOnFront).map {
        PageLink($0.value.title, to: SitePaths.scenario($0.value.id))
      })
  }
}
