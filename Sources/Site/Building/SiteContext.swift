import Content
import Pricing

/// Everything that pages are made from: the content, and what the engine made of it.
struct SiteContext: Sendable {
  let content: SiteContent

  /// One for each scenario, in the order of the site.
  let priced: [PricedScenario]

  /// Published figures computed again, in the order of their files.
  let claims: [AuditedClaim]

  /// The address at which the site will be published, without a slash at its end.
  let baseURL: String?

  /// The last day on which any source was read.
  let lastRead: CalendarDate

  /// The prose pages of the navigation.
  let navigationPages: [PageDocument]

  /// The scenarios that price an offer, by its id in the rate card, in the order of the site.
  let scenariosByOffer: [String: [ScenarioDocument]]

  private let claimsByID: [String: AuditedClaim]

  /// Works out once what every page asks for.
  init(
    content: SiteContent, priced: [PricedScenario], claims: [AuditedClaim] = [], baseURL: String?
  ) {
    self.content = content
    self.priced = priced
    self.claims = claims
    claimsByID = Dictionary(
      claims.map { ($0.claim.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.baseURL = baseURL
    lastRead = content.sources.map(\.read).max() ?? content.settings.updated
    navigationPages = content.pages.filter { $0.navigation != nil }
    var scenarios: [String: [ScenarioDocument]] = [:]
    for document in content.scenarios {
      for offer in Set(document.entrants.map(\.base)) {
        scenarios[offer, default: []].append(document)
      }
    }
    scenariosByOffer = scenarios
  }

  /// The scenarios with their documents, in the order of the site.
  var scenarios: [(document: ScenarioDocument, priced: PricedScenario)] {
    Array(zip(content.scenarios, priced))
  }

  /// A scenario on its way to a page; `nil` for an unknown id.
  func view(of scenario: String, on page: String) -> ScenarioView? {
    scenarios.first { $0.priced.scenario.id == scenario }.map {
      ScenarioView(context: self, document: $0.document, priced: $0.priced, page: page)
    }
  }

  /// The claim with an id.
  func claim(_ id: String) -> AuditedClaim? { claimsByID[id] }

  /// The invoice of a scenario, if the offer can be priced for the workload.
  func invoice(scenario: String, offer: String, workload: String) -> Invoice? {
    priced.first { $0.scenario.id == scenario }?.quotes.joined().compactMap(\.invoice)
      .first { $0.offer == offer && $0.workload == workload }
  }

  /// Who states something, and the day: `GMI Cloud, 28 May 2026`.
  func evidence(_ citation: Pricing.Citation) -> String {
    guard let source = content.source(citation.source) else { return citation.source }
    let day =
      source.published.map(TimeText.date) ?? "read \(TimeText.date(source.read))"
    return "\(source.publisher), \(day)"
  }

  /// The rate card that lists an offer.
  func card(of offer: Offer) -> RateCard? { content.rateCard(offer.provider) }

  /// The last day on which any of some statements was read.
  func lastRead(_ citations: [Pricing.Citation]) -> CalendarDate? {
    citations.compactMap { content.source($0.source)?.read }.max()
  }

  /// The link from a page to the entry of an offer on its provider's page.
  func link(from page: String, toOffer base: String, of provider: String) -> String {
    SitePaths.link(from: page, to: SitePaths.provider(provider)) + "#\(base)"
  }

  /// The youngest day on which a price of a scenario began to hold.
  func pricesAsOf(_ scenario: Scenario) -> CalendarDate? {
    scenario.offers.flatMap { $0.rates(on: scenario.date) }.map(\.from).max()
  }
}

/// A scenario on its way to a page: its words, its figures, and the page that shows it.
struct ScenarioView {
  let context: SiteContext
  let document: ScenarioDocument
  let priced: PricedScenario

  /// The page that shows it.
  let page: String

  var scenario: Scenario { priced.scenario }

  /// The offer with an id in this scenario.
  func offer(_ id: String) -> Offer? { scenario.offers.first { $0.id == id } }

  /// The name of the offer with an id in this scenario.
  func name(_ id: String) -> String { offer(id)?.name ?? id }

  /// The id in its rate card of the offer with an id in this scenario.
  func base(_ id: String) -> String? {
    scenario.offers.firstIndex { $0.id == id }.map { document.entrants[$0].base }
  }

  /// The link to the offer's entry on its provider's page.
  func link(_ id: String) -> String? {
    guard let index = scenario.offers.firstIndex(where: { $0.id == id }) else { return nil }
    return context.link(
      from: page, toOffer: document.entrants[index].base, of: scenario.offers[index].provider)
  }

  /// The marks that lead to where the rates of offers were read, each source once.
  func citations(of offers: [Offer], _ sources: inout PageSources) -> [Citation] {
    var citations: [Citation] = []
    for rate in offers.flatMap({ $0.rates(on: scenario.date) }) {
      for citation in sources.cite(rate.citation)
      where !citations.contains(where: { $0.mark == citation.mark }) {
        citations.append(citation)
      }
    }
    return citations
  }

  /// The last day on which a rate of an offer was read.
  func lastRead(_ offer: Offer) -> CalendarDate? {
    context.lastRead(offer.rates(on: scenario.date).map(\.citation))
  }

  /// The class of an offer's curve and bars, `s1` and on: the same in a chart and in the text
  /// beside it, and as far as possible that of the provider in every chart.
  func colour(_ id: String) -> Int {
    let drawn = scenario.offers.filter { !scenario.withoutCurve.contains($0.id) }
    let colours = OfferColours.assigned(to: drawn.map { ($0.id, $0.provider) })
    return colours[id] ?? drawn.count + 1
  }

  /// The first workload that has a certain winner, or else the first of all: findings, cards and
  /// bars speak of the same one.
  var tellingColumn: Int { priced.comparisons.firstIndex { !$0.cheapest.isEmpty } ?? 0 }

  /// The unit, the month's length and the day of the prices, in one line.
  var basis: String {
    var parts = ["US dollars"]
    let hasMonth = scenario.workloads.contains {
      if case .month = $0.period { true } else { false }
    }
    if hasMonth {
      parts.append("a month of \(NumberText.trimmed(document.monthHours, decimals: 2))\u{A0}hours")
    }
    if let date = context.pricesAsOf(scenario) {
      parts.append("rates as of \(TimeText.date(date))")
    }
    return parts.joined(separator: ", ") + "."
  }
}
