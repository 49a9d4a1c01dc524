import Pricing

/// The rate cards that a price list makes of a site's content, or adds to it.
public struct PriceListImport {
  /// Files that are new or changed, in the order of their paths.
  public let files: [SiteFile]

  /// The list as the files say it: an offer whose prices all begin after the day of the site is not
  /// expressed yet, unless its card has it already.
  public let list: PriceList

  /// Prices that no entry follows, because somebody changed them by hand, in the order of the cards.
  public let leftAlone: [PriceLeftAlone]

  /// The ids of the offers, by provider and key.
  public let ids: [String: String]

  /// Writes the cards of a list.
  ///
  /// Offers that are there keep every line; a price that changed is a dated entry more, and one that
  /// the list no longer has is not stated from that day on. A price that is not what the list said when
  /// it was imported is its author's, and stays.
  ///
  /// - Parameters:
  ///   - list: The list.
  ///   - present: The files of the site's content.
  ///   - content: What they say.
  /// - Throws: A finding where a card has no place for what is to be added.
  public init(
    _ list: PriceList, into present: [SiteFile], saying content: SiteContent
  ) throws(PriceListError) {
    var (files, ids): ([SiteFile], [String: String]) = ([], [:])
    var leftAlone: [PriceLeftAlone] = []
    var taken = TakenIDs()
    let day = max(content.settings.day, content.settings.updated)
    var said = list
    // Names of theirs that differ in signs alone have one card.
    let providers = Dictionary(
      grouping: list.offers.indices.filter { !list.offers[$0].prices.isEmpty },
      by: { Self.name(ofCard: list.offers[$0].provider, list.origin.kind) })
    for (name, places) in providers.sorted(by: { $0.key < $1.key }) {
      let old = present.first { $0.path == "content/rate-cards/\(name).yaml" }
      let listed = content.rateCards.first { $0.id == name }?.offers ?? []
      var named: [(id: String, offer: ImportedOffer)] = []
      for place in places {
        let offer = list.offers[place]
        // Also one that is left out has its id, which is the same when its day has come.
        let id = taken.id(of: offer, list.origin.kind)
        if let begins = offer.begins, begins > day, !listed.contains(where: { $0.offer.id == id }) {
          said.postpone(place, to: begins)
        } else {
          ids[Self.name(provider: offer.provider, key: offer.key)] = id
          named.append((id, offer))
        }
      }
      let file = try Self.card(
        name, named, of: list.origin, after: old, with: listed, &leftAlone)
      if let file, file != old { files.append(file) }
    }
    if !files.isEmpty, let sources = Self.sources(present, content, list.origin) {
      files.append(sources)
    }
    self.files = files.sorted { $0.path < $1.path }
    (self.list, self.ids, self.leftAlone) = (said, ids, leftAlone)
  }

  /// The card of a provider, or what an older one becomes; `nil` for a new one without an offer.
  private static func card(
    _ name: String, _ named: [(id: String, offer: ImportedOffer)], of origin: PriceList.Origin,
    after old: SiteFile?, with listed: [ListedOffer], _ leftAlone: inout [PriceLeftAlone]
  ) throws(PriceListError) -> SiteFile? {
    if let old {
      var update = CardUpdate(old, origin: origin)
      let file = try update.adding(named, to: listed)
      leftAlone += update.leftAlone
      return file
    }
    guard let first = named.first else { return nil }
    return SiteFile(
      path: "content/rate-cards/\(name).yaml",
      text: CardText.card(first.offer.provider, named, of: origin))
  }

  /// How ``ids`` name an entry.
  public static func name(provider: String, key: String) -> String { "\(provider)\t\(key)" }

  private static func name(ofCard provider: String, _ kind: PriceList.Kind) -> String {
    let name = "\(kind.rawValue)-\(CardText.identifier(provider))"
    return CardText.identifier(String(name.prefix(Words.longestIdentifier)))
  }

  /// The list of sources with this one; `nil` where it is known already.
  private static func sources(
    _ present: [SiteFile], _ content: SiteContent, _ origin: PriceList.Origin
  ) -> SiteFile? {
    let path = "content/sources.yaml"
    guard !content.sources.contains(where: { $0.id == origin.source }),
      let old = present.first(where: { $0.path == path })
    else { return nil }
    var text = String(decoding: old.bytes, as: UTF8.self)
    if !text.hasSuffix("\n") { text += "\n" }
    return SiteFile(path: path, bytes: Array((text + CardText.source(origin)).utf8))
  }
}

/// The ids of entries, each of which is no other's.
private struct TakenIDs {
  private var ids: Set<String> = []
  private var numbers: [String: Int] = [:]

  /// An id that starts with the provider.
  mutating func id(of offer: ImportedOffer, _ kind: PriceList.Kind) -> String {
    let (provider, key) = (CardText.identifier(offer.provider), CardText.identifier(offer.key))
    // Four characters are kept for a number.
    let base = CardText.identifier(
      String("\(kind.rawValue)-\(provider)-\(key)".prefix(Words.longestIdentifier - 4)))
    var (id, number) = (base, numbers[base] ?? 1)
    while !ids.insert(id).inserted {
      number += 1
      let end = "-\(number)"
      id = CardText.identifier(String(base.prefix(Words.longestIdentifier - end.count))) + end
    }
    numbers[base] = number
    return id
  }
}
