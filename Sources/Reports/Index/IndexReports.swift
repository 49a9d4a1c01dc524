import Content
import Messages
import Pricing
import Publishing
package import Templates
import Wording

/// The files about the site as a whole, for machines.
package struct IndexReports: ReportKind {
  package static let templates: [TemplateEntry] = []

  package init(_ templates: ReportTemplates) {}

  package func closingTasks(
    _ context: SiteContext, _ outcome: ScenarioOutcome
  ) -> [ReportTask] {
    [
      ReportTask { worker throws(BuildError) in
        var pages = Self.pages(context, outcome)
        if let sitemap = SearchFiles.sitemap(of: pages, baseURL: context.baseURL) {
          try worker.writer.siteFile(Array(sitemap.utf8), at: "sitemap.xml")
        }
        try worker.writer.siteFile(
          Array(SearchFiles.robots(baseURL: context.baseURL).utf8), at: "robots.txt")
        pages += Self.invoices(context, outcome)
        let index = LanguageModelIndex(
          title: context.content.settings.title,
          description: context.content.settings.description, pages: pages,
          data: Self.data(context, outcome))
        try worker.writer.siteFile(index.bytes, at: "llms.txt")
      }
    ]
  }

  // MARK: Data

  private static func data(
    _ context: SiteContext, _ outcome: ScenarioOutcome
  ) -> [LanguageModelIndex.DataFile] {
    let families = context.content.settings.published
    var files: [LanguageModelIndex.DataFile] = []
    guard families.contains(.data) || families.contains(.csv) else { return files }
    func add(_ family: PublishedFamily, _ path: String, _ description: String) {
      guard families.contains(family) else { return }
      files.append(LanguageModelIndex.DataFile(path: path, description: description))
    }
    for scenario in outcome.listed {
      let id = scenario.value.id
      add(
        .data, SitePaths.scenarioData(id),
        localized("invoices, arithmetic and crossings of the scenario '\(id)'"))
      add(
        .data, SitePaths.metadata(id),
        localized("sources, files and hashes of its tables and charts"))
      add(.csv, "\(SitePaths.table(id)).csv", localized("the comparison table of '\(id)'"))
    }
    add(.csv, "\(SitePaths.ruleTable).csv", localized("which phases each provider bills"))
    for card in context.content.rateCards {
      add(
        .data, SitePaths.providerData(card.id),
        localized("rates, rules and features of \(card.name), with their sources"))
    }
    add(
      .data, SitePaths.changeData,
      localized("what changed from which day on, and what that moved"))
    add(.csv, "\(SitePaths.changeTable).csv", localized("every change in a line"))
    if context.baseURL != nil {
      add(.pages, SitePaths.feed, localized("the same changes as a feed to follow (Atom)"))
    }
    if context.content.conformance != nil {
      add(
        .data, SitePaths.conformanceData,
        localized("how much of public price lists is expressed, and where they disagree"))
    }
    guard !context.claims.isEmpty else { return files }
    add(
      .data, SitePaths.claimData, localized("published figures, their arithmetic and verdicts"))
    add(.csv, "\(SitePaths.claimTable).csv", localized("the same as a table"))
    return files
  }

  // MARK: Pages

  /// The Markdown of the invoices of scenarios; readers come to these from their scenarios.
  private static func invoices(
    _ context: SiteContext, _ outcome: ScenarioOutcome
  ) -> [ListedPage] {
    let settings = context.content.settings
    guard settings.published.isSuperset(of: [.pages, .invoices, .twins]) else { return [] }
    return outcome.listed.map { scenario in
      let path = SitePaths.arithmetic(scenario.value.id)
      return ListedPage(
        path: SitePaths.address(of: path), twin: SitePaths.twin(of: path),
        title: localized("\(scenario.value.title): the invoices"),
        description: localized("Every amount with its arithmetic and its sources"),
        updated: min(settings.updated, settings.day))
    }
  }

  /// The pages that readers are meant to find, in the order of the site.
  private static func pages(_ context: SiteContext, _ outcome: ScenarioOutcome) -> [ListedPage] {
    let (content, settings) = (context.content, context.content.settings)
    var pages: [ListedPage] = []
    guard settings.published.contains(.pages) else { return pages }
    pages.reserveCapacity(outcome.listed.count + content.rateCards.count + content.pages.count + 16)
    let hasTwins = settings.published.contains(.twins)
    func add(_ path: String, _ title: String, _ description: String) {
      pages.append(
        ListedPage(
          path: SitePaths.address(of: path),
          twin: hasTwins ? SitePaths.twin(of: path) : nil, title: title,
          description: description,
          updated: min(settings.updated, settings.day)))
    }
    add(SitePaths.index, settings.title, settings.description)
    add(
      SitePaths.scenarios, localized("Scenarios"),
      localized("Workloads priced under every billing model"))
    for scenario in outcome.listed.lazy.map(\.value) {
      add(SitePaths.scenario(scenario.id), scenario.title, scenario.headline)
    }
    add(
      SitePaths.providers, localized("Providers"),
      localized("Who sells inference and how they bill"))
    for card in content.rateCards { add(SitePaths.provider(card.id), card.name, card.summary) }
    for (pair, scenarios) in zip(settings.pairs, outcome.matchups) {
      let names = PairNames(pair, context)
      add(
        SitePaths.pair(pair.id), names.title,
        PairPairing.headline(
          names, PairPairing.all(scenarios.map(\.value).distinctBills.map(\.bill), in: context)))
    }
    add(SitePaths.billingRules, RulesReports.title, RulesReports.description)
    add(SitePaths.changes, ChangesReports.title, ChangesReports.description)
    if let gallery = content.gallery {
      add(SitePaths.gallery, gallery.title, gallery.summary)
    }
    if !context.claims.isEmpty {
      add(SitePaths.claims, ClaimsReports.title, ClaimsReports.summary(context.claims))
    }
    if let conformance = content.conformance {
      add(
        SitePaths.conformance, ConformanceReports.title,
        ConformanceReports.description(conformance))
    }
    if settings.published.contains(.data) {
      add(
        SitePaths.dataFields, DataReports.title,
        localized("Every field of every data file, and the JSON Schemas"))
    }
    for page in content.pages where page.id != "index" {
      add(SitePaths.page(page.id), page.title, page.description)
    }
    return pages
  }
}
