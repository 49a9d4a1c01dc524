import Foundation
import Site
import TestSupport
import Testing
import XML

/// What the site of this repository promises its readers, in its pages and in its data.
@Suite("The shipped site")
struct ShippedSiteTests {
  /// An invoice: exact bounds as the data has them, and the total as its page shows it.
  struct Promise: Sendable, CustomTestStringConvertible {
    let scenario: String
    let offer: String
    let workload: String
    let low: String
    let high: String?
    let shown: String

    init(_ place: (String, String, String), _ low: String, _ high: String?, _ shown: String) {
      (scenario, offer, workload) = place
      (self.low, self.high, self.shown) = (low, high, shown)
    }

    var testDescription: String { "\(offer) for \(workload) of \(scenario)" }
  }

  static let promises = [
    Promise(("idle-replicas", "baseten-h100", "idle"), "9360", "9360", "$9,360"),
    Promise(("idle-replicas", "modal-h100", "quiet"), "284.4", "284.4", "$284.40"),
    Promise(("idle-replicas", "per-token-20c", "quiet"), "10", "10", "$10"),
    Promise(("monthly-tiers", "managed-api", "low"), "150", "500", "$150–500"),
    Promise(("monthly-tiers", "managed-api", "medium"), "1500", "5000", "$1,500–5,000"),
    Promise(("monthly-tiers", "managed-api", "high"), "15000", "50000", "$15,000–50,000"),
    Promise(("monthly-tiers", "serverless-gpu", "low"), "200", "400", "$200–400"),
    Promise(("monthly-tiers", "serverless-gpu", "medium"), "800", "1600", "$800–1,600"),
    Promise(("monthly-tiers", "serverless-gpu", "high"), "3200", "6400", "$3,200–6,400"),
    Promise(("monthly-tiers", "gmi-h100", "low"), "1440", "1440", "$1,440"),
    Promise(("monthly-tiers", "gmi-h100", "medium"), "1440", "1440", "$1,440"),
    Promise(("monthly-tiers", "gmi-h100", "high"), "2880", "2880", "$2,880"),
    Promise(("monthly-tiers", "gmi-h100-single", "low"), "1440", "1440", "$1,440"),
    Promise(("monthly-tiers", "gmi-h100-single", "medium"), "1440", "1440", "$1,440"),
    Promise(("monthly-tiers", "gmi-h100-single", "high"), "1440", "1440", "$1,440"),
    Promise(
      ("burst-window", "gmi-h100-by-second", "window"), "0.011111111111", "0.011111111111",
      "$0.011111111111"),
    Promise(
      ("burst-window", "gmi-h100-warm", "window"), "0.166666666667", "0.166666666667",
      "$0.166666666667"),
    Promise(
      ("streaming-session", "bytez-llm-micro", "session"), "0.05232498", "0.05232498",
      "$0.05232498"),
    Promise(("job-20m", "runpod-h100", "job"), "19.9", "39.8", "$19.90–39.80"),
    Promise(("job-20m", "modal-h100", "job"), "39.5", "79", "$39.50–79.00"),
    Promise(("job-20m", "baseten-h100", "job"), "65", "130", "$65–130"),
    Promise(("job-20m", "gmi-h100", "job"), "20", "40", "$20–40"),
    Promise(("job-20m", "gmi-h200", "job"), "26", "52", "$26–52"),
    Promise(("job-20m", "deepinfra-small", "job"), "1.2", "1.2", "$1.20"),
    Promise(("job-20m", "gmi-gemini-3.1-flash-lite", "job"), "2", "8", "$2–8"),
    Promise(("job-20m", "gmi-gpt-5.4-nano", "job"), "4", "25", "$4–25"),
    Promise(("job-20m", "gmi-gpt-5.4-mini", "job"), "8", "50", "$8–50"),
    Promise(("job-20m", "gmi-deepseek-v4-pro", "job"), "0", nil, "not stated"),
  ]

