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
    let id = request.id.value
    if let table = commonTable(id) { return table }
    guard let report = reports[request.scenario] else {
      throw .unknown(request.id, "table of this site", ids, "tables")
    }
    let name = String(id.dropFirst(request.scenario.count).drop { $0 == "/" })
    let tables = report.tables
    let prefix = "\(tables[0].files.path)/"
    guard
      let found = name.isEmpty
        ? tables.first : tables.first(where: { $0.files.path == prefix + name })
    else {
      let known = tables.dropFirst().map {
        "\(request.scenario)/\($0.files.path.dropFirst(prefix.count))"
      }
      throw .unknown(
        request.id, "table of '\(request.scenario)'", [request.scenario] + known, "tables")
    }
    var table = found.make()
    table.origin = report.origin
    return table
  }

  private func commonTable(_ id: String) -> Table? {
    var table: Table
    switch id {
    case Self.claims:
      guard !context.claims.isEmpty else { return nil }
      table = ClaimTable(context).table
      table.origin = context.origin(
        of: SitePaths.claims, title: ClaimsReports.title, sources: nil)
    case "billing-rules":
      var sources = PageSources(context.content, listedOn: SitePaths.billingRules)
      var builder = RuleTableBuilder(context: context)
      table = builder.table(&sources, files: []).table
      table.origin = context.origin(
        of: SitePaths.billingRules, title: RulesReports.title, sources: nil)
    case "providers":
      table = ProviderReports.table(context).table
      table.origin = context.origin(of: SitePaths.providers, title: "Providers", sources: nil)
    default:
      guard id.hasPrefix(Self.rates),
        let card = context.content.rateCard(String(id.dropFirst(Self.rates.count)))
      else { return nil }
      table = ProviderPageBuilder(context: context, card: card).page(ScenarioOutcome(context)).rates
      table.origin = context.origin(
        of: SitePaths.provider(card.id), title: card.name, sources: nil)
    }
    return table
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
