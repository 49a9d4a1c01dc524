import Testing

@testable import Pricing

@Suite("Prices under conditions")
struct ConditionTests {
  private static let batch = Choice(.tier, "batch")
  private static let europe = Choice(.region, "eu")

  private static func rate(
    _ unit: RateUnit, _ price: String, _ condition: Condition = .always
  ) throws -> Rate {
    let base = try Samples.rate(unit, price)
    return Rate(
      unit: unit, price: base.price, day: base.day, citation: base.citation, condition: condition)
  }

  private static func offer(_ rates: [Rate], _ adjustments: [Adjustment] = []) -> Offer {
    var offer = Samples.offer("o")
    (offer.rates, offer.adjustments) = (rates, adjustments)
    return offer
  }

  private static func asked(_ input: Int, _ output: Int, requests: Int? = nil) -> Workload {
    var workload = Samples.once(.notStated, tokens: .split(input: input, output: output))
    workload.requests = requests
    return workload
  }

  private static func tokens(_ conditions: [(Condition, String, String)]) throws -> Offer {
    offer(
      try conditions.flatMap { condition, input, output in
        try [
          rate(.millionInputTokens, input, condition),
          rate(.millionOutputTokens, output, condition),
        ]
      })
  }

  @Test("Replace the base unit by unit for whoever chose them")
  func chosen() throws {
    let offer = Self.offer([
      try Self.rate(.millionInputTokens, "2"), try Self.rate(.millionOutputTokens, "8"),
      try Self.rate(.millionInputTokens, "1.5", Condition(choices: [Self.batch])),
    ])
    let asked = Self.asked(1_000_000, 1_000_000)
    #expect(try offer.quote(for: asked).totalText == "10")
    #expect(try offer.choosing([Self.batch]).quote(for: asked).totalText == "9.5")
  }

  @Test("The more of the choices a price is for, the sooner it holds")
  func weights() throws {
    let offer = try Self.tokens([
      (.always, "1", "0"), (Condition(choices: [Self.batch]), "10", "0"),
      (Condition(choices: [Self.europe]), "100", "0"),
      (Condition(choices: [Self.europe, Self.batch]), "1000", "0"),
    ])
    let asked = Self.asked(1_000_000, 0)
    for (choices, total) in [
      ([], "1"), ([Self.batch], "10"), ([Self.europe], "100"), ([Self.batch, Self.europe], "1000"),
    ] {
      #expect(try offer.choosing(choices).quote(for: asked).totalText == total)
    }
  }

  @Test("What has no price for a choice costs the base price, and the invoice says so")
  func unpriced() throws {
    let offer = try Self.tokens([(.always, "1", "0")]).choosing([Self.batch])
    let invoice = try #require(try offer.quote(for: Self.asked(1_000_000, 0)).invoice)
    #expect(invoice.high?.dollarText == "1")
    #expect(invoice.notes == [.basePrice([Self.batch])])
  }

  @Test(
    "A step holds for all of a request with more input than its threshold",
    arguments: [
      (199_999, false, "0.199999"), (200_000, false, "0.2"), (200_001, false, "0.400002"),
      (199_999, true, "0.199999"), (200_000, true, "0.4"), (200_001, true, "0.400002"),
    ])
  func steps(input: Int, isInclusive: Bool, total: String) throws {
    let step = Condition(input: .init(over: 200_000, isInclusive: isInclusive))
    let offer = try Self.tokens([(.always, "1", "0"), (step, "2", "0")])
    #expect(try offer.quote(for: Self.asked(input, 0, requests: 1)).totalText == total)
  }

  @Test("Of several steps the highest that is met holds")
  func manySteps() throws {
    let offer = try Self.tokens([
      (.always, "1", "0"), (Condition(input: .init(over: 100)), "2", "0"),
      (Condition(input: .init(over: 1000)), "3", "0"),
    ])
    for (tokens, total) in [(100, "0.0001"), (101, "0.000202"), (1000, "0.002"), (2000, "0.006")] {
      #expect(try offer.quote(for: Self.asked(tokens, 0, requests: 1)).totalText == total)
    }
  }

  @Test(
    "Of two choices that are made neither price goes before the other, unless one is for both",
    arguments: [
      ([("2", [batch]), ("4", [europe])], nil), ([("4", [europe]), ("2", [batch])], nil),
      ([("2", [batch]), ("2", [europe])], "2"),
      ([("2", [batch]), ("4", [europe]), ("3", [batch, europe])], "3"),
    ] as [([(String, [Choice])], String?)])
  func undecided(prices: [(price: String, choices: [Choice])], total: String?) throws {
    let offer = try Self.tokens(
      [(.always, "1", "0")] + prices.map { (Condition(choices: $0.choices), $0.price, "0") })
    let choices = [Self.batch, Self.europe]
    guard let total else {
      #expect(throws: PricingError.self) { try offer.choosing(choices) }
      return
    }
    let chosen = try offer.choosing(choices)
    #expect(try chosen.quote(for: Self.asked(1_000_000, 0)).totalText == total)
  }

  @Test("Where nobody says how long requests are, a step makes a range")
  func openStep() throws {
    let offer = try Self.tokens([
      (.always, "1", "0"), (Condition(input: .init(over: 200_000)), "2", "0"),
    ])
    #expect(try offer.quote(for: Self.asked(1_000_000, 0)).totalText == "1–2")
    #expect(try offer.quote(for: Self.asked(1_000_000, 0, requests: 100)).totalText == "1")
    #expect(try offer.quote(for: Self.asked(1_000_000, 0, requests: 2)).totalText == "2")
  }

