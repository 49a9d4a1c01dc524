import Content
import Pricing
import Templates
import Wording

/// Makes the front page and the lists that it leads to.
struct FrontPageBuilder {
  let context: SiteContext

  private var frames: FrameBuilder { FrameBuilder(context: context) }

  /// The scenario that answers the front page's question.
  func answer(from page: String) -> ScenarioView? {
    let chosen =
      context.content.settings.scenarioOrder.isEmpty
      ? context.scenarios.first { $0.priced.breakEven != nil } ?? context.scenarios.first
      : context.scenarios.first
    return chosen.map {
      ScenarioView(context: context, document: $0.document, priced: $0.priced, page: page)
    }
  }

  /// The front page; `nil` for a site without scenarios.
  func index(figures: [ChartFigure], body: Fragment?) -> IndexPage? {
    let page = SitePaths.index
    guard let answer = answer(from: page) else { return nil }
    let prose = context.content.pages.first { $0.id == "index" }
    let settings = context.content.settings
    let finding = Finding(answer)
    let spans = answer.priced.breakEven.map {
      BreakEvenBuilder(view: answer, breakEven: $0).spans()
    }
    let providers =
      context.content.rateCards.isEmpty
      ? nil : ProviderTableBuilder(context: context).table(on: page)
    let basis = [answer.basis, finding.rangeNote].compactMap(\.self).joined(separator: " ")
    return IndexPage(
      frame: frames.frame(
        of: page, title: prose?.title ?? settings.tagline,
        description: prose?.description ?? settings.description, kind: "index",
        preview: figures.isEmpty ? nil : "charts/\(answer.scenario.id).svg"),
      question: answer.document.question, headline: finding.headline.keepingRangesTogether,
      standfirst: settings.description, basis: basis, spans: spans ?? [], figures: figures,
      answer: PageLink(
        title: "The whole comparison: table, invoices and their arithmetic",
        link: SitePaths.link(from: page, to: SitePaths.scenario(answer.scenario.id))),
      // The page itself is what the first card would say.
      cards: cards(from: page, without: answer.scenario.id), providers: providers,
      body: body)
  }

  func scenarioList() -> ScenarioListPage {
    let page = SitePaths.scenarios
    let count = context.scenarios.count
    return ScenarioListPage(
      frame: frames.frame(
        of: page, title: "Scenarios",
        description: "\(count) workloads, each priced under every billing model that fits it.",
        kind: "scenarios"),
      title: "Scenarios",
      standfirst: "Each puts the same work through several offers and shows every invoice.",
      cards: cards(from: page))
  }

  func providerList() -> ProviderListPage {
    let page = SitePaths.providers
    return ProviderListPage(
      frame: frames.frame(
        of: page, title: "Providers",
        description: "Who sells inference here, how they bill, and where their rates were read.",
        kind: "providers"),
      title: "Providers",
      standfirst:
        "Every rate has a source and a date. What a provider does not state is not guessed.",
      table: ProviderTableBuilder(context: context).table(on: page),
      pairs: context.content.settings.pairs.map { pair in
        PageLink(
          title: HeadToHeadBuilder(context: context, pair: pair).title,
          link: SitePaths.link(from: page, to: SitePaths.pair(pair.id)))
      })
  }

  func notFound() -> NotFoundPage {
    let page = SitePaths.notFound
    return NotFoundPage(
      frame: frames.frame(
        of: page, title: "No page at this address",
        description: "Nothing is published at this address.",
        kind: "not-found"),
      scenarios: context.scenarios.map { document, priced in
        PageLink(
          title: document.title,
          link: frames.link(from: page, to: SitePaths.scenario(priced.scenario.id)))
      })
  }

  func prose(
    _ document: PageDocument, body: Fragment, sources: [SourceEntry]
  ) -> ProsePage {
    ProsePage(
      frame: frames.frame(
        of: SitePaths.page(document.id), title: document.title, description: document.description,
        kind: "prose"),
      title: document.title, standfirst: document.standfirst, body: body, sources: sources)
  }

  private func cards(from page: String, without left: String? = nil) -> [ScenarioCard] {
    context.scenarios.filter { $0.priced.scenario.id != left }.map { document, priced in
      ScenarioCardBuilder(
        view: ScenarioView(context: context, document: document, priced: priced, page: page)
      ).card()
    }
  }
}
