import Pricing
import Testing

@Suite("Arithmetic of claims")
struct ClaimArithmeticTests {
  private func computed(_ terms: [ClaimFormula.Term]) throws -> Bounds<Ratio>? {
    try ClaimSamples.audited(try ClaimSamples.claim(figures: "0", terms)).computed
  }

  @Test(
    "Works both ends off, and swaps them where it divides by a range",
    arguments: [
      ("1440 usd", Derivation.Operation.over, "4 to 8 usd/h", "180 to 360"),
      ("4 to 8 usd/h", .times, "800 h", "3200 to 6400"),
      ("4 to 8 usd/h", .times, "50 to 200 h", "200 to 1600"),
      ("10 to 12 usd", .minus, "2 to 5 usd", "5 to 10"),
      ("10 to 12 usd", .plus, "2 to 5 usd", "12 to 17"),
      ("150 to 500 usd", .over, "4 to 8 usd/h", "18.75 to 125"),
    ])
  func range(
    first: String, operation: Derivation.Operation, second: String, result: String
  ) throws {
    let terms = [try ClaimSamples.term(.plus, first), try ClaimSamples.term(operation, second)]
    #expect(try computed(terms) == ClaimSamples.bounds(result))
  }

  @Test func keepsTheArithmeticOfEachEnd() throws {
    let claim = try ClaimSamples.claim(
      figures: "180 to 360",
      [try ClaimSamples.term(.plus, "1440 usd"), try ClaimSamples.term(.over, "4 to 8 usd/h")])
    let derivation = try #require(try ClaimSamples.audited(claim).derivation)
    #expect(derivation.low.terms.map(\.value) == [1440, 8])
    #expect(derivation.high.terms.map(\.value) == [1440, 4])
    #expect(try derivation.low.result() == 180)
    #expect(try derivation.high.result() == 360)
    #expect(derivation.high.terms.map(\.unit) == ["usd", "usd/h"])
  }

  @Test func takesOneEndOfARange() throws {
    let terms = [
      try ClaimSamples.term(.plus, "4000 to 8000 usd", end: .low),
      try ClaimSamples.term(.over, "4 to 8 usd/h", end: .low),
    ]
    #expect(try computed(terms) == Bounds(1000))
  }

  @Test(
    "Gathers several values",
    arguments: [
      (ClaimOperand.Gathering.span, "1 to 9"), (.lowest, "1 to 3"), (.highest, "4 to 9"),
      (.sum, "5 to 12"),
    ])
  func gathers(gathering: ClaimOperand.Gathering, result: String) throws {
    let members = [
      try ClaimSamples.term(.plus, "4 to 9 usd"), try ClaimSamples.term(.plus, "1 to 3 usd"),
    ]
    let term = ClaimFormula.Term(.plus, .gathered(gathering, members), name: "both")
    #expect(try computed([term]) == ClaimSamples.bounds(result))
  }

  @Test("Of a set only what has a price on the day takes part", arguments: [false, true])
  func gathersWhatIsKnown(isKnownOnly: Bool) throws {
    let members = [
      try ClaimSamples.term(.plus, "4 usd"),
      ClaimFormula.Term(.plus, .notStated(unit: ClaimUnit(.usd)), name: "another"),
    ]
    let term = ClaimFormula.Term(
      .plus, .gathered(.highest, members, isKnownOnly: isKnownOnly), name: "all")
    let claim = try ClaimSamples.claim(figures: "4", [term])
    let audited = try ClaimSamples.audited(claim)
    #expect(audited.computed == (isKnownOnly ? Bounds(4) : nil))
    #expect(audited.terms.first?.parts.count == (isKnownOnly ? 1 : 2))
    // Without any there is nothing to compute.
    let none = ClaimFormula.Term(
      .plus, .gathered(.highest, [members[1]], isKnownOnly: isKnownOnly), name: "all")
    let open = try ClaimSamples.audited(try ClaimSamples.claim(figures: "4", [none]))
    #expect(open.verdict == .cannotBeComputed([.value("another")]))
  }

  @Test func worksOffAQuantityFirst() throws {
    let rate = ClaimFormula([
      try ClaimSamples.term(.plus, "200 to 400 usd"), try ClaimSamples.term(.over, "50 h"),
    ])
    let terms = [
      try ClaimSamples.term(.plus, "1440 usd"),
      ClaimFormula.Term(.over, .quantity(rate, unit: try rate.unit()), name: "price of an hour"),
    ]
    #expect(try computed(terms) == ClaimSamples.bounds("180 to 360"))
  }

  @Test func refusesToDivideByARangeThatHoldsNothing() throws {
    let terms = [try ClaimSamples.term(.plus, "1"), try ClaimSamples.term(.over, "0 to 2")]
    #expect(throws: PricingError.divisionByZero) { try computed(terms) }
  }

  @Test("Knows the unit of a result", arguments: [("h", "usd"), ("s", "usd*h/s")])
  func unit(time: String, result: String) throws {
    let formula = ClaimFormula([
      try ClaimSamples.term(.plus, "2 usd"), try ClaimSamples.term(.times, "3 h"),
      try ClaimSamples.term(.over, "3 \(time)"),
    ])
    #expect(try formula.unit() == ClaimUnit(reading: result))
  }

  @Test("Adds nothing to another unit", arguments: [Derivation.Operation.plus, .minus])
  func mismatch(operation: Derivation.Operation) throws {
    let formula = ClaimFormula([
      try ClaimSamples.term(.plus, "2 usd/h"), try ClaimSamples.term(.times, "3 h"),
      try ClaimSamples.term(operation, "1 h"),
    ])
    let error = #expect(throws: ClaimFormula.UnitMismatch.self) { try formula.unit() }
    #expect(error?.term == 2)
    #expect(error?.before == ClaimUnit(.usd))
    #expect(error?.unit == ClaimUnit(.hours))
  }
}
