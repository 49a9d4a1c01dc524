/// Something that a workload has so many of and a price can be for: input tokens, images, searches.
///
/// Quantities are rows of a table (``QuantityTable``), so that another one needs no other code.
public struct Quantity: Hashable, Sendable, CaseIterable, Comparable {
  /// The place in the table, which is also the order of lines on an invoice.
  let place: Int

  init(place: Int) { self.place = place }

  /// Every quantity, in the order of the table.
  public static let allCases = QuantityTable.rows.indices.map(Quantity.init(place:))

  private static let places = Dictionary(
    uniqueKeysWithValues: QuantityTable.rows.indices.map { (QuantityTable.rows[$0].id, $0) })

  /// The quantity with an id; `nil` for a word that is none.
  public init?(id: String) {
    guard let place = Self.places[id] else { return nil }
    self.place = place
  }

  private static func known(_ id: String) -> Quantity {
    Quantity(id: id) ?? { preconditionFailure("the table has no '\(id)'") }()
  }

  /// Tokens of either kind.
  public static let tokens = known("tokens")

  /// Tokens read by the model.
  public static let inputTokens = known("input-tokens")

  /// Tokens written by the model.
  public static let outputTokens = known("output-tokens")

  /// Requests, whatever their length.
  public static let requests = known("requests")

  /// Months, of which a workload has one unless it says otherwise.
  public static let months = known("months")

  /// The order of the table.
  public static func < (left: Self, right: Self) -> Bool { left.place < right.place }

  private var row: QuantityRow { QuantityTable.rows[place] }

  /// A short stable name for data files: `cached-input-tokens`.
  public var id: String { row.id }

  /// What a reader calls one of it: `image`.
  public var one: String { row.one }

  /// What a reader calls many of it: `images`.
  public var many: String { row.many }

  /// What of its family it is: an input, cached, audio.
  var traits: Traits { row.traits }

  /// Whether it is had for the month, so that more work needs no more of it: seats, storage.
  public var isStanding: Bool { row.traits.contains(.standing) }

  /// The meter that counts it.
  public var meter: RateUnit.Meter {
    if row.family == .tokens { return .tokens }
    return self == .requests ? .requests : .items
  }

  /// Whether all of it is counted in another quantity too: cached input tokens are input tokens.
  public func isPart(of other: Quantity) -> Bool {
    self != other && row.family == other.row.family && other.traits.isSubset(of: traits)
  }

  /// The quantity of the family that has no other trait than the direction: what a part is drawn as.
  public var whole: Quantity {
    if row.family == .tokens, self != .tokens {
      return traits.contains(.input) ? .inputTokens : .outputTokens
    }
    return self == .tokens ? self : .requests
  }
}

/// What distinguishes the quantities of a family.
struct Traits: OptionSet, Hashable, Sendable {
  let rawValue: Int

  static let input = Traits(rawValue: 1 << 0)
  static let output = Traits(rawValue: 1 << 1)
  static let text = Traits(rawValue: 1 << 2)
  static let audio = Traits(rawValue: 1 << 3)
  static let image = Traits(rawValue: 1 << 4)
  static let video = Traits(rawValue: 1 << 5)
  static let cached = Traits(rawValue: 1 << 6)
  static let written = Traits(rawValue: 1 << 7)
  static let fiveMinutes = Traits(rawValue: 1 << 8)
  static let oneHour = Traits(rawValue: 1 << 9)
  static let twelveHours = Traits(rawValue: 1 << 10)
  static let tool = Traits(rawValue: 1 << 11)
  static let reasoning = Traits(rawValue: 1 << 12)
  static let citation = Traits(rawValue: 1 << 13)
  static let annotated = Traits(rawValue: 1 << 14)
  /// There is so much of it for the month, however much work there is.
  static let standing = Traits(rawValue: 1 << 15)
}
