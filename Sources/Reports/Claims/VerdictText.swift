import Content
import Pricing
import Wording

/// Verdicts on claims in the reader's words.
struct VerdictText {
  let context: SiteContext

  /// The verdict in a few words, with the condition that it rests on: `Consistent, condition not met`.
  func title(_ audited: AuditedClaim) -> String {
    let title = VerdictKind(audited.verdict).title
    guard let condition = audited.condition, condition.holds != true else { return title }
    return "\(title), \(condition.holds == false ? "condition not met" : "on a condition")"
  }

  /// The verdict on a figure that does not come out, and how far it is off: `Not consistent, off by
  /// 280 h at the high end`.
  func doubt(_ audited: AuditedClaim) -> String {
    switch audited.verdict {
    case .offBy(let deviation): "Off by \(distance(deviation, audited.claim))"
    case .notConsistent(_, let deviation):
      "\(title(audited)), off by \(distance(deviation, audited.claim))"
    case .reproduced, .restated, .consistent, .cannotBeComputed: title(audited)
    }
  }

  /// The verdict in a phrase: `off by $800–1,600`, `not consistent with 2 other claims`.
  func phrase(_ audited: AuditedClaim) -> String {
    switch audited.verdict {
    case .reproduced: return "reproduced"
    case .restated: return "restated"
    case .consistent(let others):
      if audited.condition.map({ $0.holds != true }) ?? false {
        return "consistent on a condition that \(Self.holds(audited.condition?.holds))"
      }
      let names = others.isEmpty ? audited.terms.filter { !$0.isByDefinition }.map(\.name) : others
      return "consistent with \(names.joined(separator: ", "))"
    case .offBy(let deviation): return "off by \(distance(deviation, audited.claim))"
    case .notConsistent(let others, _):
      return "not consistent with \(others.joined(separator: ", "))"
    case .cannotBeComputed(let gaps):
      let reasons = UnitText.list(gaps.map(gap))
      return "cannot be computed: \(reasons)"
    }
  }

  /// What a reader has to know about the verdict, in sentences; none if the figure is reproduced.
  func explanation(_ audited: AuditedClaim) -> [String] {
    var sentences: [String] = []
    switch audited.verdict {
    case .reproduced, .cannotBeComputed: break
    case .restated(.alone):
      sentences = ["All its inputs stand in the same words; nothing else bears them out."]
    case .restated(.derived(let name)):
      sentences = [
        "“\(name.withoutFullStop)” rests on the same words, so the figure would come out whatever "
          + "it was."
      ]
    case .consistent:
      if audited.condition.map({ $0.holds == true }) ?? true {
        sentences = [
          "Nothing speaks against it, nor would anything against a figure a tenth larger or smaller."
        ]
      }
    case .offBy(let deviation), .notConsistent(_, let deviation):
      let isRange = !audited.claim.published.figures.isExact && audited.claim.relation == .equals
      sentences =
        [self.deviation(deviation, audited.claim)]
        + (isRange ? ["A range comes out only if both of its ends do."] : [])
    }
    return sentences + [condition(audited)].compactMap(\.self)
  }

  /// What the figure depends on, and whether that is so; `nil` if on nothing.
  private func condition(_ audited: AuditedClaim) -> String? {
    guard let words = audited.claim.condition, let condition = audited.condition else { return nil }
    // What is left over says little: the two are held against each other.
    let isDifference = condition.terms.count == 2 && condition.terms[1].operation == .minus
    let arithmetic = condition.terms.enumerated().map { index, term in
      let value = term.value.map { ClaimText.input($0, term.unit, open: term.open) } ?? "not stated"
      return index == 0 ? value : "\(isDifference ? "against" : term.operation.rawValue) \(value)"
    }
    return "It depends on “\(words.quote)”. \(words.says) That \(Self.holds(condition.holds)): "
      + "\(arithmetic.joined(separator: " "))."
  }

  private static func holds(_ holds: Bool?) -> String {
    switch holds {
    case true?: "holds"
    case false?: "does not hold"
    case nil: "may or may not hold"
    }
  }

  /// How far the figure is off, and how many times the computed value it is.
  private func deviation(_ deviation: Verdict.Deviation, _ claim: Claim) -> String {
    let distance = "The published figure is off by \(distance(deviation, claim))"
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

extension String {
  fileprivate var withoutFullStop: Substring { hasSuffix(".") ? dropLast() : self[...] }
}

extension WorkedTerm {
  /// Whether nobody has to state the value: seconds in an hour.
  fileprivate var isByDefinition: Bool {
    if case .stated(nil) = origin { true } else { false }
  }
}
