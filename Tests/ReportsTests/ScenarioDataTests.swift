import Foundation
import TestSupport
import Testing

@Suite("Data of a scenario")
struct ScenarioDataTests {
  private let idle = """
    prices_on: 2026-11-20
    workloads:
      - {id: idle, name: No request all month, traffic: idle, tokens: 0}
      - {id: open, name: Half and half, input_tokens: 10M, output_tokens: 10M}
      - {id: busy, name: More than a month, tokens: 1B, hours: 800 h, runs: 1, requests: 1000}
    offers:
      - {offer: baseten-h100, scaling: {minimum_replicas: 2}}
      - {offer: gmi-h100, scaling: {minimum_replicas: 1, maximum_replicas: 1}}
      - {offer: modal-h100}
      - {offer: v4-pro}
    """

  private let tiers = """
    workloads:
      - {id: low, name: 10M tokens, tokens: 10M, hours: 50 h, runs: 1}
      - {id: high, name: 1B tokens, tokens: 1B, hours: 800 h, runs: 1}
    offers: [{offer: managed-api}, {offer: gmi-h100}]
    vary: {driver: tokens, from: 1M, to: 10B}
    """

  private func parsed(_ scenario: String) throws -> Contract {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(Contract.self, from: Data(SmallSite.data(scenario).utf8))
  }

  @Test("Everything there is to know", arguments: ["idle", "tiers"])
  func golden(name: String) throws {
    let scenario = name == "idle" ? idle : tiers
    try expectGolden(try SmallSite.data(scenario), "scenario-\(name).json")
  }

  @Test func keepsTheContractOfAnIdleMonth() throws {
    let text = try SmallSite.data(idle)
    #expect(text.contains("\"scenario\": \"small\""))
    #expect(text.contains("\"month_hours\": 720,"))
    let invoice = try #require(try parsed(idle).invoices.first)
    #expect(invoice.offer == "baseten-h100" && invoice.workload == "idle")
    #expect(invoice.lowUsd == "9360" && invoice.highUsd == "9360")
    #expect(invoice.fits == nil)
    let line = Contract.Line(
      phase: "kept-warm", quantity: "1440", rate: 0, usd: "9360")
    #expect(invoice.lines == [line])
    let rate = try #require(try parsed(idle).rates.first)
    #expect(rate == Contract.Rate(unit: "gpu-hour", usd: "6.5", from: rate.from, citation: 0))
    #expect(try parsed(idle).citations.first?.source == "article")
  }

  @Test func keepsTheContractOfACrossing() throws {
    let crossings = try parsed(tiers).crossings
    let crossing = Contract.Crossing(
      driver: "tokens", between: ["managed-api", "gmi-h100"], at: "28800000", usd: "1440",
      decides: true)
    #expect(crossings.contains(crossing))
  }

  @Test func anAmountThatIsNotStatedIsNull() throws {
    let open = try parsed(idle).invoices.first { $0.offer == "v4-pro" && $0.workload == "open" }
    #expect(open?.lowUsd == "13.9")
    #expect(open != nil && open?.highUsd == nil)
    #expect(open?.lines.map(\.usd) == ["13.9", nil])
    #expect(try SmallSite.data(idle).contains("\"high_usd\": null"))
  }

  @Test func onlyWhatDoesNotFitSaysSo() throws {
    let invoices = try parsed(idle).invoices
    #expect(
      invoices.filter { $0.fits == false }.map { "\($0.offer) \($0.workload)" } == ["gmi-h100 busy"]
    )
    #expect(invoices.allSatisfy { $0.fits != true })
  }

  @Test func namesTheReasonWhereThereIsNoInvoice() throws {
    let reasons = try parsed(idle).notApplicable.map { "\($0.offer) \($0.workload) \($0.reason)" }
    #expect(
      reasons == [
        "baseten-h100 open needs-traffic", "gmi-h100 open needs-traffic",
        "modal-h100 open needs-traffic",
      ])
  }

  @Test func aBusyShareIsADecimal() throws {
    let text = try SmallSite.data(
      """
      month: 730.5 h
      workloads: [{id: quiet, name: Quiet, tokens: 50M, busy_share: 10 %}]
      offers: [{offer: gmi-h100}, {offer: modal-h100}]
      vary: {driver: busy-share, from: 1, to: 100}
      """)
    // 2 / 3.95 of the month is 0.50632911…: the first whole millionth above it.
    #expect(text.contains("\"at\": \"0.50633\""))
    #expect(text.contains("\"from\": \"0.01\""))
    #expect(text.contains("\"to\": \"1\""))
    #expect(text.contains("\"month_hours\": 730.5,"))
  }

  @Test func aShareHasOneUnitInCurvesAndCrossings() throws {
    let text = try SmallSite.data(
      """
      workloads: [{id: quiet, name: Quiet, tokens: 50M, busy_share: 10 %}]
      offers: [{offer: gmi-h100}, {offer: modal-h100}]
      vary: {driver: busy-share, from: 1, to: 100}
      """)
    #expect(text.contains("\"driver_unit\": \"month\""))
    #expect(text.contains("\"driver_step\": \"0.000001\""))
    // A month of 720 hours at $3.95 an hour, and not the dollars of a millionth of it.
    #expect(text.contains("\"usd_per_unit\": \"2844\""))
    #expect(text.contains("{\n          \"at\": \"0.01\",\n          \"usd\": \"28.44\""))
  }

  @Test func whatHasNoEndAsADecimalIsAFraction() throws {
    let text = try SmallSite.data(
      """
      month: 720 h
      workloads:
        - {id: low, name: Low, tokens: 10M, hours: 50 h, runs: 1}
        - {id: high, name: High, tokens: 43M, hours: 700 h, runs: 1}
      offers: [{offer: gmi-h100}, {offer: modal-h100}]
      vary: {driver: tokens, from: 10M, to: 43M, between: linear}
      """)
    // 650 hours over 33M tokens, each at $3.95.
    #expect(text.contains("\"usd_per_unit\": \"1027/13200000\""))
  }

  @Test func aCrossingInsideTheRangeIsAtNoEdge() throws {
    #expect(try !SmallSite.data(tiers).contains("at_edge"))
    let text = try SmallSite.data(tiers.replacing("from: 1M", with: "from: 96M"))
    #expect(text.contains("\"at_edge\": true"))
  }

  @Test func withoutASweepThereAreNoCrossings() throws {
    let text = try SmallSite.data(idle)
    #expect(text.hasSuffix("\"crossings\": []\n}\n"))
    #expect(!text.contains("\"cheapest\": {"))
  }
}

/// What others read of the file, in its own words.
private struct Contract: Decodable {
  var invoices: [Invoice]
  var rates: [Rate]
  var citations: [Citation]
  var notApplicable: [Gap]
  var crossings: [Crossing]

  struct Invoice: Decodable {
    var offer: String
    var workload: String
    var lowUsd: String
    var highUsd: String?
    var fits: Bool?
    var lines: [Line]
  }

  struct Line: Decodable, Hashable {
    var phase: String
    var quantity: String
    var rate: Int
    var rateUsd: String?
    var usd: String?
  }

  struct Rate: Decodable, Hashable {
    var unit: String
    var usd: String?
    var from: String
    var citation: Int
  }

  struct Citation: Decodable { var source: String }

  struct Gap: Decodable {
    var offer: String
    var workload: String
    var reason: String
  }

  struct Crossing: Decodable, Hashable {
    var driver: String
    var between: [String]
    var at: String
    var usd: String
    var decides: Bool
  }
}
