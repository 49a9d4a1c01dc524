import Content
import Diagnostics
import Pricing
import Publishing
package import Templates
import Wording

/// The reports that put two providers side by side.
package struct PairReports: ReportKind {
  package static let templates = [TemplateEntry("pages/pair.xhtml", PairPage.self)]

  private let page: Template<PairPage>

  package init(_ templates: ReportTemplates) {
    page = templates.set.template("pages/pair.xhtml", for: PairPage.self)
  }

  package func closingTasks(
    _ context: SiteContext, _ outcome: ScenarioOutcome
  ) -> [ReportTask] {
    context.content.settings.pairs.enumerated().map { index, pair in
      ReportTask(about: pair.first.location.file) { worker throws(BuildError) in
        let scenarios = outcome.matchups[index].map(\.value)
        guard !scenarios.isEmpty else { return worker.writer.report([Self.neverMet(pair)]) }
        let report = PairPage(pair, scenarios, in: context)
        try worker.writer.page(report, page, at: SitePaths.pair(pair.id))
        let files = PairPage.files(pair.id)
        try files.costs.write(report.costTable, to: &worker.writer)
        try files.rules.write(report.ruleTable, to: &worker.writer)
      }
    }
  }

  private static func neverMet(_ pair: ProviderPair) -> Diagnostic {
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
    let headline = Self.headline(names, bills.map(\.bill.outcome))
    let decimals = AmountText.comparedDecimals(for: bills.flatMap(\.bill.amounts))
    var sources = PageSources(context.content, listedOn: path)
    let rules = PairRules(
      scenarios.flatMap(\.meetings), in: context
    ).rows(&sources)
    let files = Self.files(pair.id)
    let families = context.content.settings.published
    self.init(
      frame: FrameBuilder(context: context).frame(
        of: path, title: names.title, description: "\(headline).", kind: "pair"),
      title: names.title,
      // No line begins with a lone number.
      headline: headline.replacing(" for ", with: " for\u{A0}"),
      basis: "US dollars. The lowest offer of each provider for the same work; a range stays a "
        + "range, and an offer that is not enough for the work takes no part.",
      captionDetail: "US dollars, \(Self.days(scenarios)). In the order of the scenarios; what "
        + "several of them ask stands in the first. Every amount leads to its invoice.",
      first: PageLink(names.first, to: SitePaths.provider(pair.first.value)),
      second: PageLink(names.second, to: SitePaths.provider(pair.second.value)),
      groups: scenarios.enumerated().compactMap { number, scenario in
        let rows = bills.filter { $0.scenario == number }.map { entry in
          entry.bill.row(decimals: decimals, others: entry.others.map { scenarios[$0].scenario })
        }
        return rows.isEmpty
          ? nil
          : PairGroup(scenario: scenario.scenario.title, link: scenario.scenario.link, rows: rows)
      },
      costFiles: files.costs.links(families), rules: rules,
      ruleFiles: files.rules.links(families), crossings: scenarios.compactMap(\.crossings),
      sources: sources.entries)
  }

  /// The days whose prices the scenarios take.
  private static func days(_ scenarios: [PairScenario]) -> String {
    let days = Set(scenarios.map(\.day)).sorted().map(TimeText.date)
    return "prices in force on \(UnitText.list(days))"
  }

  /// Who costs less how often, in a sentence without a full stop.
  static func headline(_ names: PairNames, _ outcomes: [HeadToHead.Outcome]) -> String {
    guard let only = outcomes.first else {
      return "\(names.title): no workload that both can be priced for"
    }
    if outcomes.count == 1 {
      switch only {
      case .first: return "\(names.first) costs less for the one workload that both are priced for"
      case .second:
        return "\(names.second) costs less for the one workload that both are priced for"
      case .same: return "Both cost the same for the one workload that both are priced for"
      case .open: return "Their ranges overlap for the one workload that both are priced for"
      }
    }
    let kinds: [(HeadToHead.Outcome, String)] = [
      (.first, "\(names.first) costs less for"), (.second, "\(names.second) costs less for"),
      (.same, "both cost the same for"), (.open, "their ranges overlap for"),
    ]
    let parts = kinds.compactMap { kind, text in
      let count = outcomes.count { $0 == kind }
      return count > 0 ? "\(text) \(NumberText.whole(count))" : nil
    }
    return
      "Of \(NumberText.whole(outcomes.count)) shared workloads, \(parts.joined(separator: ", "))"
  }
}
