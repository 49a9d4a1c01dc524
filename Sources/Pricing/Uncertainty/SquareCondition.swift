/// A condition over two shares from 0 to 1 that is met on one side of a straight line.
///
/// Each in units of its own, of which its largest value has 2⁴⁰, rounded so that what is met stays
/// met; products of three then fit into 128 bits.
struct SquareCondition: Hashable {
  /// Met where base + across · u + up · v is not negative.
  private let base: Int128
  private let across: Int128
  private let up: Int128

  private init(base: Int128, across: Int128, up: Int128) {
    (self.base, self.across, self.up) = (base, across, up)
  }

  /// The condition that a value is not negative which is so much at three corners.
  ///
  /// - Parameters:
  ///   - start: Where both shares are 0.
  ///   - right: Where the first is 1.
  ///   - top: Where the second is 1.
  /// - Throws: ``PricingError``.
  init(_ start: Ratio, _ right: Ratio, _ top: Ratio) throws(PricingError) {
    var largest: Int128 = 1
    for value in [start, right, top] {
      largest = max(largest, value.ceiling, try (.zero - value).ceiling)
    }
    let unit = try Ratio(largest, over: 1 << 40)
    let corner = try (start / unit).ceiling
    // One more, because the fourth corner is not rounded by itself.
    base = corner + 1
    across = try (right / unit).ceiling - corner
    up = try (top / unit).ceiling - corner
  }

  private static let edges = [
    SquareCondition(base: 0, across: 1, up: 0), SquareCondition(base: 1, across: -1, up: 0),
    SquareCondition(base: 0, across: 0, up: 1), SquareCondition(base: 1, across: 0, up: -1),
  ]

  /// The least and the largest value over the square.
  private var bounds: (least: Int128, most: Int128) {
    (base + min(across, 0) + min(up, 0), base + max(across, 0) + max(up, 0))
  }

  /// Whether some pair of shares meets all conditions.
  ///
  /// - Throws: ``PricingError/tooLarge``.
  /// - Complexity: O(*n*³) in the conditions that part of the square does not meet; mostly one or two.
  static func canAllHold(_ conditions: [SquareCondition]) throws(PricingError) -> Bool {
    var isAny = false
    try visit(conditions) { _ throws(PricingError) in
      isAny = true
      return false
    }
    return isAny
  }

  /// From the least to the largest first share of the pairs that meet all conditions.
  ///
  /// - Returns: `nil` if none does.
  /// - Throws: ``PricingError/tooLarge``.
  /// - Complexity: As ``canAllHold(_:)``.
  static func firstShares(
    meeting conditions: [SquareCondition]
  ) throws(PricingError) -> Bounds<Ratio>? {
    var shares: Bounds<Ratio>?
    try visit(conditions) { corner throws(PricingError) in
      let share = try Ratio(corner.u, over: corner.weight)
      shares = Bounds(min(shares?.low ?? share, share), max(shares?.high ?? share, share))
      return true
    }
    return shares
  }

  /// Visits the corners of what meets all conditions, a polygon or nothing, until told to stop.
  private static func visit(
    _ conditions: [SquareCondition], _ goesOn: (Corner) throws(PricingError) -> Bool
  ) throws(PricingError) {
    guard conditions.allSatisfy({ $0.bounds.most >= 0 }) else { return }
    let lines = conditions.filter { $0.bounds.least < 0 } + edges
    for (index, one) in lines.enumerated() {
      for other in lines[..<index] {
        guard let corner = try one.meeting(other) else { continue }
        var isInside = true
        for line in lines where isInside { isInside = try line.isMet(at: corner) }
        if isInside, try !goesOn(corner) { return }
      }
    }
  }

  /// A point as u : v : weight, with a weight above 0.
  private typealias Corner = (u: Int128, v: Int128, weight: Int128)

  /// Where both values are 0; `nil` if there is no one such place.
  private func meeting(_ other: SquareCondition) throws(PricingError) -> Corner? {
    let weight = try Self.difference(across, other.up, up, other.across)
    guard weight != 0 else { return nil }
    let u = try Self.difference(up, other.base, base, other.up)
    let v = try Self.difference(base, other.across, across, other.base)
    return weight > 0 ? (u, v, weight) : (-u, -v, -weight)
  }

  private func isMet(at corner: Corner) throws(PricingError) -> Bool {
    let sum = try Self.sum(
      Self.product(base, corner.weight),
      Self.sum(Self.product(across, corner.u), Self.product(up, corner.v)))
    return sum >= 0
  }

  private static func difference(
    _ a: Int128, _ b: Int128, _ c: Int128, _ d: Int128
  ) throws(PricingError) -> Int128 {
    try sum(product(a, b), -product(c, d))
  }

  private static func product(_ a: Int128, _ b: Int128) throws(PricingError) -> Int128 {
    let (product, overflow) = a.multipliedReportingOverflow(by: b)
    guard !overflow, product != .min else { throw .tooLarge }
    return product
  }

  private static func sum(_ a: Int128, _ b: Int128) throws(PricingError) -> Int128 {
    let (sum, overflow) = a.addingReportingOverflow(b)
    guard !overflow, sum != .min else { throw .tooLarge }
    return sum
  }
}
