import Testing

@testable import Pricing

/// What a formula rests on decides whether a figure that comes out was earned.
@Suite("Grounds of claims")
struct ClaimGroundsTests {
  /// The verdict on "$400 for 50 hours", computed from a price of $8 with the given words.
  private func verdict(source: String = "article", _ quote: String?) throws -> Verdict {
    let price = try ClaimSamples.term(
      .plus, "8 usd/h", name: "price of an hour", citation: Citation(source: source, quote: quote))
    let hours = try ClaimSamples.term(
      .times, "50 h", name: "hours", citation: Citation(source: "article", quote: "50 hours"))
    return try ClaimSamples.audited(
      try ClaimSamples.claim(
        quote: "a month costs $400 for 50 hours", figures: "400", [price, hours])
    ).verdict
  }

  @Test(
    "Another statement bears a figure out",
    arguments: [
      ("article", "$8 an hour"), ("article", "the price of an hour is $8"),
      ("article", "a month … $8 an hour"), ("article", "it costs $8"),
      ("price-list", "a month costs $400 for 50 hours"), ("price-list", nil),
    ])
  func otherEvidence(source: String, quote: String?) throws {
    #expect(try verdict(source: source, quote) == .reproduced)
  }

  @Test(
    "A number worked out from the figure's own words is a circle",
    arguments: [
      "a month costs $400 for 50 hours", "$400 for 50 hours", "A MONTH costs “$400”",
      "costs $400 for 50 hours, which is fair", "as they say, a month costs $400",
      "in 2026 … $400 for 50 hours", "a month costs … 50 hours",
    ])
  func circle(quote: String) throws {
    #expect(try verdict(quote) == .restated(.derived("price of an hour")))
  }

  @Test("Without other evidence a figure stands alone", arguments: [nil, "50 hours"])
  func alone(quote: String?) throws {
    let price = try ClaimSamples.term(
      .plus, "50 h", citation: quote.map { Citation(source: "article", quote: $0) })
    let claim = try ClaimSamples.claim(
      quote: "50 hours, which are 3,000 minutes", figures: "3000",
      [
        price, try ClaimSamples.term(.times, "60 min/h", citation: nil),
      ])
    let reason: Verdict.Restatement = quote == nil ? .byDefinition : .alone
    #expect(try ClaimSamples.audited(claim).verdict == .restated(reason))
  }

  @Test(
    "A number of the same source in another unit bears nothing out, one of another source does",
    arguments: [
      ("article", Verdict.restated(.converted)), ("price-list", .reproduced),
    ])
  func converted(source: String, verdict: Verdict) throws {
    let claim = try ClaimSamples.claim(
      quote: "out of each 300-second window", figures: "300",
      [
        try ClaimSamples.term(
          .plus, "5 min", citation: Citation(source: source, quote: "every five minutes")),
        try ClaimSamples.term(.times, "60 s/min", citation: nil),
      ])
    #expect(try ClaimSamples.audited(claim).verdict == verdict)
  }

  @Test(
    "Tells whether the words hold the figure, in figures or as a word",
    arguments: [
      ("it takes 300 seconds", "300", true), ("twenty seconds of work", "20", true),
      ("it takes a while", "300", false), ("it takes 30 seconds", "300", false),
      ("idle time costs nothing", "0", true), ("it is noisy", "0", false),
      ("7B to 70B models", "7 to 70", true), ("7B to 70B models", "7 to 80", false),
    ])
  func figureInWords(quote: String, figures: String, isHeld: Bool) throws {
    let claim = try ClaimSamples.claim(
      quote: quote, figures: figures, [try ClaimSamples.term(.plus, "1 s", citation: nil)])
    #expect(claim.hasFigureInItsWords == isHeld)
  }

  @Test(
    "What is no price and stands in the figure's own words is a condition of it",
    arguments: [
      ("a month costs $400 for 50 hours", true), ("as long as 50 hours", false), (nil, false),
    ])
  func ownConditions(quote: String?, isOwn: Bool) throws {
    let price = Rate(
      unit: .gpuHour, price: Bounds(try Money(dollars: "8")),
      from: try #require(CalendarDate("2026-01-01")),
      citation: Citation(source: "article", quote: "$8 an hour"))
    let claim = try ClaimSamples.claim(
      quote: "a month costs $400 for 50 hours", figures: "400",
      [
        ClaimFormula.Term(.plus, .rate(offer: "gpu", unit: .gpuHour), name: "GPU"),
        try ClaimSamples.term(
          .times, "50 h", name: "hours", citation: Citation(source: "article", quote: quote)),
      ])
    let audited = try ClaimSamples.audited(claim, offers: [Samples.offer("gpu", price)])
    #expect(audited.verdict == .reproduced)
    #expect(audited.restsOnOwnConditions == isOwn)
  }

