import Diagnostics
import Pricing

/// Adds what a newer list says to a card that is there, wherever and however its offers are written
/// down, and changes no line of it.
struct CardUpdate {
  /// The text of the card.
  private var text: EditedText
  private let file: SiteFile
  private let origin: PriceList.Origin

  /// The prices that stay although the list says otherwise, because somebody changed them by hand.
  private(set) var leftAlone: [PriceLeftAlone] = []

  /// The offers, as the card has them.
  private lazy var offers = Self.offers(of: file)

  init(_ file: SiteFile, origin: PriceList.Origin) {
    (self.file, self.origin) = (file, origin)
    text = EditedText(file.bytes)
  }

  /// A dated entry that is to be written.
  private typealias Entry = [EditedText.Field]

  /// The card with the entries of a list; the offers that it has keep every line.
  ///
  /// - Throws: A finding where the card has no place for them that can be told.
  mutating func adding(
    _ entries: [(id: String, offer: ImportedOffer)], to listed: [ListedOffer]
  ) throws(PriceListError) -> SiteFile {
    let known = Dictionary(listed.map { ($0.offer.id, $0) }) { first, _ in first }
    var (additions, blocks): ([String: [Entry]], [String]) = ([:], [])
    for (id, offer) in entries {
      if let old = known[id] {
        additions[id] = changes(from: old, to: offer)
      } else {
        blocks.append(CardText.block(id, offer, of: origin))
      }
    }
    let kept = Set(entries.map(\.id))
    for (id, old) in known where !kept.contains(id) { additions[id] = changes(from: old, to: nil) }
    additions = additions.filter { !$0.value.isEmpty }
    guard !additions.isEmpty || !blocks.isEmpty else { return file }
    // From the end of the file to its start, so that what is still to be found stays where it is.
    if !blocks.isEmpty { try append(blocks, to: offers) }
    for offer in offers.items.reversed() {
      guard let new = offer["id"]?.text.flatMap({ additions.removeValue(forKey: $0) }) else {
        continue
      }
      try append(new, to: offer)
    }
    precondition(additions.isEmpty, "an offer stands in the file that it was read from")
    return SiteFile(path: file.path, bytes: text.bytes)
  }

  /// Entries for prices that are new, other, or no longer there; but none for prices that are an
  /// author's.
  private mutating func changes(from old: ListedOffer, to new: ImportedOffer?) -> [Entry] {
    let inForce = old.offer.ratesInForce(on: nil)
    let known = old.offer.rates + old.announced.rates
    var latest: [Rate.Series: ImportedPrice] = [:]
    for price in new?.prices ?? [] {
      latest[Rate.Series(unit: price.unit, condition: price.condition)] = price
    }
    var entries: [Entry] = []
    for price in new?.prices ?? [] {
      let series = Rate.Series(unit: price.unit, condition: price.condition)
      let present = inForce.first { $0.series == series }
      let sameDay = price.from.flatMap { day in
        known.first { $0.series == series && $0.day.began == day }
      }
      // Of a day of which the card says otherwise, the list may have been followed since.
      let isLater = sameDay.map { $0.day.date <= origin.read } ?? (price.from == nil)
      let isKnown = [sameDay, isLater ? present : nil].contains { rate in
        rate.map { $0.price == price.bounds } ?? false
      }
      guard latest[series] == price, !isKnown,
        !leaves([sameDay, present], of: old, series, insteadOf: price.price)
      else { continue }
      entries.append(
        CardText.fields(
          [(price.unit, price.price, price.noise)], price.condition,
          // A list that says otherwise of a day than before does so from the day on which it was read.
          from: sameDay == nil ? price.from ?? origin.read : origin.read, source: origin.source))
    }
    for rate in inForce where rate.price != nil && latest[rate.series] == nil {
      let rest = Self.price(insteadOf: rate, among: latest.values)
      guard rest == nil || rate.price != rest?.bounds,
        !leaves([rate], of: old, rate.series, insteadOf: rest?.price)
      else { continue }
      entries.append(
        CardText.fields(
          [(rate.unit, rest?.price, rest?.noise)], rate.condition, from: origin.read,
          source: origin.source))
    }
    return entries
  }

  /// Whether a price stays because one of the rates in its place is an author's, or because an author
  /// took it out, which is noted.
  private mutating func leaves(
    _ rates: [Rate?], of offer: ListedOffer, _ series: Rate.Series, insteadOf listed: Money?
  ) -> Bool {
    guard let node = offers.items.first(where: { $0["id"]?.text == offer.offer.id }) else {
      return false
    }
    let rates = rates.compactMap(\.self)
    let edits = HandEdits(node, in: text, origin.kind)
    let (place, price): (SourceLocation, String?)
    if let rate = rates.first(where: edits.isByHand) {
      // What the list never had is nothing that it could say otherwise.
      if listed == nil, !edits.wasListed(rate) { return true }
      (place, price) = (edits.place(of: rate) ?? node.location, ListedPrices.text(rate.price))
    } else if rates.isEmpty, let removed = edits.place(ofRemoved: series) {
      (place, price) = (removed, nil)
    } else {
      return false
    }
    leftAlone.append(
      PriceLeftAlone(location: place, price: price, listed: ListedPrices.text(listed)))
    return true
  }

  /// What so many tokens cost where a step is gone; `nil` for a price that nothing replaces.
  private static func price(
    insteadOf rate: Rate, among latest: some Collection<ImportedPrice>
  ) -> ImportedPrice? {
    guard let step = rate.condition.input else { return nil }
    return latest.filter { price in
      price.unit == rate.unit && price.condition.choices == rate.condition.choices
        && price.condition.window == rate.condition.window
        && (price.condition.input?.tokens ?? -1) < step.tokens
    }.max { ($0.condition.input?.tokens ?? -1) < ($1.condition.input?.tokens ?? -1) }
  }

  private static func offers(of file: SiteFile) -> YAMLNode {
    var findings: [Diagnostic] = []
    guard let source = SourceText(file.bytes, file: file.path, into: &findings),
      let root = YAMLNode.read(source, noun: "rate card", into: &findings),
      let offers = root["offers"]
    else { preconditionFailure("a card that was read is read again: \(findings)") }
    return offers
  }

  /// Puts entries behind the last price of an offer.
  private mutating func append(_ entries: [Entry], to offer: YAMLNode) throws(PriceListError) {
    guard let rates = offer["rates"], let last = rates.items.last else {
      throw refusal(
        offer, "an offer without a list of prices, to which new ones could be added",
        hint: "write 'rates:' with the price that is known, or remove the offer")
    }
    for entry in entries.reversed() { _ = text.append(entry, to: rates, after: last) }
  }

  /// Puts offers behind the last one.
  private mutating func append(_ blocks: [String], to offers: YAMLNode) throws(PriceListError) {
    guard let last = offers.items.last, !text.isFlow(at: offers) else {
      throw refusal(
        offers, "offers between brackets, to which the import adds \(blocks.count) more",
        hint: "write them as a list with a dash for each, or import '--only' what the card has")
    }
    let indent = String(repeating: " ", count: text.dash(of: last).column - 1)
    let lines = blocks.flatMap { $0.split(separator: "\n") }.map {
      indent + $0.dropFirst(CardText.indent)
    }
    text.insert(lines, after: text.lastLine(ofItem: last))
  }

  private func refusal(_ node: YAMLNode, _ message: String, hint: String) -> PriceListError {
    PriceListError(finding: Diagnostic(.error, at: node.location, message, hint: hint))
  }
}
