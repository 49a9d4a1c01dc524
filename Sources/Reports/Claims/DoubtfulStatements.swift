import Pricing
import Wording

/// The statements whose figures do not come out, or cannot be computed, for telling which inputs rest on
/// one of them.
struct DoubtfulStatements: Sendable {
  private let claims: [String: [(words: QuotedWords, claim: AuditedClaim)]]

  init(_ claims: [AuditedClaim]) {
    var bySource: [String: [(QuotedWords, AuditedClaim)]] = [:]
    for claim in claims where claim.isDoubtful {
      let citation = claim.claim.citation
      guard let quote = citation.quote else { continue }
      bySource[citation.source, default: []].append((QuotedWords(quote), claim))
    }
    self.claims = bySource
  }

  /// The claims that nothing bears out and that stand in the words of a citation, in their order.
  func claims(in citation: Pricing.Citation) -> [AuditedClaim] {
    guard let known = claims[citation.source], let quote = citation.quote else { return [] }
    let words = QuotedWords(quote)
    return known.filter { $0.words.isOfOneStatement(with: words) }.map(\.claim)
  }

  /// Whether other figures speak against any price of an offer on a day: a price is what its seller
  /// says, whether or not anybody can compute it.
  func contradict(_ offer: Offer, on date: CalendarDate?) -> Bool {
    offer.rates(on: date).contains { rate in
      claims(in: rate.citation).contains { VerdictKind($0.verdict) != .open }
    }
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
