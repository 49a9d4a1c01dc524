import Pricing
import TestSupport
import Testing

@Suite("What can take each other's place")
struct GroupingTests {
  private static func offer(_ id: String, _ goods: Goods?) throws -> Offer {
    var offer = Samples.offer(id, try Samples.rate(.gpuHour, "2"), scaling: Samples.bySecond)
    offer.goods = goods
    return offer
  }

  private static func model(
    _ name: String?, _ modelClass: String? = nil, _ access: Goods.Access? = nil
  ) -> Goods? { Goods(model: .init(name: name, modelClass: modelClass, access: access)) }

  private static func machine(_ name: String, _ count: Int = 1, _ detail: String? = nil) -> Goods? {
    Goods(machine: .init(name: name, count: count, detail: detail))
  }

  /// Offers of different goods, and two of which nobody says what they are.
  private static func offers() throws -> [Offer] {
    [
      try offer("h100", machine("H100", 1, "80 GB")), try offer("silent", nil),
      try offer("4o", model("GPT-4o", "frontier", .proprietary)),
      try offer("4o-too", model("GPT-4o")), try offer("h100-too", machine("H100")),
      try offer("h100x8", machine("H100", 8)), try offer("opus", model("Opus", "frontier")),
      try offer("quiet", nil), try offer("any", model(nil, nil, .proprietary)),
      try offer("frontier", model(nil, "frontier")),
      try offer(
        "small-on-h100", Goods(model: .init(modelClass: "small"), machine: .init(name: "H100"))),
    ]
  }

  private static func ids(_ grouping: Grouping) throws -> [[String]] {
    let offers = try offers()
    return grouping.groups(of: offers).map { $0.rows.map { offers[$0].id } }
  }

