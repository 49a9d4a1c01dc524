import XML

/// A set of fingerprints that a row of a table looks up in a few nanoseconds.
struct StructureSet: Sendable {
  /// Open addressing; zero is a free place.
  private var places: [UInt64] = Array(repeating: 0, count: 64)
  private(set) var count = 0

  /// Adds a fingerprint.
  ///
  /// - Returns: Whether it is new.
  @discardableResult
  mutating func insert(_ fingerprint: UInt64) -> Bool {
    let place = place(of: fingerprint | 1)
    guard places[place] == 0 else { return false }
    places[place] = fingerprint | 1
    count += 1
    if count * 2 > places.count { grow() }
    return true
  }

  /// Whether a fingerprint is in the set.
  func contains(_ fingerprint: UInt64) -> Bool { places[place(of: fingerprint | 1)] != 0 }

  /// Whether all members are in another set, too.
  func isSubset(of other: Self) -> Bool {
    places.allSatisfy { $0 == 0 || other.contains($0) }
  }

  /// Adds the members of another set.
  mutating func formUnion(_ other: Self) {
    for member in other.places where member != 0 { insert(member) }
  }

  /// The members, in no order that means anything.
  var members: [UInt64] { places.filter { $0 != 0 } }

  /// Empties the set, and keeps its room.
  mutating func removeAll() {
    guard count > 0 else { return }
    for place in places.indices { places[place] = 0 }
    count = 0
  }

  /// Where a fingerprint is, or would be.
  @inline(__always)
  private func place(of fingerprint: UInt64) -> Int {
    var place = Int(truncatingIfNeeded: fingerprint >> 20) & (places.count - 1)
    while places[place] != 0, places[place] != fingerprint {
      place = (place + 1) & (places.count - 1)
    }
    return place
  }

  private mutating func grow() {
    let members = members
    places = Array(repeating: 0, count: places.count * 4)
    count = 0
    for member in members { insert(member) }
  }
}
