import Diagnostics

/// The pairs of a mapping while it is read, which knows the place of each key.
struct YAMLPairs {
  typealias Pair = (key: Located<String>, value: YAMLNode)
  private(set) var all: [Pair] = []
  private var places: [String: SourceLocation] = [:]

  /// Looking through fewer keys is quicker than hashing them; through many it is not, and hostile
  /// files have many.
  private static let fewest = 16

  /// Where a key stands already.
  func place(of key: String) -> SourceLocation? {
    if all.count >= Self.fewest { return places[key] }
    return all.first { $0.key.value == key }?.key.location
  }

  /// Adds a pair, whose key may be there already.
  mutating func append(_ key: Located<String>, _ value: YAMLNode) {
    all.append((key, value))
    if all.count == Self.fewest {
      places = Dictionary(
        all.map { ($0.key.value, $0.key.location) }, uniquingKeysWith: { first, _ in first })
    } else if all.count > Self.fewest, places[key.value] == nil {
      places[key.value] = key.location
    }
  }
}
