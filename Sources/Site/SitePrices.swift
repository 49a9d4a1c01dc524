import Content
import Diagnostics
import Pricing
import Publishing
import Reports

/// What several reports refer to: the scenarios that claims and pages mention, priced, and the
/// claims, computed again.
struct SitePrices: Sendable {
  private(set) var scenarios: [PricedDocument] = []
  private(set) var claims: [AuditedClaim] = []

  /// What cannot be worked out, which is the author's to mend.
  private(set) var diagnostics: [Diagnostic] = []

  /// Works out what there is in the content; nothing where that could not be read.
  ///
  /// - Parameters:
  ///   - content: The content.
  ///   - known: Scenarios that are priced already.
  init(_ content: SiteContent?, knowing known: [PricedDocument] = []) async {
    guard let content else { return }
    let order = Self.longestFirst(content.scenarios)
    let known = Dictionary(
      known.map { ($0.document.scenario.id, $0) }, uniquingKeysWith: { first, _ in first })
    let priced = await Workers.map(order) { place in
      let document = content.scenarios[place]
      if let known = known[document.scenario.id], known.document == document {
        return PricingResult(known)
      }
      Tally.note("prices \(document.scenario.id)")
      return PricingResult(document)
    }
    let results = zip(order, priced).sorted { $0.0 < $1.0 }.map(\.1)
    diagnostics = results.compactMap(\.finding)
    scenarios = results.compactMap(\.scenario)
    guard diagnostics.isEmpty else { return }
    await audit(content.claims.flatMap(\.claims), content)
  }

  /// The places of scenarios, those that take long first.
  private static func longestFirst(_ documents: [ScenarioDocument]) -> [Int] {
    let efforts = documents.map(\.effort)
    return documents.indices.sorted { (efforts[$1], $0) < (efforts[$0], $1) }
  }

  private mutating func audit(_ listed: [ListedClaim], _ content: SiteContent) async {
    let evidence = ClaimEvidence(
      offers: content.rateCards.flatMap(\.offers).map(\.offer), scenarios: scenarios.map(\.priced),
      claims: listed.map(\.claim),
      days: Dictionary(
        content.sources.compactMap { source in source.published.map { (source.id, $0) } },
        uniquingKeysWith: { first, _ in first }))
    let parts = await Workers.map(Workers.parts(of: listed.count)) { part in
      listed[part].map { listed in
        Result<AuditedClaim, PricingError> { () throws(PricingError) in
          try listed.claim.audited(by: evidence)
        }
      }
    }
    for (listed, result) in zip(listed, parts.joined()) {
      switch result {
      case .success(let claim): claims.append(claim)
      case .failure(let error): diagnostics.append(Self.diagnostic(error, in: listed))
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
struct PricingResult: Sendable {
  var scenario: PricedDocument?
  var finding: Diagnostic?

  init(_ known: PricedDocument) { scenario = known }

  init(_ document: ScenarioDocument) {
    do throws(ScenarioError) {
      scenario = PricedDocument(document, try document.scenario.priced())
    } catch { finding = Self.diagnostic(error, in: document) }
  }

  private static func diagnostic(
    _ error: ScenarioError, in document: ScenarioDocument
  ) -> Diagnostic {
    let finding = error.reason.finding
    let row = document.scenario.offers.firstIndex { $0.id == error.offer }
    let subject = [error.offer, error.workload].compactMap { $0.map { "'\($0)'" } }
    let prefix = subject.isEmpty ? "" : "\(subject.joined(separator: " for ")) makes "
    return Diagnostic(
      .error, at: row.map { document.rows[$0].location } ?? document.location,
      prefix + finding.message, hint: finding.hint)
  }
}
