import Diagnostics
import Pricing
import Testing

@testable import Content

@Suite("The list of genai-prices in each of its forms")
struct GenAIPricesTests {
  private static let module = """
    \"\"\"Made for a test.\"\"\"

    providers: list[Provider] = [
        Provider(
            id='acme',
            name='Acme',
            pricing_urls=['https://example.com/prices'],
            models=[
                ModelInfo(
                    id='4.5', name='Chat 4.5', match=ClauseEquals(equals='chat'),
                    prices=[
                        ConditionalPrice(
                            constraint=None,
                            prices=ModelPrice(input_mtok=Decimal('2'), output_mtok=Decimal('8')),
                        ),
                        ConditionalPrice(
                            constraint=StartDateConstraint(start_date=datetime.date(2026, 3, 1)),
                            prices=ModelPrice(
                                input_mtok=TieredPrices(
                                    base=Decimal('1.1'), tiers=[Tier(start=200000, price=Decimal('4'))]
                                ),
                                output_mtok=Decimal('8'),
                            ),
                        ),
                        ConditionalPrice(
                            constraint=TimeOfDateConstraint(
                                start_time=datetime.time(16, 30, tzinfo=datetime.UTC),
                                end_time=datetime.time(0, 30, tzinfo=datetime.UTC),
                            ),
                            prices=ModelPrice(output_mtok=Decimal('0.0036250000')),
                        ),
                    ],
                    price_variants=[
                        PriceVariant(
                            when={'service_tier': 'flex'},
                            prices=ModelPrice(input_mtok=Decimal('0.5')),
                            constraint=StartDateConstraint(start_date=datetime.date(2026, 10, 14)),
                        ),
                    ],
                ),
                ModelInfo(id='odd', prices=ModelPrice(dances_kcount=Decimal('1'))),
                ModelInfo(id='free', prices=ModelPrice()),
            ],
        )
    ]
    """

  private static let json = """
    [{"id": "acme", "name": "Acme", "pricing_urls": ["https://example.com/prices"],
      "models": [
        {"id": "4.5", "name": "Chat 4.5", "match": {"equals": "chat"}, "prices": [
          {"prices": {"input_mtok": 2, "output_mtok": 8}},
          {"constraint": {"start_date": "2026-03-01"}, "prices": {
            "input_mtok": {"base": 1.1, "tiers": [{"start": 200000, "price": 4}]},
            "output_mtok": 8}},
          {"constraint": {"type": "time_of_date", "start_time": "16:30:00Z",
            "end_time": "00:30:00Z"}, "prices": {"output_mtok": 0.003625}}],
         "price_variants": [{"when": {"service_tier": "flex"}, "prices": {"input_mtok": 0.5},
           "constraint": {"start_date": "2026-10-14"}}]},
        {"id": "odd", "prices": {"dances_kcount": 1}},
        {"id": "free", "prices": {}}
      ]}]
    """

  private static let yaml = """
    # yaml-language-server: $schema=.schema.json
    name: Acme
    id: acme
    pricing_urls:
      - https://example.com/prices
    models:
      - id: 4.5
        name: Chat 4.5
        description: >-
          What it is, over
          two lines.
        match:
          or:
            - equals: chat
        prices_checked: 2026-10-14
        price_discrepancies:
          other:
            input_mtok: 7
        prices:
          - prices:
              input_mtok: 2
              output_mtok: 8
          - constraint:
              start_date: 2026-03-01
            prices:
              input_mtok:
                base: 1.1
                tiers:
                  - start: 200000
                    price: 4
              output_mtok: 8.0
          - constraint:
              start_time: 16:30:00Z
              end_time: 00:30:00Z
            prices:
              output_mtok: 3.625e-3
        price_variants:
          - when:
              service_tier: flex
            constraint:
              start_date: 2026-10-14
            prices:
              input_mtok: 0.5

      - id: odd
        prices:
          dances_kcount: 1
      - id: free
        prices: {}
      - id: gone
        removed: true
        prices:
          input_mtok: 3

    """

  private static func list(_ text: String, _ path: String) throws -> PriceList {
    try ImportTrial.list(text, .genAIPrices, path: path)
  }