  @Test func toldApartByModelAndMachine() throws {
    #expect(
      try Self.ids(Grouping()) == [
        ["h100", "h100-too"], ["silent", "quiet"], ["4o", "4o-too"], ["h100x8"], ["opus"], ["any"],
        ["frontier"], ["small-on-h100"],
      ])
  }

  @Test func toldApartByClass() throws {
    #expect(
      try Self.ids(Grouping(by: .modelClass)) == [
        ["h100", "h100-too"], ["silent", "quiet"], ["4o", "opus", "frontier"], ["4o-too"],
        ["h100x8"], ["any"], ["small-on-h100"],
      ])
  }

  @Test func aReasonPutsDifferentGoodsTogether() throws {
    let grouping = Grouping(alternatives: [
      .init(offers: ["h100", "4o"], reason: "Either does."),
      .init(offers: ["opus", "frontier"], reason: "So do these."),
    ])
    #expect(
      try Self.ids(grouping) == [
        ["h100", "4o"], ["silent", "quiet"], ["4o-too"], ["h100-too"], ["h100x8"],
        ["opus", "frontier"], ["any"], ["small-on-h100"],
      ])
    let all = Grouping(alternatives: [.init(reason: "All do.")])
    #expect(try Self.ids(all) == [try Self.offers().map(\.id)])
  }

  @Test func offersThatSayNothingAreOneGroup() throws {
    let offers = [try Self.offer("a", nil), try Self.offer("b", nil)]
    #expect(Grouping().groups(of: offers).map(\.rows) == [[0, 1]])
    #expect(Grouping().groups(of: []) == [])
  }

  // MARK: Nothing is compared across groups

  /// A scenario of offers with random goods, prices and meters.
  private static func scenario(_ random: inout SplitMix) throws -> Scenario {
    let goods = [nil, model("A"), model("B", "small"), machine("H100"), machine("H100", 8)]
    var offers: [Offer] = []
    for number in 0..<random.int(in: 1...9) {
      let low = random.int(in: 1...9)
      let high = low + (random.int(in: 0...1) == 0 ? 0 : random.int(in: 1...4))
      let isTimed = random.int(in: 0...1) == 0
      var offer = Samples.offer(
        "o\(number)",
        try Samples.rate(isTimed ? .gpuHour : .millionTokens, "\(low)", "\(high)"),
        scaling: random.int(in: 0...1) == 0 ? Samples.alwaysOn(1) : Samples.bySecond)
      offer.provider = "p\(random.int(in: 0...1))"
      offer.goods = goods[random.int(in: 0...4)]
      offer.features = Features(customWeights: .init(random.int(in: 0...1) == 0 ? .yes : .no))
      offers.append(offer)
    }
    let ids = offers.map(\.id)
    var alternatives: [Grouping.Alternatives] = []
    if random.int(in: 0...2) == 0 {
      alternatives.append(.init(offers: Set(ids.prefix(random.int(in: 1...3))), reason: "Either."))
    }
    return Scenario(
      id: "s",
      workloads: [
        Samples.month(
          .hours(Bounds(50, 300)), tokens: .total(40_000_000, inputShare: Bounds(.zero)))
      ],
      offers: offers, sweep: Sweep(driver: .hours, range: 1...400),
      leftOut: random.int(in: 0...3) == 0 ? [ids[0]] : [],
      grouping: Grouping(
        by: random.int(in: 0...1) == 0 ? .model : .modelClass, alternatives: alternatives))
  }

  @Test("Each group is what it would be alone", arguments: 0..<80)
  func staysInside(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let scenario = try Self.scenario(&random)
    let priced = try scenario.priced()
    #expect(priced.groups.flatMap(\.group.rows).sorted() == Array(scenario.offers.indices))
    for group in priced.groups {
      var alone = scenario
      alone.offers = group.group.rows.map { scenario.offers[$0] }
      alone.grouping = Grouping(alternatives: [.init(reason: "They are one group.")])
      let only = try alone.priced()
      #expect(only.groups.count == 1)
      #expect(group.comparisons == only.groups[0].comparisons)
      #expect(group.breakEven == only.groups[0].breakEven)
      let chosen = Recommendation.all(for: priced, requiring: [])
        .filter { $0.group == group.group }
      let chosenAlone = Recommendation.all(for: only, requiring: [])
      #expect(chosen.map(\.choices) == chosenAlone.map(\.choices))
      #expect(chosen.map(\.excluded) == chosenAlone.map(\.excluded))
    }
    let places = Dictionary(
      uniqueKeysWithValues: scenario.offers.indices.map {
        (scenario.offers[$0].id, priced.groupPlace(ofRow: $0))
      })
    for round in HeadToHead("p0", "p1", in: [priced]).rounds {
      #expect(places[round.first.offer] == places[round.second.offer])
      #expect(round.group.rows.contains { scenario.offers[$0].id == round.first.offer })
    }
    let sensitivity = try Sensitivity(of: scenario, workload: "w")
    #expect(Set((sensitivity?.offers ?? []).compactMap { places[$0] }).count <= 1)
  }

  @Test(
    "Rows that are one offer, used in several ways, are not ranked",
    arguments: [(nil, true), ("3", false)] as [(String?, Bool)])
  func oneOffer(price: String?, isOne: Bool) throws {
    var slow = Samples.offer(
      "slow", try Samples.rate(.gpuHour, "2"), scaling: Samples.alwaysOn(1))
    slow.throughput = try Throughput(tokensPerSecond: Bounds(60))
    var quick = slow
    quick.id = "quick"
    quick.throughput = try Throughput(tokensPerSecond: Bounds(600))
    if let price { quick.rates = [try Samples.rate(.gpuHour, price)] }
    let workload = Samples.once(
      .batch, tokens: .total(1_000_000, inputShare: Bounds(.zero, .one)))
    let group = try Scenario(id: "s", workloads: [workload], offers: [slow, quick]).priced().groups[
      0]
    #expect(group.isOneOffer == isOne)
    #expect(group.comparisons[0].cheapest == (isOne ? [] : ["quick"]))
    #expect(group.comparisons[0].candidates == [])
  }

  @Test(
    "Who comes next is certain, or all that may are named",
    arguments: [
      ("3", "3", ["b"]), ("3", "9", ["b", "c"]), ("4", "4", ["b", "c"]), ("5", "6", ["c"]),
    ])
  func next(low: String, high: String, expected: [String]) throws {
    let workload = Samples.month(.notStated, tokens: .total(1_000_000, inputShare: Bounds(.zero)))
    let offers = [
      Samples.offer("a", try Samples.rate(.millionTokens, "1")),
      Samples.offer("b", try Samples.rate(.millionTokens, low, high)),
      Samples.offer("c", try Samples.rate(.millionTokens, "4")),
    ]
    let group = try Scenario(id: "s", workloads: [workload], offers: offers).priced().groups[0]
    #expect(group.next(after: ["a"], 0) == expected)
    #expect(group.next(after: ["a", "b", "c"], 0) == [])
  }
}
