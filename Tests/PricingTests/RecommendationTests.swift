import Testing

@testable import Pricing

@Suite("What to take")
struct RecommendationTests {
  private static let yes = Features.Fact(Features.Answer.yes)
  private static let no = Features.Fact(Features.Answer.no)

  /// A cheap token price without weights of one's own, a dearer machine that stays, one that
  /// scales to zero, and one of which nobody says anything.
  private static func priced() throws -> PricedScenario {
    var tokens = Samples.offer("tokens", try Samples.rate(.millionTokens, "1"))
    tokens.features = Features(customWeights: no, catalogue: .init([.openModels]))
    var machine = Samples.offer(
      "machine", try Samples.rate(.gpuHour, "2"), scaling: Samples.alwaysOn(1))
    machine.features = Features(customWeights: yes, dataControl: yes)
    var seconds = Samples.offer(
      "seconds", try Samples.rate(.gpuHour, "4"), scaling: Samples.bySecond)
    seconds.features = Features(customWeights: yes)
    let silent = Samples.offer("silent", try Samples.rate(.millionTokens, "0.5"))
    let workload = Samples.month(
      .hours(Bounds(100)), tokens: .total(10_000_000, inputShare: Bounds(.zero)))
    return try Scenario(
      id: "s", workloads: [workload], offers: [tokens, machine, seconds, silent]
    ).priced()
  }

  @Test(
    "Asks first what an offer can do, then what it costs",
    arguments: [
      ([], .cheapest(["silent"]), []),
      ([.customWeights], .cheapest(["seconds"]), ["tokens", "silent"]),
      ([.customWeights, .noColdStart], .only("machine"), ["tokens", "seconds", "silent"]),
      ([.dataControl], .only("machine"), ["tokens", "seconds", "silent"]),
      ([.openModels], .only("tokens"), ["machine", "seconds", "silent"]),
      (
        [.proprietaryModels], .none,
        ["tokens", "machine", "seconds", "silent"]
      ),
    ] as [(Set<Requirement>, Recommendation.Choice, [String])])
  func takes(
    _ requirements: Set<Requirement>, _ choice: Recommendation.Choice, _ excluded: [String]
  ) throws {
    let priced = try Self.priced()
    let recommendation = Recommendation(
      among: priced.groups[0], of: priced, requiring: requirements)
    #expect(recommendation.choices == [choice])
    #expect(recommendation.excluded.map(\.offer) == excluded)
  }

  @Test func tellsWhatAnOfferLacksFromWhatNobodyStates() throws {
    let priced = try Self.priced()
    let recommendation = Recommendation(
      among: priced.groups[0], of: priced, requiring: [.customWeights, .noColdStart])
    #expect(
      recommendation.excluded == [
        .init(offer: "tokens", lacks: [.customWeights], notStated: []),
        .init(offer: "seconds", lacks: [.noColdStart], notStated: []),
        .init(offer: "silent", lacks: [], notStated: [.customWeights]),
      ])
  }

  @Test func staysOpenWhereRangesOverlap() throws {
    let offers = [
      Samples.offer("a", try Samples.rate(.millionTokens, "1", "3")),
      Samples.offer("b", try Samples.rate(.millionTokens, "2", "4")),
    ]
    let workload = Samples.month(
      .notStated, tokens: .total(10_000_000, inputShare: Bounds(.zero)))
    let priced = try Scenario(id: "s", workloads: [workload], offers: offers).priced()
    #expect(
      Recommendation(among: priced.groups[0], of: priced, requiring: []).choices == [
        .oneOf(["a", "b"])
      ])
  }

  @Test func offersOnlyTheRequirementsOnWhichOffersDiffer() throws {
    let all = Recommendation.all(for: try Self.priced(), requiring: [])
    #expect(
      all.map(\.requirements) == [
        [], [.customWeights], [.noColdStart], [.dataControl], [.openModels],
      ])
    let more = Recommendation.all(for: try Self.priced(), requiring: [.customWeights])
    #expect(
      more.map(\.requirements) == [
        [.customWeights], [.customWeights, .noColdStart], [.customWeights, .dataControl],
      ])
  }
}
