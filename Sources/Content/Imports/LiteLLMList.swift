import Pricing

/// The price map of litellm, `model_prices_and_context_window_backup.json`.
enum LiteLLMList {
  /// Keys with multipliers of all token prices, and the choice under which they hold.
  private static let multipliers: [String: Choice] = [
    "regional_processing_uplift_multiplier_eu": Choice(.region, "eu"),
    "regional_processing_uplift_multiplier_us": Choice(.region, "us"),
    "regional_endpoint_uplift_multiplier": Choice(.region, "regional-endpoint"),
  ]

  /// Keys that hold several prices, or none in dollars.
  private static let others: Set = [
    "tiered_pricing", "off_peak_pricing", "search_context_cost_per_query",
    "input_dbu_cost_per_token", "output_dbu_cost_per_token",
  ]

  /// The entries, in the order of the list.
  static func offers(_ list: LiteralValue) -> [ImportedOffer] {
    list.members.filter { $0.key != "sample_spec" }.map { offer($0.key, $0.value) }
  }

  private static func offer(_ key: String, _ entry: LiteralValue) -> ImportedOffer {
    let provider = entry["litellm_provider"]?.text ?? "unknown"
    let mode = entry["mode"]?.text ?? ""
    let isInclusive = provider == "xai"
    var offer = ImportedOffer(
      key: key, provider: provider, name: key, origin: entry["source"]?.text)
    addTiers(entry["tiered_pricing"], mode, isInclusive, to: &offer)
    for member in entry.members where !member.value.isNothing {
      if let choice = multipliers[member.key] {
        add(member.value, choice, member.key, to: &offer)
      } else if !others.contains(member.key) {
        add(member, mode, isInclusive, hasTiers: entry["tiered_pricing"] != nil, to: &offer)
      }
    }
    addReasoning(to: &offer)
    addSearches(entry["search_context_cost_per_query"], to: &offer)
    addOffPeak(entry["off_peak_pricing"], to: &offer)
    let specific = entry["provider_specific_entry"]
    add(specific?["us"], Choice(.region, "us"), "provider_specific_entry.us", to: &offer)
    add(specific?["fast"], Choice(.mode, "fast"), "provider_specific_entry.fast", to: &offer)
    if specific?["minimax_free_input_images"] != nil {
      offer.refuse("provider_specific_entry.minimax_free_input_images")
    }
    return offer
  }

  /// A price under its own key; whatever else looks like a price is refused, never dropped.
  private static func add(
    _ member: LiteralValue.Member, _ mode: String, _ isInclusive: Bool, hasTiers: Bool,
    to offer: inout ImportedOffer
  ) {
    guard let key = LiteLLMKey(member.key, mode: mode, isInclusive: isInclusive) else {
      if member.key.contains("cost") || member.key.contains("pricing") { offer.refuse(member.key) }
      return
    }
    guard let number = member.value.number ?? member.value.text else {
      return offer.refuse(member.key)
    }
    guard let quantity = key.quantity else {
      return offer.add(number, perTime: .second, key.condition, key: member.key)
    }
    // Prices by ranges of input say for all of a request what the flat ones would.
    let isSuperseded =
      hasTiers
      && offer.prices.contains {
        $0.unit.quantity == quantity && $0.condition.choices.isEmpty
      }
    if isSuperseded, key.condition.choices.isEmpty { return }
    offer.add(number, of: quantity, key.condition, key: member.key)
  }

  /// Prices of reasoning for what a buyer chooses: where it costs what output costs, it does so in a batch too,
  /// though the list has its price only once.
  private static func addReasoning(to offer: inout ImportedOffer) {
    func prices(of quantity: Quantity?) -> [ImportedPrice] {
      offer.prices.filter { $0.unit.quantity == quantity }
    }
    let reasoning = prices(of: Quantity(id: "reasoning-output-tokens"))
    let output = prices(of: .outputTokens)
    guard reasoning.count == 1, let one = reasoning.first, one.condition.isAlways,
      output.contains(where: {
        $0.condition.isAlways && $0.unit.size == one.unit.size && $0.price == one.price
      })
    else { return }
    for price in output where !price.condition.choices.isEmpty && price.unit.size == one.unit.size {
      offer.add(
        ImportedPrice(
          unit: one.unit, price: price.price, condition: price.condition, noise: price.noise),
        "output_cost_per_reasoning_token")
    }
  }

