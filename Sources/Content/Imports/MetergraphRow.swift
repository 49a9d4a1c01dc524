import Pricing

/// A row of metergraph's prices: what each kind of token costs while it holds, with its rules.
struct MetergraphRow {
  /// A price under a condition.
  struct Term {
    let key: String
    let quantity: Quantity
    let count: Int128
    let condition: Condition
    let price: ListedNumber
  }

  /// The prices.
  private(set) var terms: [Term] = []

  private static let million = [
    ("input_per_mtok", "input-tokens"), ("output_per_mtok", "output-tokens"),
    ("cache_read_per_mtok", "cached-input-tokens"),
    ("cache_write_5m_per_mtok", "5-minute-cache-write-input-tokens"),
    ("cache_write_1h_per_mtok", "1-hour-cache-write-input-tokens"),
  ]
  private static let batch = Choice(.tier, "batch")

  /// Keys that are no prices, and rules that say how use is counted, which no price depends on.
  private static let others: Set = [
    "channel", "region", "effective_from", "effective_to", "source_url", "rules",
  ]
  private static let rules: Set = [
    "long_context", "off_peak_discount", "input_includes_cache_read",
    "input_includes_cache_write", "varies_by_provider",
  ]

  /// Reads a row.
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - choices: Under which choices its prices hold.
  ///   - refused: Receives the keys that no card can say.
  init(_ row: LiteralValue, _ choices: [Choice], refused: inout [String]) {
    var known = Self.others
    var base: [Term] = []
    func add(_ key: String, _ id: String, per count: Int128, _ choices: [Choice]) {
      known.insert(key)
      guard let value = row[key] else { return }
      guard let quantity = Quantity(id: id), let price = value.number.flatMap(ListedNumber.init)
      else { return refused.append(key) }
      base.append(
        Term(
          key: key, quantity: quantity, count: count, condition: Condition(choices: choices),
          price: price))
    }
    for (key, id) in Self.million {
      add(key, id, per: 1_000_000, choices)
      add("batch_\(key)", id, per: 1_000_000, choices + [Self.batch])
    }
    add("request_fee_per_1k_usd", "requests", per: 1_000, choices)
    refused += row.members.map(\.key).filter { !known.contains($0) }
    refused += (row["rules"]?.members ?? []).filter {
      !Self.rules.contains($0.key) && $0.value != .word("false")
    }.map { "rules.\($0.key)" }
    let stepped = base + Self.steps(row["rules"]?["long_context"], of: base, choices, &refused)
    terms = Self.discounted(row["rules"]?["off_peak_discount"], stepped, &refused)
  }

  /// The prices above a number of input tokens, each by the multiplier of its direction.
  private static func steps(
    _ rule: LiteralValue?, of base: [Term], _ choices: [Choice], _ refused: inout [String]
  ) -> [Term] {
    guard let rule else { return [] }
    guard let tokens = rule["threshold"]?.number.flatMap({ Int($0) }),
      let input = factor(rule["input_multiplier"]), let output = factor(rule["output_multiplier"])
    else {
      refused.append("rules.long_context")
      return []
    }
    let isForBatch = rule["applies_to_batch"] != .word("false")
    var terms: [Term] = []
    for term in base where term.quantity.meter == .tokens {
      let isBatch = term.condition.choices.contains(batch)
      let times = isBatch && !isForBatch ? .one : term.key.contains("output") ? output : input
      guard let price = term.price.times(times) else {
        refused.append("rules.long_context")
        continue
      }
      let condition = Condition(choices: term.condition.choices, input: .init(over: tokens))
      terms.append(term.with(price, condition))
      // In a batch without steps the cache, which has no price of its own there, has none either.
      let hasOwn = base.contains {
        $0.quantity == term.quantity && $0.condition.choices.contains(batch)
      }
      if !isForBatch, !isBatch, !hasOwn,
        base.contains(where: { $0.condition.choices.contains(batch) })
      {
        terms.append(
          term.with(term.price, Condition(choices: choices + [batch], input: condition.input)))
      }
    }
    return terms
  }

  /// At the hours that a rule names the prices of the row, and at all others a share of them.
  private static func discounted(
    _ rule: LiteralValue?, _ terms: [Term], _ refused: inout [String]
  ) -> [Term] {
    guard let rule else { return terms }
    let days =
      rule["peak_weekdays_only"] == .word("true")
      ? Set(Weekday.allCases.prefix(5)) : Set(Weekday.allCases)
    let hours = (rule["peak_hours_utc"]?.items ?? []).map { window in
      window.items.compactMap { $0.number.flatMap { Int($0) } }
    }
    let windows = hours.filter { $0.count == 2 && 0 <= $0[0] && $0[0] < $0[1] && $0[1] <= 24 }
      .map { Window(days: days, from: $0[0] * 60, to: $0[1] * 60) }
    guard let share = factor(rule["multiplier"]), !windows.isEmpty, windows.count == hours.count
    else {
      refused.append("rules.off_peak_discount")
      return terms
    }
    return terms.flatMap { term -> [Term] in
      guard term.quantity.meter == .tokens, let price = term.price.times(share) else {
        return [term]
      }
      return [term.with(price, term.condition)]
        + windows.map { window in
          term.with(
            term.price,
            Condition(
              choices: term.condition.choices, input: term.condition.input, window: window))
        }
    }
  }

  private static func factor(_ value: LiteralValue?) -> ListedNumber? {
    value?.number.flatMap(ListedNumber.init)
  }
}

extension MetergraphRow.Term {
  /// Whether it is a price of the same under the same condition.
  func isOf(_ other: Self) -> Bool {
    quantity == other.quantity && condition == other.condition
  }

  /// The same for another price under another condition.
  fileprivate func with(_ price: ListedNumber, _ condition: Condition) -> Self {
    Self(key: key, quantity: quantity, count: count, condition: condition, price: price)
  }
}
