import Pricing
import Testing

@testable import Content

@Suite("Price lists with numbers that no vendor has")
struct HostileListTests {
  private static func entry(_ members: String) -> String {
    "{\"litellm_provider\": \"acme\", \"mode\": \"chat\", \(members)}"
  }

  @Test(
    "Are refused by key, and the rest of the entry is read",
    arguments: [
      ("\"output_cost_per_token\": 1e-9223372036854775808", "output_cost_per_token"),
      ("\"output_cost_per_token\": 1e-30", "output_cost_per_token"),
      ("\"output_cost_per_token\": 1e9", "output_cost_per_token"),
      ("\"cost_per_second\": 1e9", "cost_per_second"),
      (
        """
        "off_peak_pricing": {"input_cost_per_token": 1e-7, "windows":
          [{"hours_utc": "16:30-00:30", "weekdays": [-9223372036854775808]}]}
        """, "off_peak_pricing"
      ),
      (
        """
        "off_peak_pricing": {"input_cost_per_token": 1e-7, "windows":
          [{"hours_utc": ["16:30-20:30", "17:00-18:00"]}]}
        """, "off_peak_pricing.input_cost_per_token"
      ),
      (
        """
        "off_peak_pricing": {"input_cost_per_token": 1e-7, "windows":
          [{"hours_utc": "16:30-20:30", "weekdays": []}]}
        """, "off_peak_pricing"
      ),
      (
        """
        "explicit_cache_read_input_token_cost_above_15s_interval": 1e-7
        """, "explicit_cache_read_input_token_cost_above_15s_interval"
      ),
      (
        "\"cost_per_second\": 2, \"input_cost_per_second_above_128k_tokens\": 1",
        "input_cost_per_second_above_128k_tokens"
      ),
      (
        """
        "tiered_pricing": [{"range": [0, 9], "input_cost_per_token_above_1k_tokens": 1e-7}]
        """, "tiered_pricing.input_cost_per_token_above_1k_tokens"
      ),
    ])
  func numbers(members: String, key: String) throws {
    let text = "{\"a\": \(Self.entry("\"input_cost_per_token\": 1e-06, \(members)"))}"
    let list = try ImportTrial.list(text, .litellm)
    #expect(list.unexpressed.map(\.key) == [key])
    #expect(try ImportTrial(list).offers == ["litellm-acme-a"])
  }

  @Test(
    "Names and words that YAML reads as nothing are written so that they are read",
    arguments: [
      ("genai-prices-acme-unnamed", "id='', name=' '"), ("genai-prices-acme-null", "id='null'"),
    ])
  func emptyNames(id: String, name: String) throws {
    let text = """

      providers: list[Provider] = [Provider(id='acme', models=[ModelInfo(\(name),
        prices=ModelPrice(input_mtok=Decimal('2')),
        price_variants=[PriceVariant(when={'processing': 'null'},
          prices=ModelPrice(input_mtok=Decimal('1')))])])]
      """
    let trial = try ImportTrial(ImportTrial.list(text, .genAIPrices))
    #expect(trial.offers == [id])
    let offer = try #require(trial.content.listedOffer(id)?.offer)
    #expect(offer.rates.contains { $0.condition.choices == [Choice(.tier, "null")] })
  }

  @Test("A tier keeps its word inside ranges of input and at hours")
  func tiersInside() throws {
    let text = """
      {"a": \(Self.entry("""
        "input_cost_per_token": 1e-06,
        "off_peak_pricing": {"input_cost_per_token_flex": 1e-7, "hours_utc": "01:00-02:00"},
        "tiered_pricing": [{"range": [0, 9], "output_cost_per_token_batches": 2e-06}]
        """))}
      """
    let list = try ImportTrial.list(text, .litellm)
    let offer = try #require(try ImportTrial(list).content.listedOffer("litellm-acme-a")?.offer)
    #expect(
      offer.rates.map { $0.condition.choices.map(\.value) }.filter { !$0.isEmpty }
        == [["batch"], ["flex"]])
    #expect(offer.rates.filter { $0.condition.window != nil }.count == 1)
  }

  @Test("An entry has at most 500 prices")
  func manyPrices() throws {
    let keys = (0..<502).map { "\"input_cost_per_token_above_\($0)k_tokens\": 1e-06" }
    let text = "{\"a\": \(Self.entry(keys.joined(separator: ", ")))}"
    let list = try ImportTrial.list(text, .litellm)
    #expect(
      list.unexpressed.map(\.key)
        == (500..<502).map { "input_cost_per_token_above_\($0)k_tokens" })
    #expect(try ImportTrial(list).offers == ["litellm-acme-a"])
  }

  @Test("Keys that begin alike have ids that cards can have, each its own")
  func alikeKeys() throws {
    let name = String(repeating: "x", count: 90)
    let entries = (0..<1_100).map {
      "\"\(name)\($0)\": \(Self.entry("\"input_cost_per_token\": 1e-06"))"
    }
    let list = try ImportTrial.list("{\(entries.joined(separator: ", "))}", .litellm)
    let offers = try ImportTrial(list).offers
    #expect(offers.count == 1_100 && Set(offers).count == 1_100)
    #expect(offers.map(\.utf8.count).max() == 80)
    #expect(offers[1].hasSuffix("xx-2") && offers[1_099].hasSuffix("xx-1100"))
  }

  @Test("A card whose lines end as on Windows is told of a new price too")
  func windowsLines() throws {
    func text(_ price: String) -> String {
      "{\"a\": \(Self.entry("\"input_cost_per_token\": \(price)"))}"
    }
    let first = try ImportTrial(ImportTrial.list(text("1e-06"), .litellm))
    let card = "content/rate-cards/litellm-acme.yaml"
    let files = first.files.map { file in
      let lines = String(decoding: file.bytes, as: UTF8.self).replacing("\n", with: "\r\n")
      return file.path == card ? SiteFile(path: card, bytes: Array(lines.utf8)) : file
    }
    let same = try ImportTrial(ImportTrial.list(text("1e-06"), .litellm), into: files)
    #expect(same.made.files == [])
    let next = try ImportTrial(
      ImportTrial.list(text("2e-06"), .litellm, "2026-11-20", version: "1.1.0"), into: files)
    let offer = try #require(next.content.listedOffer("litellm-acme-a")?.offer)
    #expect(offer.rates.filter { $0.unit == .millionInputTokens }.count == 2)
  }
}
