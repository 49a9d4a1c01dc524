import Pricing
import TestSupport
import Testing

@Suite("Verdicts on claims")
struct ClaimVerdictTests {
  private func verdict(
    _ figures: String, decimals: Int = 0, tolerance: Ratio? = nil,
    _ relation: Claim.Relation = .equals, computed: String
  ) throws -> Verdict {
    let claim = try ClaimSamples.claim(
      figures: figures, decimals: decimals, tolerance: tolerance, relation: relation,
      [try ClaimSamples.term(.plus, "\(computed) usd")])
    return try ClaimSamples.audited(claim).verdict
  }

  @Test(
    "A figure is as exact as it was printed",
    arguments: [
      ("284", 0, "284.4", true), ("284", 0, "284.5", true), ("284", 0, "284.51", false),
      ("0.00056", 5, "0.000555555", true), ("0.00055", 5, "0.000555555", false),
      ("0.1", 1, "0.14", true), ("0.10", 2, "0.14", false), ("15", 0, "15", true),
      ("4000 to 8000", 0, "3200 to 6400", false), ("200 to 400", 0, "200 to 400", true),
      ("200 to 400", 0, "200 to 401", false),
    ])
  func precision(figures: String, decimals: Int, computed: String, agrees: Bool) throws {
    let verdict = try verdict(figures, decimals: decimals, computed: computed)
    #expect(verdict.holds == agrees)
  }

  @Test(
    "Which figures a tenth off would stand as well",
    arguments: [
      (.within, "3.95", 2, "1 to 4", .smaller),
      (.within, "0.10", 2, "0.10 to 50", .larger),
      (.within, "2", 0, "1 to 4", [.larger, .smaller]),
      (.covers, "2 to 8", 0, "2 to 2.6", .smaller), (.covers, "2 to 8", 0, "2 to 8", []),
      (.covers, "1 to 9", 0, "4 to 5", [.larger, .smaller]),
      (.within, "0", 0, "0 to 4", []), (.equals, "284", 0, "284.4", []),
    ] as [(Claim.Relation, String, Int, String, AuditedClaim.OtherFigures)])
  func others(
    relation: Claim.Relation, figures: String, decimals: Int, computed: String,
    others: AuditedClaim.OtherFigures
  ) throws {
    let claim = try ClaimSamples.claim(
      figures: figures, decimals: decimals, relation: relation,
      [try ClaimSamples.term(.plus, computed)])
    #expect(try ClaimSamples.audited(claim).alsoStand == others)
  }

  @Test func aStatedToleranceTakesThePlaceOfThePrintedOne() throws {
    #expect(try verdict("100", tolerance: 5, computed: "105") == .reproduced)
    #expect(try !verdict("100", tolerance: 5, computed: "106").holds)
    #expect(try !verdict("100", tolerance: .zero, computed: "100.1").holds)
  }

  @Test(
    "Each relation holds and fails",
    arguments: [
      (Claim.Relation.within, "3.95", 2, "1 to 4", true), (.within, "3.95", 2, "1 to 3.9", false),
      (.within, "1 to 4", 0, "2 to 3", false), (.covers, "1 to 4", 0, "3.95", true),
      (.covers, "1 to 4", 0, "4.51", false), (.atMost, "800", 0, "720", false),
      (.atMost, "720", 0, "720", true), (.atMost, "4", 0, "3 to 9", false),
      (.atLeast, "800", 0, "720", true), (.atLeast, "8", 0, "3 to 9", false),
    ])
  func relation(
    relation: Claim.Relation, figures: String, decimals: Int, computed: String, holds: Bool
  ) throws {
    let verdict = try verdict(figures, decimals: decimals, relation, computed: computed)
    #expect(verdict.holds == holds)
  }

  @Test func saysHowFarOffAFigureIs() throws {
    guard case .offBy(let deviation) = try verdict("4000 to 8000", computed: "3200 to 6400") else {
      Issue.record("the figure is not off")
      return
    }
    #expect(deviation.difference == Ends(low: 800, high: 1600))
    #expect(deviation.ratio == Ends(low: try Ratio(5, over: 4), high: try Ratio(5, over: 4)))
  }

