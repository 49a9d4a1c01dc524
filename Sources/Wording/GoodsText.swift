import Messages
package import Pricing

/// What one gets for the price, in the reader's words.
package enum GoodsText {
  /// What the offers of a group are called together: `H100`, `small models`, `GPT-4o or H100`.
  ///
  /// - Parameter group: Offers that can take each other's place.
  /// - Returns: The author's name for them, or else what they are.
  package static func name(_ group: OfferGroup) -> String {
    group.alternatives?.name ?? UnitText.list(group.kinds.map(Self.name), conjunction: "or")
  }

  private static func name(_ kind: OfferGroup.Kind?) -> String {
    let machine = (kind?.machine).map { Self.machine($0.name, count: $0.count) }
    guard let model = (kind?.model).map(Self.model) else {
      return machine ?? localized("model or machine not stated")
    }
    return machine.map { localized("\(model) on \($0)", context: "goods") } ?? model
  }

  private static func model(_ model: OfferGroup.Kind.Model) -> String {
    switch model {
    case .name(let name): name
    case .modelClass(let modelClass): localized("\(modelClass) models")
    case .access(let access):
      localized(access == .open ? "open models" : "proprietary models")
    }
  }

  private static func machine(_ name: String, count: Int) -> String {
    count > 1 ? "\(NumberText.whole(count)) × \(name)" : name
  }

  /// A model in a line: `GPT-4o, frontier, proprietary`.
  package static func line(_ model: Goods.Model) -> String {
    [model.name, model.modelClass, model.access.map(word)].compactMap(\.self)
      .joined(separator: ", ")
  }

  private static func word(_ access: Goods.Access) -> String {
    localized(access == .open ? "open" : "proprietary", context: "model")
  }

  /// A machine in a line: `8 × NVIDIA H100 SXM5, 80 GB`.
  package static func line(_ machine: Goods.Machine) -> String {
    Self.machine(machine.detail ?? machine.name, count: machine.count)
  }
}