  private static func add(
    _ value: LiteralValue?, _ choice: Choice, _ key: String, to offer: inout ImportedOffer
  ) {
    guard let value else { return }
    guard let factor = value.number.flatMap(ListedNumber.init)?.value else {
      return offer.refuse(key)
    }
    guard !offer.factors.contains(where: { $0.choice == choice }) else { return }
    offer.factors.append(.init(choice: choice, factor: factor))
  }

  /// Ranges of input tokens: above a start, up to an end, and the last one for all that is longer.
  private static func addTiers(
    _ tiers: LiteralValue?, _ mode: String, _ isInclusive: Bool, to offer: inout ImportedOffer
  ) {
    for tier in tiers?.items ?? [] {
      guard let start = tier["range"]?.items.first?.number.flatMap(ListedNumber.init)?.value,
        start.isWhole, let tokens = Int(exactly: start.numerator)
      else {
        offer.refuse("tiered_pricing without a range of tokens")
        continue
      }
      for member in tier.members where member.key != "range" {
        guard let key = LiteLLMKey(member.key, mode: mode), let quantity = key.quantity,
          let number = member.value.number, key.condition.input == nil
        else {
          offer.refuse("tiered_pricing.\(member.key)")
          continue
        }
        let condition = Condition(
          choices: key.condition.choices, input: tokens == 0 ? nil : .init(over: tokens))
        offer.add(number, of: quantity, condition, key: "tiered_pricing.\(member.key)")
      }
    }
  }

  /// A fee for a search by the size of what it brings; one fee where the sizes cost the same.
  private static func addSearches(_ fees: LiteralValue?, to offer: inout ImportedOffer) {
    guard let fees, let quantity = Quantity(id: "web-searches") else { return }
    let numbers = fees.members.compactMap { member in
      member.value.number.map { (size: member.key, number: $0) }
    }
    let key = "search_context_cost_per_query"
    guard numbers.count == fees.members.count, let first = numbers.first else {
      return offer.refuse(key)
    }
    if numbers.allSatisfy({ ListedNumber($0.number) == ListedNumber(first.number) }) {
      return offer.add(first.number, of: quantity, .always, key: key)
    }
    let sizes = numbers.map { $0.size.split(separator: "_").last.map(String.init) ?? $0.size }
    // A name of theirs that no card can have is not one of a size.
    guard sizes.allSatisfy({ (try? Words.identifier($0)) != nil }) else { return offer.refuse(key) }
    for (fee, size) in zip(numbers, sizes) {
      offer.add(
        fee.number, of: quantity, Condition(choices: [Choice(.size, size)]), key: key)
    }
  }

  /// Prices at hours of the week.
  private static func addOffPeak(_ block: LiteralValue?, to offer: inout ImportedOffer) {
    guard let block else { return }
    guard let windows = OffPeakWindows(block)?.windows else {
      return offer.refuse("off_peak_pricing")
    }
    let rest: Set = ["hours_utc", "windows", "weekday_timezone"]
    for member in block.members where !rest.contains(member.key) {
      guard let key = LiteLLMKey(member.key, mode: ""), let quantity = key.quantity,
        let number = member.value.number
      else {
        offer.refuse("off_peak_pricing.\(member.key)")
        continue
      }
      for window in windows {
        offer.add(
          number, of: quantity,
          Condition(choices: key.condition.choices, input: key.condition.input, window: window),
          key: "off_peak_pricing.\(member.key)")
      }
    }
  }
}
