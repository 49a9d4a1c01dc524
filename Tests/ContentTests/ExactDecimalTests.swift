import Content
import Testing

@Suite("Exact decimal")
struct ExactDecimalTests {
  @Test(
    "Reads digits exactly",
    arguments: [
      ("0", 0, 0), ("6.50", 65, 1), ("0.075", 75, 3), ("100", 100, 0), ("0.000", 0, 0),
      ("123456789012345678.000000000001", 123_456_789_012_345_678_000_000_000_001, 12),
      ("999999999999999999999999999999", 999_999_999_999_999_999_999_999_999_999, 0),
    ] as [(String, Int128, Int)])
  func reads(text: String, significand: Int128, scale: Int) throws {
    let decimal = try ExactDecimal(text)
    #expect(decimal.significand == significand)
    #expect(decimal.scale == scale)
  }

  @Test(
    "Refuses everything else, and says why",
    arguments: [
      ("-3", "'-3' is negative", "write a number from 0 up"),
      ("$6.50", "'$6.50' has a currency sign", "write 6.50, the key says the unit"),
      ("6,50", "'6,50' has a comma", "write a point before decimals, nothing else"),
      ("1,000.5", "'1,000.5' has a comma", "write a point before decimals, nothing else"),
      ("1e3", "'1e3' is in scientific notation", "write out all the digits"),
      ("1.5E-3", "'1.5E-3' is in scientific notation", "write out all the digits"),
      (".5", "'.5' has no digit before the point", "write 0.5"),
      ("5.", "'5.' has no digit after the point", "write 5"),
      ("6.50 usd", "'6.50 usd' has a unit", "write 6.50, the key says the unit"),
      ("6.50/h", "'6.50/h' has a unit", "write 6.50, the key says the unit"),
      ("10%", "'10%' has a unit", "write 10, the key says the unit"),
      ("007", "'007' starts with a zero too many", "remove it"),
      ("1_000", "'1_000' has an underscore", "write the digits without it"),
      ("", "'' is not a number", "write digits, like 6.50"),
      ("+1", "'+1' is not a number", "write digits, like 6.50"),
      ("1.2.3", "'1.2.3' is not a number", "write digits, like 6.50"),
      ("٣", "'٣' is not a number", "write digits, like 6.50"),
      ("inf", "'inf' is not a number", "write digits, like 6.50"),
      (
        "1000000000000000000000000000000", "'1000000000000000000000000000000' is too large",
        "check the unit"
      ),
      (
        "1.000000000000000000000000000001", "'1.000000000000000000000000000001' is too fine",
        "write at most 30 digits"
      ),
    ])
  func refuses(text: String, message: String, hint: String) {
    #expect(throws: Mistake(message, hint: hint)) { try ExactDecimal(text) }
  }

  @Test(
    "Orders by amount, whatever the scale",
    arguments: [
      ("0.1", "0.2"), ("9", "10"), ("1.5", "1.51"),
      ("0.00000000000000000000000000001", "999999999999999999999999999999"),
    ])
  func orders(small: String, large: String) throws {
    #expect(try ExactDecimal(small) < ExactDecimal(large))
    #expect(try !(ExactDecimal(large) < ExactDecimal(small)))
  }

  @Test("Writes the shortest form", arguments: [("6.50", "6.5"), ("0.010", "0.01"), ("20", "20")])
  func writes(text: String, shortest: String) throws {
    #expect(try ExactDecimal(text).description == shortest)
  }
}
