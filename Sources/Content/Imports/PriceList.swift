public import Diagnostics
public import Pricing

/// A public price list as somebody has it, understood as far as rate cards can say it.
public struct PriceList: Sendable {
  /// The lists that can be read.
  public enum Kind: String, CaseIterable, Sendable {
    /// The price map of litellm.
    case litellm

    /// The list of genai-prices.
    case genAIPrices = "genai-prices"

    /// The file that holds the prices, inside the unpacked package.
    public var file: String {
      switch self {
      case .litellm: "litellm/model_prices_and_context_window_backup.json"
      case .genAIPrices: "genai_prices/data.py"
      }
    }

    /// The start of the folder in which the package says its version.
    public var metadata: String {
      switch self {
      case .litellm: "litellm-"
      case .genAIPrices: "genai_prices-"
      }
    }
  }

  /// What the list is, for the source that the rate cards cite.
  public struct Origin: Sendable {
    /// Which list.
    public let kind: Kind

    /// The version of the package; `nil` where nobody says.
    public let version: String?

    /// The SHA-256 of the file, as hexadecimal digits.
    public let hash: String

    /// The day on which it was read.
    public let read: CalendarDate

    /// Describes a list.
    public init(kind: Kind, version: String?, hash: String, read: CalendarDate) {
      (self.kind, self.version, self.hash, self.read) = (kind, version, hash, read)
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
  ///   - bytes: The file.
  ///   - origin: What it is.
  ///   - path: What messages call it.
  /// - Throws: A finding where the text is not what it should be.
  public init(_ bytes: [UInt8], _ origin: Origin, path: String) throws(PriceListError) {
    let start = origin.kind == .litellm ? 0 : GenAIPricesList.start(in: bytes)
    do throws(LiteralReader.Fault) {
      guard let start else { throw LiteralReader.Fault(offset: 0) }
      let list = try LiteralReader.value(of: bytes, from: start)
      let offers =
        origin.kind == .litellm ? LiteLLMList.offers(list) : GenAIPricesList.offers(list)
      self.offers = offers.filter(\.isPriced).map { $0.aligned() }
      self.origin = origin
    } catch {
      let line = bytes.prefix(error.offset).count { $0 == UInt8(ascii: "\n") } + 1
      throw PriceListError(
        finding: Diagnostic(
          .error, at: SourceLocation(file: path, line: line, column: 1),
          "the price list cannot be read from here on",
          hint: "give the file as the package has it"))
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

/// Why a price list cannot be read.
public struct PriceListError: Error {
  /// What is wrong, and where.
  public let finding: Diagnostic
}
