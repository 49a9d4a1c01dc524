package import Content
import Diagnostics
import Encoders
import Pricing

/// Finds the tables and charts of a site by their ids.
struct EmbedSubjects: Sendable {
  private let context: SiteContext

  /// The reports of the scenarios that are asked for, by id.
  private let reports: [String: ScenarioReport]

  /// The tables that belong to no scenario.
  static let claims = "claims"
  private static let common = ["billing-rules", claims, "providers"]
  private static let rates = "providers/"

  init(_ context: SiteContext, reports: [String: ScenarioReport]) {
    (self.context, self.reports) = (context, reports)
  }

  // MARK: Tables

  /// The table that is asked for, with where it is from.
  ///
  /// - Throws: ``EmbedMistake`` with the ids that come nearest.
  func table(_ request: EmbedRequest) throws(EmbedMistake) -> Table {
    if let table = commonTable(request.id.value) { return table }
    let (report, found) = try scenarioTable(request)
    return found.make().table.from(report.origin)
  }

  /// The page that shows the table and nothing else.
  ///
  /// - Throws: ``EmbedMistake`` where there is none, as for tables that only spreadsheets read.
  func page(_ request: EmbedRequest) throws(EmbedMistake) -> String {
    let id = request.id.value
    let isFramed: Bool
    if Self.common.contains(id) || id.hasPrefix(Self.rates) {
      isFramed = id == Self.claims || id == "billing-rules"
    } else {
      isFramed = try scenarioTable(request).table.files.isAlone
    }
    guard isFramed, context.content.settings.published.contains(.tables) else {
      throw .mistake(request.id, "'\(id)' has no page for a frame", "take html instead")
    }
    return SitePaths.embed(id)
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
    if let report = reports[request.scenario] {
      return PageLink(report.view.document.title, to: report.view.page)
    }
    switch id {
    case Self.claims: return PageLink(ClaimsReports.title, to: SitePaths.claims)
    case "billing-rules": return PageLink(RulesReports.title, to: SitePaths.billingRules)
    default:
      let card = context.content.rateCard(String(id.dropFirst(Self.rates.count)))
      return card.map { PageLink($0.name, to: SitePaths.provider($0.id)) }
        ?? PageLink("Providers", to: SitePaths.providers)
    }
  }

  private var ids: [String] {
    context.content.scenarioIDs + Self.common
      + context.content.rateCards.map { Self.rates + $0.id }
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
}
