import Pricing

/// The price list of genai-prices, `genai_prices/data.py`.
enum GenAIPricesList {
  /// Where the list begins in the text of the module.
  static func start(in bytes: [UInt8]) -> Int? {
    let text = String(decoding: bytes.prefix(4096), as: UTF8.self)
    guard let name = text.firstRange(of: "\nproviders"),
      let sign = text[name.upperBound...].firstRange(of: "= ")
    else { return nil }
    return text.utf8.distance(from: text.startIndex, to: sign.upperBound)
  }

  /// The models of all providers, in the order of the list.
  static func offers(_ list: LiteralValue) -> [ImportedOffer] {
    list.items.flatMap { provider in
      (provider["models"]?.items ?? []).map { model in
        offer(model, of: provider["id"]?.text ?? "unknown", provider["pricing_urls"])
      }
    }
  }

  private static func offer(
    _ model: LiteralValue, of provider: String, _ origins: LiteralValue?
  ) -> ImportedOffer {
    let id = model["id"]?.text ?? "unknown"
    var offer = ImportedOffer(
      key: id, provider: provider, name: model["name"]?.text ?? id,
      origin: origins?.items.first?.text)
    guard let prices = model["prices"] else { return offer }
    let sets = prices.name == "ModelPrice" ? [(nil, prices)] : prices.items.map(constrained)
    for (constraint, set) in sets {
      guard let set else { continue }
      add(set, constraint, [], to: &offer)
    }
    addEnds(of: sets, to: &offer)
    let flat = sets.compactMap(\.1)
    // The first of the variants that are active holds, so later days stand first.
    for variant in (model["price_variants"]?.items ?? []).reversed() {
      addVariant(variant, standard: flat, to: &offer)
    }
    return offer
  }

  private static func constrained(_ entry: LiteralValue) -> (LiteralValue?, LiteralValue?) {
    (entry["constraint"], entry["prices"])
  }

  /// Adds the prices of a set, each with its steps.
  private static func add(
    _ set: LiteralValue, _ constraint: LiteralValue?, _ choices: [Choice],
    to offer: inout ImportedOffer
  ) {
    guard let active = ActiveTime(constraint) else { return offer.refuse("constraint") }
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
      guard member.value.name == "TieredPrices" else {
        add(member.value.number, over: nil)
        continue
      }
      add(member.value["base"]?.number, over: nil)
      for tier in member.value["tiers"]?.items ?? [] {
        add(tier["price"]?.number, over: tier["start"]?.number.flatMap { Int($0) })
      }
    }
  }

  /// A price for some choice replaces the whole standard price, steps and all.
  private static func addVariant(
    _ variant: LiteralValue, standard: [LiteralValue], to offer: inout ImportedOffer
  ) {
    let choices = variant["when"]?.members.compactMap { member in
      member.value.text.flatMap { GenAIPriceKeys.choice(member.key, $0) }
    }
    guard let choices, choices.count == variant["when"]?.members.count,
      let set = variant["prices"]
    else { return offer.refuse("price_variants.when") }
    add(set, variant["constraint"], choices, to: &offer)
    guard let active = ActiveTime(variant["constraint"]) else { return }
    for member in set.members {
      guard let number = member.value.number, let unit = GenAIPriceKeys.units[member.key],
        let quantity = unit.quantity
      else { continue }
      let starts = standard.compactMap { $0[member.key] }
        .flatMap { $0["tiers"]?.items ?? [] }.compactMap { $0["start"]?.number.flatMap { Int($0) } }
      for start in Set(starts).sorted() {
        offer.add(
          number, of: quantity, per: unit.size,
          Condition(choices: choices, input: .init(over: start), window: active.window),
          from: active.from, key: member.key)
      }
    }
  }

  /// A later set replaces an earlier one as a whole: what it leaves out costs what its whole costs.
  private static func addEnds(
    of sets: [(LiteralValue?, LiteralValue?)], to offer: inout ImportedOffer
  ) {
    var known: Set<String> = []
    var steps: [String: Set<Int>] = [:]
    for (constraint, set) in sets {
      guard let set, let active = ActiveTime(constraint), active.window == nil else { continue }
      let written = Set(set.members.filter { !$0.value.isNothing }.map(\.key))
      for key in known.subtracting(written).sorted() {
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
      known.formUnion(written)
      for member in set.members {
        addStepEnds(of: member, &steps, from: active.from, to: &offer)
      }
    }
  }

  /// A step that a later set no longer has costs what the set says for so many tokens.
  private static func addStepEnds(
    of member: LiteralValue.Member, _ known: inout [String: Set<Int>], from: CalendarDate?,
    to offer: inout ImportedOffer
  ) {
    let tiers = (member.value["tiers"]?.items ?? []).compactMap { tier in
      tier["start"]?.number.flatMap { Int($0) }.map { (start: $0, price: tier["price"]?.number) }
    }
    let gone = (known[member.key] ?? []).subtracting(tiers.map(\.start))
    known[member.key, default: []].formUnion(tiers.map(\.start))
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

  /// Since when, or at which hours, a set of prices is active.
  private struct ActiveTime {
    var from: CalendarDate?
    var window: Window?

    init?(_ constraint: LiteralValue?) {
      guard let constraint else { return }
      switch constraint.name {
      case "StartDateConstraint":
        let parts = constraint["start_date"]?.items.compactMap { $0.number.flatMap { Int($0) } }
        guard let parts, parts.count == 3 else { return nil }
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        from = CalendarDate("\(parts[0])-\(two(parts[1]))-\(two(parts[2]))")
        if from == nil { return nil }
      case "TimeOfDateConstraint":
        guard let start = Self.minute(constraint["start_time"]),
          let end = Self.minute(constraint["end_time"])
        else { return nil }
        window = Window(from: start, to: end == 0 ? 1440 : end)
      default: return nil
      }
    }

    /// `datetime.time(16, 30)`, which is universal time.
    private static func minute(_ time: LiteralValue?) -> Int? {
      guard let time, time.name == "datetime.time" else { return nil }
      let numbers = time.items.compactMap { $0.number.flatMap { Int($0) } }
      guard (1...2).contains(numbers.count), numbers.count == time.items.count else { return nil }
      return numbers[0] * 60 + (numbers.count == 2 ? numbers[1] : 0)
    }
  }
}
