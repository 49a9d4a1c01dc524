/// Writes numbers into SVG attributes, the same bytes on every machine.
enum Coordinate {
  /// A coordinate with at most one decimal, no trailing zero and no negative zero.
  ///
  /// - Parameter value: Pixels; finite, below a million.
  /// - Returns: Digits such as `12`, `-3.5` or `0`.
  static func text(_ value: Double) -> String {
    let tenths = tenths(value)
    let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    // Attributes are read by people too, so they keep the zero before the point.
    let text = String(whole) + decimals[Int(rest)]
    return tenths < 0 ? "-" + text : text
  }

  /// The nearest tenth of a pixel, counted.
  static func tenths(_ value: Double) -> Int {
    precondition(value.magnitude < 1_000_000, "a coordinate lies on the drawing")
    return Int((value * 10).rounded(.toNearestOrAwayFromZero))
  }

  /// Writes tenths of a pixel as short as a path may have them, such as `-.5`.
  ///
  /// - Parameters:
  ///   - tenths: Of a pixel.
  ///   - data: Receives the digits in ASCII.
  static func write(tenths: Int, to data: inout [UInt8]) {
    if tenths < 0 { data.append(UInt8(ascii: "-")) }
    let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    if whole > 0 || rest == 0 { write(whole: whole, to: &data) }
    guard rest > 0 else { return }
    data.append(UInt8(ascii: "."))
    data.append(UInt8(ascii: "0") + UInt8(rest))
  }

  private static func write(whole: UInt, to data: inout [UInt8]) {
    if whole > 9 { write(whole: whole / 10, to: &data) }
    data.append(UInt8(ascii: "0") + UInt8(whole % 10))
  }

  private static let decimals = ["", ".1", ".2", ".3", ".4", ".5", ".6", ".7", ".8", ".9"]
}
