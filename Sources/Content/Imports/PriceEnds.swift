import Pricing

/// What later sets of prices of genai-prices leave out: each replaces those before it as a whole.
struct PriceEnds {
  private var keys: Set<String> = []
  private var steps: [String: Set<Int>] = [:]

  /// Adds what a set says of keys and steps that were there before it, and no longer are.
  ///
  /// - Parameters:
  ///   - set: The set, which is younger than all that were added.
  ///   - active: When it holds.
  ///   - offer: Receives the prices.
  mutating func add(
    leftOutOf set: LiteralValue, _ active: ActiveTime, to offer: inout ImportedOffer
  ) {
    // Hours leave the rest of the day as it was.
    if active.window != nil { return }
    let written = Set(set.members.filter { !$0.value.isNothing }.map(\.key))
    for key in keys.subtracting(written).sorted() {
      guard let part = GenAIPriceKeys.units[key]?.quantity else { continue }
      let whole = set.members.first { member in
        GenAIPriceKeys.units[member.key]?.quantity.map(part.isPart) ?? false
      }
      guard let whole, let unit = GenAIPriceKeys.units[whole.key],
        let number = whole.value.number
      else {
        offer.refuse("\(key), which a later day leaves out")
        continue
      }
      offer.add(number, of: part, per: unit.size, .always, from: active.from, key: key)
    }
    keys.formUnion(written)
    for member in set.members { addSteps(leftOutOf: member, from: active.from, to: &offer) }
  }

  /// A step that a later set no longer has costs what the set says for so many tokens.
  private mutating func addSteps(
    leftOutOf member: LiteralValue.Member, from: CalendarDate?, to offer: inout ImportedOffer
  ) {
    let present = PriceSteps(member.value)
    let gone = steps[member.key, default: []].subtracting(present.starts)
    steps[member.key, default: []].formUnion(present.starts)
    guard let unit = GenAIPriceKeys.units[member.key], let quantity = unit.quantity else { return }
    for start in gone.sorted() {
      guard let number = present.number(over: start) else { continue }
      offer.add(
        number, of: quantity, per: unit.size, Condition(input: .init(over: start)), from: from,
        key: member.key)
    }
  }
}

/// A price of genai-prices by the tokens of its request.
struct PriceSteps {
  private let base: String?
  private let tiers: [(start: Int, price: String?)]

  /// Reads a price, which may be one for any number of tokens.
  init(_ value: LiteralValue) {
    base = value.number ?? value["base"]?.number
    tiers = (value["tiers"]?.items ?? []).compactMap { tier in
      tier["start"]?.number.flatMap { Int($0) }.map { (start: $0, price: tier["price"]?.number) }
    }
  }

  /// The numbers of tokens above which another price begins.
  var starts: [Int] { tiers.map(\.start) }

  /// The price for a little more than so many tokens.
  func number(over tokens: Int) -> String? {
    tiers.filter { $0.start <= tokens }.max { $0.start < $1.start }?.price ?? base
  }
}
