/// One thing that a provider sells, with its own id.
public struct Offer: Hashable, Sendable {
  /// Unique in a site; lower case, digits, hyphens and points: `gmi-gpt-5.4-nano`.
  public var id: String {
    get { fields.value.id }
    set { fields = fields.changed { $0.id = newValue } }
  }

  /// The id under which the offer was created, whatever a scenario calls it: two rows of one card
  /// have the same rates, and these turn out the same.
  public var card: String { fields.value.card }

  /// The name as a reader knows it.
  public var name: String {
    get { fields.value.name }
    set { fields = fields.changed { $0.name = newValue } }
  }

  /// The id of the provider who sells it.
  public var provider: String {
    get { fields.value.provider }
    set { fields = fields.changed { $0.provider = newValue } }
  }

  /// Every dated rate, oldest first within a unit.
  public var rates: [Rate] {
    get { fields.value.rates }
    set { fields = fields.changed { $0.rates = newValue } }
  }

  /// Prices in proportion to the rates.
  public var adjustments: [Adjustment] {
    get { fields.value.adjustments }
    set { fields = fields.changed { $0.adjustments = newValue } }
  }

  /// What is taken off the prices, one after the other; only those that hold, as they bear no day.
  public var discounts: [Discount] {
    get { fields.value.discounts }
    set { fields = fields.changed { $0.discounts = newValue } }
  }

  /// What a buyer chose that makes no difference to any price of the offer.
  public internal(set) var unpricedChoices: [Choice] {
    get { fields.value.unpricedChoices }
    set { fields = fields.changed { $0.unpricedChoices = newValue } }
  }

  /// What a buyer chose that makes no difference to some prices of the offer, though it does to others.
  var priceGaps: [PriceGap] {
    get { fields.value.priceGaps }
    set { fields = fields.changed { $0.priceGaps = newValue } }
  }

  /// The offer at other prices, for workloads that choose something for themselves, by what they choose.
  var askedPrices: [[Choice]: Offer] {
    get { fields.value.askedPrices }
    set { fields = fields.changed { $0.askedPrices = newValue } }
  }

  /// What other sources say about the price; it never prices anything.
  public var statements: [Statement] {
    get { fields.value.statements }
    set { fields = fields.changed { $0.statements = newValue } }
  }

  /// How machines come and go, oldest first; empty for an offer that bills no time.
  public var rules: [ScalingRules] {
    get { fields.value.rules }
    set { fields = fields.changed { $0.rules = newValue } }
  }

  /// What one replica has of each part that is charged for its time: GPUs, gigabytes of memory.
  public var replica: ReplicaSize {
    get { fields.value.replica }
    set { fields = fields.changed { $0.replica = newValue } }
  }

  /// Tokens per second and utilisation of one replica, where known for this offer.
  public var throughput: Throughput? {
    get { fields.value.throughput }
    set { fields = fields.changed { $0.throughput = newValue } }
  }

  /// What the offer allows beside its price.
  public var features: Features {
    get { fields.value.features }
    set { fields = fields.changed { $0.features = newValue } }
  }

  /// What one gets for the price; `nil` where nobody says.
  public var goods: Goods? {
    get { fields.value.goods }
    set { fields = fields.changed { $0.goods = newValue } }
  }

  /// What is known of it, in one place that copies share: offers are handed on far more often than
  /// changed, and hold too much to copy each time.
  private var fields: Shared<Fields>

  private struct Fields: Hashable {
    var id: String
    let card: String
    var name: String
    var provider: String
    var rates: [Rate]
    var adjustments: [Adjustment] = []
    var discounts: [Discount] = []
    var unpricedChoices: [Choice] = []
    var priceGaps: [PriceGap] = []
    var askedPrices: [[Choice]: Offer] = [:]
    var statements: [Statement]
    var rules: [ScalingRules]
    var replica: ReplicaSize
    var throughput: Throughput?
    var features: Features
    var goods: Goods?
  }