  @Test(
    "A step without a price for what is chosen costs anything from the one to the other, and the invoice says so",
    arguments: [
      ([], 1, "2", []), ([], 200_000, "1", []),
      ([batch], 1, "2–4", [.priceWithoutChoice([batch], Condition(input: .init(over: 10)))]),
      ([batch], 200_000, "4", []),
    ] as [([Choice], Int, String, [Note])])
  func stepWithoutChoice(
    choices: [Choice], requests: Int, total: String, notes: [Note]
  ) throws {
    let step = Condition(input: .init(over: 10))
    let offer = try Self.tokens([
      (.always, "1", "0"), (step, "2", "0"), (Condition(choices: [Self.batch]), "4", "0"),
    ])
    let quote = try offer.choosing(choices)
      .quote(for: Self.asked(1_000_000, 0, requests: requests))
    #expect(quote.totalText == total)
    #expect(quote.invoice?.notes == notes)
  }

  @Test("A base without a price for what is chosen says so, where a step has one")
  func baseWithoutChoice() throws {
    let step = Condition(choices: [Self.batch], input: .init(over: 10))
    let offer = try Self.tokens([(.always, "1", "0"), (step, "2", "0")]).choosing([Self.batch])
    let short = try #require(
      try offer.quote(for: Self.asked(1_000_000, 0, requests: 1_000_000)).invoice)
    #expect(short.high?.dollarText == "1")
    #expect(short.notes == [.priceWithoutChoice([Self.batch], .always)])
    let long = try #require(try offer.quote(for: Self.asked(1_000_000, 0, requests: 1)).invoice)
    #expect(long.high?.dollarText == "2" && long.notes == [])
  }

  @Test("A range that comes from a condition says from which")
  func openCondition() throws {
    let step = Condition(input: .init(over: 200_000))
    let night = Condition(window: Window(from: 0, to: 360))
    for (condition, prices, notes) in [
      (step, ("1", "2"), [Note.mayMeet(step)]), (night, ("2", "1"), [.mayMeet(night)]),
      (step, ("1", "1"), []),
    ] {
      let offer = try Self.tokens([(.always, prices.0, "0"), (condition, prices.1, "0")])
      #expect(try offer.quote(for: Self.asked(1_000_000, 0)).invoice?.notes == notes)
    }
  }

  @Test(
    "A workload that chooses for itself has those prices, and the others what is chosen for all",
    arguments: [
      ([], "1", "1"), ([batch], "10", "10"), ([europe], "100", "1000"),
    ] as [([Choice], String, String)])
  func askedChoices(common: [Choice], others: String, own: String) throws {
    let offer = try Self.tokens([
      (.always, "1", "0"), (Condition(choices: [Self.batch]), "10", "0"),
      (Condition(choices: [Self.europe]), "100", "0"),
      (Condition(choices: [Self.europe, Self.batch]), "1000", "0"),
    ])
    let all = common.contains(Self.batch) ? common : common + [Self.batch]
    let chosen = try offer.choosing(common, for: [(own: [Self.batch], all: all)])
    let asked = Self.asked(1_000_000, 0)
    var batched = asked
    batched.choices = [Self.batch]
    #expect(try chosen.quote(for: asked).totalText == others)
    #expect(try chosen.quote(for: batched).totalText == (common.isEmpty ? "10" : own))
    let tariff = Tariff(chosen)
    #expect(try (tariff.settled(for: [asked, batched]) == nil) == (common != [Self.batch]))
  }

  @Test("A proportion is of the base price, of a part too that has no other")
  func proportions() throws {
    let half = Bounds(try Ratio(1, over: 2))
    let tenth = Bounds(try Ratio(1, over: 10))
    let cached = try #require(Quantity(id: "cached-input-tokens"))
    let source = Citation(source: "page")
    let offer = Self.offer(
      [try Self.rate(.millionInputTokens, "2"), try Self.rate(.millionOutputTokens, "8")],
      [
        Adjustment(
          condition: Condition(choices: [Self.batch]), quantities: [.tokens], factor: half,
          citation: source),
        Adjustment(condition: .always, quantities: [cached], factor: tenth, citation: source),
      ])
    var asked = Self.asked(1_000_000, 1_000_000)
    #expect(try offer.quote(for: asked).totalText == "10")
    #expect(try offer.choosing([Self.batch]).quote(for: asked).totalText == "5")
    asked.counts = [.init(cached, Bounds(1_000_000))]
    #expect(try offer.quote(for: asked).totalText == "8.2")
    #expect(try offer.choosing([Self.batch]).quote(for: asked).totalText == "4.1")
  }

  @Test("Prices under one condition follow each other by their days, apart from those of the base")
  func dates() throws {
    func rate(_ price: String, _ day: String, _ condition: Condition = .always) throws -> Rate {
      Rate(
        unit: .request, price: Bounds(try Money(dollars: price)),
        from: try #require(CalendarDate(day)), citation: Citation(source: "page"),
        condition: condition)
    }
    let batch = Condition(choices: [Self.batch])
    let offer = Self.offer([
      try rate("4", "2026-01-01"), try rate("2", "2026-01-01", batch),
      try rate("8", "2026-06-01"), try rate("3", "2026-09-01", batch),
    ])
    var asked = Samples.once(.notStated)
    asked.requests = 1
    for (day, base, chosen) in [
      ("2026-02-01", "4", "2"), ("2026-07-01", "8", "2"), ("2026-10-01", "8", "3"),
    ] {
      let date = CalendarDate(day)
      #expect(try offer.quote(for: asked, on: date).totalText == base)
      #expect(try offer.choosing([Self.batch]).quote(for: asked, on: date).totalText == chosen)
    }
  }
}
