import Foundation
import Site
import TestSupport
import Testing

@Suite("A site with machines that are held for a term, or bought")
struct TermSiteTests {
  private static let built = Task {
    let site = try FixtureSite(adding: "terms")
    #expect(try await site.build().transcript == "")
    return site
  }

  private static func published(_ path: String) async throws -> String {
    try #require(try await built.value.published(path), "\(path)")
  }

  private static func text(_ path: String) async throws -> String {
    try PublishedPage(try await published(path), path: path).root.wholeText
      .replacing("\u{2060}", with: "").replacing("\u{A0}", with: " ")
  }

  @Test(
    "Pays for what is used and for what is not",
    arguments: [
      ("held", "delta-gpu", "month", "300.05"), ("held", "delta-year", "month", "1440"),
      ("held", "own-gpu", "month", "901"), ("job", "delta-year", "job", "17520"),
      ("job", "own-gpu", "job", "821.35"),
    ])
  func totals(scenario: String, offer: String, workload: String, total: String) async throws {
    let data = try await Self.published("data/scenarios/\(scenario).json")
    #expect(
      data.contains(
        #""offer":"\#(offer)","workload":"\#(workload)","low_usd":"\#(total)","high_usd":"\#(total)""#
      ), "\(data.prefix(4000))")
  }

  @Test func invoicesShowTheArithmeticOfEach() async throws {
    let month = try await Self.text("scenarios/held/invoices/index.html")
    #expect(month.contains("Held beyond use"))
    #expect(month.contains("36 months"))
    #expect(month.contains("Committed for 1 year: machines are paid for all of the month"))
    let job = try await Self.text("scenarios/job/invoices/index.html")
    #expect(
      job.contains(
        "Committed for 1 year: a job pays each machine for 1 year (8,760 hours) at least, then for "
          + "1 month at a time, used or not."))
    #expect(job.contains("Paid by the month: a job pays each machine for 1 month (730 hours)"))
    let lines = try await Self.published("tables/job/invoices.csv")
    #expect(lines.contains(",held,"))
  }

  @Test func rateCardsSayForHowLong() async throws {
    let page = try await Self.text("providers/delta/index.html")
    #expect(
      page.contains("GPU time, commitment 1 year, committed for 1 year, then 1 month at a time"))
    #expect(page.contains("Purchase, over 36 months"))
    #expect(page.contains("$25,200 ÷ 36 = $700 per month"))
    #expect(page.contains("1.2 kW") && page.contains("75 %"))
    let data = try await Self.published("data/providers/delta.json")
    #expect(data.contains(#""term_months":12,"renewal_months":1"#))
    #expect(data.contains(#""amortised_months":36"#))
  }

  @Test func breakEvensAreThoseOfTheInvoices() async throws {
    let data = try await Self.published("data/scenarios/held.json")
    #expect(data.contains(#""at":"#))
    let page = try await Self.text("scenarios/held/index.html")
    #expect(page.contains("bought, always on") || page.contains("Bought, always on"))
  }
}
