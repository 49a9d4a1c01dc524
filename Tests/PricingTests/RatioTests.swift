import Pricing
import Testing

@Suite("Exact fractions")
struct RatioTests {
  @Test(
    "Halves go to the even neighbour, on both sides of zero",
    arguments: [
      (1, 2, 0), (3, 2, 2), (5, 2, 2), (-1, 2, 0), (-3, 2, -2), (-5, 2, -2), (7, 3, 2), (8, 3, 3),
      (-7, 3, -2), (-8, 3, -3), (0, 1, 0), (-4, 1, -4),
    ])
  func halves(numerator: Int, denominator: Int, rounded: Int) throws {
    let ratio = try Ratio(Int128(numerator), over: Int128(denominator))
    #expect(ratio.roundedHalfEven == Int128(rounded))
  }

  @Test func theLargestNumbersAreRefusedAndDoNotTrap() throws {
    #expect(try Ratio(-Int128.max, over: (Int128(1) << 126) + 1).roundedHalfEven == -2)
    #expect(throws: PricingError.tooLarge) { try Ratio.zero - Ratio(.min) }
    #expect(throws: PricingError.tooLarge) { try Ratio.one / Ratio(.min) }
    #expect(throws: PricingError.tooLarge) { try Ratio(.max) + .one }
    #expect(throws: PricingError.tooLarge) { try Ratio(.max) * 2 }
  }
}
