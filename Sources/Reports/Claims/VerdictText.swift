import Content
import Messages
import Pricing
import Wording

/// Verdicts on claims in the reader's words.
struct VerdictText {
  let context: SiteContext

  /// The verdict in a few words, with the condition that it rests on: `Consistent, condition not met`.
  func title(_ audited: AuditedClaim) -> String {
    let title = VerdictKind(audited.verdict).title
    if audited.verdict == .reproduced, audited.restsOnOwnConditions {
      return localized("\(title), given its own conditions")
    }
    guard let condition = audited.condition, condition.holds != true else { return title }
    return localized(
      condition.holds == false ? "\(title), condition not met" : "\(title), on a condition")
  }

  /// The verdict on a figure that does not come out, and how far it is off: `Not consistent, off by
  /// 280 h at the high end`.
  func doubt(_ audited: AuditedClaim) -> String {
    switch audited.verdict {
    case .offBy(let deviation): localized("Off by \(distance(deviation, audited))")
    case .notConsistent(_, let deviation):
      localized("\(title(audited)), off by \(distance(deviation, audited))")
    case .reproduced, .restated, .consistent, .cannotBeComputed: title(audited)
    }
  }

  /// The verdict in a phrase: `off by $800–1,600`, `not consistent with 2 other claims`.
  func phrase(_ audited: AuditedClaim) -> String {
    switch audited.verdict {
    case .reproduced: return localized("reproduced")
    case .restated: return localized("restated")
    case .consistent(let others):
      if let condition = audited.condition, condition.holds != true {
        return localized(
          condition.holds == false
            ? "consistent on a condition that does not hold"
            : "consistent on a condition that may or may not hold")
      }
      let names = others.isEmpty ? audited.terms.filter { !$0.isByDefinition }.map(\.name) : others
      let list = names.joined(separator: ", ")
      return localized("consistent with \(list)")
    case .offBy(let deviation): return localized("off by \(distance(deviation, audited))")
    case .notConsistent(let others, _):
      let list = others.joined(separator: ", ")
      return localized("not consistent with \(list)")
    case .cannotBeComputed(let gaps):
      let reasons = UnitText.list(gaps.map(gap))
      return localized("cannot be computed: \(reasons)")
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
          localized("What it is computed for, such as hours or a share, stands in its own words.")
        ]
      }
    case .restated(.byDefinition):
      sentences = [
        localized("All its inputs hold by definition; no other statement bears it out.")
      ]
    case .restated(.converted):
      sentences = [localized("It is one number of the same source, counted in another unit.")]
    case .restated(.alone):
      sentences = [
        localized(
          "What it is computed from, or at least its price, stands in the same words; nothing it is computed from bears that out."
        )
      ]
    case .restated(.derived(let name)):
      sentences = [
        localized(
          "“\(name.withoutFullStop)”, on which its computation rests in the end, rests on the same words: "
            + "that is no evidence of its own.")
      ]
    case .consistent:
      if audited.condition.map({ $0.holds == true }) ?? true {
        sentences = [Self.consistent(audited.alsoStand)]
      }
    case .offBy(let deviation), .notConsistent(_, let deviation):
      let isRange = !audited.claim.published.figures.isExact && audited.claim.relation == .equals
      sentences =
        [self.deviation(deviation, audited)] + oldPrices(deviation, audited)
        + (isRange ? [localized("A range comes out only if both of its ends do.")] : [])
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
      (true, computed.low, deviation.difference.low),
      (false, computed.high, deviation.difference.high),
    ]
    return ends.compactMap { isLow, end, difference in
      let held = rates.filter { $0.value.low == end || $0.value.high == end }
      guard difference != .zero, !held.isEmpty,
        held.allSatisfy({ $0.rate.day.date.year < year })
      else { return nil }
      let day = TimeText.day(held[0].rate.day)
      return localized(
        isLow
          ? "The low end of what is computed is a price \(day)."
          : "The high end of what is computed is a price \(day).")
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
    if others.isEmpty { return localized("Nothing speaks against it, and little speaks for it.") }
    if others == [.larger, .smaller] {
      return localized(
        "Nothing speaks against it, nor would anything against a figure a tenth larger or smaller.")
    }
    return localized(
      others == .larger
        ? "Nothing speaks against it, nor would anything against a figure a tenth larger."
        : "Nothing speaks against it, nor would anything against a figure a tenth smaller.")
  }

  /// What the figure depends on, and whether that is so; `nil` if on nothing.
  private func condition(_ audited: AuditedClaim) -> String? {
    guard let words = audited.claim.condition, let condition = audited.condition else { return nil }
    // What is left over says little: what comes last is held against all before it.
    let isDifference = condition.terms.count > 1 && condition.terms.last?.operation == .minus
    let last = condition.terms.count - 1
    let arithmetic = condition.terms.enumerated().map { index, term -> String in
      let value =
        term.value.map { ClaimText.input($0, term.unit, open: term.open) }
        ?? localized("not stated")
      guard index > 0 else { return value }
      return isDifference && index == last
        ? localized("against \(value)") : "\(term.operation.rawValue) \(value)"
    }.joined(separator: " ")
    return switch condition.holds {
    case true?:
      localized("It depends on “\(words.quote)”. \(words.says) That holds: \(arithmetic).")
    case false?:
      localized("It depends on “\(words.quote)”. \(words.says) That does not hold: \(arithmetic).")
    case nil:
      localized(
        "It depends on “\(words.quote)”. \(words.says) That may or may not hold: \(arithmetic).")
    }
  }

  /// How far the figure is off, and how many times the computed value it is.
  private func deviation(_ deviation: Verdict.Deviation, _ audited: AuditedClaim) -> String {
    let distance = distance(deviation, audited)
    let plain = localized("The published figure is off by \(distance).")
    guard !Self.isMore(deviation, audited.open) else { return plain }
    let ratios = [
      deviation.difference.low == .zero ? nil : deviation.ratio.low,
      deviation.difference.high == .zero ? nil : deviation.ratio.high,
    ].compactMap(\.self).map {
      NumberText.trimmed($0, decimals: (try? $0 * 10).map { $0 < 1 } ?? false ? 4 : 2)
    }
    guard let first = ratios.first, let last = ratios.last, first != "0", last != "0" else {
      return plain
    }
    return localized(
      first == last
        ? "The published figure is off by \(distance), which makes it \(first) times the computed value."
        : "The published figure is off by \(distance), which makes it \(first) and \(last) times the computed value."
    )
  }

  /// Whether the figure may be off by more, as the computed value may lie further out.
  private static func isMore(_ deviation: Verdict.Deviation, _ open: OpenSides) -> Bool {
    [deviation.difference.low, deviation.difference.high].contains {
      $0 > .zero && open.below || $0 < .zero && open.above
    }
  }

  private func distance(_ deviation: Verdict.Deviation, _ audited: AuditedClaim) -> String {
    let isMore = Self.isMore(deviation, audited.open)
    let ends = [deviation.difference.low, deviation.difference.high]
      .map { $0 < .zero ? (try? .zero - $0) ?? $0 : $0 }
    func text(_ low: Ratio, _ high: Ratio) -> String {
      let text = ClaimText.computed(Bounds(low, high), beside: audited.claim.published)
      return isMore ? localized("at least \(text)") : text
    }
    if ends[0] == .zero {
      let amount = text(ends[1], ends[1])
      return localized(
        deviation.difference.high > .zero
          ? "\(amount), above the high end of what is computed"
          : "\(amount), below the high end of what is computed")
    }
    if ends[1] == .zero {
      let amount = text(ends[0], ends[0])
      return localized(
        deviation.difference.low > .zero
          ? "\(amount), above the low end of what is computed"
          : "\(amount), below the low end of what is computed")
    }
    return text(ends[0], ends[1])
  }

  private func gap(_ gap: Verdict.Gap) -> String {
    switch gap {
    case .value(let name): localized("no source here states \(name.withoutFullStop)")
    case .price(let offer, let unit):
      localized("the price \(UnitText.per(unit)) of \(name(offer)) is not stated")
    case .openInvoice(let offer, _): localized("a price of \(name(offer)) is not stated")
    case .noInvoice(let offer, _, _):
      localized("\(name(offer)) cannot be priced for this workload")
    case .noCrossing(_, let pair):
      localized("the curves of \(name(pair.first)) and \(name(pair.second)) do not meet")
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
