import Pricing

/// Adds what a newer list says to a card that an older one made, and changes no line of it.
struct CardUpdate {
  /// The text of the card.
  private(set) var text: String
  private let origin: PriceList.Origin

  init(_ text: String, origin: PriceList.Origin) {
    self.text = text.utf8.last == UInt8(ascii: "\n") ? text : text + "\n"
    self.origin = origin
  }

  /// Adds the entries of a list to the offers that the card has.
  mutating func add(
    _ entries: [(id: String, offer: ImportedOffer)], to listed: [ListedOffer]
  ) {
    let known = Dictionary(listed.map { ($0.offer.id, $0) }) { first, _ in first }
    var (insertions, blocks): ([String: String], String) = ([:], "")
    for (id, offer) in entries {
      if let old = known[id] {
        insertions[id] = changes(from: old, to: offer)
      } else {
        blocks += CardText.block(id, offer, of: origin)
      }
    }
    let kept = Set(entries.map(\.id))
    for (id, old) in known where !kept.contains(id) {
      insertions[id] = changes(from: old, to: nil)
    }
    insert(insertions)
    text += blocks
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

  /// Puts entries at the ends of offers, where their rates end.
  private mutating func insert(_ insertions: [String: String]) {
    let start = "  - id: "
    var (result, open): (String, String?) = ("", nil)
    // As bytes, because a line may end as on Windows, and to Swift that is one character.
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for line in lines.dropLast().map(Substring.init) {
      if line.hasPrefix(start) {
        result += open.flatMap { insertions[$0] } ?? ""
        open = String(line.dropFirst(start.count).prefix { $0 != "\r" })
      }
      result += line + "\n"
    }
    text = result + (open.flatMap { insertions[$0] } ?? "")
  }
}
