import Diagnostics
import Pricing
import Testing

@testable import Content

@Suite("Public price lists")
struct PriceListTests {
  private static let litellm = """
    {
      "sample_spec": {"input_cost_per_token": 0.0},
      "acme/chat": {
        "litellm_provider": "acme", "mode": "chat", "source": "https://example.com/prices",
        "input_cost_per_token": 3e-06, "output_cost_per_token": 1.5e-05,
        "cache_read_input_token_cost": 2.9999900000000002e-07,
        "cache_creation_input_token_cost_above_1hr": 6e-06,
        "input_cost_per_token_above_200k_tokens": 6e-06,
        "input_cost_per_token_batches": 1.5e-06,
        "regional_processing_uplift_multiplier_eu": 1.1,
        "search_context_cost_per_query":
          {"search_context_size_low": 0.01, "search_context_size_high": 0.03},
        "max_tokens": 4096
      },
      "acme/embed": {"litellm_provider": "acme", "mode": "embedding", "input_cost_per_token": 2e-08},
      "acme/clip": {
        "litellm_provider": "acme", "mode": "video_generation", "output_cost_per_second": 0.1,
        "output_cost_per_second_1080p": 0.25
      },
      "acme/night": {
        "litellm_provider": "acme", "mode": "chat", "input_cost_per_token": 2e-06,
        "output_cost_per_token": 4e-06,
        "off_peak_pricing": {
          "input_cost_per_token": 1e-06,
          "windows": [{"hours_utc": "16:30-00:30", "weekdays": [1, 2]}]
        }
      },
      "acme/odd": {"litellm_provider": "acme", "mode": "chat", "cost_per_dance": 1},
      "acme/thinks": {
        "litellm_provider": "acme", "mode": "chat", "input_cost_per_token": 1e-06,
        "output_cost_per_token": 4e-06, "output_cost_per_reasoning_token": 4e-06,
        "output_cost_per_token_batches": 2e-06, "output_cost_per_token_priority": 7e-06
      },
      "acme/thinks-apart": {
        "litellm_provider": "acme", "mode": "chat", "input_cost_per_token": 1e-06,
        "output_cost_per_token": 4e-06, "output_cost_per_reasoning_token": 5e-06,
        "output_cost_per_token_batches": 2e-06
      },
      "acme/silent": {"litellm_provider": "acme", "mode": "chat"}
    }
    """

  private static let genai = """
    \"\"\"Made for a test.\"\"\"

    providers: list[Provider] = [
        Provider(
            id='acme',
            pricing_urls=['https://example.com/prices'],
            models=[
                ModelInfo(
                    id='chat',
                    match=ClauseEquals(equals='chat'),
                    prices=[
                        ConditionalPrice(
                            constraint=None,
                            prices=ModelPrice(input_mtok=Decimal('2'), output_mtok=Decimal('8')),
                        ),
                        ConditionalPrice(
                            constraint=StartDateConstraint(start_date=datetime.date(2026, 3, 1)),
                            prices=ModelPrice(
                                input_mtok=TieredPrices(
                                    base=Decimal('1'), tiers=[Tier(start=200000, price=Decimal('4'))]
                                ),
                                output_mtok=Decimal('8'),
                            ),
                        ),
                    ],
                    price_variants=[
                        PriceVariant(
                            when={'processing': 'batch'},
                            prices=ModelPrice(input_mtok=Decimal('0.5')),
                        ),
                    ],
                ),
                ModelInfo(id='odd', prices=ModelPrice(dances_kcount=Decimal('1'))),
                ModelInfo(id='silent', prices=ModelPrice()),
            ],
        )
    ]
    """

