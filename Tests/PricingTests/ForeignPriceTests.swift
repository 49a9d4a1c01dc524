import Testing

@testable import Pricing

@Suite("Prices in other currencies")
struct ForeignPriceTests {
  private static func price(
    _ low: String, _ high: String, dollars: String
  ) throws -> ForeignPrice {
    let day = try #require(CalendarDate("2026-11-20"))
    let exchange = ExchangeRate(
      currency: try #require(Currency("EUR")), day: day, dollars: try Ratio(decimal: dollars),
      citation: Citation(source: "bank"))
    return ForeignPrice(
      Bounds(try Ratio(decimal: low), try Ratio(decimal: high)), by: exchange)
  }

  @Test(
    "Become dollars exactly, rounded once where there are more digits than a picodollar",
    arguments: [
      ("3", "3", "1.0823", "3.2469", "3.2469", false),
      ("1.50", "2", "1.125", "1.6875", "2.25", false),
      ("0.00000222", "0.00000222", "1.08234", "0.000002402795", "0.000002402795", true),
      ("0.000000000001", "1", "0.5", "0", "0.5", true),
      ("0.000000000003", "1", "0.5", "0.000000000002", "0.5", true),
      ("0", "0", "1.1", "0", "0", false),
    ])
  func convert(
    low: String, high: String, dollars: String, first: String, last: String, isRounded: Bool
  ) throws {
    let price = try Self.price(low, high, dollars: dollars)
    let converted = try price.converted()
    #expect([converted.low.dollarText, converted.high.dollarText] == [first, last])
    #expect(price.isRounded(.low) == isRounded)
  }

  @Test func aLaterExchangeRateChangesTheDollarsAlone() throws {
    let foreign = try Self.price("3", "3", dollars: "1.0823")
    let rate = Rate(
      unit: .gpuHour, price: try foreign.converted(),
      from: try #require(CalendarDate("2026-11-20")),
      citation: Citation(source: "card"))
    #expect(try rate.converted(by: foreign.exchange) == nil)
    let quoted = Rate(
      unit: .gpuHour, price: try foreign.converted(), day: rate.day, citation: rate.citation,
      foreign: foreign)
    let day = try #require(CalendarDate("2026-12-01"))
    let later = ExchangeRate(
      currency: foreign.currency, day: day, dollars: try Ratio(decimal: "1.1"),
      citation: Citation(source: "bank"))
    let changed = try #require(try quoted.converted(by: later))
    #expect(changed.price == Bounds(try Money(dollars: "3.3")))
    #expect(changed.day == .began(day) && changed.citation == rate.citation)
    #expect(try #require(changed.foreign).isSameQuotation(foreign))
    #expect(changed.foreign != foreign)
  }

  @Test(
    "Have keys that follow from those in dollars",
    arguments: [
      ("eur_per_gpu_hour", "EUR", "usd_per_gpu_hour"),
      ("jpy_minimum_per_month", "JPY", "usd_minimum_per_month"),
      ("usd_per_gpu_hour", nil, nil), ("xyz_per_gpu_hour", nil, nil), ("eurper", nil, nil),
      ("euro_per_gpu_hour", nil, nil), ("eu", nil, nil),
    ] as [(String, String?, String?)])
  func haveKeys(key: String, code: String?, dollars: String?) {
    let price = Currency.price(of: key)
    #expect(price?.currency.code == code)
    #expect(price?.dollarKey == dollars)
  }

  @Test func everyUnitHasAKeyInEveryCurrency() {
    for currency in Currency.allCases {
      for unit in RateUnit.allCases {
        #expect(Currency.price(of: unit.key(in: currency))?.dollarKey == unit.key)
      }
      #expect(Currency(currency.prefix) == currency)
    }
    #expect(Set(Currency.allCases.map(\.code)).count == Currency.allCases.count)
    #expect(Currency("usd") == nil)
  }
}
