import Pricing
import Testing

@testable import Content

@Suite("Numbers of price lists")
struct ListedNumberTests {
  @Test(
    "Are the decimals that their text says",
    arguments: [
      ("0.8", "0.8"), ("2.5e-06", "0.0000025"), ("3e-07", "0.0000003"), ("0", "0"), ("12", "12"),
      ("1.5E+2", "150"), ("0.0", "0"), ("0.0000123456789", "0.0000123456789"),
    ])
  func exact(text: String, value: String) throws {
    let number = try #require(ListedNumber(text))
    #expect(number.noise == nil)
    #expect(try number.value == Self.ratio(value))
  }

  @Test(
    "Noise of floating point is repaired, and noted",
    arguments: [
      ("2.9999900000000002e-06", "0.00000299999"), ("0.30000000000000004", "0.3"),
      ("1.0000000000000002e-06", "0.000001"), ("0.000015000000000000002", "0.000015"),
      ("0.00000030000000000000004", "0.0000003"),
    ])
  func repaired(text: String, value: String) throws {
    let number = try #require(ListedNumber(text))
    #expect(number.noise == text)
    #expect(try number.value == Self.ratio(value))
  }

  @Test(
    "What is no noise keeps all of its digits",
    arguments: ["1.41953125e-7", "3.59375e-8", "0.123456789012345", "1.234567890123456e-06"])
  func kept(text: String) throws {
    #expect(try #require(ListedNumber(text)).noise == nil)
  }

  @Test(
    "Nothing else is a number", arguments: ["", "-1", "1e", "e5", "1.2.3", "0x10", "1e-40", "n/a"])
  func refused(text: String) { #expect(ListedNumber(text) == nil) }

  private static func ratio(_ text: String) throws -> Ratio { try Ratio(decimal: text) }
}
