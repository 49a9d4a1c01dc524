import Content
import Diagnostics
import Encoders
import Messages
import Pricing
import Publishing
package import Templates
import Wording

/// The reports that put two providers side by side.
package struct PairReports: ReportKind {
  package static let templates =
    [TemplateEntry("pages/pair.xhtml", PairPage.self)] + EmbedTemplates.entries

  private let page: Template<PairPage>
  private let embedded: EmbedTemplates

  package init(_ templates: ReportTemplates) {
    page = templates.set.template("pages/pair.xhtml", for: PairPage.self)
    embedded = EmbedTemplates(templates)
  }

  package func closingTasks(
    _ context: SiteContext, _ outcome: ScenarioOutcome
  ) -> [ReportTask] {
    context.content.settings.pairs.enumerated().map { index, pair in
      ReportTask(about: pair.first.location.file) { worker throws(BuildError) in
        let scenarios = outcome.matchups[index].map(\.value)
        guard !scenarios.isEmpty else { return worker.writer.report([Self.neverMet(pair)]) }
        let report = PairPage(pair, scenarios, in: context)
        try worker.writer.page(report, withTwin: page, at: SitePaths.pair(pair.id))
        let origin = PairPage.origin(pair, context)
        for (files, table) in report.tables {
          try files.write(
            table.from(origin), embedded: embedded, from: .file(SitePaths.pair(pair.id)),
            to: &worker.writer)
        }
      }
    }
  }

  static func neverMet(_ pair: ProviderPair) -> Diagnostic {
    Diagnostic(
      .error, at: pair.first.location,
      "'\(pair.first.value)' and '\(pair.second.value)' never meet in a scenario",
      hint: "write a scenario with offers of both, or remove the pair")
  }
}

extension PairPage {
  /// Puts two providers side by side, wherever they do the same work.
  init(_ pair: ProviderPair, _ scenarios: [PairScenario], in context: SiteContext) {
    let names = PairNames(pair, context)
    let path = SitePaths.pair(pair.id)
    let bills = scenarios.distinctBills
    let pairings = PairPairing.all(bills.map(\.bill), in: context)
    let headline = PairPairing.headline(names, pairings)
    let decimals = AmountText.comparedDecimals(for: bills.flatMap(\.bill.amounts))
    var sources = PageSources(context.content, listedOn: path)
    let rules = PairRules(
      scenarios.flatMap(\.meetings), in: context
    ).rows(&sources)
    var groups: [PairGroup] = []
    for (number, scenario) in scenarios.enumerated() {
      let own = bills.filter { $0.scenario == number }
      var rows: [PairRow] = []
      for entry in own {
        rows.append(
          entry.bill.row(
            decimals: decimals, others: entry.others.map { scenarios[$0].scenario },
            remark: entry.bill.remark(among: bills.map(\.bill), decimals: decimals), &sources))
      }
      guard !rows.isEmpty else { continue }
      groups.append(
        PairGroup(scenario: scenario.scenario.title, link: scenario.scenario.link, rows: rows))
    }
    let files = Self.files(pair.id)
    let families = context.content.settings.published
    let days = Self.days(scenarios, bills.map(\.bill))
    self.init(
      frame: FrameBuilder(context: context).frame(
        of: path, title: names.title, description: "\(headline).", kind: "pair"),
      id: pair.id, title: names.title,
      headline: headline,
      basis: ([
        localized(
          "US dollars. Each row has one offer of either provider: the lowest of those that its scenario "
            + "has of the model or machine in question, as it has them. What is concluded holds for these offers, not for two providers. A "
            + "range stays a range, and an offer that is not enough for the work takes no part.")
      ]
        + PairScope(names, bills.map(\.bill), in: context.content).sentences
        + ForeignRules(context.content).sentences(of: [pair.first.value, pair.second.value]))
        .joined(separator: " "),
      captionDetail: localized(
        "US dollars, \(days). In the order of the scenarios; what several of them ask stands in the "
          + "first. Every amount leads to its invoice."),
      first: PageLink(names.first, to: SitePaths.provider(pair.first.value)),
      second: PageLink(names.second, to: SitePaths.provider(pair.second.value)),
      pairings: pairings.map(\.sentence), groups: groups,
      costFiles: files.costs.links(families), costUse: Self.use(files.costs, names.title, context),
      rules: rules,
      ruleDetail: localized("US dollars, \(days). What an offer does not state is not guessed."),
      ruleFiles: files.rules.links(families),
      ruleUse: Self.use(files.rules, names.title, context),
      crossings: scenarios.flatMap(\.crossings),
      sources: sources.entries)
  }

  private static func use(
    _ files: TableFiles, _ title: String, _ context: SiteContext
  ) -> EmbedUse {
    EmbedUse(
      "table", "id=\(files.path)", at: SitePaths.embed(files.path), title: title, in: context)
  }

  /// The day whose prices the scenarios take, and the days that the rates bear.
  private static func days(_ scenarios: [PairScenario], _ bills: [PairBill]) -> String {
    let days = Set(scenarios.map(\.day)).sorted().map(TimeText.date)
    let rates = bills.flatMap { $0.first.rates + $0.second.rates }
    return [localized("prices as known on \(UnitText.list(days))"), SiteContext.days(of: rates)]
      .compactMap(\.self).joined(separator: ": ")
  }
}
