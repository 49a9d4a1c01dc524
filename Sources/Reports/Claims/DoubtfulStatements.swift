import Pricing
import Wording

/// The statements whose figures do not come out, or cannot be computed, for telling which inputs rest on
/// one of them.
struct DoubtfulStatements: Sendable {
  private let claims: [String: [(words: QuotedWords, claim: AuditedClaim)]]
  /// Those that stand in words which many scenarios rest on, by these words.
  private var found: [Pricing.Citation: [AuditedClaim]] = [:]

  /// - Parameters:
  ///   - claims: All claims of the site.
  ///   - offers: The offers whose prices and rules will be asked about.
  init(_ claims: [AuditedClaim], of offers: [Offer] = []) {
    var bySource: [String: [(QuotedWords, AuditedClaim)]] = [:]
    for claim in claims where claim.isDoubtful {
      let citation = claim.claim.citation
      guard let quote = citation.quote else { continue }
      bySource[citation.source, default: []].append((QuotedWords(quote), claim))
    }
    self.claims = bySource
    var citations: Set<Pricing.Citation> = []
    for offer in offers {
      citations.formUnion(offer.rates.lazy.map(\.citation))
      for rules in offer.rules { citations.formUnion(rules.policy.citations) }
    }
    for citation in citations where bySource[citation.source] != nil {
      found[citation] = self.claims(in: citation)
    }
  }

  /// The claims that nothing bears out and that stand in the words of a citation, in their order.
  func claims(in citation: Pricing.Citation) -> [AuditedClaim] {
    guard let known = claims[citation.source], let quote = citation.quote else { return [] }
    if let found = found[citation] { return found }
    let words = QuotedWords(quote)
    return known.filter { $0.words.isOfOneStatement(with: words) }.map(\.claim)
  }

  /// Whether other figures speak against any price of an offer on a day: a price is what its seller
  /// says, whether or not anybody can compute it.
  func contradict(_ offer: Offer, on date: CalendarDate?) -> Bool {
    offer.rates(on: date).contains(where: contradict)
  }

  /// Whether other figures speak against a price.
  func contradict(_ rate: Rate) -> Bool { contradict(rate.citation) }

  /// Whether other figures speak against any rule by which time is billed.
  func contradict(_ policy: ScalingPolicy) -> Bool { policy.citations.contains(where: contradict) }

  private func contradict(_ citation: Pricing.Citation) -> Bool {
    claims(in: citation).contains { VerdictKind($0.verdict) != .open }
  }
}

extension ScalingPolicy {
  /// Who states its rules, in no order.
  var citations: Set<Pricing.Citation> {
    Set(
      evidence.values.compactMap { basis in
        if case .stated(let citation) = basis { citation } else { nil }
      })
  }
}

extension AuditedClaim {
  /// Whether the figure does not come out, or nobody can tell.
  var isDoubtful: Bool {
    switch verdict {
    case .offBy, .notConsistent, .cannotBeComputed: true
    case .reproduced, .restated, .consistent: false
    }
  }
}
