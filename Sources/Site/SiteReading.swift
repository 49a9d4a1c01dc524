import Content
import Diagnostics
import Pricing
import Publishing
import Reports

/// A site as it was read: its content, its templates, and the prices that reports refer to.
struct SiteReading: Sendable {
  /// The content; `nil` if there was any mistake in it.
  let content: SiteContent?

  /// The templates; `nil` if there was any mistake in them.
  let templates: SiteTemplates?

  /// Every mistake so far.
  private(set) var diagnostics: [Diagnostic]

  /// The texts that findings point into, by path.
  private(set) var texts: [String: String]

  private let files: SiteFiles
  private var priced: [PricedDocument] = []

  /// Reads a site, all but the scenarios that nothing refers to.
  ///
  /// - Parameters:
  ///   - source: The folder of the site.
  ///   - compiled: Templates that are compiled already.
  /// - Throws: ``BuildError/reading(_:)``.
  init(_ source: String, reusing compiled: CompiledTemplates?) async throws(BuildError) {
    do throws(SiteError) {
      files = try SiteFiles(below: "content", of: source)
      let templateFiles = try SiteFiles(below: "templates", of: source).readAll()
      async let compiling = Self.compile(templateFiles, reusing: compiled)

      let (needed, unread) = try Self.needed(files)
      var loader = ContentLoader()
      let content = loader.load(needed, leaving: unread)
      (diagnostics, texts) = (loader.diagnostics, loader.texts)
      let (templates, findings) = await compiling
      diagnostics += findings
      for file in templateFiles { texts[file.path] = String(decoding: file.bytes, as: UTF8.self) }
      (self.content, self.templates) = (content, templates)
      if content == nil || templates == nil, let library = loader.library {
        try readOthers(unread, library)
      }
    } catch { throw .reading(error) }
    if let content { priced = await price(content.scenarios) }
  }

  /// Looks for mistakes in scenarios that will not be reported, so that all mistakes come at once.
  private mutating func readOthers(
    _ paths: [String], _ library: ScenarioLibrary
  ) throws(SiteError) {
    for path in paths {
      let reading = library.read(try files.read(path))
      guard !reading.diagnostics.isEmpty else { continue }
      diagnostics += reading.diagnostics
      texts[path] = reading.text
    }
  }

  private static func compile(
    _ files: [SiteFile], reusing compiled: CompiledTemplates?
  ) async -> (SiteTemplates?, [Diagnostic]) {
    if let known = compiled?.templates(for: files) { return (known, []) }
    var diagnostics: [Diagnostic] = []
    let templates = await SiteTemplates(files, into: &diagnostics)
    return (templates, diagnostics)
  }

  /// The files without which reports cannot be made, and the paths of the other scenarios.
  private static func needed(
    _ files: SiteFiles
  ) throws(SiteError) -> (files: [SiteFile], unread: [String]) {
    var needed: [SiteFile] = []
    var words = MentionedWords()
    for path in files.paths where ScenarioLibrary.id(of: path) == nil {
      let file = try files.read(path)
      if path.hasPrefix("content/claims/") || path.hasPrefix("content/pages/") {
        words.add(file.bytes)
      }
      needed.append(file)
    }
    var unread: [String] = []
    for path in files.paths {
      guard let id = ScenarioLibrary.id(of: path) else { continue }
      if words.contains(id) { needed.append(try files.read(path)) } else { unread.append(path) }
    }
    return (needed, unread)
  }

  // MARK: Prices

  /// Prices scenarios; what cannot be worked out is the author's to mend.
  private mutating func price(_ documents: [ScenarioDocument]) async -> [PricedDocument] {
    let results = await Workers.map(documents) { (document) -> PricingResult in
      PricingResult(document)
    }
    diagnostics += results.compactMap(\.finding)
    return results.compactMap(\.scenario)
  }

  /// Everything that reports are made from; `nil` where a price or a claim cannot be worked out.
  mutating func context(baseURL: String?) -> SiteContext? {
    guard let content, priced.count == content.scenarios.count else { return nil }
    let known = content.claims.flatMap(\.claims)
    let claims = audit(known, content)
    guard claims.count == known.count else { return nil }
    return SiteContext(
      content: content, scenarios: sources(content), priced: priced, claims: claims,
      baseURL: baseURL.map(SiteFormat.withoutSlash) ?? content.settings.baseURL)
  }

  /// Every scenario, in the order of the site: priced already, or read when it is reported.
  private func sources(_ content: SiteContent) -> [ScenarioSource] {
    let known = Dictionary(
      priced.map { ($0.document.scenario.id, $0) }, uniquingKeysWith: { first, _ in first })
    return content.scenarioIDs.map { [files] id in
      let path = ScenarioLibrary.path(of: id)
      if let scenario = known[id] {
        let text = texts[path] ?? ""
        return ScenarioSource(id: id) {
          .success(ScenarioReading(scenario, FileFindings(path: path, text: text)))
        }
      }
      return ScenarioSource(id: id) {
        let file: SiteFile
        do throws(SiteError) { file = try files.read(path) } catch {
          return .failure(.reading(error))
        }
        let reading = content.library.read(file)
        let result = reading.document.map(PricingResult.init)
        return .success(
          ScenarioReading(
            result?.scenario,
            FileFindings(
              path: path, text: reading.text,
              diagnostics: reading.diagnostics + [result?.finding].compactMap(\.self))))
      }
    }
  }

  /// Computes published figures again; what cannot be worked out is the author's to mend.
  private mutating func audit(_ claims: [ListedClaim], _ content: SiteContent) -> [AuditedClaim] {
    let evidence = ClaimEvidence(
      offers: content.rateCards.flatMap(\.offers).map(\.offer), scenarios: priced.map(\.priced),
      claims: claims.map(\.claim),
      days: Dictionary(
        content.sources.compactMap { source in source.published.map { (source.id, $0) } },
        uniquingKeysWith: { first, _ in first }))
    return claims.compactMap { listed in
      do throws(PricingError) { return try listed.claim.audited(by: evidence) } catch {
        diagnostics.append(Self.diagnostic(error, in: listed))
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
}

/// A scenario with its prices, or why they cannot be worked out.
private struct PricingResult: Sendable {
  var scenario: PricedDocument?
  var finding: Diagnostic?

  init(_ document: ScenarioDocument) {
    do throws(ScenarioError) {
      scenario = PricedDocument(document, try document.scenario.priced())
    } catch { finding = Self.diagnostic(error, in: document) }
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
