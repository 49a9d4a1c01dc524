package import Content
import Diagnostics
import Encoders
import Messages
import Pricing

/// Finds the tables and charts of a site by their ids.
struct EmbedSubjects: Sendable {
  private let context: SiteContext

  /// The reports of the scenarios that are asked for, by id.
  private let reports: [String: ScenarioReport]

  /// What the scenarios say of a pair of providers, by its place among those of the site.
  private let meetings: @Sendable (_ pair: Int) -> [PairScenario]

  /// The tables that belong to no scenario.
  static let claims = "claims"
  private static let common = ["billing-rules", claims, "providers"]
  private static let rates = "providers/"

  /// Finds pairs in the reports.
  init(_ context: SiteContext, reports: [String: ScenarioReport]) {
    self.init(context, reports: reports) { place in
      let pair = context.content.settings.pairs[place]
      return context.content.scenarioIDs.compactMap { id in
        reports[id].flatMap { PairScenario(pair, $0.view) }
      }
    }
  }

  init(
    _ context: SiteContext, reports: [String: ScenarioReport],
    meetings: @escaping @Sendable (_ pair: Int) -> [PairScenario]
  ) {
    (self.context, self.reports, self.meetings) = (context, reports, meetings)
  }

  // MARK: Tables

  /// What of the table is shown that is asked for, with where it is from.
  ///
  /// - Parameters:
  ///   - request: What is asked for.
  ///   - isForPrograms: Whether all of it is wanted where the request says nothing else, and not what
  ///     readers of its page see.
  /// - Returns: The rows and columns that are wanted.
  /// - Throws: ``EmbedMistake`` with the words that come nearest.
  func table(_ request: EmbedRequest, isForPrograms: Bool) throws(EmbedMistake) -> Table {
    let table: Table
    var usual = TableSelection()
    if let common = commonTable(request.id.value) {
      table = common
    } else if let place = pair(of: request) {
      table = try pairTable(request, place)
    } else {
      let (report, found) = try scenarioTable(request)
      let made = found.make()
      table = made.table.from(report.origin)
      if !isForPrograms { usual = made.selection }
    }
    if isForPrograms { usual.columns = table.columns.map(\.key) }
    return try table.selecting(request, over: usual)
  }

  /// The page that shows the table and nothing else.
  ///
  /// - Throws: ``EmbedMistake`` where there is none, as for tables that only spreadsheets read.
  func page(_ request: EmbedRequest) throws(EmbedMistake) -> String {
    let id = request.id.value
    let isFramed: Bool
    if pair(of: request) != nil {
      isFramed = true
    } else if Self.common.contains(id) || id.hasPrefix(Self.rates) {
      isFramed = id == Self.claims || id == "billing-rules"
    } else {
      isFramed = try scenarioTable(request).table.files.isAlone
    }
    guard isFramed, context.content.settings.published.contains(.tables) else {
      throw .mistake(request.id, "'\(id)' has no page for a frame", "take html instead")
    }
    return SitePaths.embed(id)
  }

  /// The place of the pair whose table is asked for, among those of the site.
  private func pair(of request: EmbedRequest) -> Int? {
    let id = request.id.value
    guard request.isOfPair else { return nil }
    return context.content.settings.pairs.firstIndex { pair in
      let files = PairPage.files(pair.id)
      return id == files.costs.path || id == files.rules.path
    }
  }

  private func pairTable(
    _ request: EmbedRequest, _ place: Int
  ) throws(EmbedMistake) -> Table {
    let pair = context.content.settings.pairs[place]
    let scenarios = meetings(place)
    guard !scenarios.isEmpty else { throw EmbedMistake(diagnostic: PairReports.neverMet(pair)) }
    let tables = PairPage(pair, scenarios, in: context).tables
    let found = tables.first { $0.files.path == request.id.value } ?? tables[0]
    return found.table.from(PairPage.origin(pair, context))
  }

  private func scenarioTable(
    _ request: EmbedRequest
  ) throws(EmbedMistake) -> (report: ScenarioReport, table: ScenarioReport.NamedTable) {
    guard let report = reports[request.scenario] else {
      throw .unknown(request.id, "table of this site", ids, "tables")
    }
    let named = report.tables.map { table in
      (id: String(table.files.path.dropFirst("tables/".count)), table: table)
    }
    guard let found = named.first(where: { $0.id == request.id.value }) else {
      throw .unknown(request.id, "table of '\(request.scenario)'", named.map(\.id), "tables")
    }
    return (report, found.table)
  }