  /// Creates an offer whose rules never change.
  public init(
    id: String, name: String, provider: String, rates: [Rate],
    scaling: ScalingPolicy = ScalingPolicy(), replica: ReplicaSize = ReplicaSize(),
    throughput: Throughput? = nil
  ) {
    self.init(
      id: id, name: name, provider: provider, rates: rates,
      rules: [ScalingRules(policy: scaling)], replica: replica, throughput: throughput)
  }

  /// Creates an offer with dated rules, oldest first.
  public init(
    id: String, name: String, provider: String, rates: [Rate], rules: [ScalingRules],
    replica: ReplicaSize = ReplicaSize(), throughput: Throughput? = nil,
    features: Features = Features(), statements: [Statement] = [], goods: Goods? = nil
  ) {
    fields = Shared(
      Fields(
        id: id, card: id, name: name, provider: provider, rates: rates, statements: statements,
        rules: rules, replica: replica, throughput: throughput, features: features, goods: goods))
  }

  /// How machines come and go by the latest rules; setting it makes them the only ones.
  public var scaling: ScalingPolicy {
    get { scaling(on: nil) }
    set { rules = [ScalingRules(policy: newValue)] }
  }

  /// The base rates in force on a day, in the order of units.
  ///
  /// - Parameter date: The day; `nil` for the latest known.
  /// - Returns: At most one rate of each unit.
  public func rates(on date: CalendarDate?) -> [Rate] {
    let rates = ratesInForce(on: date)
    return rates.contains { !$0.condition.isAlways }
      ? rates.filter(\.condition.isAlways) : rates
  }

  /// The rates in force on a day: of each unit and condition the latest that is known to hold, in the
  /// order of units; the oldest one holds before its day too, unless its source states when it began.
  ///
  /// - Parameter date: The day; `nil` for the latest known.
  /// - Returns: At most one rate of each unit and condition.
  public func ratesInForce(on date: CalendarDate?) -> [Rate] {
    // By number, because this is asked often and an index counts no references.
    let rates = rates
    var latest: [(series: Int, place: Int?)] = []
    latest.reserveCapacity(rates.count)
    for index in rates.indices {
      let known = latest.firstIndex {
        rates[$0.series].unit == rates[index].unit
          && rates[$0.series].condition == rates[index].condition
      }
      let place = rates[index].day.holds(on: date, isOldest: known == nil) ? index : nil
      if let known {
        if let place { latest[known].place = place }
      } else {
        latest.append((index, place))
      }
    }
    latest.sort { (rates[$0.series].unit, $0.series) < (rates[$1.series].unit, $1.series) }
    var inForce: [Rate] = []
    inForce.reserveCapacity(latest.count)
    for case (_, let place?) in latest { inForce.append(rates[place]) }
    return inForce
  }

  /// What the offer counts, in a fixed order; more than one for a mixed price.
  public var meters: [RateUnit.Meter] {
    let rates = rates
    return RateUnit.Meter.allCases.filter { meter in
      rates.contains { !$0.unit.isMinimum && $0.unit.meter == meter }
    }
  }

  /// How the bill comes about.
  public var billingModel: BillingModel {
    switch meters {
    case [.tokens]: .perToken
    case [.requests]: .perRequest
    case [.items]: .perItem
    case [.time]: scaling.scalesToZero && !isHeld ? .scaleToZero : .alwaysOn
    default: .mixed
    }
  }
}

/// The ways of billing that readers choose between.
public enum BillingModel: String, CaseIterable, Hashable, Sendable {
  /// Tokens in and out, nothing else.
  case perToken = "per token"

  /// A price for each request.
  case perRequest = "per request"

  /// A price for each of something else: an image, a page, a month.
  case perItem = "per item"

  /// Time while machines run; they stop when idle.
  case scaleToZero = "by time, scales to zero"

  /// Time of machines that stay, busy or not.
  case alwaysOn = "per replica-hour, always on"

  /// More than one meter at once.
  case mixed
}
