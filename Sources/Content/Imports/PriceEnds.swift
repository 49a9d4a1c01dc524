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
    let tiers = (member.value["tiers"]?.items ?? []).compactMap { tier in
      tier["start"]?.number.flatMap { Int($0) }.map { (start: $0, price: tier["price"]?.number) }
    }
    let gone = steps[member.key, default: []].subtracting(tiers.map(\.start))
    steps[member.key, default: []].formUnion(tiers.map(\.start))
    guard let unit = GenAIPriceKeys.units[member.key], let quantity = unit.quantity else { return }
    for start in gone.sorted() {
      let below = tiers.filter { $0.start < start }.max { $0.start < $1.start }?.price
      guard let number = below ?? member.value.number ?? member.value["base"]?.number else {
        continue
      }
      offer.add(
        number, of: quantity, per: unit.size, Condition(input: .init(over: start)), from: from,
        key: member.key)
    }
  }
}
