import Pricing
import Testing

@Suite("Digits of exact numbers")
struct DecimalTextTests {
  @Test(
    "Have a point where decimals begin, no zero at their end, and room for the longest number",
    arguments: [
      (0, 0, "0"), (0, 12, "0"), (-5, 1, "-0.5"), (1200, 2, "12"), (1230, 2, "12.3"),
      (7, 3, "0.007"),
      (100, 0, "100"), (Int128(UInt64.max), 0, "18446744073709551615"),
      (Int128(UInt64.max) + 1, 1, "1844674407370955161.6"),
      (.min, 12, "-170141183460469231731687303.715884105728"),
      (.min, 42, "-0.000170141183460469231731687303715884105728"),
    ] as [(Int128, Int, String)])
  func exact(scaled: Int128, decimals: Int, text: String) {
    #expect(DecimalText.exact(scaled, decimals: decimals) == text)
  }
}
