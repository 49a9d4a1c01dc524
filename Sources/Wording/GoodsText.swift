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
      return machine ?? "model or machine not stated"
    }
    return machine.map { "\(model) on \($0)" } ?? model
  }

  private static func model(_ model: OfferGroup.Kind.Model) -> String {
    switch model {
    case .name(let name): name
    case .modelClass(let modelClass): "\(modelClass) models"
    case .access(let access): "\(access.rawValue) models"
    }
  }

  private static func machine(_ name: String, count: Int) -> String {
    count > 1 ? "\(NumberText.whole(count)) × \(name)" : name
  }

  /// A model in a line: `GPT-4o, frontier, proprietary`.
  package static func line(_ model: Goods.Model) -> String {
    [model.name, model.modelClass, model.access?.rawValue].compactMap(\.self)
      .joined(separator: ", ")
  }

  /// A machine in a line: `8 × NVIDIA H100 SXM5, 80 GB`.
  package static func line(_ machine: Goods.Machine) -> String {
    Self.machine(machine.detail ?? machine.name, count: machine.count)
  }
}
