import Pricing

/// Adds what a newer list says to a card that an older one made, and changes no line of it.
struct CardUpdate {
  /// The text of the card.
  private(set) var text: String
  private let origin: PriceList.Origin

  init(_ text: String, origin: PriceList.Origin) {
    self.text = text.hasSuffix("\n") ? text : text + "\n"
    self.origin = origin
  }

  /// Adds the entries of a list to the offers that the card has.
  mutating func add(
    _ entries: [(id: String, offer: ImportedOffer)], to listed: [ListedOffer]
  ) {
    for (id, offer) in entries {
      if let known = listed.first(where: { $0.offer.id == id }) {
        insert(changes(from: known, to: offer), intoBlockOf: id)
      } else {
        text += CardText.block(id, offer, of: origin)
      }
    }
    for known in listed where !entries.contains(where: { $0.id == known.offer.id }) {
      insert(changes(from: known, to: nil), intoBlockOf: known.offer.id)
    }
  }

  /// Entries for prices that are new, other, or no longer there.
  private func changes(from old: ListedOffer, to new: ImportedOffer?) -> String {
    let inForce = old.offer.ratesInForce(on: nil)
    let known = old.offer.rates + old.announced.rates
    var latest: [Rate.Series: ImportedPrice] = [:]
    for price in new?.prices ?? [] {
      latest[Rate.Series(unit: price.unit, condition: price.condition)] = price
    }
    var text = ""
    for price in new?.prices ?? [] {
      let series = Rate.Series(unit: price.unit, condition: price.condition)
      let isKnown =
        price.from.map { day in
          known.contains {
            $0.series == series && $0.day.began == day && $0.price == Bounds(price.price)
          }
        } ?? (inForce.first { $0.series == series }?.price == Bounds(price.price))
      guard latest[series] == price, !isKnown else { continue }
      text += CardText.entry(
        [(price.unit, price.price, price.noise)], price.condition, from: price.from ?? origin.read,
        source: origin.source)
    }
    for rate in inForce where rate.price != nil && latest[rate.series] == nil {
      text += CardText.entry(
        [(rate.unit, nil, nil)], rate.condition, from: origin.read, source: origin.source)
    }
    return text
  }

  /// Puts entries at the end of an offer, where its rates end.
  private mutating func insert(_ entries: String, intoBlockOf id: String) {
    guard !entries.isEmpty, let start = text.firstRange(of: "  - id: \(id)\n") else { return }
    let end =
      text[start.upperBound...].firstRange(of: "\n  - id: ")
      .map { text.index(after: $0.lowerBound) } ?? text.endIndex
    text.insert(contentsOf: entries, at: end)
  }
}
