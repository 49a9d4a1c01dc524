import Content
import Encoders
import Messages
import Pricing
import Templates
import Wording

/// Makes the page of a provider and its line in lists.
struct ProviderPageBuilder {
  let context: SiteContext
  let card: RateCard

  /// More offers than these are folded up: nobody scrolls through as many.
  private static let mostShown = 24

  /// The page.
  ///
  /// - Parameters:
  ///   - outcome: In which scenarios offers are priced, and what their changes moved there.
  ///   - chart: How prices changed, where any did.
  /// - Returns: The page with an entry for each offer of the rate card.
  func page(_ outcome: ScenarioOutcome, chart: ChartFigure? = nil) -> ProviderPage {
    let path = SitePaths.provider(card.id)
    var sources = PageSources(context.content, listedOn: path)
    let fields = FieldColumns(of: card.offers.map(\.fields), in: context)
    var sheets: [OfferSheet] = []
    for listed in card.offers {
      sheets.append(
        OfferSheetBuilder(
          context: context, listed: listed, uses: outcome.uses[listed.offer.id] ?? []
        ).sheet(&sources, fields))
    }
    let history = ChangeDayBuilder(context: context, moves: outcome.moves)
      .days(of: card.id, &sources)
    let isLong = sheets.count > Self.mostShown
    return ProviderPage(
      frame: FrameBuilder(context: context).frame(
        of: path, title: card.name, description: card.summary, kind: "provider", filters: isLong
      ),
      id: card.id, name: card.name, summary: card.summary,
      basis: basis,
      website: card.website, offers: sheets, shown: isLong ? [] : sheets,
      folded: isLong ? sheets : [],
      offerCount: NumberText.whole(sheets.count), fields: fields.columns(), chart: chart,
      history: history,
      files: TableFiles(at: SitePaths.rates(card.id)).links(context.content.settings.published),
      sources: sources.entries)
  }

  private var basis: String {
    guard let lastRead else { return localized("US dollars. Rates last read never.") }
    return localized("US dollars. Rates last read \(TimeText.date(lastRead)).")
  }

  /// The line of the provider in the list of all.
  ///
  /// - Parameter fields: The site's own fields that any card has of all it sells.
  /// - Returns: The line.
  func entry(_ fields: FieldColumns) -> ProviderEntry {
    let count = card.offers.count
    let path = SitePaths.provider(card.id)
    let lowest = lowestRate
    return ProviderEntry(
      name: card.name, link: .file(path),
      meters: BillingText.words(card.offers.map(\.offer)).joined(separator: "; ")
        .capitalisedSentence,
      offers: localized(count, one: "1 offer", other: "\(count) offers"),
      lowestRate: lowest.map { AmountText.exact($0.price) } ?? localized("not stated"),
      rateLink: lowest.map { .file(path, anchor: Anchor.rates($0.offer)) },
      unit: lowest.map { UnitText.per($0.unit) },
      stated: lowest.flatMap { context.content.source($0.source) }.map {
        "\($0.publisher), \(TimeText.day($0.day))"
      },
      kind: lowest == nil ? "not-stated" : "amount",
      id: card.id, lowest: lowest.map { ($0.price, $0.unit) },
      read: lastRead.map(TimeText.date) ?? localized("never"), readDate: lastRead.map { "\($0)" },
      fieldTexts: fields.cells(card.fields).map(\.text), fields: fields.cells(card.fields))
  }

  private var rates: [Rate] { card.offers.flatMap { $0.offer.rates(on: nil) } }

  /// The lowest price of the first unit that has one.
  ///
  /// Prices for time are held against each other for the same time of a machine, whatever their unit. One
  /// that published figures speak against is the lowest only where there is no other.
  private var lowestRate: (price: Money, unit: RateUnit, offer: String, source: String)? {
    let stated = card.offers.map(\.offer).flatMap {
      offer -> [(
        unit: RateUnit, price: Money, offer: String, source: String, order: Ratio,
        isInDoubt: Bool
      )] in
      let rates = offer.rates(on: nil)
      let timed = rates.filter { $0.unit.meter == .time }
      return rates.compactMap { rate in
        // A machine whose parts have prices of their own costs all of them, and none is the machine's.
        guard let price = rate.price, timed.count < 2 || rate.unit.meter != .time else {
          return nil
        }
        return (
          unit: rate.unit, price: price.low, offer: offer.id, source: rate.citation.source,
          order: Self.order(price.low, rate, offer),
          isInDoubt: context.doubtful.contradict(rate)
        )
      }
    }
    guard let first = stated.map(\.unit).min() else { return nil }
    let alike = stated.filter {
      $0.unit == first || $0.unit.meter == .time && first.meter == .time
    }
    let borneOut = alike.filter { !$0.isInDoubt }
    let lowest = (borneOut.isEmpty ? alike : borneOut).min { $0.order < $1.order }
    return lowest.map { ($0.price, $0.unit, $0.offer, $0.source) }
  }

  /// What prices are sorted by: of time, what a machine costs for a second.
  private static func order(_ price: Money, _ rate: Rate, _ offer: Offer) -> Ratio {
    let whole = Ratio(price.picodollars)
    guard let part = rate.unit.part else { return whole }
    return
      (try? whole * offer.replica[part] / Ratio(rate.unit.size)
      / Ratio(Int128(rate.amortisation ?? 1))) ?? whole
  }

  private var lastRead: CalendarDate? {
    context.lastRead(rates.map(\.citation))
  }
}
