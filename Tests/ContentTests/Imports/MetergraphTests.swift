import Diagnostics
import Pricing
import Testing

@testable import Content

@Suite("The dated prices of metergraph")
struct MetergraphTests {
  private static let list = """
    # Made for a test.
    version: "2026-10-25"
    currency: USD
    models:
      - canonical_id: lab/chat
        publisher: lab
        aliases:
          - &first
            {provider: lab, alias: chat, channel: lab-api}
          - {<<: *first, alias: chat-latest}
        prices:
          - channel: lab-api
            region: global
            effective_from: "2026-03-01"
            effective_to: "2026-06-01"
            input_per_mtok: 2.00
            output_per_mtok: 10.00
            cache_read_per_mtok: 0.20
            batch_input_per_mtok: 1.00
            batch_output_per_mtok: 5.00
            rules:
              input_includes_cache_read: true
              long_context: {threshold: 272000, input_multiplier: 2, output_multiplier: 1.5}
            source_url: https://example.com/old
          - channel: lab-api
            region: global
            effective_from: "2026-06-01"
            input_per_mtok: 3
            output_per_mtok: 12
            source_url: https://example.com/prices
          - channel: cloud
            region: us-west-2
            effective_from: "2026-03-01"
            effective_to: "2026-09-01"
            input_per_mtok: 2.2
            output_per_mtok: 11
            request_fee_per_1k_usd: 5
            source_url: https://example.com/cloud
          - channel: fees
            region: global
            effective_from: "2026-03-01"
            effective_to: "2026-06-01"
            input_per_mtok: 1
            output_per_mtok: 2
            request_fee_per_1k_usd: 5
          - channel: fees
            region: global
            effective_from: "2026-06-01"
            input_per_mtok: 1
            output_per_mtok: 2
          - channel: hour
            region: global
            effective_from: "2026-03-01T04:00:00+00:00"
            input_per_mtok: 1
            output_per_mtok: 2
      - canonical_id: lab/night
        prices:
          - channel: lab-api
            region: global
            effective_from: "2026-03-01"
            input_per_mtok: 0.3
            output_per_mtok: 1.2
            rules:
              off_peak_discount: {multiplier: 0.5, peak_hours_utc: [[1, 4], [6, 10]], peak_weekdays_only: true}
              uncaptured_fees: true
            source_url: https://example.com/prices
      - {canonical_id: lab/silent, aliases: []}
    retrieval:
      - {channel: lab-api, operation: web_search, per_1k_usd: 10.0, effective_from: "2026-03-01", source_url: https://example.com/prices}
      - {channel: lab-api, operation: web_fetch, per_1k_usd: 0.0, effective_from: "2026-03-01", source_url: https://example.com/prices}
    disputes: []
    """

  private static func total(
    _ trial: ImportTrial, _ id: String, _ choices: [Choice] = [], on day: String, input: Int,
    cached: Int = 0, output: Int = 0, at moment: Moment? = nil
  ) throws -> String? {
    let offer = try #require(trial.content.listedOffer(id)?.offer, "\(id)")
    var workload = Workload(
      id: "w", name: "w", period: .once, tokens: .split(input: input, output: output), requests: 1)
    if cached > 0, let quantity = Quantity(id: "cached-input-tokens") {
      workload.counts = [Workload.Count(quantity, Bounds(Ratio(Int128(cached))))]
    }
    workload.window = moment.map(Window.init(at:))
    return try offer.choosing(choices).quote(for: workload, on: CalendarDate(day)).invoice?.high?
      .dollarText
  }

  @Test("Rows are entries with their days, and rules are prices under conditions")
  func rows() throws {
    let trial = try ImportTrial(ImportTrial.list(Self.list, .metergraph))
    let id = "metergraph-lab-api-lab-chat"
    let batch = [Choice(.tier, "batch")]
    func total(
      _ choices: [Choice] = [], on day: String, input: Int, cached: Int = 0, output: Int = 0
    ) throws -> String? {
      try Self.total(trial, id, choices, on: day, input: input, cached: cached, output: output)
    }
    let old = "2026-04-01"
    #expect(try total(on: old, input: 200_000, output: 100_000) == "1.4")
    #expect(try total(on: old, input: 272_000) == "0.544")
    #expect(try total(on: old, input: 300_000, output: 100_000) == "2.7")
    #expect(try total(on: old, input: 300_000, cached: 300_000) == "0.12")
    #expect(try total(batch, on: old, input: 200_000) == "0.2")
    #expect(try total(batch, on: old, input: 300_000) == "0.6")
    // What the next row leaves out: a step ends, and nobody states another price for a batch.
    #expect(try total(on: "2026-07-01", input: 300_000) == "0.9")
    #expect(try total(batch, on: "2026-07-01", input: 300_000) == nil)
  }

