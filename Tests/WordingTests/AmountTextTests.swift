import Pricing
import Testing

@testable import Wording

@Suite("Amounts in a column")
struct AmountTextTests {
  @Test(
    "Have the same decimals, and only those that say something",
    arguments: [
      ("9360 1440", "$9,360 $1,440"), ("0 9360", "$0 $9,360"), ("284.4 10", "$284.40 $10.00"),
      ("0.0111 0.1667", "$0.0111 $0.1667"), ("0.05232498 1.0908", "$0.0523 $1.0908"),
      ("0.000005 0.0000061", "$0.00000500 $0.00000610"), ("0.16 1.2", "$0.160 $1.200"),
      ("0 0", "$0 $0"),
    ])
  func column(amounts: String, shown: String) throws {
    let money = try amounts.split(separator: " ").map { try Money(dollars: String($0)) }
    let decimals = AmountText.decimals(for: money)
    let texts = money.map { AmountText.fixed($0, decimals: decimals) }
    #expect(texts.joined(separator: " ") == shown)
  }

  @Test(
    "An amount too small for its column keeps digits of its own, and is never nothing",
    arguments: [
      ("9360 0.0000166667", "$9,360.00 $0.0000167"), ("50 0.0052", "$50.00 $0.00520"),
      ("1.5 0.000000000001", "$1.5000 $0.000000000001"), ("12.5 0.01", "$12.50 $0.01"),
    ])
  func tinyAmounts(amounts: String, shown: String) throws {
    try column(amounts: amounts, shown: shown)
  }

  @Test(
    "Have three digits and at most cents where they are compared, and show who is the lowest",
    arguments: [
      ("13166.67 19750", "$13,167 $19,750"), ("284.4 9360", "$284 $9,360"),
      ("39.5 365.74", "$39.50 $365.74"), ("99.99 1440", "$99.99 $1,440.00"),
      ("131.60 131.90", "$131.60 $131.90"), ("8.121 8.122", "$8.121 $8.122"),
      ("0 284.4", "$0 $284"), ("500 500", "$500 $500"), ("0.0111 0.1667", "$0.0111 $0.1667"),
    ])
  func compared(amounts: String, shown: String) throws {
    let money = try amounts.split(separator: " ").map { try Money(dollars: String($0)) }
    let decimals = AmountText.comparedDecimals(for: money)
    let texts = money.map { AmountText.fixed($0, decimals: decimals) }
    #expect(texts.joined(separator: " ") == shown)
  }

  @Test(
    "A number that does not end has its fraction beside it",
    arguments: [
      (1440, 1, "1,440"), (1, 180, "0.005556… (1/180)"), (1, 8, "0.125"),
      (1, 1_000_003, "0.000001…"),
    ])
  func exact(numerator: Int, denominator: Int, text: String) throws {
    #expect(
      NumberText.exact(try Ratio(Int128(numerator), over: Int128(denominator))) == text)
  }
}