  /// The README shows these two files, so what it shows is always what the program draws.
  @Test func aPairHasEachBillOnceAndNamesTheOtherScenarios() async throws {
    let page = try await ShippedSite.page("compare/gmi-cloud-and-modal/index.html")
    let rows = try #require(page.element(id: "rounds")).all { row in
      row.name == "tr" && row.all { $0.name == "td" && $0["class"] == "amount" }.count == 2
    }
    #expect(page.text(of: "h1")?.hasSuffix("depends on the offers and on the work") == true)
    // Each amount says where its rate was read.
    #expect(rows.allSatisfy { row in row.all { $0["class"] == "cite" }.count >= 2 })
    let whole = rows.filter { $0.wholeText.hasPrefix("720 h") }
    #expect(whole.count == 1)
    #expect(whole[0].wholeText.contains("also in How busy a GPU must be"))
    let decimals = Set(
      rows.flatMap { $0.all { $0["href"]?.contains("#invoice_") == true } }
        .compactMap { $0.wholeText.split(separator: ".").last?.count })
    #expect(decimals == [2])
  }

  @Test("Draws the chart of the README", arguments: ["light", "dark"])
  func chart(theme: String) async throws {
    let drawn = try await ShippedSite.text("charts/monthly-tiers-\(theme).svg")
    try expectGolden(drawn, "shipped/monthly-tiers-\(theme).svg")
  }

  @Test func isBuiltWithoutAFinding() async throws {
    let report = try await ShippedSite.report()
    #expect(report.diagnostics == [])
    #expect(report.summary != nil)
  }

  @Test("Keeps every amount, in the data and on the page", arguments: promises)
  func keeps(promise: Promise) async throws {
    let data = try await ShippedSite.data(promise.scenario)
    let invoice = try data.invoice(promise.offer, promise.workload)
    #expect(invoice.lowUsd == promise.low)
    #expect(invoice.highUsd == promise.high)

    let page = try await ShippedSite.invoices(promise.scenario)
    let bill = try #require(page.element(id: "invoice_\(promise.offer)_\(promise.workload)"))
    #expect(bill.billTotal == promise.shown)
  }

  @Test func readinessIsWhatTwoIdleReplicasCost() async throws {
    let data = try await ShippedSite.data("idle-replicas")
    let lines = try data.invoice("baseten-h100", "idle").lines
    #expect(lines.map(\.phase) == ["kept-warm"])
    #expect(lines.map(\.quantity) == ["1440"])
    #expect(lines.map { data.rates[$0.rate] } == [.init(unit: "gpu-hour", usd: "6.5")])
    #expect(lines.map(\.usd) == ["9360"])
    let quiet = try data.invoice("modal-h100", "quiet").lines
    #expect(quiet.first { $0.phase == "scaled-to-zero" }?.usd == "0")
    let page = try await ShippedSite.invoices("idle-replicas")
    let bill = try #require(page.element(id: "invoice_baseten-h100_idle"))
    #expect(bill.all { $0.name == "dt" }.map(\.wholeText) == ["Kept warm"])
    #expect(
      bill.all { $0.name == "dd" }.map { $0.wholeText.replacing("\u{A0}", with: " ") } == [
        "2 replicas × 720 h (month) = 1,440 GPU-hours",
        "1,440 GPU-hours × $6.50 per GPU-hour = $9,360",
      ])
  }

  @Test func aSingleReplicaSaysThatItIsNotEnough() async throws {
    let data = try await ShippedSite.data("monthly-tiers")
    let notes = try data.notes(of: data.invoice("gmi-h100-single", "high"))
    let page = try await ShippedSite.scenario("monthly-tiers")
    let note = try #require(notes.first { $0.hasPrefix("One replica is not enough") })
    #expect(note.contains("$2,880"))
    #expect(page.root.wholeText.contains(note))
  }

  @Test(
    "Says in the headline what the page is about",
    arguments: [
      ("burst-window", "15 times"), ("gpu-floor", "$1.99 and RunPod H100 flex $4.18"),
      ("idle-replicas", "$9,360"),
      ("job-20m", "RunPod H100 always costs least; how much, $19.90–39.80, depends on the speed"),
      ("machine-or-tokens", "144M to 2B tokens a month"), ("monthly-tiers", "depends on prices"),
      ("realtime-60tps", "$39.50–79.00 for Batch, depending on the speed; $365.74 for One stream"),
      ("streaming-session", "$0.0523"),
      ("token-price", "$1.00–1.99, depending on the speed, and H100 with one stream $9.21"),
      (
        "optimised-serving",
        "1B tokens: Dedicated H100 and Dedicated H100 with a faster stack cost the same, $1,440"
      ),
    ])
  func headline(scenario: String, words: String) async throws {
    let headline = try #require(try await ShippedSite.scenario(scenario).text(of: "h1"))
    #expect(headline.replacing("\u{2060}", with: "").contains(words), "\(headline)")
  }

  @Test func whatNobodySellsIsNotSaidToBeSold() async throws {
    // A machine by the second is what a scenario asks about; its rate card holds it all month.
    let page = try await ShippedSite.scenario("burst-window")
    #expect(!page.root.wholeText.contains("sells what is cheapest"))
  }

  @Test func changesWithoutADayAreCounted() async throws {
    let page = try await ShippedSite.page("changes/index.html")
    let standfirst = try #require(page.root.all { $0["class"] == "standfirst" }.first).wholeText
    let rows = page.root.all { $0.name == "tr" && $0["id"] != nil }.count
    let counts = standfirst.split(separator: " ").compactMap { Int($0) }
    #expect(counts.count == 3 && counts[0] + counts[2] == rows, "\(standfirst) \(rows)")
    #expect(standfirst.hasSuffix("more have no day that a source states."))
  }

  /// A feature of the platform was once taken for one of the model.
  @Test func recommendsNoClosedModelForOpenOnes() async throws {
    let page = try await ShippedSite.scenario("requests-10k")
    let text = page.root.wholeText.replacing("\u{A0}", with: " ")
    #expect(text.contains("GMI GPT-5.4-mini has no open models"))
  }

  @Test("Answers in two lines", arguments: ShippedSite.scenarios)
  func headlineFits(scenario: String) async throws {
    let headline = try #require(try await ShippedSite.scenario(scenario).text(of: "h1"))
    #expect(headline.replacing("\u{2060}", with: "").count <= 90, "\(headline)")
  }

  @Test func aScenarioOfADayOfItsOwnIsNotSaidToBeUnmoved() async throws {
    let page = try await ShippedSite.page("changes/index.html")
    let text = page.root.wholeText
    #expect(
      text.contains(
        "no winner and no break-even of any other scenario; ")
        || text.contains(
          "no winner and no break-even of any other scenario. “What the discount on active workers was "
            + "worth” keeps the prices of its own day."),
      "\(text)")
  }

  /// Nothing is seen of the character that keeps names on one line, and a copied id with it is none.
  @Test func whatIsCopiedToTheLetterHoldsNothingUnseen() async throws {
    var copied: [String] = []
    for (path, bytes) in try await ShippedSite.files() where path.hasSuffix(".html") {
      for part in String(decoding: bytes, as: UTF8.self).components(separatedBy: "<code")
        .dropFirst()
      {
        let code = part.components(separatedBy: "</code>")[0]
        #expect(!code.contains("\u{2060}"), "\(path): \(code)")
        copied.append(code)
      }
    }
    #expect(copied.contains { $0.contains("id=job-20m ") })
  }

  @Test(
    "Says what a reader would else take for more than it is",
    arguments: [
      ("scenarios/active-discount/index.html", "prices of 22 April 2026"),
      ("index.html", "A month, never idle (720 hours of work), H100, prices of 22 April 2026"),
      ("claims/index.html", "10,240 MB ÷ 1,024 MB/GB against 16 GB"),
      (
        "claims/index.html", "where it may be Managed API or Serverless GPU that is cheapest of all"
      ),
      ("changes/index.html", "each with its source. None moved a winner or a break-even."),
      ("scenarios/hours-break-even/index.html", "$1,440 from 1 hour to 720 hours"),
      ("scenarios/named-hosts/index.html", "for every workload among what it can replace"),
      ("scenarios/streaming-session/index.html", "Source: Bytez, read 21 November 2026."),
    ])
  func says(path: String, words: String) async throws {
    let text = try await ShippedSite.page(path).root.wholeText
    #expect(text.replacing("\u{A0}", with: " ").contains(words))
  }
}
