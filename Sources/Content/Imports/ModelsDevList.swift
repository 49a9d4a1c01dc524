import Pricing

/// The database of models.dev: `api.json`, or a file of TOML for each model.
enum ModelsDevList {
  private static let units: [String: Quantity] = [
    "input": "input-tokens", "output": "output-tokens", "cache_read": "cached-input-tokens",
    "cache_write": "cache-write-input-tokens", "reasoning": "reasoning-output-tokens",
    "input_audio": "audio-input-tokens", "output_audio": "audio-output-tokens",
  ].compactMapValues(Quantity.init(id:))

  /// Keys beside those that are prices.
  private static let steps: Set = ["tiers", "context_over_200k"]

  /// The models of a file.
  static func offers(_ file: PriceList.File) throws(PriceListError) -> [ImportedOffer] {
    guard file.path.hasSuffix(".toml") else {
      return try file.literal().members.flatMap { provider in
        (provider.value["models"]?.members ?? []).map { model in
          offer(
            model.key, of: provider.value["id"]?.text ?? provider.key, model.value,
            provider.value["doc"]?.text)
        }
      }
    }
    let parts = file.path.split(separator: "/").map(String.init)
    // A provider has a file of its own beside those of its models.
    guard let models = parts.lastIndex(of: "models"), models > 0, models < parts.count - 1 else {
      return []
    }
    let key = parts[(models + 1)...].joined(separator: "/").dropLast(".toml".utf8.count)
    return [offer(String(key), of: parts[models - 1], try file.table(), nil)]
  }

  private static func offer(
    _ key: String, of provider: String, _ model: LiteralValue, _ origin: String?
  ) -> ImportedOffer {
    var offer = ImportedOffer(
      key: key, provider: provider, name: model["name"]?.text ?? key, origin: origin)
    guard let cost = model["cost"] else { return offer }
    add(cost, over: nil, "cost", to: &offer)
    let tiers = cost["tiers"]?.items ?? []
    for tier in tiers { addTier(tier, to: &offer) }
    // Older readers find the step there that newer ones find among the tiers.
    if let old = cost["context_over_200k"], !tiers.contains(where: { isSame($0, old) }) {
      add(old, over: 200_000, "cost.context_over_200k", to: &offer)
    }
    return offer
  }

  private static func addTier(_ tier: LiteralValue, to offer: inout ImportedOffer) {
    guard let kind = tier["tier"], kind["type"]?.text == "context",
      let size = kind["size"]?.number.flatMap({ Int($0) }), size > 0
    else { return offer.refuse("cost.tiers.tier") }
    add(tier, over: size, "cost.tiers", to: &offer)
  }

  private static func isSame(_ tier: LiteralValue, _ old: LiteralValue) -> Bool {
    let prices = tier.members.filter { $0.key != "tier" }
    return Set(prices) == Set(old.members)
  }

  /// Adds the prices of a table, each for a million tokens.
  private static func add(
    _ table: LiteralValue, over tokens: Int?, _ path: String, to offer: inout ImportedOffer
  ) {
    for member in table.members where !member.value.isNothing && member.key != "tier" {
      if tokens == nil, steps.contains(member.key) { continue }
      let key = "\(path).\(member.key)"
      guard let quantity = units[member.key], let number = member.value.number else {
        offer.refuse(key)
        continue
      }
      offer.add(
        number, of: quantity, per: 1_000_000, Condition(input: tokens.map { .init(over: $0) }),
        key: key)
    }
  }
}
