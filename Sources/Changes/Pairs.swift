/// Things before and after, found by what they are called.
struct Pairs<Value> {
  /// What is there on both sides, in the order of the later one.
  private(set) var both: [(old: Value, new: Value)] = []

  /// What is there only later.
  private(set) var added: [Value] = []

  /// What was there only before.
  private(set) var removed: [Value] = []

  /// Matches two lists; of two things with one key on one side the first counts.
  init<Key: Hashable>(_ old: [Value], _ new: [Value], by key: (Value) -> Key) {
    let before = Dictionary(old.map { (key($0), $0) }, uniquingKeysWith: { first, _ in first })
    var met: Set<Key> = []
    for value in new where met.insert(key(value)).inserted {
      if let earlier = before[key(value)] {
        both.append((earlier, value))
      } else {
        added.append(value)
      }
    }
    removed = old.filter { met.insert(key($0)).inserted }
  }
}
