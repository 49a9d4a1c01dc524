import Testing

@testable import Pricing

@Suite("Parts of what is counted")
struct PartTests {
  private static func unit(_ id: String) throws -> RateUnit {
    try #require(RateUnit(rawValue: id), "\(id)")
  }

  private static func count(
    _ id: String, _ low: Int, _ high: Int? = nil
  ) throws -> Workload.Count {
    let quantity = try #require(Quantity(id: id), "\(id)")
    return .init(quantity, Bounds(Ratio(Int128(low)), Ratio(Int128(high ?? low))))
  }

  private static func offer(_ prices: [(String, String)]) throws -> Offer {
    var offer = Samples.offer("o")
    offer.rates = try prices.map { try Samples.rate(unit($0.0), $0.1) }
    return offer
  }

  private static func workload(
    _ input: Int, _ output: Int, _ counts: [Workload.Count]
  ) -> Workload {
    var workload = Samples.once(.notStated, tokens: .split(input: input, output: output))
    workload.counts = counts
    return workload
  }

  @Test("Cost their own price, and the rest costs that of the whole")
  func partsAreTakenOut() throws {
    let offer = try Self.offer([
      ("million-input-tokens", "3"), ("million-output-tokens", "15"),
      ("million-cached-input-tokens", "0.3"), ("million-cache-write-input-tokens", "3.75"),
    ])
    let asked = Self.workload(
      10_000_000, 1_000_000,
      [
        try Self.count("cached-input-tokens", 4_000_000),
        try Self.count("cache-write-input-tokens", 2_000_000),
      ])
    #expect(
      try offer.quote(for: asked).lineTexts == [
        "input-tokens 4 × 3 = 12", "cached-input-tokens 4 × 0.3 = 1.2",
        "cache-write-input-tokens 2 × 3.75 = 7.5", "output-tokens 1 × 15 = 15",
      ])
  }

  @Test("Are told apart where two of them overlap")
  func overlaps() throws {
    let offer = try Self.offer([
      ("million-input-tokens", "1"), ("million-output-tokens", "0"),
      ("million-cached-input-tokens", "10"), ("million-audio-input-tokens", "100"),
      ("million-cached-audio-input-tokens", "1000"),
    ])
    // 10 in all: 4 cached, 3 audio, of which 1 is both.
    let asked = Self.workload(
      10_000_000, 0,
      [
        try Self.count("cached-input-tokens", 4_000_000),
        try Self.count("audio-input-tokens", 3_000_000),
        try Self.count("cached-audio-input-tokens", 1_000_000),
      ])
    #expect(try offer.quote(for: asked).totalText == "1234")
  }

  @Test("Without a price of their own cost what the whole costs, and the invoice says so")
  func absentPrice() throws {
    let offer = try Self.offer([("million-input-tokens", "3"), ("million-output-tokens", "15")])
    let cached = try Self.count("cached-input-tokens", 400_000)
    let invoice = try #require(
      try offer.quote(for: Self.workload(1_000_000, 0, [cached])).invoice)
    #expect(invoice.high?.dollarText == "3")
    #expect(invoice.notes == [.chargedAsWhole(cached.quantity, .millionInputTokens)])
  }

  @Test("With a price of zero are free")
  func explicitZero() throws {
    let offer = try Self.offer([
      ("million-input-tokens", "3"), ("million-output-tokens", "15"),
      ("million-cached-input-tokens", "0"),
    ])
    let asked = Self.workload(1_000_000, 0, [try Self.count("cached-input-tokens", 400_000)])
    let invoice = try #require(try offer.quote(for: asked).invoice)
    #expect(invoice.high?.dollarText == "1.8")
    #expect(invoice.notes == [])
  }

  @Test("Of an unknown share make a range, the cheap kind at its low end")
  func ranges() throws {
    let offer = try Self.offer([
      ("million-input-tokens", "3"), ("million-output-tokens", "0"),
      ("million-cached-input-tokens", "0.3"), ("million-cache-write-input-tokens", "6"),
    ])
    let cached = try Self.count("cached-input-tokens", 0, 1_000_000)
    let written = try Self.count("cache-write-input-tokens", 0, 1_000_000)
    #expect(try offer.quote(for: Self.workload(1_000_000, 0, [cached])).totalText == "0.3–3")
    #expect(try offer.quote(for: Self.workload(1_000_000, 0, [written])).totalText == "3–6")
  }

  @Test("Are counted for their whole where only they are listed")
  func wholeOfParts() throws {
    let offer = try Self.offer([
      ("million-input-tokens", "3"), ("million-output-tokens", "0"),
      ("million-cached-input-tokens", "1"),
    ])
    let asked = Self.workload(
      1_000_000, 0, [try Self.count("cached-audio-input-tokens", 1_000_000)])
    #expect(try offer.quote(for: asked).totalText == "1")
  }

  @Test("Cannot be more than the whole")
  func tooMany() throws {
    let offer = try Self.offer([
      ("million-input-tokens", "3"), ("million-output-tokens", "0"),
      ("million-cached-input-tokens", "1"),
    ])
    let asked = Self.workload(10, 0, [try Self.count("cached-input-tokens", 11)])
    #expect(throws: PricingError.partsExceed(.inputTokens)) { try offer.quote(for: asked) }
  }

  @Test("Without any price for what is asked there is no invoice")
  func noPrice() throws {
    let tokens = try Self.offer([("million-input-tokens", "3"), ("million-output-tokens", "15")])
    let images = try Self.count("images", 3)
    #expect(
      try tokens.quote(for: Self.workload(1, 1, [images]))
        == .notApplicable(.noPrice(images.quantity)))
    let pictures = try Self.offer([("image", "0.04")])
    #expect(
      try pictures.quote(for: Self.workload(1, 1, []))
        == .notApplicable(.needsCount(images.quantity)))
  }

  @Test("A month is there without being asked for, beside what else is counted")
  func fees() throws {
    let offer = try Self.offer([
      ("million-input-tokens", "3"), ("million-output-tokens", "15"), ("month", "250"),
      ("thousand-web-searches", "10"),
    ])
    let asked = Self.workload(1_000_000, 0, [try Self.count("web-searches", 500)])
    #expect(try offer.quote(for: asked).totalText == "258")
  }
}