  @Test("Says the same as a module, as JSON and as YAML")
  func forms() throws {
    let units = "{\"units\": {\"input_tokens\": {\"per\": 1000000}}, \"providers\": \(Self.json)}"
    let lists = [
      try Self.list(Self.module, "data.py"), try Self.list(Self.json, "data.json"),
      try Self.list(units, "data.json"), try Self.list(Self.yaml, "acme.yml"),
      try Self.list(Self.yaml, "acme.yaml"),
    ]
    let files = try lists.map { try ImportTrial($0).made.files }
    #expect(Set(files.map(\.count)) == [2])
    #expect(files.allSatisfy { $0 == files[0] })
    for list in lists {
      #expect((list.expressedCount, list.pricedCount) == (1, 2))
      #expect(list.unexpressed.map(\.key) == ["dances_kcount"])
    }
    let offer = try #require(
      try ImportTrial(lists[3]).content.listedOffer("genai-prices-acme-4.5")?.offer)
    #expect(offer.name == "Chat 4.5")
    #expect(offer.rates.contains { $0.price?.low.dollarText == "1.1" && $0.day.began != nil })
    #expect(offer.rates.contains { $0.condition.window != nil && $0.condition.choices.isEmpty })
    #expect(offer.rates.contains { $0.condition.choices == [Choice(.tier, "flex")] })
    #expect(offer.rates.contains { $0.condition.input?.tokens == 200_000 })
  }

  @Test("Slim data have ids for names")
  func slim() throws {
    let text = #"[{"id": "acme", "models": [{"id": "a", "prices": {"input_mtok": 0.2}}]}]"#
    let trial = try ImportTrial(try Self.list(text, "data_slim.json"))
    #expect(trial.content.listedOffer("genai-prices-acme-a")?.offer.name == "a")
  }

  @Test(
    "What no card can say is refused by key",
    arguments: [
      ("constraint: {start_time: 16:30:00+08:00, end_time: 00:30:00Z}", "constraint"),
      ("constraint: {start_time: 16:30:30Z, end_time: 00:30:00Z}", "constraint"),
      ("constraint: {start_time: 24:00:00Z, end_time: 00:30:00Z}", "constraint"),
      ("constraint: {start_date: 2026-02-30}", "constraint"),
      ("constraint: {start_date: 2026-02-20, weekdays: [1]}", "constraint"),
    ])
  func constraints(constraint: String, key: String) throws {
    let text = """
      id: acme
      models:
        - id: a
          prices:
            - prices: {input_mtok: 2}
            - \(constraint)
              prices: {input_mtok: 1}
      """
    #expect(try Self.list(text, "acme.yml").unexpressed.map(\.key) == [key])
  }

  @Test(
    "A price that is not written as one is refused, not guessed",
    arguments: [
      ("prices: *other", ["prices"]), ("prices: {input_mtok: *other}", ["input_mtok"]),
      ("prices: {<<: *other}", ["<<"]), ("prices: {input_mtok: two}", ["input_mtok"]),
      ("prices: {input_mtok: {base: 1, tiers: *other}}", ["input_mtok"]),
      ("prices: {input_mtok: {base: 1, tiers: [{start: many, price: 2}]}}", ["input_mtok"]),
      ("prices: {input_mtok: 1, tool_use_kcount: {web_search: 10}}", ["tool_use_kcount"]),
      ("prices: {input_mtok: 1}\n    batch_prices: {input_mtok: 0.5}", ["batch_prices"]),
    ])
  func odd(prices: String, keys: [String]) throws {
    let text = "id: acme\nmodels:\n  - id: a\n    \(prices)\n"
    #expect(try Self.list(text, "acme.yml").unexpressed.map(\.key) == keys)
  }

  @Test(
    "Says where a file breaks off or is another one",
    arguments: [
      ("[{\"id\": \"acme\",\n\"models\": [", "data.json", 2), ("{\"chat\": {}}", "data.json", 1),
      ("id: acme\nmodels: [\n", "acme.yml", 2), ("models = 3\n", "data.py", 1),
    ])
  func broken(text: String, path: String, line: Int) {
    let error = #expect(throws: PriceListError.self) { try Self.list(text, path) }
    #expect(error?.finding.location.line == line)
  }

  @Test("A file of the folder that has no models holds no prices")
  func others() throws {
    #expect(try Self.list("units: {input_tokens: {per: 1000000}}\n", "units.yml").pricedCount == 0)
  }
}