  @Test(
    "A quotation states a number in digits, in short or in words",
    arguments: [
      ("10,000 queries", "10000"), ("20M tokens", "20000000"), ("1B tokens", "1000000000"),
      ("$100K and more", "100000"), ("80 % of the time", "0.8"), ("80 %", "80"),
      ("twelve months", "12"), ("double the cost", "2"), ("costs $1.99.", "1.99"),
      ("between $4 and $8", "4 to 8"),
    ])
  func states(words: String, value: String) throws {
    #expect(try verdict(on: value, from: words) == .restated(.alone))
  }

  @Test(
    "A quotation does not state what is not in it",
    arguments: [
      ("10,000 queries", "1000"), ("20M tokens", "200000"), ("between $4 and $8", "4 to 9"),
      ("between $4 and $8", "6"), ("version 1.99.2", "1.99"), ("no number", "1"),
    ])
  func doesNotState(words: String, value: String) throws {
    #expect(try verdict(on: value, from: words) == .restated(.derived("value")))
  }

  private func verdict(on value: String, from words: String) throws -> Verdict {
    try ClaimSamples.audited(
      try ClaimSamples.claim(
        quote: words, figures: value, decimals: 4,
        [
          try ClaimSamples.term(
            .plus, value, citation: Citation(source: "article", quote: words))
        ])
    ).verdict
  }

  @Test func anIdentityIsNotSolvedTwice() throws {
    func claim(_ id: String, unit: ClaimUnit) -> ClaimOperand { .claim(id, unit: unit) }
    let rate = Citation(source: "article", quote: "an instance runs $6.50 an hour")
    let month = try ClaimSamples.claim(
      "month", quote: "costs $9,360 a month", figures: "9360",
      [
        try ClaimSamples.term(.plus, "6.50 usd/h", citation: rate),
        try ClaimSamples.term(.times, "1440 h", name: "hours of two replicas"),
      ])
    let hour = try ClaimSamples.claim(
      "hour", quote: "an instance runs $6.50 an hour", figures: "6.50", decimals: 2,
      [
        ClaimFormula.Term(.plus, claim("month", unit: ClaimUnit(.usd)), name: ""),
        try ClaimSamples.term(.over, "1440 h", name: "hours of two replicas"),
      ])
    #expect(try ClaimSamples.audited(month, others: [hour]).verdict == .reproduced)
    #expect(
      try ClaimSamples.audited(hour, others: [month]).verdict == .restated(.derived("value")))
  }

  @Test func claimsThatLeadToEachOtherAreFollowedOnce() throws {
    func claim(_ id: String, from other: String) throws -> Claim {
      try ClaimSamples.claim(
        id, quote: "\(id) is so", figures: "0",
        [ClaimFormula.Term(.plus, .claim(other, unit: .none), name: other)])
    }
    let (first, second) = (try claim("first", from: "second"), try claim("second", from: "first"))
    // Each says 0, which any change by a tenth leaves.
    #expect(
      try ClaimSamples.audited(first, others: [second]).verdict == .consistent(with: ["second"]))
  }

  @Test func aRateTakenFromTheFigureIsACircle() throws {
    let words = Citation(source: "article", quote: "$150 for ten million tokens")
    func audited(_ citation: Citation) throws -> Verdict {
      let rate = Rate(
        unit: .millionTokens, price: Bounds(try Money(dollars: "15")),
        from: try #require(CalendarDate("2026-01-01")), citation: citation)
      let claim = try ClaimSamples.claim(
        quote: "$150 for ten million tokens", figures: "150",
        [
          ClaimFormula.Term(.plus, .rate(offer: "api", unit: .millionTokens), name: "API"),
          try ClaimSamples.term(.times, "10 million-tokens", citation: words),
        ])
      return try ClaimSamples.audited(claim, offers: [Samples.offer("api", rate)]).verdict
    }
    #expect(try audited(words) == .restated(.derived("API")))
    #expect(try audited(Citation(source: "article", quote: "$15 a million")) == .reproduced)
  }

  @Test(
    "A price that only the figure's own words state bears nothing out, whatever else does",
    arguments: [("article", Verdict.restated(.alone)), ("price-list", .reproduced)])
  func priceInOwnWords(source: String, verdict: Verdict) throws {
    let rate = Rate(
      unit: .millionTokens, price: Bounds(try Money(dollars: "15")),
      from: try #require(CalendarDate("2026-01-01")),
      citation: Citation(source: source, quote: "(10 million tokens @ $15/1M)"))
    let tokens = Citation(source: "article", quote: "they ask for ten million tokens a month")
    let claim = try ClaimSamples.claim(
      quote: "API (10 million tokens @ $15/1M) | $150", figures: "150",
      [
        ClaimFormula.Term(.plus, .rate(offer: "api", unit: .millionTokens), name: "API"),
        try ClaimSamples.term(.times, "10 million-tokens", citation: tokens),
      ])
    let audited = try ClaimSamples.audited(claim, offers: [Samples.offer("api", rate)])
    #expect(audited.verdict == verdict)
  }
}