  @Test("Regions are choices, and a row that ends without another leaves no price")
  func regions() throws {
    let trial = try ImportTrial(ImportTrial.list(Self.list, .metergraph))
    let (id, west) = ("metergraph-cloud-lab-chat", [Choice(.region, "us-west-2")])
    #expect(try Self.total(trial, id, west, on: "2026-04-01", input: 1_000_000) == "2.205")
    #expect(try Self.total(trial, id, west, on: "2026-09-01", input: 1_000_000) == nil)
    #expect(try Self.total(trial, id, on: "2026-04-01", input: 1_000_000) == nil)
  }

  @Test("A fee for requests that a later row leaves out is none, and an hour of a day is its day")
  func fees() throws {
    let trial = try ImportTrial(ImportTrial.list(Self.list, .metergraph))
    let id = "metergraph-fees-lab-chat"
    #expect(try Self.total(trial, id, on: "2026-05-31", input: 1_000_000) == "1.005")
    #expect(try Self.total(trial, id, on: "2026-06-01", input: 1_000_000) == "1")
    #expect(
      try Self.total(trial, "metergraph-hour-lab-chat", on: "2026-03-02", input: 1_000_000) == "1")
  }

  @Test("Peak hours have the price of the row, all others a share of it")
  func hours() throws {
    let trial = try ImportTrial(ImportTrial.list(Self.list, .metergraph))
    for (day, minute, total) in [
      (Weekday.mon, 59, "0.15"), (.mon, 60, "0.3"), (.fri, 239, "0.3"), (.fri, 240, "0.15"),
      (.sat, 60, "0.15"), (.wed, 599, "0.3"),
    ] {
      let amount = try Self.total(
        trial, "metergraph-lab-api-lab-night", on: "2026-04-01", input: 1_000_000,
        at: Moment(day, minuteOfDay: minute))
      #expect(amount == total, "\(day) \(minute)")
    }
  }

  @Test("What cannot be expressed is named")
  func refused() throws {
    let list = try ImportTrial.list(Self.list, .metergraph)
    #expect((list.expressedCount, list.pricedCount) == (4, 7))
    #expect(
      list.unexpressed.map(\.key) == [
        "a price that begins or ends within a day", "retrieval/web_fetch", "rules.uncaptured_fees",
      ])
    let other = try ImportTrial.list(
      Self.list.replacing(
        "cache_read_per_mtok: 0.20", with: "dance_per_mtok: 1"),
      .metergraph)
    #expect(other.unexpressed.map(\.key).contains("dance_per_mtok"))
    // Nothing stands for what an alias does.
    let alias = try ImportTrial.list(
      Self.list.replacing(
        "{canonical_id: lab/silent, aliases: []}", with: "{canonical_id: a, prices: *first}"),
      .metergraph)
    #expect(alias.unexpressed.map(\.key).contains("prices by an alias"))
  }

  @Test("The same list again changes nothing, and a newer one adds a row")
  func again() throws {
    let first = try ImportTrial(ImportTrial.list(Self.list, .metergraph))
    #expect(
      try ImportTrial(ImportTrial.list(Self.list, .metergraph), into: first.files).made.files == [])
    let newer = Self.list.replacing(
      "      - channel: cloud\n",
      with: """
              - channel: lab-api
                region: global
                effective_from: "2026-11-01"
                input_per_mtok: 2.5
                output_per_mtok: 12
                source_url: https://example.com/prices
              - channel: cloud

        """)
    let second = try ImportTrial(
      ImportTrial.list(newer, .metergraph, "2026-11-20", version: "1.1.0"), into: first.files)
    let id = "metergraph-lab-api-lab-chat"
    #expect(try Self.total(second, id, on: "2026-10-01", input: 1_000_000) == "3")
    #expect(try Self.total(second, id, on: "2026-11-02", input: 1_000_000) == "2.5")
  }

  @Test("Says where a list is no YAML")
  func broken() {
    let error = #expect(throws: PriceListError.self) {
      try ImportTrial.list("models:\n  - {canonical_id: a\n", .metergraph)
    }
    #expect(error?.finding.location.line == 2)
  }
}
