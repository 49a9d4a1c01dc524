import Pricing

/// Everything that `content/` says, checked and joined.
public struct SiteContent: Sendable {
  /// The publication as a whole.
  public let settings: SiteSettings

  /// Where figures were read, by id.
  public let sources: [SourceDocument]

  /// Providers and their offers, by id.
  public let rateCards: [RateCard]

  /// The scenarios that have been read, in the order of the site.
  public let scenarios: [ScenarioDocument]

  /// The ids of all scenarios, in the order of the site.
  public let scenarioIDs: [String]

  /// Reads the others.
  public let library: ScenarioLibrary

  /// Published figures that are computed again, by file.
  public let claims: [ClaimDocument]

  /// Pages of prose, by id.
  public let pages: [PageDocument]

  /// The gallery of charts, if the site has one.
  public let gallery: GalleryDocument?

  /// How the engine compares with public price lists, if the site says so.
  public let conformance: ConformanceDocument?

  private let sourcesByID: [String: SourceDocument]
  private let rateCardsByID: [String: RateCard]
  private let offersByID: [String: ListedOffer]
  private let sellers: Set<String>

  /// Joins the parts; every id is known to occur once.
  init(
    settings: SiteSettings, sources: [SourceDocument], rateCards: [RateCard],
    scenarios: [ScenarioDocument], scenarioIDs: [String], library: ScenarioLibrary,
    claims: [ClaimDocument], pages: [PageDocument], gallery: GalleryDocument? = nil,
    conformance: ConformanceDocument? = nil
  ) {
    self.settings = settings
    self.sources = sources
    self.rateCards = rateCards
    self.scenarios = scenarios
    self.scenarioIDs = scenarioIDs
    self.library = library
    // The youngest source first; those without a date come last.
    self.claims = claims.sorted { left, right in
      let dates = [left, right].map { document in
        sources.first { $0.id == document.source }?.published
      }
      guard let first = dates[0], let second = dates[1], first != second else {
        return dates[0] == dates[1] ? left.id < right.id : dates[1] == nil
      }
      return first > second
    }
    self.pages = pages
    sellers = Set(rateCards.map(\.name))
    self.gallery = gallery
    self.conformance = conformance
    // Pages ask for these once for every line of an invoice.
    sourcesByID = Dictionary(sources.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    rateCardsByID = Dictionary(
      rateCards.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    offersByID = Dictionary(
      rateCards.flatMap(\.offers).map { ($0.offer.id, $0) }, uniquingKeysWith: { first, _ in first }
    )
  }

  /// The source with an id.
  public func source(_ id: String) -> SourceDocument? { sourcesByID[id] }

  /// The rate card with an id.
  public func rateCard(_ id: String) -> RateCard? { rateCardsByID[id] }

  /// Whether somebody who publishes something sells what is priced on the site.
  public func isSeller(_ publisher: String) -> Bool { sellers.contains(publisher) }

  /// An offer as its rate card lists it.
  public func listedOffer(_ id: String) -> ListedOffer? { offersByID[id] }
}

/// A file of a site, read but not understood.
public struct SiteFile: Hashable, Sendable {
  /// The path relative to the site, with `/`.
  public let path: String

  /// The bytes.
  public let bytes: [UInt8]

  /// Creates a file.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
