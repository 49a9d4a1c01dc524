import Pricing

/// The price list of genai-prices: the module of its package, or what that is made of, which is
/// `data.json`, and a file of YAML for each provider.
enum GenAIPricesList {
  /// How the names of its files in YAML end.
  private static let endings = [".yml", ".yaml"]

  /// The models of a file, in its order.
  static func offers(_ file: PriceList.File) throws(PriceListError) -> [ImportedOffer] {
    try providers(file).flatMap { provider in
      (provider["models"]?.items ?? []).compactMap { offer($0, of: provider) }
    }
  }

  private static func providers(_ file: PriceList.File) throws(PriceListError) -> [LiteralValue] {
    if endings.contains(where: file.path.hasSuffix) { return [try file.document()] }
    guard file.isJSON else { return try file.literal(from: start).items }
    let list = try file.literal()
    // Since its third form the file has the units first.
    guard case .array(_, let items) = list["providers"] ?? list else {
      throw file.unreadable(at: 1)
    }
    return items
  }

  /// Where the list begins in the text of the module.
  private static func start(in bytes: [UInt8]) -> Int? {
    let text = String(decoding: bytes.prefix(4096), as: UTF8.self)
    guard let name = text.firstRange(of: "\nproviders"),
      let sign = text[name.upperBound...].firstRange(of: "= ")
    else { return nil }
    return text.utf8.distance(from: text.startIndex, to: sign.upperBound)
  }

  /// A model; `nil` for one that is sold no longer, which the package leaves out.
  private static func offer(_ model: LiteralValue, of provider: LiteralValue) -> ImportedOffer? {
    if model["removed"] == .word("true") { return nil }
    let id = model["id"]?.characters ?? "unknown"
    var offer = ImportedOffer(
      key: id, provider: provider["id"]?.characters ?? "unknown",
      name: model["name"]?.characters ?? id, origin: provider["pricing_urls"]?.items.first?.text)
    guard let prices = model["prices"] else { return offer }
    let listed = prices.isObject ? [(nil, prices)] : prices.items.map(constrained)
    if listed.isEmpty { offer.refuse("prices") }
    let sets = active(listed, in: &offer)
    var ends = PriceEnds()
    for (active, set) in sets {
      add(set, active, [], to: &offer)
      ends.add(leftOutOf: set, active, to: &offer)
    }
    // The first of the variants that are active holds, so later days stand first.
    for variant in (model["price_variants"]?.items ?? []).reversed() {
      addVariant(variant, to: &offer)
    }
    // Older lists have prices beside 'prices'.
    for member in provider.members + model.members
    where GenAIPriceKeys.isOtherPrice(member.key) && !member.value.isNothing {
      offer.refuse(member.key)
    }
    return offer
  }

  private static func constrained(_ entry: LiteralValue) -> (LiteralValue?, LiteralValue?) {
    (entry["constraint"], entry["prices"])
  }

  /// The sets that hold at some time, oldest first: the last one that is active holds.
  private static func active(
    _ listed: [(LiteralValue?, LiteralValue?)], in offer: inout ImportedOffer
  ) -> [(ActiveTime, LiteralValue)] {
    var sets: [(ActiveTime, LiteralValue)] = []
    for case (let constraint, let set?) in listed {
      guard let active = ActiveTime(constraint) else {
        offer.refuse("constraint")
        continue
      }
      sets.removeAll { active.covers($0.0) }
      // No card can say that hours end on a day.
      if sets.contains(where: { active.cuts($0.0) }) { offer.refuse("constraint") }
      sets.removeAll { active.cuts($0.0) }
      sets.append((active, set))
    }
    return sets
  }

  /// Adds the prices of a set, each with its steps.
  private static func add(
    _ set: LiteralValue, _ active: ActiveTime, _ choices: [Choice], to offer: inout ImportedOffer
  ) {
    for member in set.members where !member.value.isNothing {
      guard let unit = GenAIPriceKeys.units[member.key], let quantity = unit.quantity else {
        offer.refuse(member.key)
        continue
      }
      func add(_ number: String?, over start: Int?) {
        guard let number else { return offer.refuse(member.key) }
        offer.add(
          number, of: quantity, per: unit.size,
          Condition(
            choices: choices, input: start.map { .init(over: $0) }, window: active.window),
          from: active.from, key: member.key)
      }
      guard member.value.isObject else {
        add(member.value.number, over: nil)
        continue
      }
      add(member.value["base"]?.number, over: nil)
      guard case .array(_, let tiers)? = member.value["tiers"] else {
        offer.refuse(member.key)
        continue
      }
      for tier in tiers {
        let start = tier["start"]?.number.flatMap { Int($0) }
        add(start == nil ? nil : tier["price"]?.number, over: start)
      }
    }
  }

  /// A price for some choice replaces the whole standard price, steps and all.
  private static func addVariant(
    _ variant: LiteralValue, to offer: inout ImportedOffer
  ) {
    let choices = variant["when"]?.members.compactMap { member in
      member.value.text.flatMap { GenAIPriceKeys.choice(member.key, $0) }
    }
    guard let choices, !choices.isEmpty, choices.count == variant["when"]?.members.count,
      Set(choices.map(\.axis)).count == choices.count, let set = variant["prices"]
    else { return offer.refuse("price_variants.when") }
    guard let active = ActiveTime(variant["constraint"]) else { return offer.refuse("constraint") }
    removePrices(that: set, active, Condition(choices: choices), from: &offer)
    add(set, active, choices, to: &offer)
    for member in set.members where !member.value.isNothing {
      addSteps(leftOutOf: member, active, Condition(choices: choices), to: &offer)
    }
  }

  /// A step that the standard price has, or an older variant, and this one has not: it costs what
  /// this one says for so many tokens.
  private static func addSteps(
    leftOutOf member: LiteralValue.Member, _ active: ActiveTime, _ condition: Condition,
    to offer: inout ImportedOffer
  ) {
    guard let unit = GenAIPriceKeys.units[member.key], let quantity = unit.quantity else { return }
    let known = offer.prices.filter { price in
      price.unit.quantity == quantity
        && [[], condition.choices].contains(price.condition.choices)
    }.compactMap(\.condition.input?.tokens)
    let steps = PriceSteps(member.value)
    for start in Set(known).subtracting(steps.starts).sorted() {
      guard let number = steps.number(over: start) else { continue }
      offer.add(
        number, of: quantity, per: unit.size,
        Condition(choices: condition.choices, input: .init(over: start), window: active.window),
        from: active.from, key: member.key)
    }
  }

  /// Takes away what a variant that goes first leaves no time for, key by key.
  private static func removePrices(
    that set: LiteralValue, _ active: ActiveTime, _ condition: Condition,
    from offer: inout ImportedOffer
  ) {
    for member in set.members where !member.value.isNothing {
      let quantity = GenAIPriceKeys.units[member.key]?.quantity
      func isReplaced(_ price: ImportedPrice, _ how: (ActiveTime) -> Bool) -> Bool {
        quantity != nil && price.unit.quantity == quantity
          && price.condition.choices == condition.choices && how(ActiveTime(of: price))
      }
      offer.prices.removeAll { isReplaced($0, active.covers) }
      if offer.prices.contains(where: { isReplaced($0, active.cuts) }) {
        offer.refuse("constraint")
        offer.prices.removeAll { isReplaced($0, active.cuts) }
      }
    }
  }
}
