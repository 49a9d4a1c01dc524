import Diagnostics
import Pricing

/// Whether the discounts of `content/site.yaml` are for something that rate cards sell, and for nothing
/// twice.
struct DiscountCheck {
  private let providers: [String]
  private let offers: [Offer]

  init(cards: [RateCard]) {
    providers = cards.map(\.id)
    offers = cards.flatMap(\.offers).map(\.offer)
  }

  /// Every discount of nothing, and every one that would be taken off twice.
  func findings(_ discounts: [OwnDiscount]) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for (place, discount) in discounts.enumerated() {
      if let unknown = unknown(discount) {
        findings.append(unknown)
      } else if prices(discount).isEmpty {
        findings.append(idle(discount))
      } else if let twice = twice(discount, besides: discounts[..<place]) {
        findings.append(twice)
      }
    }
    return findings
  }

  private func unknown(_ discount: OwnDiscount) -> Diagnostic? {
    if let id = discount.provider, !providers.contains(id.value) {
      return Diagnostic(
        .error, at: id.location, "'\(id.value)' is not a provider of this site",
        hint: Suggestion.hint(for: id.value, in: providers, noun: "providers"))
    }
    let ids = offers.map(\.id)
    if let id = discount.offer, !ids.contains(id.value) {
      return Diagnostic(
        .error, at: id.location, "'\(id.value)' is not an offer of any rate card",
        hint: Suggestion.hint(for: id.value, in: ids.sorted(), noun: "offers"))
    }
    return nil
  }

  /// A price of an offer.
  private struct Price: Hashable {
    let offer: String
    let unit: RateUnit
  }

  /// The prices that it is taken off, each once, in the order of the offers.
  private func prices(_ discount: OwnDiscount) -> [Price] {
    offers.filter(discount.isFor).flatMap { offer in
      Set(offer.rates.map(\.unit)).filter(discount.discount.concerns).sorted()
        .map { Price(offer: offer.id, unit: $0) }
    }
  }

  private func idle(_ discount: OwnDiscount) -> Diagnostic {
    let units = Set(offers.filter(discount.isFor).flatMap(\.rates).map(\.unit)).sorted()
      .filter { !$0.isMinimum }
    return Diagnostic(
      .error, at: discount.location, "'\(discount.discount.name)' is taken off no price",
      hint: units.isEmpty
        ? "remove it, or name an offer with a price"
        : "check 'on'; there are prices \(units.prefix(3).map(\.per).joined(separator: ", "))")
  }

  private func twice(
    _ discount: OwnDiscount, besides others: ArraySlice<OwnDiscount>
  ) -> Diagnostic? {
    let own = Set(prices(discount))
    for other in others
    where other.discount.name == discount.discount.name && other.overlaps(discount) {
      guard let price = prices(other).first(where: own.contains) else { continue }
      return Diagnostic(
        .error, at: discount.location,
        "'\(discount.discount.name)' is taken twice off the price \(price.unit.per) of "
          + "'\(price.offer)'",
        hint: "remove one, end the first with 'to', or give it another name if both are granted")
    }
    return nil
  }
}
