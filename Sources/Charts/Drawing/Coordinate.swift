/// Writes numbers into SVG attributes, the same bytes on every machine.
enum Coordinate {
  /// A coordinate with at most one decimal, no trailing zero and no negative zero.
  ///
  /// - Parameter value: Pixels; finite, below a million.
  /// - Returns: Digits such as `12`, `-3.5` or `0`.
  static func text(_ value: Double) -> String {
    precondition(value.magnitude < 1_000_000, "a coordinate lies on the drawing")
    let tenths = Int((value * 10).rounded(.toNearestOrAwayFromZero))
    let whole = tenths.magnitude / 10
    let rest = tenths.magnitude % 10
    let sign = tenths < 0 ? "-" : ""
    return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest)"
  }
}
