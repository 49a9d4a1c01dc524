import Content
import Diagnostics
import Pricing
import Publishing
import Reports

/// What several reports refer to: the scenarios that claims and pages mention, priced, and the
/// claims, computed again.
struct SitePrices: Sendable {
  private(set) var scenarios: [PricedDocument] = []

  /// The claims, with all that they were computed from.
  private(set) var audited: AuditedClaims?

  /// The claims.
  var claims: [AuditedClaim] { audited?.claims ?? [] }

  /// What cannot be worked out, which is the author's to mend.
  private(set) var diagnostics: [Diagnostic] = []

  /// Works out what there is in the content; nothing where that could not be read.
  ///
  /// - Parameters:
  ///   - content: The content.
  ///   - memory: What a build before this one has worked out already.
  init(_ content: SiteContent?, reusing memory: SiteMemory = .none) async {
    guard let content else { return }
    let order = Self.longestFirst(content.scenarios)
    let known = Dictionary(
      memory.priced.map { ($0.document.scenario.id, $0) }, uniquingKeysWith: { first, _ in first })
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
    let basis = AuditedClaims.Basis(content)
    if let audited = memory.audited, audited.basis == basis {
      self.audited = audited
    } else {
      await audit(basis)
    }
  }

  /// The places of scenarios, those that take long first.
  private static func longestFirst(_ documents: [ScenarioDocument]) -> [Int] {
    let efforts = documents.map(\.effort)
    return documents.indices.sorted { (efforts[$1], $0) < (efforts[$0], $1) }
  }

  private mutating func audit(_ basis: AuditedClaims.Basis) async {
    Tally.note("computes claims")
    let listed = basis.claims
    let evidence = ClaimEvidence(
      offers: basis.cards.flatMap(\.offers).map(\.offer), scenarios: scenarios.map(\.priced),
      claims: listed.map(\.claim), days: basis.days)
    var claims: [AuditedClaim] = []
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
    // What cannot be computed is told by each build until it can.
    if diagnostics.isEmpty { audited = AuditedClaims(basis: basis, claims: claims) }
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

/// Claims that were computed, and all that they depend on.
struct AuditedClaims: Sendable {
  let basis: Basis
  let claims: [AuditedClaim]

  /// What claims are computed from, in the order of the site.
  struct Basis: Equatable, Sendable {
    let claims: [ListedClaim]
    let cards: [RateCard]
    let scenarios: [ScenarioDocument]
    /// The day on which each source was published.
    let days: [String: CalendarDate]

    init(_ content: SiteContent) {
      claims = content.claims.flatMap(\.claims)
      (cards, scenarios) = (content.rateCards, content.scenarios)
      days = Dictionary(
        content.sources.compactMap { source in source.published.map { (source.id, $0) } },
        uniquingKeysWith: { first, _ in first })
    }
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
