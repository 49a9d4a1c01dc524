import Pricing
import TestSupport
import Testing

@testable import Content

@Suite("Prices of a list that replace each other")
struct PriceOrderTests {
  /// When a set of prices is active: always (an empty text), from a day on, or at hours.
  private static func constraint(_ time: String) -> String {
    let numbers = time.dropFirst()
    return switch time.first {
    case "d": "StartDateConstraint(start_date=datetime.date(2026, \(numbers), 1))"
    case "h":
      "TimeOfDateConstraint(start_time=datetime.time(\(numbers.split(separator: "-")[0])), "
        + "end_time=datetime.time(\(numbers.split(separator: "-")[1])))"
    default: "None"
    }
  }

  /// A model of genai-prices: each set or variant is its time, and its price of input.
  private static func trial(_ sets: [(String, String)], _ variants: [(String, String)] = []) throws
    -> (trial: ImportTrial, unexpressed: [String])
  {
    let prices = sets.map { time, price in
      "ConditionalPrice(constraint=\(constraint(time)), "
        + "prices=ModelPrice(input_mtok=\(price), output_mtok=Decimal('8')))"
    }
    let others = variants.map { time, price in
      "PriceVariant(when={'processing': 'batch'}, constraint=\(constraint(time)), "
        + "prices=ModelPrice(input_mtok=\(price)))"
    }
    let text = """

      providers: list[Provider] = [Provider(id='acme', models=[ModelInfo(id='m',
        prices=[\(prices.joined(separator: ", "))],
        price_variants=[\(others.joined(separator: ", "))])])]
      """
    let list = try ImportTrial.list(text, .genAIPrices)
    return (try ImportTrial(list), list.unexpressed.map(\.key))
  }

  private static func decimal(_ price: Int) -> String { "Decimal('\(price)')" }

  /// The prices of input in the order of the card: month, dollars, and over how many tokens.
  private static func rates(_ trial: ImportTrial, _ choices: [Choice] = []) throws -> [String] {
    let offer = try #require(trial.content.listedOffer("genai-prices-acme-m")?.offer)
    return offer.rates.filter {
      $0.unit == .millionInputTokens && $0.condition.choices == choices
    }
    .map { rate in
      (rate.condition.window.map { "\($0.start / 60)-\($0.end / 60) " } ?? "")
        + (rate.condition.input.map { ">\($0.tokens) " } ?? "")
        + (rate.day.began.map { "\($0.month): " } ?? "") + (rate.price?.low.dollarText ?? "?")
    }
  }

  @Test(
    "The last set that is active holds, and one that never does is left out",
    arguments: [
      (["d3", ""], ["2"], []), (["", "d3"], ["1", "3: 2"], []),
      (["", "d5", "d3"], ["1", "3: 3"], []),
      (["d3", "d3"], ["3: 2"], []), (["", ""], ["2"], []),
      (["", "d3", "d5"], ["1", "3: 2", "5: 3"], []),
      (["d5", "d3", ""], ["3"], []), (["h1-4", ""], ["2"], []),
      (["", "h1-4", "h1-4"], ["1", "1-4 3"], []),
      (["", "d3", "h1-4"], ["1", "3: 2", "1-4 3"], []),
      // Hours that end on a day, and hours of which some have two prices.
      (["", "h1-4", "d3"], ["1", "3: 3"], ["constraint"]),
      (["", "h1-4", "h2-5"], ["1", "1-4 2"], ["input_mtok", "output_mtok"]),
    ])
  func sets(times: [String], rates: [String], unexpressed: [String]) throws {
    let sets = times.enumerated().map { ($1, Self.decimal($0 + 1)) }
    let (trial, refused) = try Self.trial(sets)
    #expect(try Self.rates(trial) == rates)
    #expect(refused == unexpressed)
  }

  @Test(
    "The first variant that is active holds",
    arguments: [
      (["d3", ""], ["2", "3: 1"], []), (["", "d3"], ["1"], []),
      (["d3", "d5", ""], ["3", "3: 1"], []),
      (["d3", "d3"], ["3: 1"], []), (["d5", "d3", ""], ["3", "3: 2", "5: 1"], []),
      (["h1-4", ""], ["2", "1-4 1"], []), (["", "h1-4"], ["1"], []),
      (["d3", "h1-4", ""], ["3", "3: 1"], ["constraint"]),
    ])
  func variants(times: [String], rates: [String], unexpressed: [String]) throws {
    let variants = times.enumerated().map { ($1, Self.decimal($0 + 1)) }
    let (trial, refused) = try Self.trial([("", Self.decimal(9))], variants)
    #expect(try Self.rates(trial, [Choice(.tier, "batch")]) == rates)
    #expect(refused == unexpressed)
  }

