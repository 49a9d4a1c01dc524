/// What a price is for: the unit that a provider prints beside it.
///
/// A rate keeps its own unit. Nothing is converted before it is multiplied, so that the
/// arithmetic on a page is the arithmetic on the invoice. Units are rows of a table
/// (``UnitTable``), so that another one needs no other code.
public struct RateUnit: Hashable, Sendable, CaseIterable, RawRepresentable, Comparable {
  /// The place in the table, which is also the order in which an offer lists its prices.
  let place: Int

  private init(place: Int) { self.place = place }

  /// Every unit, in the order of the table.
  public static let allCases = UnitTable.rows.indices.map(RateUnit.init(place:))

  private static let places = Dictionary(
    uniqueKeysWithValues: UnitTable.rows.indices.map { (UnitTable.rows[$0].id, $0) })

  /// The unit with an id; `nil` for a word that is none.
  public init?(rawValue: String) {
    guard let place = Self.places[rawValue] else { return nil }
    self.place = place
  }

  private static func known(_ id: String) -> RateUnit {
    RateUnit(rawValue: id) ?? { preconditionFailure("the table has no '\(id)'") }()
  }

  /// A million tokens of either kind.
  public static let millionTokens = known("million-tokens")

  /// A million tokens read by the model.
  public static let millionInputTokens = known("million-input-tokens")

  /// A million tokens written by the model.
  public static let millionOutputTokens = known("million-output-tokens")

  /// One request, however long.
  public static let request = known("request")

  /// One GPU for an hour.
  public static let gpuHour = known("gpu-hour")

  /// One replica for an hour, whatever is inside.
  public static let replicaHour = known("replica-hour")

  /// One GPU for a second.
  public static let gpuSecond = known("gpu-second")

  /// One instance or meter for a second.
  public static let second = known("second")

  /// One gigabyte of memory for a second.
  public static let gigabyteSecond = known("gb-second")

  /// What a month costs at least.
  public static let minimum = known("minimum-month")

  /// What an offer with such a rate counts.
  public enum Meter: String, CaseIterable, Hashable, Sendable {
    /// Tokens in and out.
    case tokens

    /// Requests, whatever their length.
    case requests

    /// Anything else that can be counted: images, searches, pages, months.
    case items

    /// Time during which a machine is held.
    case time
  }

  /// The order of the table.
  public static func < (left: Self, right: Self) -> Bool { left.place < right.place }

  /// Whether requests ask for it, so that its price may depend on how long they are.
  public var isMovedByRequests: Bool { quantity.map { !$0.isStanding } ?? false }

  private var row: UnitRow { UnitTable.rows[place] }

  /// A short stable name for data files: `million-input-tokens`.
  public var rawValue: String { row.id }

  /// What is counted; `nil` for time and for a minimum.
  public var quantity: Quantity? { row.quantity }

  /// Of what the time is; `nil` for what is counted and for a minimum.
  public var part: Part? { row.part }

  /// Whether it is the least that a bill comes to: no meter counts it.
  public var isMinimum: Bool { row.isMinimum }

  /// The meter that counts this unit.
  public var meter: Meter { row.quantity?.meter ?? (row.part == nil ? .items : .time) }

  /// Base units (tokens, requests, seconds) in one of this unit.
  public var size: Int128 { row.size }

  /// What readers call that many base units: `a million`.
  public var sizeName: String { row.sizeName }

  /// What one is called: `GPU-hour`.
  public var one: String { row.one }

  /// What many are called: `GPU-hours`.
  public var many: String { row.many }

  /// What a price is said to be for: `per GPU-hour`.
  public var per: String { row.per }

  /// What is charged for, as the head of a row: `GPU time`.
  public var label: String { row.label }

  /// The key under which authors write its price: `usd_per_gpu_hour`.
  public var key: String { row.key }

  /// What the key means, for those who write it.
  public var documentation: String { row.documentation }

  /// A price as an author would write it.
  public var example: String { row.example }

  /// The dearest price that is not a slip of the unit.
  public var largest: Money { Money(picodollars: row.largest * Money.picodollarsPerDollar) }
}
