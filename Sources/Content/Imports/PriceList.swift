public import Diagnostics
public import Pricing

/// A public price list as somebody has it, understood as far as rate cards can say it.
public struct PriceList: Sendable {
  /// What the list is, for the source that the rate cards cite.
  public struct Origin: Sendable {
    /// Which list.
    public let kind: Kind

    /// The version of the package; `nil` where nobody says.
    public let version: String?

    /// The SHA-256 of the file, or of the names and hashes of several, as hexadecimal digits.
    public let hash: String

    /// The day on which it was read.
    public let read: CalendarDate

    /// The name of the file inside the package, or how many there are.
    public let files: String

    /// Describes a list.
    public init(kind: Kind, version: String?, hash: String, read: CalendarDate, files: String) {
      (self.kind, self.version, self.hash) = (kind, version, hash)
      (self.read, self.files) = (read, files)
    }

    /// The id of the source.
    public var source: String {
      "\(kind.rawValue)-\(version.map(CardText.identifier) ?? String(hash.prefix(12)))"
    }
  }

  /// What it is.
  public let origin: Origin

  private(set) var offers: [ImportedOffer]

  /// Reads a list.
  ///
  /// - Parameters:
  ///   - files: Its files, which are several of SkyPilot, of models.dev and of genai-prices.
  ///   - origin: What it is.
  /// - Throws: A finding where the text is not what it should be.
  public init(_ files: [File], _ origin: Origin) throws(PriceListError) {
    var offers: [ImportedOffer] = []
    for file in files { offers += try Self.offers(of: file, origin.kind) }
    self.init(origin: origin, offers: offers.filter(\.isPriced).map { $0.aligned() })
  }

  private static func offers(
    of file: File, _ kind: Kind
  ) throws(PriceListError) -> [ImportedOffer] {
    switch kind {
    case .litellm: LiteLLMList.offers(try file.literal())
    case .genAIPrices: try GenAIPricesList.offers(file)
    case .modelsDev: try ModelsDevList.offers(file)
    case .skypilot: try SkyPilotList.offers(file)
    case .metergraph: MetergraphList.offers(try file.document())
    }
  }

  private init(origin: Origin, offers: [ImportedOffer]) {
    (self.origin, self.offers) = (origin, offers)
  }

  /// The entries of some providers whose key holds one of some words; all where none are given.
  public func selecting(providers: [String], words: [String]) -> PriceList {
    PriceList(
      origin: origin,
      offers: offers.filter { offer in
        (providers.isEmpty || providers.contains(offer.provider))
          && (words.isEmpty || words.contains { offer.key.contains($0) })
      })
  }

  /// Notes of an entry that no card can have it yet, since it costs nothing known before a day.
  mutating func postpone(_ place: Int, to day: CalendarDate) {
    offers[place].refuse("prices that begin on \(day), and none before")
  }

  /// How many entries state a price.
  public var pricedCount: Int { offers.count }

  /// How many of these a rate card says exactly.
  public var expressedCount: Int { offers.count { $0.unexpressed.isEmpty } }

  /// What cannot be said, by key, the most frequent first.
  public var unexpressed: [(key: String, count: Int)] {
    var counts: [String: Int] = [:]
    for offer in offers { for key in Set(offer.unexpressed) { counts[key, default: 0] += 1 } }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { (key: $0.key, count: $0.value) }
  }
}

/// Why a price list cannot be read, or a card cannot be told of it.
public struct PriceListError: Error {
  /// What is wrong, and where.
  public let finding: Diagnostic
}
