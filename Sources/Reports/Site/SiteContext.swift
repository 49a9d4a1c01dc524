package import Content
package import Pricing
import Templates
import Wording

/// Everything that reports are made from: the content, and what the engine made of it.
package struct SiteContext: Sendable {
  let content: SiteContent

  /// The scenarios that other reports refer to, by id; the others are read when they are reported.
  let priced: [String: PricedDocument]

  /// Every scenario, in the order of the site.
  package let scenarios: [ScenarioSource]

  /// The charts that the gallery shows.
  let galleryCharts: Set<String>

  /// What pages of prose show of scenarios, by the ids of these.
  let shown: [String: [EmbedRequest]]

  /// The colours that rate cards state, by provider.
  let statedColours: [String: Int]

  /// Published figures computed again, in the order of their files.
  let claims: [AuditedClaim]

  /// The published figures that do not come out.
  let doubtful: DoubtfulStatements

  /// The address at which the site will be published, without a slash at its end.
  package let baseURL: String?

  /// The last day on which any source was read, up to that of the prices.
  let lastRead: CalendarDate

  /// What is not what it was, and what is announced.
  let changes: DatedChanges

  /// The navigation.
  let sections: [Section]

  /// What browsers may load for its pages.
  let policy: String

  /// What the footer of every page leads to.
  let footerLinks: [PageLink]

  /// The numbers of the offers, where the next build is to be told of this one.
  package var offerNumbers: OfferNumbers?

  /// Whether the reports of scenarios are to be kept for the next build.
  package var remembersReports = false

  /// The reports that need not be made again, by the places of their scenarios.
  package var remembered: [Int: RememberedReport] = [:]

  /// The scenarios whose files are kept from the last build, by their places.
  private var kept: Set<Int> = []

  /// The offers of all rate cards by what one gets, for each way of telling that apart.
  private let offersByKind: [Grouping.Key: [OfferGroup.Kind: [Offer]]]

  private let claimsByID: [String: AuditedClaim]
  private let claimsByScenario: [String: [AuditedClaim]]

  /// Works out once what every report asks for.
  package init(
    content: SiteContent, scenarios: [ScenarioSource], priced: [PricedDocument],
    claims: [AuditedClaim] = [], baseURL: String?
  ) {
    self.content = content
    self.scenarios = scenarios
    statedColours = Dictionary(
      content.rateCards.compactMap { card in card.colour.map { (card.id, $0) } },
      uniquingKeysWith: { first, _ in first })
    shown = Dictionary(grouping: content.pages.flatMap(\.embedded), by: \.scenario)
    galleryCharts = Set(content.gallery?.charts.map(\.id.value) ?? [])
    self.priced = Dictionary(
      priced.map { ($0.scenario.id, $0) }, uniquingKeysWith: { first, _ in first })
    var offersByKind: [Grouping.Key: [OfferGroup.Kind: [Offer]]] = [:]
    for key in Grouping.Key.allCases {
      for offer in content.rateCards.flatMap(\.offers).map(\.offer) {
        guard let kind = Grouping(by: key).kind(of: offer) else { continue }
        offersByKind[key, default: [:]][kind, default: []].append(offer)
      }
    }
    self.offersByKind = offersByKind
    self.claims = claims
    doubtful = DoubtfulStatements(claims, of: content.rateCards.flatMap(\.offers).map(\.offer))
    claimsByID = Dictionary(
      claims.map { ($0.claim.id, $0) }, uniquingKeysWith: { first, _ in first })
    var claimsByScenario: [String: [AuditedClaim]] = [:]
    for claim in claims {
      for scenario in Set(claim.claim.formula.invoicedScenarios) {
        claimsByScenario[scenario, default: []].append(claim)
      }
    }
    self.claimsByScenario = claimsByScenario
    self.baseURL = baseURL
    let day = content.settings.day
    lastRead = content.sources.map(\.read).filter { $0 <= day }.max() ?? day
    changes = DatedChanges(content)
    policy = ContentPolicy.text(content.settings.foreignHosts)
    sections = Section.all(content)
    footerLinks = Section.footer(
      content, hasAddress: baseURL != nil)
  }

  /// Whether a page of prose shows a table or a chart of a scenario.
  package func isShownInProse(_ scenario: String) -> Bool { shown[scenario] != nil }

  /// Lets the files of some scenarios not be made.
  package mutating func keep(_ scenarios: [KeptScenario]) { kept = Set(scenarios.map(\.place)) }

  /// Whether the files of the scenario at a place are kept from the last build.
  func keeps(_ place: Int) -> Bool { kept.contains(place) }

  /// What pages of scenarios show that stands neither in their own file nor in that of one of their
  /// offers, nor in a file that all pages depend on: two sites with the same text show the same.
  package var sharedText: String {
    let cards = content.rateCards.map {
      "\($0.id)\t\($0.name)\t\($0.colour.map(String.init) ?? "")"
    }
    let ways = sections.map { "\($0.title)\t\($0.page)\t\($0.anchor ?? "")\t\($0.folder ?? "")" }
    let footer = footerLinks.map { "\($0.title)\t\($0.link.fromRoot)" }
    let goods = content.rateCards.flatMap(\.offers).map(\.offer).compactMap { offer in
      offer.goods.map { goods in
        [
          offer.id, goods.model?.name ?? "", goods.model?.modelClass ?? "",
          goods.model?.access?.rawValue ?? "", goods.machine?.name ?? "",
          goods.machine.map { String($0.count) } ?? "",
        ].joined(separator: "\t")
      }
    }
    return [cards, ways, footer, goods].map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n")
  }

  /// The published figures that do not come out, which pages show that rest on their words.
  package var computedText: String {
    let words = VerdictText(context: self)
    let entries = ClaimEntryBuilder(context: self, isTheirPage: false)
    let claims = claims.filter(\.isDoubtful).map { claim in
      [
        claim.claim.id, claim.claim.says, claim.claim.citation.source,
        claim.claim.citation.quote ?? "", ClaimText.published(claim),
        entries.computed(claim), words.title(claim), words.doubt(claim),
        VerdictKind(claim.verdict).rawValue,
      ].joined(separator: "\t")
    }
    return claims.joined(separator: "\n")
  }

  /// Whether a report would show the same published figures, with the same results.
  package func agrees(with report: RememberedReport) -> Bool {
    let scenario = report.report.view.scenario
    return report.report.claims
      == claims(about: scenario.id) + ScenarioCaveats.claims(scenario, doubtful)
  }

  /// Finds out whether a report would name other offers that are not compared, or other amounts.
  ///
  /// - Parameters:
  ///   - known: A report of a scenario that compares no offer of the providers.
  ///   - providers: Whose rate cards changed since it was made.
  /// - Returns: The report with what it would name; `nil` if it would find the same offers, with the same
  ///   invoices.
  package func updated(
    _ known: RememberedReport, changed providers: Set<String>
  ) -> RememberedReport? {
    let report = known.report
    return report.caveats.absent.updated(report.view, in: self, changed: providers)
      .map { RememberedReport(report.besides($0), moves: known.moves) }
  }

  /// The offers that give what an offer of some providers gives: pages of scenarios name who sells
  /// the same for less.
  ///
  /// - Parameter providers: The ids of the providers.
  /// - Returns: For each offer, by its id, one of the providers.
  package func offersBeside(offersOf providers: Set<String>) -> [String: String] {
    var found: [String: String] = [:]
    for offers in offersByKind.values.flatMap(\.values) {
      guard let provider = offers.map(\.provider).filter(providers.contains).min() else { continue }
      for offer in offers {
        found[offer.id] = min(found[offer.id] ?? provider, provider)
      }
    }
    return found
  }

  /// The offers of the site that give what one gets, told apart by a key.
  func offers(of kind: OfferGroup.Kind, by key: Grouping.Key) -> [Offer] {
    offersByKind[key]?[kind] ?? []
  }

  /// How long the report of a scenario takes beside those of others; 0 of one that is still to be read.
  func effort(of scenario: String) -> Int { priced[scenario]?.document.effort ?? 0 }

  /// The claim with an id.
  func claim(_ id: String) -> AuditedClaim? { claimsByID[id] }

  /// The claims that are computed from invoices of a scenario.
  func claims(about scenario: String) -> [AuditedClaim] { claimsByScenario[scenario] ?? [] }

  /// The invoice of a scenario, if the offer can be priced for the workload.
  func invoice(scenario: String, offer: String, workload: String) -> Invoice? {
    priced[scenario]?.priced.quotes.joined().lazy.compactMap(\.invoice)
      .first { $0.offer == offer && $0.workload == workload }
  }

  /// Where the arithmetic of an amount stands: on a page of its own, or else beside the amount.
  func arithmetic(of invoice: Invoice, in scenario: String) -> LinkTarget {
    content.settings.published.contains(.invoices)
      ? .file(SitePaths.arithmetic(scenario), anchor: InvoiceEntry.id(invoice))
      : .file(SitePaths.scenario(scenario), anchor: "costs")
  }

  /// Who states something, and the day: `GMI Cloud, 28 May 2026`.
  func evidence(_ citation: Pricing.Citation) -> String {
    guard let source = content.source(citation.source) else { return citation.source }
    let day = source.published.map(TimeText.date) ?? TimeText.day(source.day)
    return "\(source.publisher), \(day)"
  }

  /// The rate card that lists an offer.
  func card(of offer: Offer) -> RateCard? { content.rateCard(offer.provider) }

  /// The last day on which any of some statements was read.
  func lastRead(_ citations: some Sequence<Pricing.Citation>) -> CalendarDate? {
    citations.lazy.compactMap { content.source($0.source)?.read }.max()
  }

  /// Where a page stands: a page for errors is asked for at any depth.
  func place(of page: String) -> PagePlace {
    if page == SitePaths.notFound, let baseURL {
      return PagePlace(path: page, servedAnywhereUnder: "\(baseURL)/")
    }
    return PagePlace(path: page)
  }
}

/// A scenario as its author wrote it, and its prices.
package struct PricedDocument: Sendable {
  /// The author's words.
  package let document: ScenarioDocument

  /// The invoices and curves.
  package let priced: PricedScenario

  /// Joins a scenario and its prices.
  package init(_ document: ScenarioDocument, _ priced: PricedScenario) {
    self.document = document
    self.priced = priced
  }

  var scenario: Scenario { priced.scenario }
}

extension LinkTarget {
  /// The entry of an offer on its provider's page.
  static func offer(_ base: String, of provider: String) -> LinkTarget {
    .file(SitePaths.provider(provider), anchor: Anchor.offer(base))
  }
}
