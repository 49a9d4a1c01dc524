import Content
import Pricing
import Wording

/// Verdicts on claims in the reader's words.
struct VerdictText {
  let context: SiteContext

  /// The verdict in a few words, with the condition that it rests on: `Consistent, condition not met`.
  func title(_ audited: AuditedClaim) -> String {
    let title = VerdictKind(audited.verdict).title
    if audited.verdict == .reproduced, audited.restsOnOwnConditions {
      return "\(title), given its own conditions"
    }
    guard let condition = audited.condition, condition.holds != true else { return title }
    return "\(title), \(condition.holds == false ? "condition not met" : "on a condition")"
  }

  /// The verdict on a figure that does not come out, and how far it is off: `Not consistent, off by
  /// 280 h at the high end`.
  func doubt(_ audited: AuditedClaim) -> String {
    switch audited.verdict {
    case .offBy(let deviation): "Off by \(distance(deviation, audited))"
    case .notConsistent(_, let deviation):
      "\(title(audited)), off by \(distance(deviation, audited))"
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
    case .offBy(let deviation): return "off by \(distance(deviation, audited))"
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
    case .cannotBeComputed: break
    case .reproduced:
      if audited.restsOnOwnConditions {
        sentences = [
          "What it is computed for, such as hours or a share, stands in its own words."
        ]
      }
    case .restated(.byDefinition):
      sentences = ["All its inputs hold by definition; no other statement bears it out."]
    case .restated(.converted):
      sentences = ["It is one number of the same source, counted in another unit."]
    case .restated(.alone):
      sentences = [
        "What it is computed from, or at least its price, stands in the same words; nothing it is computed from bears that out."
      ]
    case .restated(.derived(let name)):
      sentences = [
        "“\(name.withoutFullStop)”, on which its computation rests in the end, rests on the same words: "
          + "that is no evidence of its own."
      ]
    case .consistent:
      if audited.condition.map({ $0.holds == true }) ?? true {
        sentences = [Self.consistent(audited.alsoStand)]
      }
    case .offBy(let deviation), .notConsistent(_, let deviation):
      let isRange = !audited.claim.published.figures.isExact && audited.claim.relation == .equals
      sentences =
        [self.deviation(deviation, audited)] + oldPrices(deviation, audited)
        + (isRange ? ["A range comes out only if both of its ends do."] : [])
    }
    return sentences + [condition(audited)].compactMap(\.self)
  }

  /// That an end which the figure is held against is a price of an earlier year than the claim: who
  /// reads it for a present one is misled.
  private func oldPrices(_ deviation: Verdict.Deviation, _ audited: AuditedClaim) -> [String] {
    guard let computed = audited.computed,
      let year = context.content.source(audited.claim.citation.source)?.day.date.year
    else { return [] }
    let rates = Self.rates(audited.terms)
    let ends = [
      ("low", computed.low, deviation.difference.low),
      ("high", computed.high, deviation.difference.high),
    ]
    return ends.compactMap { name, end, difference in
      let held = rates.filter { $0.value.low == end || $0.value.high == end }
      guard difference != .zero, !held.isEmpty,
        held.allSatisfy({ $0.rate.day.date.year < year })
      else { return nil }
      return "The \(name) end of what is computed is a price \(TimeText.day(held[0].rate.day))."
    }
  }

  /// The prices that a computation rests on.
  private static func rates(_ terms: [WorkedTerm]) -> [(rate: Rate, value: Bounds<Ratio>)] {
    terms.flatMap { term -> [(rate: Rate, value: Bounds<Ratio>)] in
      guard case .rate(_, let rate) = term.origin, let value = term.value else {
        return rates(term.parts)
      }
      return [(rate, value)]
    }
  }

  /// That a figure stands, and which others would.
  private static func consistent(_ others: AuditedClaim.OtherFigures) -> String {
    let start = "Nothing speaks against it"
    guard !others.isEmpty else { return "\(start), and little speaks for it." }
    let words =
      others == [.larger, .smaller]
      ? "larger or smaller" : others == .larger ? "larger" : "smaller"
    return "\(start), nor would anything against a figure a tenth \(words)."
  }

  /// What the figure depends on, and whether that is so; `nil` if on nothing.
  private func condition(_ audited: AuditedClaim) -> String? {
    guard let words = audited.claim.condition, let condition = audited.condition else { return nil }
    // What is left over says little: what comes last is held against all before it.
    let isDifference = condition.terms.count > 1 && condition.terms.last?.operation == .minus
    let last = condition.terms.count - 1
    let arithmetic = condition.terms.enumerated().map { index, term in
      let value = term.value.map { ClaimText.input($0, term.unit, open: term.open) } ?? "not stated"
      guard index > 0 else { return value }
      return "\(isDifference && index == last ? "against" : term.operation.rawValue) \(value)"
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
  private func deviation(_ deviation: Verdict.Deviation, _ audited: AuditedClaim) -> String {
    let distance = "The published figure is off by \(distance(deviation, audited))"
    guard !Self.isMore(deviation, audited.open) else { return "\(distance)." }
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

  /// Whether the figure may be off by more, as the computed value may lie further out.
  private static func isMore(_ deviation: Verdict.Deviation, _ open: OpenSides) -> Bool {
    [deviation.difference.low, deviation.difference.high].contains {
      $0 > .zero && open.below || $0 < .zero && open.above
    }
  }

  private func distance(_ deviation: Verdict.Deviation, _ audited: AuditedClaim) -> String {
    let least = Self.isMore(deviation, audited.open) ? "at least " : ""
    let ends = [deviation.difference.low, deviation.difference.high]
      .map { $0 < .zero ? (try? .zero - $0) ?? $0 : $0 }
    func text(_ low: Ratio, _ high: Ratio) -> String {
      least + ClaimText.computed(Bounds(low, high), beside: audited.claim.published)
    }
    func side(_ difference: Ratio) -> String { difference > .zero ? "above" : "below" }
    if ends[0] == .zero {
      let place = "\(side(deviation.difference.high)) the high end of what is computed"
      return "\(text(ends[1], ends[1])), \(place)"
    }
    if ends[1] == .zero {
      let place = "\(side(deviation.difference.low)) the low end of what is computed"
      return "\(text(ends[0], ends[0])), \(place)"
    }
    return text(ends[0], ends[1])
  }

  private func gap(_ gap: Verdict.Gap) -> String {
    switch gap {
    case .value(let name): "no source here states \(name.withoutFullStop)"
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