  @Test func namesTheClaimsThatSayOtherwise() throws {
    let dedicated = try ClaimSamples.claim(
      "dedicated", figures: "1440", [try ClaimSamples.term(.plus, "1440 usd")])
    let hours = try ClaimSamples.claim(
      "hours", figures: "100", bound: .above, relation: .atLeast,
      [
        ClaimFormula.Term(.plus, .claim("dedicated", unit: ClaimUnit(.usd)), name: "dedicated"),
        try ClaimSamples.term(.over, "4 to 8 usd/h"),
      ])
    let audited = try ClaimSamples.audited(hours, others: [dedicated])
    #expect(audited.computed == (try ClaimSamples.bounds("180 to 360")))
    guard case .notConsistent(let others, let deviation) = audited.verdict else {
      Issue.record("the figures agree")
      return
    }
    #expect(others == ["dedicated"])
    #expect(deviation.difference == Ends(low: -80, high: -260))
  }

  @Test func theVerdictOnAClaimDoesNotDependOnOtherVerdicts() throws {
    let wrong = try ClaimSamples.claim(
      "wrong", figures: "7", [try ClaimSamples.term(.plus, "8 usd")])
    let copy = try ClaimSamples.claim(
      figures: "7",
      [ClaimFormula.Term(.plus, .claim("wrong", unit: ClaimUnit(.usd)), name: "wrong")])
    #expect(try ClaimSamples.audited(copy, others: [wrong]).verdict.holds)
  }

  @Test(
    "A figure is reproduced only if another one would not be",
    arguments: [
      ("284", 0, Claim.Relation.equals, "284.4", true), ("0.05", 2, .equals, "0.0523", true),
      ("200 to 400", 0, .equals, "200 to 400", true), ("0.1", 1, .equals, "0.14", false),
      ("3", 0, .equals, "3.4", false), ("0", 0, .equals, "0", false),
      ("3.95", 2, .within, "1 to 4", false), ("1 to 4", 0, .covers, "1 to 4", false),
      ("720", 0, .atMost, "720", false), ("800", 0, .atLeast, "800", false),
    ])
  func reproduced(
    figures: String, decimals: Int, relation: Claim.Relation, computed: String, isEarned: Bool
  ) throws {
    let verdict = try verdict(figures, decimals: decimals, relation, computed: computed)
    #expect(verdict == (isEarned ? .reproduced : .consistent(with: [])))
  }

  /// Whatever the digits, the relation and the computed value: no figure that the engine calls
  /// reproduced may be changed by a tenth and its tolerance and still hold.
  @Test func whatIsReproducedSurvivesNoChangeByATenth() throws {
    var random = SplitMix(seed: 20_261_121)
    var reproduced = 0
    for _ in 0..<2_000 {
      let figure = try Ratio(Int128(random.next() % 3_000), over: 10)
      let relation = Claim.Relation.allCases[Int(random.next() % 5)]
      let off = try figure * Ratio(Int128(random.next() % 9) - 4, over: 100)
      let published = PublishedValue(
        Bounds(figure), unit: .none, decimals: Ends(low: 1, high: 1),
        isApproximate: random.next() % 2 == 0,
        statedTolerance: random.next() % 3 == 0 ? try figure * Ratio(1, over: 20) : nil)
      let computed = Bounds(try figure + off)
      let verdict = try Self.verdict(published, relation, computed)
      guard verdict == .reproduced else { continue }
      reproduced += 1
      for sign in [Ratio(-1), 1] {
        let change = try sign * (figure * Ratio(1, over: 10) + published.tolerance.low)
        let other = PublishedValue(
          Bounds(try figure + change), unit: .none, decimals: published.decimals,
          statedTolerance: published.tolerance.low)
        #expect(try !Self.verdict(other, relation, computed).holds, "\(figure) \(relation)")
      }
    }
    #expect(reproduced > 100)
  }

  private static func verdict(
    _ published: PublishedValue, _ relation: Claim.Relation, _ computed: Bounds<Ratio>
  ) throws -> Verdict {
    let term = ClaimFormula.Term(
      .plus, .stated(computed, unit: .none, citation: ClaimSamples.elsewhere), name: "it")
    let claim = Claim(
      id: "claim", says: "It is so.", citation: Citation(source: "article", quote: "so"),
      published: published, relation: relation, formula: ClaimFormula([term]))
    return try ClaimSamples.audited(claim).verdict
  }

  @Test func namesEachInputThatIsNotStatedOnce() throws {
    let gap = ClaimFormula.Term(
      .times, .notStated(unit: ClaimUnit(.hours)), name: "length of a start")
    let claim = try ClaimSamples.claim(
      figures: "1", [try ClaimSamples.term(.plus, "2 usd/h"), gap, gap])
    let audited = try ClaimSamples.audited(claim)
    #expect(audited.verdict == .cannotBeComputed([.value("length of a start")]))
    #expect(audited.computed == nil)
    #expect(audited.terms.map { $0.value == nil } == [false, true, true])
  }
}
