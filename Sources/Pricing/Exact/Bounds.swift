/// A value that is known to lie between two ends; the ends are equal where it is known exactly.
public struct Bounds<Value: Comparable & Hashable & Sendable>: Hashable, Sendable {
  /// The smaller end.
  public let low: Value

  /// The larger end, at least `low`.
  public let high: Value

  /// A value that is known exactly.
  public init(_ value: Value) {
    low = value
    high = value
  }

  /// A value between two ends, which may be given in either order.
  public init(_ first: Value, _ second: Value) {
    low = min(first, second)
    high = max(first, second)
  }

  /// Whether the value is known exactly.
  public var isExact: Bool { low == high }

  /// One of the ends.
  public subscript(end: End) -> Value { end == .low ? low : high }
}

/// One of the two ends of a range: what is computed is computed once for each.
public enum End: CaseIterable, Hashable, Sendable {
  /// The end that makes the invoice smallest.
  case low

  /// The end that makes the invoice largest.
  case high

  /// The other end, for inputs that make an invoice smaller as they grow, such as throughput.
  public var opposite: End { self == .low ? .high : .low }
}

extension Bounds where Value == Ratio {
  /// The bounds after a computation that keeps or reverses their order.
  func map(_ transform: (Ratio) throws(PricingError) -> Ratio) throws(PricingError) -> Bounds {
    try Bounds(transform(low), transform(high))
  }
}
