import Pricing
import TestSupport
import Testing

/// Ratios take shortcuts for numbers of a machine word; here the long way is taken beside them.
@Suite("Fractions of any size")
struct WordArithmeticTests {
  /// A fraction as in a schoolbook: every product formed, then the greatest divisor taken out.
  private struct Long {
    let numerator: Int128
    let denominator: Int128

    /// `nil` where a product is beyond 128 bits.
    init?(_ numerator: Int128?, over denominator: Int128?) {
      guard let numerator, let denominator, numerator != .min, denominator != .min else {
        return nil
      }
      var (left, right) = (numerator.magnitude, denominator.magnitude)
      while right != 0 { (left, right) = (right, left % right) }
      let sign: Int128 = denominator < 0 ? -1 : 1
      self.numerator = sign * (numerator / Int128(left))
      self.denominator = sign * (denominator / Int128(left))
    }

    func equals(_ ratio: Ratio?) -> Bool {
      ratio?.numerator == numerator && ratio?.denominator == denominator
    }
  }

  private static func product(_ left: Int128, _ right: Int128) -> Int128? {
    let (product, overflow) = left.multipliedReportingOverflow(by: right)
    return overflow ? nil : product
  }

  private static func sum(_ left: Int128?, _ right: Int128?) -> Int128? {
    guard let left, let right else { return nil }
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? nil : sum
  }

  /// Numbers of all lengths, and those beside the ends of a word and of two.
  private static func number(_ random: inout SplitMix) -> Int128 {
    let edges: [Int128] = [
      0, 1, 3600, 1_000_000, Int128(Int64.max), -Int128(Int64.min), Int128(UInt64.max), .max,
    ]
    let magnitude =
      switch random.int(in: 0...3) {
      case 0: max(0, edges[random.int(in: 0...7)] - Int128(random.int(in: 0...2)))
      case 1: Int128(random.int(in: 0...1_000_000))
      default: Int128((UInt128(random.next()) << 63) >> UInt128(random.int(in: 0...126)))
      }
    return random.int(in: 0...1) == 0 ? magnitude : -magnitude
  }

  private static func ratio(_ random: inout SplitMix) throws -> Ratio {
    let below = random.int(in: 0...2) == 0 ? 1 : max(1, number(&random).magnitude)
    return try Ratio(number(&random), over: Int128(below))
  }

  @Test("The four operations and the order are those of long arithmetic", arguments: 0..<40)
  func operations(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    for _ in 0..<500 {
      let (left, right) = (try Self.ratio(&random), try Self.ratio(&random))
      let first = Self.product(left.numerator, right.denominator)
      let second = Self.product(right.numerator, left.denominator)
      let below = Self.product(left.denominator, right.denominator)
      if let sum = Long(Self.sum(first, second), over: below) {
        #expect(sum.equals(try left + right))
      }
      let taken = Self.product(-right.numerator, left.denominator)
      if let difference = Long(Self.sum(first, taken), over: below) {
        #expect(difference.equals(try left - right))
      }
      if let product = Long(Self.product(left.numerator, right.numerator), over: below) {
        #expect(product.equals(try left * right))
      }
      if right != .zero, let quotient = Long(first, over: second) {
        #expect(quotient.equals(try left / right))
      }
      if let first, let second { #expect((left < right) == (first < second)) }
    }
  }

  @Test("Rounding is that of long division", arguments: 0..<20)
  func rounding(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    for _ in 0..<500 {
      let ratio = try Self.ratio(&random)
      let (floor, ceiling) = (ratio.floor, ratio.ceiling)
      #expect(Ratio(floor) <= ratio && ratio <= Ratio(ceiling))
      #expect(ceiling - floor == (ratio.isWhole ? 0 : 1))
      let nearest = ratio.roundedHalfEven
      #expect(nearest == floor || nearest == ceiling)
      let rest = ratio.numerator &- floor &* ratio.denominator
      let (below, above) = (rest.magnitude, (ratio.denominator - rest).magnitude)
      if below < above { #expect(nearest == floor) }
      if below > above { #expect(nearest == ceiling) }
      if below == above, !ratio.isWhole { #expect(nearest.isMultiple(of: 2)) }
    }
  }
}
