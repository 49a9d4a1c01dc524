import Pricing
import Testing

@Suite("Statements of other sources")
struct StatementTests {
  @Test(
    "Agree as far as the less precise of two prices goes",
    arguments: [
      (.gpuHour, "3.95", "3.95", .gpuHour, "3.95", "3.95", .agrees),
      (.gpuHour, "3.95", "3.95", .gpuSecond, "0.001097", "0.001097", .agrees),
      (.gpuSecond, "0.001097", "0.001097", .gpuHour, "3.95", "3.95", .agrees),
      (.gpuHour, "3.9492", "3.9492", .gpuHour, "3.95", "3.95", .agrees),
      (.gpuHour, "3.95", "3.95", .gpuHour, "1", "4", .insideBand),
      (.gpuHour, "2", "8", .gpuHour, "1", "4", .overlaps),
      (.gpuHour, "1", "4", .gpuHour, "2", "2", .overlaps),
      (
        .gpuHour, "6.5", "6.5", .gpuHour, "1", "4",
        .rateIsDearer(by: Money(picodollars: 2_500_000_000_000))
      ),
      (
        .gpuHour, "3", "3", .gpuSecond, "0.0011", "0.0011",
        .rateIsCheaper(by: Money(picodollars: 960_000_000_000))
      ),
      (.gpuHour, "2", "2", .request, "2", "2", .notComparable),
      (.gpuHour, "2", "2", .second, "2", "2", .notComparable),
    ] as [(RateUnit, String, String, RateUnit, String, String, Agreement)])
  func compares(
    unit: RateUnit, low: String, high: String, statedUnit: RateUnit, statedLow: String,
    statedHigh: String, agreement: Agreement
  ) throws {
    let rate = try Samples.rate(unit, low, high)
    let statement = Statement(try Samples.rate(statedUnit, statedLow, statedHigh), of: "H100")
    #expect(try statement.agreement(with: rate) == agreement)
  }

  @Test func aPriceThatIsNotStatedAgreesWithNothing() throws {
    let day = try #require(CalendarDate("2026-01-01"))
    let open = Rate(unit: .gpuHour, price: nil, from: day, citation: Citation(source: "s"))
    let known = try Samples.rate(.gpuHour, "2")
    #expect(try Statement(known, of: "H100").agreement(with: open) == .notComparable)
    #expect(try Statement(open, of: "H100").agreement(with: known) == .notComparable)
  }
}
