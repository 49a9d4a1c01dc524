import Content
public import Diagnostics
import Pricing
import Templates
import XML

/// Where a site is, and where it goes.
public struct SiteOptions: Sendable {
  /// The folder of the site, which holds `content/` and `templates/`.
  public var source: String

  /// The folder that the site is published to.
  public var output: String

  /// The address of the published site; `nil` for what `content/site.yaml` says.
  public var baseURL: String?

  /// Creates options.
  public init(source: String, output: String, baseURL: String? = nil) {
    self.source = source
    self.output = output
    self.baseURL = baseURL
  }
}

/// What came of a build or a check.
public struct SiteReport: Sendable {
  /// Every finding, in reading order.
  public let diagnostics: [Diagnostic]

  /// The texts that the findings point into, by path.
  public let texts: [String: String]

  /// What was built; `nil` if there were errors.
  public let summary: BuildSummary?
}

/// What a build made.
public struct BuildSummary: Sendable {
  /// Pages for readers, and tables alone.
  public let pages: Int

  /// Chart files.
  public let charts: Int

  /// Files for programs.
  public let dataFiles: Int

  /// Documents that libxml2 found valid.
  public let documentsValidated: Int

  /// The page to open.
  public let output: String
}

/// Builds a site: plan, price, draw, render, validate, publish.
public enum SiteBuild {
  /// The version of the program, as its manifest and `breakeven version` say it.
  public static let version = "0.1.0"

  /// Builds the site and swaps it in.
  ///
  /// With any error the last good site stays as it was.
  ///
  /// - Parameter options: Where the site is and where it goes.
  /// - Returns: The findings, and the summary of what was published.
  /// - Throws: ``SiteError`` or ``OutputError`` for what is no mistake of the author's.
  public static func build(_ options: SiteOptions) async throws -> SiteReport {
    try await build(options, reusing: nil)
  }

  /// Builds the site with templates that are compiled already, as long as no byte of them differs.
  static func build(
    _ options: SiteOptions, reusing compiled: CompiledTemplates?
  ) async throws -> SiteReport {
    try await run(options, publishes: true, reusing: compiled)
  }

  /// Does all that a build does, and writes nothing.
  ///
  /// - Parameter options: Where the site is.
  /// - Returns: The findings.
  /// - Throws: ``SiteError``.
  public static func check(_ options: SiteOptions) async throws -> SiteReport {
    try await run(options, publishes: false)
  }

  private static func run(
    _ options: SiteOptions, publishes: Bool, reusing compiled: CompiledTemplates? = nil
  ) async throws -> SiteReport {
    let contentFiles = try SiteFiles.content(of: options.source)
    let templateFiles = try SiteFiles.files(below: "templates", of: options.source)
    var loader = ContentLoader()
    let content = loader.load(contentFiles)
    var diagnostics = loader.diagnostics
    let templates =
      compiled?.templates(for: templateFiles) ?? SiteTemplates(templateFiles, into: &diagnostics)
    var texts = loader.texts
    for file in templateFiles { texts[file.path] = String(decoding: file.bytes, as: UTF8.self) }

    func report(_ summary: BuildSummary?) -> SiteReport {
      SiteReport(diagnostics: diagnostics.inReadingOrder(), texts: texts, summary: summary)
    }
    guard let content, let templates else { return report(nil) }
    let priced = try await price(content, into: &diagnostics)
    guard priced.count == content.scenarios.count else { return report(nil) }
    let baseURL = options.baseURL.map(SiteFormat.withoutSlash) ?? content.settings.baseURL
    let known = content.claims.flatMap(\.claims)
    let claims = audit(known, content, priced, into: &diagnostics)
    guard claims.count == known.count else { return report(nil) }
    let context = SiteContext(
      content: content, priced: priced, claims: claims, baseURL: baseURL)
    let planner = SitePlanner(context: context, templates: templates)
    guard let plan = try await planner.plan(into: &diagnostics) else { return report(nil) }

    let output = publishes ? try OutputFolder(at: options.output, source: options.source) : nil
    let rendering = try await SiteRenderer(
      plan: plan, profiles: templates.profiles, output: output, baseURL: baseURL
    ).run()
    diagnostics += rendering.diagnostics
    guard !diagnostics.contains(where: { $0.severity == .error }) else { return report(nil) }
    try output?.publish(version: version)
    return report(rendering.summary(of: plan, output: options.output))
  }

  /// Prices every scenario; what cannot be worked out is the author's to mend.
  private static func price(
    _ content: SiteContent, into diagnostics: inout [Diagnostic]
  ) async throws -> [PricedScenario] {
    let results = try await Parallel.map(content.scenarios, slice: 4) {
      document -> Result<PricedScenario, ScenarioError> in
      do throws(ScenarioError) {
        return .success(try document.scenario.priced())
      } catch { return .failure(error) }
    }
    var priced: [PricedScenario] = []
    for (document, result) in zip(content.scenarios, results) {
      switch result {
      case .success(let scenario): priced.append(scenario)
      case .failure(let error): diagnostics.append(diagnostic(error, in: document))
      }
    }
    return priced
  }

  /// Computes published figures again; what cannot be worked out is the author's to mend.
  private static func audit(
    _ claims: [ListedClaim], _ content: SiteContent, _ priced: [PricedScenario],
    into diagnostics: inout [Diagnostic]
  ) -> [AuditedClaim] {
    let evidence = ClaimEvidence(
      offers: content.rateCards.flatMap(\.offers).map(\.offer), scenarios: priced,
      claims: claims.map(\.claim))
    return claims.compactMap { listed in
      do throws(PricingError) { return try listed.claim.audited(by: evidence) } catch {
        diagnostics.append(diagnostic(error, in: listed))
        return nil
      }
    }
  }

  private static func diagnostic(_ error: PricingError, in listed: ListedClaim) -> Diagnostic {
    var finding = error.finding
    if error == .divisionByZero {
      finding = ("a division by 0, or by a range that holds it", "divide by what is above 0")
    }
    return Diagnostic(
      .error, at: listed.location, "'\(listed.claim.id)' makes \(finding.message)",
      hint: finding.hint)
  }

  private static func diagnostic(
    _ error: ScenarioError, in document: ScenarioDocument
  ) -> Diagnostic {
    let finding = error.reason.finding
    let entrant = document.scenario.offers.firstIndex { $0.id == error.offer }
    let subject = [error.offer, error.workload].compactMap { $0.map { "'\($0)'" } }
    let prefix = subject.isEmpty ? "" : "\(subject.joined(separator: " for ")) makes "
    return Diagnostic(
      .error, at: entrant.map { document.entrants[$0].location } ?? document.location,
      prefix + finding.message, hint: finding.hint)
  }
}