  private static func total(
    _ content: SiteContent, _ id: String, _ choices: [Choice] = [], input: Int, output: Int,
    requests: Int = 1, counts: [(String, Int)] = [], moment: Moment? = nil
  ) throws -> String? {
    let offer = try #require(content.listedOffer(id)?.offer, "\(id)")
    var workload = Workload(
      id: "w", name: "w", period: .once, tokens: .split(input: input, output: output),
      requests: requests)
    workload.counts = try counts.map {
      Workload.Count(try #require(Quantity(id: $0.0)), Bounds(Ratio(Int128($0.1))))
    }
    workload.window = moment.map(Window.init(at:))
    return try offer.choosing(choices).quote(for: workload).invoice?.high?.dollarText
  }

  @Test("Become rate cards that price what they say")
  func litellmPrices() throws {
    let list = try ImportTrial.list(Self.litellm, .litellm)
    #expect((list.expressedCount, list.pricedCount) == (6, 7))
    #expect(list.unexpressed.map(\.key) == ["cost_per_dance"])
    let content = try ImportTrial(list).content
    let chat = "litellm-acme-acme-chat"
    func chatTotal(
      _ input: Int, _ choices: [Choice] = [], _ counts: [(String, Int)] = []
    ) throws -> String? {
      try Self.total(content, chat, choices, input: input, output: 0, counts: counts)
    }
    #expect(try chatTotal(100_000) == "0.3")
    #expect(try chatTotal(300_000) == "1.8")
    #expect(try chatTotal(100_000, [Choice(.tier, "batch")]) == "0.15")
    #expect(try chatTotal(100_000, [Choice(.region, "eu")]) == "0.33")
    #expect(
      try chatTotal(100_000, [], [("cached-input-tokens", 100_000)]) == "0.0299999")
    #expect(
      try chatTotal(0, [Choice(.size, "high")], [("web-searches", 2)]) == "0.06")
    #expect(
      try Self.total(
        content, "litellm-acme-acme-clip", [Choice(.size, "1080p")], input: 0, output: 0,
        counts: [("seconds-of-video-written", 4)]) == "1")
    #expect(
      try Self.total(content, "litellm-acme-acme-embed", input: 1_000_000, output: 0) == "0.02")
  }

  @Test(
    "Reasoning that costs what output costs does so for every choice, and no other",
    arguments: [
      ("thinks", nil, "4"), ("thinks", "batch", "2"), ("thinks", "priority", "7"),
      ("thinks-apart", nil, "5"), ("thinks-apart", "batch", "5"),
    ])
  func reasoning(model: String, tier: String?, total: String) throws {
    let content = try ImportTrial(ImportTrial.list(Self.litellm, .litellm)).content
    let amount = try Self.total(
      content, "litellm-acme-acme-\(model)", tier.map { [Choice(.tier, $0)] } ?? [], input: 0,
      output: 1_000_000, counts: [("reasoning-output-tokens", 1_000_000)])
    #expect(amount == total)
  }

  @Test("Hours over midnight are hours of two days")
  func offPeak() throws {
    let content = try ImportTrial(ImportTrial.list(Self.litellm, .litellm)).content
    for (day, minute, total) in [
      (Weekday.mon, 989, "2"), (.mon, 990, "1"), (.tue, 29, "1"), (.tue, 30, "2"), (.wed, 29, "2"),
      (.mon, 29, "1"),
    ] {
      let amount = try Self.total(
        content, "litellm-acme-acme-night", input: 1_000_000, output: 0,
        moment: Moment(day, minuteOfDay: minute))
      #expect(amount == total, "\(day) \(minute)")
    }
  }

  @Test("Keep the days of their prices, and a price for a choice goes before a step")
  func genaiPrices() throws {
    let list = try ImportTrial.list(Self.genai, .genAIPrices)
    #expect((list.expressedCount, list.pricedCount) == (1, 2))
    #expect(list.unexpressed.map(\.key) == ["dances_kcount"])
    let content = try ImportTrial(list).content
    let id = "genai-prices-acme-chat"
    #expect(try Self.total(content, id, input: 100_000, output: 0) == "0.1")
    #expect(try Self.total(content, id, input: 300_000, output: 0) == "1.2")
    #expect(
      try Self.total(content, id, [Choice(.tier, "batch")], input: 300_000, output: 0) == "0.15")
    let offer = try #require(content.listedOffer(id)?.offer)
    let old = offer.rates(on: CalendarDate("2026-02-01")).first { $0.unit == .millionInputTokens }
    #expect(old?.price?.low.dollarText == "2")
  }

  @Test(
    "A choice that no card has a word for is not expressed", arguments: ["ba//tch", "bätch", ""])
  func oddChoice(word: String) throws {
    let text = Self.genai.replacing("'batch'", with: "'\(word)'")
    let list = try ImportTrial.list(text, .genAIPrices)
    #expect(list.unexpressed.map(\.key) == ["dances_kcount", "price_variants.when"])
    let content = try ImportTrial(list).content
    #expect(content.rateCards.flatMap(\.offers).count == 1)
  }

  @Test("A price of one kind under a condition alone leaves the other kind not stated")
  func conditionAlone() throws {
    let text = """
      {"acme/batch": {
        "litellm_provider": "acme", "mode": "chat", "input_cost_per_token_batches": 1.5e-06
      }}
      """
    let content = try ImportTrial(ImportTrial.list(text, .litellm)).content
    let offer = try #require(content.listedOffer("litellm-acme-acme-batch")?.offer)
    #expect(offer.rates.map(\.unit) == [.millionInputTokens, .millionOutputTokens])
    #expect(offer.rates.last?.price == nil)
  }

  @Test("Texts of a list write no lines and no characters that a page cannot carry")
  func hostileTexts() throws {
    let text = """
      {
        "a\\n    rates:\\n      - {source: a, usd_per_request: 9}\\u0000\\u200b": {
          "litellm_provider": "acme\\n\\u202e", "mode": "chat", "input_cost_per_token": 3e-06,
          "source": "x\\n    name: Other", "cost_per\\n    odd: 1": 1,
          "max\\u0301\\u0301\\u0301\\u0301\\u0301\\u0301\\u0301\\u0301_cost": 1
        }
      }
      """
    let made = try ImportTrial(ImportTrial.list(text, .litellm))
    let card = try #require(made.files.first { $0.path.hasPrefix("content/rate-cards/") })
    let lines = String(decoding: card.bytes, as: UTF8.self).split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("    name: ") } == 1)
    #expect(!lines.contains { $0.hasPrefix("    odd") || $0.contains("usd_per_request: 9}\u{0}") })
    #expect(made.content.rateCards.flatMap(\.offers).count == 1)
  }

  @Test("The same list again changes nothing")
  func again() throws {
    for (text, kind) in [(Self.litellm, PriceList.Kind.litellm), (Self.genai, .genAIPrices)] {
      let list = try ImportTrial.list(text, kind)
      let first = try ImportTrial(list)
      #expect(try ImportTrial(list, into: first.files).made.files == [])
    }
  }

  @Test("A newer list adds dated entries and keeps every line")
  func newer() throws {
    let first = try ImportTrial(ImportTrial.list(Self.litellm, .litellm))
    let text = Self.litellm.replacing(
      "\"input_cost_per_token\": 3e-06", with: "\"input_cost_per_token\": 2e-06"
    )
    .replacing("\"input_cost_per_token_batches\": 1.5e-06,", with: "")
    let second = try ImportTrial(
      try ImportTrial.list(text, .litellm, "2026-11-20", version: "1.1.0"), into: first.files)
    let path = "content/rate-cards/litellm-acme.yaml"
    func lines(_ files: [SiteFile]) throws -> [Substring] {
      let file = try #require(files.first { $0.path == path })
      return String(decoding: file.bytes, as: UTF8.self).split(separator: "\n")
    }
    let (old, new) = (try lines(first.files), try lines(second.files))
    let added = new.difference(from: old)
    #expect(added.removals.isEmpty)
    #expect(added.insertions.count == 7)
    let id = "litellm-acme-acme-chat"
    #expect(try Self.total(second.content, id, input: 100_000, output: 0) == "0.2")
    let batch = try #require(second.content.listedOffer(id)?.offer)
      .choosing([Choice(.tier, "batch")])
    #expect(batch.rates(on: nil).contains { $0.unit == .millionInputTokens && $0.price == nil })
    #expect(second.content.sources.map(\.id).contains("litellm-1.1.0"))
  }

  @Test("Only some providers or keys")
  func selecting() throws {
    let list = try ImportTrial.list(Self.litellm, .litellm)
    #expect(list.selecting(providers: ["other"], words: []).pricedCount == 0)
    #expect(list.selecting(providers: ["acme"], words: ["clip", "chat"]).pricedCount == 2)
  }

  @Test("Says where a list breaks off")
  func broken() {
    do {
      _ = try ImportTrial.list("{\n\"a\": {\n", .litellm)
      Issue.record("a list that breaks off was read")
    } catch {
      #expect((error as? PriceListError)?.finding.location.line == 3)
    }
  }
}