  private func commonTable(_ id: String) -> Table? {
    switch id {
    case Self.claims:
      return context.claims.isEmpty
        ? nil : ClaimTable(context).table.from(ClaimsReports.origin(context))
    case "billing-rules":
      var sources = PageSources(context.content, listedOn: SitePaths.billingRules)
      var builder = RuleTableBuilder(context: context)
      return builder.table(&sources, files: []).table.from(RulesReports.origin(context))
    case "providers":
      return ProviderReports.table(context).table.from(ProviderReports.origin(context))
    default:
      guard id.hasPrefix(Self.rates),
        let card = context.content.rateCard(String(id.dropFirst(Self.rates.count)))
      else { return nil }
      let page = ProviderPageBuilder(context: context, card: card).page(ScenarioOutcome(context))
      return page.rates.from(ProviderReports.origin(of: card, in: context))
    }
  }

  /// The page that a table is from.
  func home(of request: EmbedRequest) -> PageLink {
    let id = request.id.value
    if let place = pair(of: request) {
      let pair = context.content.settings.pairs[place]
      return PageLink(PairNames(pair, context).title, to: SitePaths.pair(pair.id))
    }
    if let report = reports[request.scenario] {
      return PageLink(report.view.document.title, to: report.view.page)
    }
    switch id {
    case Self.claims: return PageLink(ClaimsReports.title, to: SitePaths.claims)
    case "billing-rules": return PageLink(RulesReports.title, to: SitePaths.billingRules)
    default:
      let card = context.content.rateCard(String(id.dropFirst(Self.rates.count)))
      return card.map { PageLink($0.name, to: SitePaths.provider($0.id)) }
        ?? PageLink(localized("Providers"), to: SitePaths.providers)
    }
  }

  private var ids: [String] {
    context.content.scenarioIDs + Self.common
      + context.content.rateCards.map { Self.rates + $0.id }
      + context.content.settings.pairs.flatMap { pair in
        let files = PairPage.files(pair.id)
        return [files.costs.path, files.rules.path]
      }
  }

  // MARK: Charts

  /// The chart that is asked for, with its scenario: the first one where none is named.
  ///
  /// - Throws: ``EmbedMistake`` with the names that come nearest.
  func chart(_ request: EmbedRequest) throws(EmbedMistake) -> (ScenarioReport, Figure) {
    guard let report = reports[request.id.value] else {
      throw .unknown(
        request.id, "scenario of this site", context.content.scenarioIDs, "scenarios")
    }
    let figures = report.figures.all
    guard let name = request[.chart] else {
      guard let first = figures.first else {
        throw .mistake(request.id, "'\(request.id.value)' has no chart", "name another scenario")
      }
      return (report, first)
    }
    guard let figure = figures.first(where: { $0.name == name.value || $0.id == name.value }) else {
      throw .unknown(name, "chart of '\(request.id.value)'", figures.map(\.name), "charts")
    }
    return (report, figure)
  }
}

/// Why something cannot be put into a document.
struct EmbedMistake: Error {
  let diagnostic: Diagnostic

  static func mistake(_ word: Located<String>, _ message: String, _ hint: String) -> Self {
    Self(diagnostic: Diagnostic(.error, at: word.location, message, hint: hint))
  }

  /// A word that is none of those there are.
  static func unknown(
    _ word: Located<String>, _ noun: String, _ known: [String], _ plural: String
  ) -> Self {
    mistake(
      word, "'\(word.value)' is not a \(noun)",
      Suggestion.hint(for: word.value, in: known, noun: plural))
  }
}

extension EmbedRequest {
  /// Whether it is for published figures, without which no others are read.
  package var needsClaims: Bool { subject == .table && id.value == EmbedSubjects.claims }

  /// Whether it is for a table of two providers side by side, which scenarios of both are read for.
  package var isOfPair: Bool { subject == .table && id.value.hasPrefix(SitePaths.pairs) }

  /// The name of the page of those two: `baseten-and-modal`.
  package var pair: Substring {
    id.value.dropFirst(SitePaths.pairs.count).prefix { $0 != "/" }
  }
}
