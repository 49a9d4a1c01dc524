import Pricing

/// Something that prices of a list can be for or depend on, by which its entries are counted.
struct PriceFeature {
  /// What readers call it.
  let name: String

  private let isFeature: @Sendable (ImportedPrice) -> Bool
  private let isOfFactors: @Sendable (Choice) -> Bool

  private init(
    _ name: String, factors: @escaping @Sendable (Choice) -> Bool = { _ in false },
    _ isFeature: @escaping @Sendable (ImportedPrice) -> Bool
  ) {
    (self.name, self.isFeature, isOfFactors) = (name, isFeature, factors)
  }

  /// Whether an entry has it.
  func isPart(of offer: ImportedOffer) -> Bool {
    offer.prices.contains(where: isFeature) || offer.factors.contains { isOfFactors($0.choice) }
  }

  /// A feature of whatever the ids of quantities hold.
  private static func counting(_ name: String, _ words: [String]) -> PriceFeature {
    PriceFeature(name) { price in
      price.unit.quantity.map { quantity in words.contains { quantity.id.contains($0) } } ?? false
    }
  }

  /// A feature of prices that a buyer chooses.
  private static func choosing(_ name: String, _ axes: Set<ChoiceAxis>) -> PriceFeature {
    PriceFeature(
      name, factors: { axes.contains($0.axis) },
      { $0.condition.choices.contains { axes.contains($0.axis) } })
  }

  /// Every feature, in the order in which pages show them.
  static let all: [PriceFeature] = [
    PriceFeature("Input and output tokens") {
      [.inputTokens, .outputTokens].contains($0.unit.quantity)
    },
    counting("Cached input", ["cached"]), counting("Cache writes", ["cache-write"]),
    PriceFeature("Steps by the length of the input") { $0.condition.input != nil },
    choosing("Batch and other tiers", [.tier]), choosing("Regions", [.region]),
    choosing(
      "Sizes, sorts and other choices", [.size, .quality, .commitment, .kind, .mode, .time]),
    PriceFeature("Hours of the week") { $0.condition.window != nil },
    PriceFeature("Days on which prices begin") { $0.from != nil },
    counting("Reasoning, citations and tools", ["reasoning", "citation", "tool"]),
    counting("Searches and requests", ["searches", "requests", "code-runs", "sessions"]),
    counting("Images and video", ["image", "pixel", "video"]), counting("Audio", ["audio"]),
    counting(
      "Pages, characters and messages",
      ["page", "character", "messages", "queries", "credits", "text-unit"]),
    PriceFeature("Time of machines") { $0.unit.meter == .time },
  ]
}

extension PriceList {
  /// How many entries have a feature, and how many of these a rate card says exactly.
  public struct Share: Hashable, Sendable {
    /// What readers call the feature.
    public let feature: String

    /// Entries that have it, as far as their keys are understood.
    public let entries: Int

    /// Those of them that are expressed exactly, with all else that they state.
    public let expressed: Int
  }

  /// The shares by feature, without those that no entry has.
  public var shares: [Share] {
    PriceFeature.all.compactMap { feature in
      let having = offers.filter(feature.isPart)
      guard !having.isEmpty else { return nil }
      return Share(
        feature: feature.name, entries: having.count,
        expressed: having.count { $0.unexpressed.isEmpty })
    }
  }
}
