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

  @Test("A price for a choice goes before a step without one")
  func choiceBeforeStep() throws {
    let step = Condition.Threshold(over: 10)
    let offer = try Self.tokens([
      (.always, "1", "0"), (Condition(input: step), "2", "0"),
      (Condition(choices: [Self.batch]), "4", "0"),
    ])
    let asked = Self.asked(1_000_000, 0, requests: 1)
    #expect(try offer.quote(for: asked).totalText == "2")
  }

  @Test(
    "A window is open from its first minute to before its last, over midnight too",
    arguments: [
      (Weekday.mon, 16 * 60 + 29, false), (.mon, 16 * 60 + 30, true), (.tue, 29, true),
      (.tue, 30, false), (.sun, 23 * 60 + 59, true), (.mon, 0, true),
    ])
  func windows(day: Weekday, minute: Int, isOpen: Bool) throws {
    let window = Window(from: 16 * 60 + 30, to: 30)
    let offer = try Self.tokens([(.always, "2", "0"), (Condition(window: window), "1", "0")])
    var asked = Self.asked(1_000_000, 0)
    #expect(try offer.quote(for: asked).totalText == "1–2")
    asked.moment = Moment(day, minuteOfDay: minute)
    #expect(try offer.quote(for: asked).totalText == (isOpen ? "1" : "2"))
  }

  @Test("Days are those of the window's own clock")
  func zones() {
    // Saturday in Shanghai begins on Friday at 16:00 in universal time.
    let weekend = Window(days: [.sat, .sun], from: 0, to: 1440, offset: 480)
    #expect(!weekend.contains(Moment(.fri, minuteOfDay: 959)))
    #expect(weekend.contains(Moment(.fri, minuteOfDay: 960)))
    #expect(weekend.contains(Moment(.sun, minuteOfDay: 959)))
    #expect(!weekend.contains(Moment(.sun, minuteOfDay: 960)))
  }

  @Test("Windows overlap if they share a minute of the week")
  func overlaps() {
    let night = Window(from: 22 * 60, to: 6 * 60)
    #expect(night.overlaps(Window(from: 5 * 60, to: 7 * 60)))
    #expect(!night.overlaps(Window(from: 6 * 60, to: 22 * 60)))
    #expect(!Window(days: [.mon], from: 0, to: 60).overlaps(Window(days: [.tue], from: 0, to: 60)))
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
