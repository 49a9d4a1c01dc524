import Content
import Pricing
import Templates
import Wording

/// Makes the page of a provider and its line in lists.
struct ProviderPageBuilder {
  let context: SiteContext
  let card: RateCard

  /// The page.
  ///
  /// - Parameter outcome: In which scenarios offers are priced.
  /// - Returns: The page with an entry for each offer of the rate card.
  func page(_ outcome: ScenarioOutcome) -> ProviderPage {
    let path = SitePaths.provider(card.id)
    var sources = PageSources(context.content, listedOn: path)
    var sheets: [OfferSheet] = []
    for listed in card.offers {
      sheets.append(
        OfferSheetBuilder(
          context: context, listed: listed, uses: outcome.uses[listed.offer.id] ?? []
        ).sheet(&sources))
    }
    return ProviderPage(
      frame: FrameBuilder(context: context).frame(
        of: path, title: card.name, description: card.summary, kind: "provider"),
      id: card.id, name: card.name, summary: card.summary,
      basis: "US dollars. Rates last read \(lastRead.map(TimeText.date) ?? "never").",
      website: card.website, offers: sheets,
      files: TableFiles(at: SitePaths.rates(card.id)).links(context.content.settings.published),
      sources: sources.entries)
  }

  /// The line of the provider in the list of all.
  func entry() -> ProviderEntry {
    let models = BillingModel.allCases.filter { model in
      card.offers.contains { $0.offer.billingModel == model }
    }
    let count = card.offers.count
    let path = SitePaths.provider(card.id)
    let lowest = lowestRate
    return ProviderEntry(
      name: card.name, link: .file(path),
      meters: models.map(\.rawValue).joined(separator: "; ").capitalisedSentence,
      offers: count == 1 ? "1 offer" : "\(count) offers",
      lowestRate: lowest.map { AmountText.exact($0.price) } ?? "not stated",
      rateLink: lowest.map { .file(path, anchor: Anchor.rates($0.offer)) },
      unit: lowest.map { UnitText.per($0.unit) }, kind: lowest == nil ? "not-stated" : "amount",
      id: card.id, lowest: lowest.map { ($0.price, $0.unit) },
      read: lastRead.map(TimeText.date) ?? "never", readDate: lastRead.map { "\($0)" })
  }

  private var rates: [Rate] { card.offers.flatMap { $0.offer.rates(on: nil) } }

  /// The lowest price of the first unit that has one.
  private var lowestRate: (price: Money, unit: RateUnit, offer: String)? {
    let stated = card.offers.map(\.offer).flatMap { offer in
      offer.rates(on: nil).compactMap { rate in
        rate.price.map { (unit: rate.unit, price: $0.low, offer: offer.id) }
      }
    }
    guard
      let unit = RateUnit.allCases.first(where: { unit in stated.contains { $0.unit == unit } }),
      let lowest = stated.filter({ $0.unit == unit }).min(by: { $0.price < $1.price })
    else { return nil }
    return (lowest.price, unit, lowest.offer)
  }

  private var lastRead: CalendarDate? {
    context.lastRead(rates.map(\.citation))
  }
}
