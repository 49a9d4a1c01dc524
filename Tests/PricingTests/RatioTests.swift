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

  @Test(
    "As text nothing is lost: a decimal where it ends, else a fraction",
    arguments: [
      (1440, 1, 0, "1440"), (1, 2, 0, "0.5"), (-7, 8, 0, "-0.875"), (1, 3, 0, "1/3"),
      (-2, 6, 0, "-1/3"), (0, 5, 0, "0"), (1, 4096, 0, "0.000244140625"), (1, 8192, 0, "1/8192"),
      (4_000_000, 1, 12, "0.000004"), (1, 4, 12, "0.00000000000025"), (1, 3, 6, "1/3000000"),
      (5_000_000, 3, 6, "5/3"), (1_440_000_000_000_000, 1, 12, "1440"),
    ] as [(Int, Int, Int, String)])
  func exactText(numerator: Int, denominator: Int, decimals: Int, text: String) throws {
    let ratio = try Ratio(Int128(numerator), over: Int128(denominator))
    #expect(ratio.exactText(shiftedBy: decimals) == text)
  }

  @Test func aTextIsExactWhereTheNumbersAreTooLarge() throws {
    let long = try Ratio(1, over: Int128.max)
    #expect(long.exactText(shiftedBy: 12) == "1/\(Int128.max)000000000000")
    #expect(Ratio(.max).exactText() == "\(Int128.max)")
    #expect(try Ratio(.max, over: 2).exactText() == "\(Int128.max)/2")
  }
}
