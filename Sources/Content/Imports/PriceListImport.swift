/// The rate cards that a price list makes of a site's content, or adds to it.
public struct PriceListImport {
  /// Files that are new or changed, in the order of their paths.
  public let files: [SiteFile]

  /// The ids of the offers, by provider and key.
  public let ids: [String: String]

  /// Writes the cards of a list.
  ///
  /// Offers that are there keep every line; a price that changed is a dated entry more, and one that
  /// the list no longer has is not stated from that day on.
  ///
  /// - Parameters:
  ///   - list: The list.
  ///   - present: The files of the site's content.
  ///   - content: What they say.
  public init(_ list: PriceList, into present: [SiteFile], saying content: SiteContent) {
    var (files, ids): ([SiteFile], [String: String]) = ([], [:])
    var taken: Set<String> = []
    let providers = Dictionary(
      grouping: list.offers.filter { !$0.prices.isEmpty }, by: \.provider)
    for (provider, offers) in providers.sorted(by: { $0.key < $1.key }) {
      let named = offers.map { offer in
        let id = Self.id(of: offer, list.origin.kind, &taken)
        ids[Self.name(provider: provider, key: offer.key)] = id
        return (id: id, offer: offer)
      }
      let name = "\(list.origin.kind.rawValue)-\(CardText.identifier(provider))"
      let path = "content/rate-cards/\(name).yaml"
      let old = present.first { $0.path == path }
      let text =
        old.map { file in
          var update = CardUpdate(
            String(decoding: file.bytes, as: UTF8.self), origin: list.origin)
          update.add(named, to: content.rateCards.first { $0.id == name }?.offers ?? [])
          return update.text
        } ?? CardText.card(provider, named, of: list.origin)
      let file = SiteFile(path: path, bytes: Array(text.utf8))
      if file != old { files.append(file) }
    }
    if !files.isEmpty, let sources = Self.sources(present, content, list.origin) {
      files.append(sources)
    }
    self.files = files.sorted { $0.path < $1.path }
    self.ids = ids
  }

  /// How ``ids`` name an entry.
  public static func name(provider: String, key: String) -> String { "\(provider)\t\(key)" }

  /// An id that starts with the provider and is no other entry's.
  private static func id(
    of offer: ImportedOffer, _ kind: PriceList.Kind, _ taken: inout Set<String>
  ) -> String {
    let (provider, key) = (CardText.identifier(offer.provider), CardText.identifier(offer.key))
    // An id has 80 characters at most; four are kept for a number.
    let base = CardText.identifier(String("\(kind.rawValue)-\(provider)-\(key)".prefix(76)))
    var (id, number) = (base, 1)
    while !taken.insert(id).inserted {
      number += 1
      id = "\(base)-\(number)"
    }
    return id
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
