import Diagnostics
import Messages
import Pricing

extension ClaimFormulaReader {
  /// What a set counts by: the units of its prices, and what makes one of them an hour's.
  private enum SetPrice: String {
    case hour
    case millionTokens = "million-tokens"

    func units(of offer: ListedOffer) -> [RateUnit] {
      let meter: RateUnit.Meter = self == .hour ? .time : .tokens
      return RateUnit.allCases.filter { $0.meter == meter && offer.history.units.contains($0) }
    }
  }

  /// The prices of all offers of the site that meet some conditions, in the order of their ids.
  ///
  /// What is a range on any day belongs to a class of offers, and takes no part.
  ///
  /// - Returns: `nil` with a finding where a condition names what is not there, or nothing meets all.
  mutating func everyOffer(_ set: Mapping) -> [ClaimFormula.Term]? {
    guard let price = set.text("price").flatMap({ SetPrice(rawValue: $0.value) }), areKnown(set)
    else { return nil }
    let machines = set.texts("machine").map(\.value)
    let left = Set(set.texts("without").map(\.value))
    let (provider, billing) = (set.text("provider")?.value, set.text("billing")?.value)
    let offers = names.ordered.filter { listed in
      let offer = listed.offer
      let model: BillingModel = billing == "always-on" ? .alwaysOn : .scaleToZero
      return !left.contains(offer.id) && (provider == nil || offer.provider == provider)
        && (billing == nil || offer.billingModel == model)
        && (machines.isEmpty || offer.goods?.machine.map { machines.contains($0.name) } ?? false)
    }
    let terms = offers.flatMap { listed in
      price.units(of: listed).filter { unit in
        let prices = listed.history.rates.map(\.value).filter { $0.unit == unit }
          .compactMap(\.price)
        return !prices.isEmpty && prices.allSatisfy(\.isExact)
      }.map { Self.member(listed.offer, $0) }
    }
    guard let unit = terms.first?.operand.unit, terms.allSatisfy({ $0.operand.unit == unit }) else {
      guard names.doubtful.isEmpty else { return nil }
      findings.error(
        set.location,
        terms.isEmpty ? "a set without any offer" : "a set of prices that count different things",
        hint: "check its conditions against the rate cards")
      return nil
    }
    return terms
  }

  /// A price as one of a set, that of a second as what an hour of it is.
  private static func member(_ offer: Offer, _ unit: RateUnit) -> ClaimFormula.Term {
    let rate = ClaimOperand.rate(offer: offer.id, unit: unit)
    let perHour = try? ClaimUnit(reading: "usd/h")
    guard unit.claimUnit != perHour, unit.meter == .time,
      let perHour, let seconds = try? ClaimUnit(reading: "s/h")
    else { return ClaimFormula.Term(.plus, rate, name: offer.name) }
    let formula = ClaimFormula([
      .init(.plus, rate, name: localized("price of a second")),
      .init(
        .times, .stated(Bounds(3600), unit: seconds, citation: nil),
        name: localized("seconds in an hour")),
    ])
    return ClaimFormula.Term(.plus, .quantity(formula, unit: perHour), name: offer.name)
  }

  /// Whether rate cards have all that the conditions name.
  private mutating func areKnown(_ set: Mapping) -> Bool {
    // A card with mistakes may have what is missing.
    guard names.doubtful.isEmpty else { return true }
    let offers = names.ordered.map(\.offer)
    let known: [(words: [Located<String>], all: Set<String>, noun: String)] = [
      (set.texts("machine"), Set(offers.compactMap { $0.goods?.machine?.name }), "machines"),
      (set.text("provider").map { [$0] } ?? [], Set(offers.map(\.provider)), "providers"),
      (set.texts("without"), Set(offers.map(\.id)), "offers"),
    ]
    var areKnown = true
    for (words, all, noun) in known {
      for word in words where !all.contains(word.value) {
        areKnown = false
        findings.error(
          word.location, "'\(word.value)' is not among the \(noun) of the rate cards",
          hint: Suggestion.hint(for: word.value, in: all.sorted(), noun: noun))
      }
    }
    return areKnown
  }
}
