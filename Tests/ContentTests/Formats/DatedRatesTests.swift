import Content
import Diagnostics
import Pricing
import Testing

/// The days of prices: what began, what is only stated, and what is still to come.
@Suite("Dated rates as written")
struct DatedRatesTests {
  private func offer(_ rates: String) throws -> ListedOffer {
    let outcome = ContentSample.offer("rates: [\(rates)]")
    #expect(outcome.messages == [])
    return try #require(outcome.content?.listedOffer("new"))
  }

  private func price(_ offer: Offer, on day: String?) -> String? {
    offer.rates(on: day.flatMap { CalendarDate($0) }).first?.price?.low.dollarText
  }

  @Test func aRateWithoutADayHasThatOfItsSource() throws {
    let undated = try offer("{usd_per_gpu_hour: 2, source: page}").offer.rates
    #expect(undated.map(\.day) == [ContentSample.dayOfPage])
    let dated = try offer("{usd_per_gpu_hour: 2, source: older}").offer.rates
    #expect(dated.map(\.day) == [CalendarDate.month("2025-05").map(EvidenceDay.published)])
    let begun = try offer("{from: 2025-12-24, usd_per_gpu_hour: 2, source: older}").offer.rates
    #expect(begun.map(\.day.began) == [CalendarDate("2025-12-24")])
  }

  @Test(
    "The oldest holds before its day unless it is said to begin then; later ones from their day on",
    arguments: [
      ("2020-01-01", "1"), ("2025-12-31", "1"), ("2026-01-01", "2"), ("2026-03-31", "2"),
      ("2026-04-01", "3"), (nil, "3"),
    ] as [(String?, String)])
  func inForce(day: String?, dollars: String) throws {
    let offer = try offer(
      "{usd_per_gpu_hour: 1, source: older}, {usd_per_gpu_hour: 2, source: page}, "
        + "{from: 2026-04-01, usd_per_gpu_hour: 3, source: page}"
    ).offer
    #expect(price(offer, on: day) == dollars)
  }

  @Test func nothingHoldsBeforeTheDayOnWhichTheOldestBegan() throws {
    let offer = try offer("{from: 2026-04-01, usd_per_gpu_hour: 3, source: page}").offer
    #expect(price(offer, on: "2026-03-31") == nil)
    #expect(price(offer, on: "2026-04-01") == "3")
  }

  @Test func aPriceOfALaterDayThanTheSitesIsAnnouncedAndPricesNothing() throws {
    let listed = try offer(
      "{usd_per_gpu_hour: 3, source: page}, "
        + "{from: 2027-01-01, usd_per_gpu_hour: 4, source: page}")
    #expect(price(listed.offer, on: nil) == "3")
    #expect(price(listed.offer, on: "2027-06-01") == "3")
    #expect(listed.announced.rates.map(\.price?.low.dollarText) == ["4"])
    let today = try offer(
      "{usd_per_gpu_hour: 3, source: page}, {from: 2026-12-31, usd_per_gpu_hour: 4, source: page}")
    #expect(price(today.offer, on: nil) == "4")
    #expect(today.announced.rates.isEmpty)
  }

  @Test func rulesOfALaterDayAreAnnouncedToo() throws {
    let outcome = ContentSample.offer(
      "rates: [{usd_per_gpu_hour: 2, source: page}], scaling: "
        + "[{source: page, minimum_replicas: 1}, "
        + "{from: 2027-02-01, source: page, minimum_replicas: 2}]")
    #expect(outcome.messages == [])
    let listed = try #require(outcome.content?.listedOffer("new"))
    #expect(listed.offer.scaling.minimumReplicas == 1)
    #expect(listed.announced.rules.map(\.policy.minimumReplicas) == [2])
  }

  @Test(
    "Refuse days and numbers that cannot be",
    arguments: [
      (
        "{from: 2026-04-01, usd_per_gpu_hour: 2, source: page}, "
          + "{from: 2026-03-01, usd_per_gpu_hour: 3, source: page}",
        "a price of 2026-03-01 after one of 2026-04-01"
      ),
      (
        "{from: 2026-04-01, usd_per_gpu_hour: 2, source: page}, "
          + "{from: 2026-04-01, usd_per_gpu_hour: 3, source: page}",
        "two prices per gpu-hour of 2026-04-01"
      ),
      (
        "{usd_per_gpu_hour: 2, source: page}, {usd_per_gpu_hour: 3, source: page}",
        "two prices per gpu-hour of 2026-01-01"
      ),
      (
        "{from: 2027-04-01, usd_per_gpu_hour: 2, source: page}",
        "only prices that are announced"
      ),
      (
        "{usd_per_gpu_hour: 2, source: page, quote: about three dollars}",
        "the quotation does not hold 2"
      ),
      (
        "{usd_per_gpu_hour: 2, source: page, worked_out: 4 ÷ 2 = 2}",
        "arithmetic without the words that it starts from"
      ),
      (
        "{usd_per_million_input_tokens: 1, usd_per_million_output_tokens: 2, source: page, quote: $1}",
        "the quotation does not hold 2"
      ),
    ])
  func refuses(rates: String, message: String) {
    let outcome = ContentSample.offer("rates: [\(rates)]")
    #expect(outcome.content == nil)
    #expect(outcome.messages.contains { $0.hasPrefix(message) }, "\(outcome.messages)")
  }

  @Test(
    "Warn of what may be meant",
    arguments: [
      (
        "{usd_per_gpu_hour: 2, source: older}, {usd_per_gpu_hour: 200, source: page}",
        "a price of 200, 100 times the 2 before it or more"
      ),
      (
        "{usd_per_gpu_hour: 2, source: older}, {usd_per_gpu_hour: 0.02, source: page}",
        "a price of 0.02, a hundredth of the 2 before it or less"
      ),
      (
        "{usd_per_gpu_hour: 2, source: older}, {from: 2062-11-01, usd_per_gpu_hour: 3, source: page}",
        "'2062-11-01' is more than a year after the day of the site"
      ),
    ])
  func warns(rates: String, message: String) {
    let outcome = ContentSample.offer("rates: [\(rates)]")
    #expect(outcome.content != nil)
    #expect(outcome.messages.contains { $0.hasPrefix(message) }, "\(outcome.messages)")
  }

  @Test func aPriceNinetyNineTimesItsPredecessorIsNoFinding() throws {
    _ = try offer("{usd_per_gpu_hour: 2, source: older}, {usd_per_gpu_hour: 199, source: page}")
  }
}
