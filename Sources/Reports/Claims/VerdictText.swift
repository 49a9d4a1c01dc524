import Content
import Pricing
import Wording

/// Verdicts on claims in the reader's words.
struct VerdictText {
  let context: SiteContext

  /// The verdict in a phrase: `off by $800–1,600`, `not consistent with 2 other claims`.
  func phrase(_ audited: AuditedClaim) -> String {
    switch audited.verdict {
    case .reproduced: return "reproduced"
    case .offBy(let deviation): return "off by \(distance(deviation, audited.claim))"
    case .notConsistent(let others, _):
      return "not consistent with \(others.joined(separator: ", "))"
    case .cannotBeComputed(let gaps):
      let reasons = UnitText.list(gaps.map(gap))
      return "cannot be computed: \(reasons)"
    }
  }

  /// How far the figure is off, and how many times the computed value it is; `nil` if it is not.
  func explanation(_ audited: AuditedClaim) -> String? {
    let deviation: Verdict.Deviation
    switch audited.verdict {
    case .offBy(let found), .notConsistent(_, let found): deviation = found
    case .reproduced, .cannotBeComputed: return nil
    }
    let distance = "The published figure is off by \(distance(deviation, audited.claim))"
    let ratios = [
      deviation.difference.low == .zero ? nil : deviation.ratio.low,
      deviation.difference.high == .zero ? nil : deviation.ratio.high,
    ].compactMap(\.self).map {
      NumberText.trimmed($0, decimals: (try? $0 * 10).map { $0 < 1 } ?? false ? 4 : 2)
    }
    guard let first = ratios.first, let last = ratios.last, first != "0", last != "0" else {
      return "\(distance)."
    }
    let times = first == last ? first : "\(first) and \(last)"
    return "\(distance), which makes it \(times) times the computed value."
  }

  /// The class of a verdict.
  static func kind(_ verdict: Verdict) -> String {
    switch verdict {
    case .reproduced: "reproduced"
    case .offBy: "off"
    case .notConsistent: "inconsistent"
    case .cannotBeComputed: "open"
    }
  }

  private func distance(_ deviation: Verdict.Deviation, _ claim: Claim) -> String {
    let ends = [deviation.difference.low, deviation.difference.high]
      .map { $0 < .zero ? (try? .zero - $0) ?? $0 : $0 }
    func text(_ low: Ratio, _ high: Ratio) -> String {
      ClaimText.computed(Bounds(low, high), beside: claim.published)
    }
    if ends[0] == .zero { return "\(text(ends[1], ends[1])) at the high end" }
    if ends[1] == .zero { return "\(text(ends[0], ends[0])) at the low end" }
    return text(ends[0], ends[1])
  }

  private func gap(_ gap: Verdict.Gap) -> String {
    switch gap {
    case .value(let name): "\(name) is not stated"
    case .price(let offer, let unit):
      "the price \(UnitText.per(unit)) of \(name(offer)) is not stated"
    case .openInvoice(let offer, _): "a price of \(name(offer)) is not stated"
    case .noInvoice(let offer, _, _): "\(name(offer)) cannot be priced for this workload"
    case .noCrossing(_, let pair):
      "the curves of \(name(pair.first)) and \(name(pair.second)) do not meet"
    }
  }

  private func name(_ offer: String) -> String {
    context.content.listedOffer(offer)?.offer.name ?? offer
  }
}
