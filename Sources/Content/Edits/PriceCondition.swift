import Diagnostics
import Pricing

/// What stands below `when` at a price, as its author wrote it: one price is told from another by it.
struct PriceCondition: Hashable {
  /// The keys and their values, by their keys.
  private let pairs: [Pair]

  private struct Pair: Hashable {
    let key: String
    let value: String
  }

  /// The condition of an entry of `rates`.
  init(of entry: YAMLNode) {
    pairs = (entry["when"]?.keys ?? []).map { key in
      Pair(key: key.value, value: Self.flow(entry["when"]?[key.value]))
    }.sorted { $0.key < $1.key }
  }

  /// The condition that a call gives, pair by pair.
  init(_ given: [GivenValue]) {
    pairs = given.map { Pair(key: $0.key, value: $0.text) }.sorted { $0.key < $1.key }
  }

  /// The pairs as a call writes them: `tier=batch, region=eu`.
  var text: String { pairs.map { "\($0.key)=\($0.value)" }.joined(separator: ", ") }

  /// The pairs between braces; nothing for the base.
  var flow: String {
    pairs.isEmpty
      ? ""
      : "{" + pairs.map { "\($0.key): \(Self.written($0.value))" }.joined(separator: ", ") + "}"
  }

  /// What the engine reads of it.
  static func condition(of entry: YAMLNode) -> Condition {
    var findings = Findings()
    let when = entry["when"].flatMap {
      Mapping.read($0, as: ConditionFormat.shape, into: &findings.diagnostics)
    }
    return ConditionFormat.condition(when, into: &findings)
  }

  /// A list keeps its brackets, and a text gets quotes where it needs them.
  private static func written(_ value: String) -> String {
    value.hasPrefix("[") ? value : EntryWriter.scalar(value)
  }

  private static func flow(_ node: YAMLNode?) -> String {
    guard let node else { return "" }
    return node.text ?? "[\(node.items.compactMap(\.text).joined(separator: ", "))]"
  }
}