  @Test("At any time the price is that of the last set that is active", arguments: 0..<60)
  func anyOrder(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let times = (0..<Int.random(in: 1...5, using: &random)).map { _ in
      ["", "d3", "d5", "d7", "h1-4", "h2-5", "h22-3"].randomElement(using: &random) ?? ""
    }
    let sets = [("", "1")] + times.enumerated().map { ($1, "\($0 + 2)") }
    let (trial, refused) = try Self.trial(sets.map { ($0, "Decimal('\($1)')") })
    guard refused.isEmpty else { return }
    let offer = try #require(trial.content.listedOffer("genai-prices-acme-m")?.offer)
    for (month, hour) in [1, 3, 4, 5, 6, 7, 9].flatMap({ month in (0..<24).map { (month, $0) } }) {
      let day = try #require(CalendarDate("2026-\(month < 10 ? "0" : "")\(month)-02"))
      let expected = sets.last { Self.isActive($0.0, month, hour) }?.1
      let known = offer.rates.filter {
        $0.unit == .millionInputTokens && ($0.day.began.map { $0 <= day } ?? true)
      }
      let price =
        (known.last { $0.condition.window.map { Self.isOpen($0, hour) } ?? false }
        ?? known.last { $0.condition.window == nil })?.price
      #expect(price?.low.dollarText == expected, "\(times) in month \(month) at \(hour)")
    }
  }

  /// What the package says of a constraint: from the first of a month on, or between two hours.
  private static func isActive(_ time: String, _ month: Int, _ hour: Int) -> Bool {
    let numbers = time.dropFirst().split(separator: "-").compactMap { Int($0) }
    return switch time.first {
    case "d": month >= numbers[0]
    case "h": isOpen(Window(from: numbers[0] * 60, to: numbers[1] * 60), hour)
    default: true
    }
  }

  private static func isOpen(_ window: Window, _ hour: Int) -> Bool {
    let (start, end) = (window.start / 60, window.end / 60)
    return start < end ? (start..<end).contains(hour) : hour >= start || hour < end
  }

  @Test("A step that goes and comes back stands in the order of its days")
  func steps() throws {
    func stepped(_ base: Int, _ price: Int) -> String {
      "TieredPrices(base=\(Self.decimal(base)), tiers=[Tier(start=200000, "
        + "price=\(Self.decimal(price)))])"
    }
    let (trial, refused) = try Self.trial(
      [("", stepped(1, 4)), ("d3", Self.decimal(2)), ("d5", stepped(3, 6))])
    #expect(
      try Self.rates(trial) == ["1", ">200000 4", "3: 2", ">200000 3: 2", "5: 3", ">200000 5: 6"])
    #expect(refused == [])
  }

  /// A price with a step above a number of tokens.
  private static func stepped(_ base: Int, over tokens: Int, _ price: Int) -> String {
    "TieredPrices(base=\(decimal(base)), tiers=[Tier(start=\(tokens), price=\(decimal(price)))])"
  }

  @Test(
    "A step that a later variant leaves out, or has elsewhere, ends on its day",
    arguments: [
      ([("d5", "1"), ("", "200000")], ["2", ">200000 4", "5: 1", ">200000 5: 1"]),
      (
        [("d5", "272000"), ("", "200000")],
        ["2", ">200000 4", "5: 2", ">272000 5: 4", ">200000 5: 2"]
      ),
      // The step of the standard price is none of the variant's.
      ([("d5", "300000")], ["5: 2", ">300000 5: 4", ">100000 5: 2"]),
      ([("", "100000")], ["2", ">100000 4"]),
    ])
  func variantSteps(variants: [(String, String)], rates: [String]) throws {
    let variants = variants.map { time, step in
      (time, step == "1" ? Self.decimal(1) : Self.stepped(2, over: Int(step) ?? 0, 4))
    }
    let (trial, refused) = try Self.trial([("", Self.stepped(9, over: 100_000, 18))], variants)
    let listed = try Self.rates(trial, [Choice(.tier, "batch")])
    #expect(listed.filter { !$0.contains(">100000 ") } == rates.filter { !$0.contains(">100000 ") })
    #expect(rates.allSatisfy(listed.contains))
    #expect(refused == [])
  }

  @Test(
    "What a request cannot choose is no choice",
    arguments: ["{}", "{'processing': 'batch', 'service_tier': 'flex'}"])
  func oddChoices(when: String) throws {
    let text = """

      providers: list[Provider] = [Provider(id='acme', models=[ModelInfo(id='m',
        prices=ModelPrice(input_mtok=Decimal('2'), output_mtok=Decimal('8')),
        price_variants=[PriceVariant(when=\(when), prices=ModelPrice(input_mtok=Decimal('1')))])])]
      """
    let list = try ImportTrial.list(text, .genAIPrices)
    #expect(list.unexpressed.map(\.key) == ["price_variants.when"])
    #expect(try Self.rates(ImportTrial(list)) == ["2"])
  }
}
