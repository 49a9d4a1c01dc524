import Diagnostics
import Pricing
import Testing

@testable import Content

@Suite("Price lists that know a price before it holds")
struct LaterPricesTests {
  /// A list of genai-prices with a model for each day, which is that of its only price.
  private static func list(_ days: [String], read: String = "2026-11-01") throws -> PriceList {
    let models = days.enumerated().map { place, day in
      let parts = day.split(separator: "-").compactMap { Int($0) }.map(String.init)
      let constraint =
        "StartDateConstraint(start_date=datetime.date(\(parts.joined(separator: ", "))))"
      return "ModelInfo(id='m\(place)', prices=[ConditionalPrice(constraint="
        + (day.isEmpty ? "None" : constraint)
        + ", prices=ModelPrice(input_mtok=Decimal('2'), output_mtok=Decimal('8')))])"
    }
    let text = """

      providers: list[Provider] = [Provider(id='acme', models=[\(models.joined(separator: ",\n"))])]
      """
    return try ImportTrial.list(text, .genAIPrices, read)
  }

  @Test(
    "An offer without a price before the day of the site waits for it",
    arguments: [
      (["", "2026-12-01"], "", ["m0"], 1), (["2026-11-21", "2026-11-22"], "", ["m0"], 1),
      (["2027-01-01"], "", [], 0), (["2026-12-01"], "prices_on: 2026-12-01\n", ["m0"], 1),
      // Priced as of an earlier day, the site needs no price on that day.
      (["2026-10-01", "2026-12-01"], "prices_on: 2026-09-01\n", ["m0"], 1),
    ])
  func waits(days: [String], settings: String, offers: [String], expressed: Int) throws {
    let result = try ImportTrial(try Self.list(days), into: ImportTrial.site(settings))
    #expect(result.offers == offers.map { "genai-prices-acme-\($0)" })
    #expect(result.made.list.expressedCount == expressed)
    let waiting = days.count - offers.count
    #expect(result.made.list.unexpressed.map(\.count) == (waiting == 0 ? [] : [waiting]))
    #expect(result.made.files.isEmpty == offers.isEmpty)
  }

  @Test func saysFromWhichDayOn() throws {
    let result = try ImportTrial(
      try Self.list(["2026-12-01", "", "2027-01-01", "2026-12-01"]), into: ImportTrial.site())
    #expect(
      result.made.list.unexpressed.map { "\($0.key) (\($0.count))" } == [
        "prices that begin on 2026-12-01, and none before (2)",
        "prices that begin on 2027-01-01, and none before (1)",
      ])
  }

  @Test("Its id is the same once its day has come")
  func keepsItsID() throws {
    let list = try Self.list(["2026-12-01", ""])
    let first = try ImportTrial(list, into: ImportTrial.site())
    let later = first.files.map { file in
      let text = String(decoding: file.bytes, as: UTF8.self)
      return SiteFile(
        path: file.path,
        bytes: Array(text.replacing("updated: 2026-11-21", with: "updated: 2026-12-02").utf8))
    }
    let second = try ImportTrial(list, into: later)
    #expect(Set(second.offers) == ["genai-prices-acme-m0", "genai-prices-acme-m1"])
    #expect(second.made.list.unexpressed.isEmpty)
  }

  @Test("A card that has the offer is told of the price to come")
  func announces() throws {
    let first = try ImportTrial(try Self.list([""], read: "2026-10-01"), into: ImportTrial.site())
    let second = try ImportTrial(try Self.list(["2026-12-01"]), into: first.files)
    #expect(second.made.list.unexpressed.isEmpty)
    let card = try #require(second.files.first { $0.path.hasPrefix("content/rate-cards/") })
    let lines = String(decoding: card.bytes, as: UTF8.self)
    #expect(lines.contains("        from: 2026-12-01\n"))
  }

  @Test(
    "What no card can say is refused, whatever the numbers in it",
    arguments: [
      "input_cost_per_token_above_9223372036854775807k_tokens",
      "input_cost_per_token_above_99999999999999999999k_tokens", "output_cost_per_image_1..2",
      "output_cost_per_second_.p",
    ])
  func oddKeys(key: String) throws {
    let text = """
      {"a": {"litellm_provider": "acme", "mode": "chat", "input_cost_per_token": 1e-06,
        "\(key)": 2e-06}}
      """
    let result = try ImportTrial(
      try ImportTrial.list(text, .litellm), into: ImportTrial.site())
    #expect(result.made.list.unexpressed.map(\.key) == [key])
    #expect(result.offers == ["litellm-acme-a"])
  }

  @Test(
    "Hours that no day has are no constraint",
    arguments: ["24", "23, 60", "-1", "9223372036854775807", "1, 2, 3"])
  func oddHours(time: String) throws {
    let prices = "ModelPrice(input_mtok=Decimal('2'), output_mtok=Decimal('8'))"
    let text = """

      providers: list[Provider] = [Provider(id='acme', models=[ModelInfo(id='m', prices=[
        ConditionalPrice(constraint=None, prices=\(prices)),
        ConditionalPrice(constraint=TimeOfDateConstraint(start_time=datetime.time(\(time)),
          end_time=datetime.time(1)), prices=\(prices))])])]
      """
    let result = try ImportTrial(
      try ImportTrial.list(text, .genAIPrices), into: ImportTrial.site())
    #expect(result.made.list.unexpressed.map(\.key) == ["constraint"])
  }

  @Test("Providers whose names differ in signs alone have one card")
  func oneCard() throws {
    let text = """
      {
        "a": {"litellm_provider": "acme x", "mode": "chat", "input_cost_per_token": 1e-06},
        "b": {"litellm_provider": "Acme-X", "mode": "chat", "input_cost_per_token": 2e-06}
      }
      """
    let list = try ImportTrial.list(text, .litellm)
    let result = try ImportTrial(list, into: ImportTrial.site())
    #expect(result.offers == ["litellm-acme-x-a", "litellm-acme-x-b"])
    #expect(Set(result.files.map(\.path)).count == result.files.count)
    let id = PriceListImport.name(provider: "Acme-X", key: "b")
    #expect(result.made.ids[id] == "litellm-acme-x-b")
  }
}
