import Pricing
import Testing

/// What a source leaves open, calls approximate or makes depend on something is part of its claim.
@Suite("Bounds, approximations and conditions of claims")
struct ClaimBoundTests {
  @Test(
    "A bound has the computed value on its side, and so has any other figure on that side",
    arguments: [
      (PublishedValue.Bound.atLeast, "1000", true), (.atLeast, "800", true),
      (.atLeast, "700", false), (.above, "1000", true), (.above, "700", false),
      (.upTo, "700", true), (.upTo, "1000", false), (.below, "700", true), (.below, "1000", false),
    ])
  func bound(bound: PublishedValue.Bound, computed: String, holds: Bool) throws {
    let claim = try ClaimSamples.claim(
      figures: "800", bound: bound, [try ClaimSamples.term(.plus, "\(computed) h")])
    let verdict = try ClaimSamples.audited(claim).verdict
    #expect(verdict.holds == holds)
    #expect(verdict != .reproduced)
  }

  @Test(
    "An input that is open on a side leaves the result open on one",
    arguments: [
      (Derivation.Operation.times, PublishedValue.Bound.atLeast, "5000", true),
      (.times, .atLeast, "4000", true), (.times, .atLeast, "3000", false),
      (.times, .upTo, "3000", true), (.times, .upTo, "5000", false),
      (.over, .atLeast, "1", true), (.over, .atLeast, "5", true), (.over, .atLeast, "6", false),
      (.over, .below, "6", true), (.over, .below, "4", false),
    ])
  func openInput(
    operation: Derivation.Operation, bound: PublishedValue.Bound, figure: String, holds: Bool
  ) throws {
    // 4,000 × 1 or 4,000 ÷ 800, of which the second is open.
    let first = try ClaimSamples.term(.plus, "4000 usd")
    let second = try ClaimSamples.term(
      operation, operation == .times ? "1" : "800", bound: bound)
    let audited = try ClaimSamples.audited(
      try ClaimSamples.claim(figures: figure, [first, second]))
    #expect(audited.verdict.holds == holds)
    #expect(audited.verdict != .reproduced)
    #expect(!audited.open.isClosed)
  }

  @Test func theBoundOfAnotherClaimStaysWithItsFigure() throws {
    let hours = try ClaimSamples.claim(
      "hours", figures: "800", bound: .atLeast, [try ClaimSamples.term(.plus, "1000 h")])
    let cost = try ClaimSamples.claim(
      figures: "4000 to 8000",
      [
        try ClaimSamples.term(.plus, "4 to 8 usd/h"),
        ClaimFormula.Term(.times, .claim("hours", unit: ClaimUnit(.hours)), name: "hours"),
      ])
    let audited = try ClaimSamples.audited(cost, others: [hours])
    #expect(audited.computed == (try ClaimSamples.bounds("3200 to 6400")))
    #expect(audited.open == OpenSides(above: true))
    #expect(audited.verdict == .consistent(with: ["hours"]))
  }

  @Test(
    "Zeros at the end of an approximate whole number are no digits",
    arguments: [
      ("4000", 0, true, "4500", true), ("4000", 0, true, "4501", false),
      ("4000", 0, false, "4001", false), ("1440", 0, true, "1445", true),
      ("1440", 0, true, "1446", false), ("6.50", 2, true, "6.51", false),
      ("6.5", 1, true, "6.55", true), ("0", 0, true, "0.5", true), ("0", 0, true, "1", false),
    ])
  func approximate(
    figure: String, decimals: Int, isApproximate: Bool, computed: String, holds: Bool
  ) throws {
    let claim = try ClaimSamples.claim(
      figures: figure, decimals: decimals, isApproximate: isApproximate,
      [try ClaimSamples.term(.plus, "\(computed) usd")])
    #expect(try ClaimSamples.audited(claim).verdict.holds == holds)
  }

  @Test(
    "A figure on a condition is reproduced only where the condition holds",
    arguments: [
      ("720 h", "700 h", PublishedValue.Bound?.none, Bool?.some(true)),
      ("720 h", "720 h", nil, true), ("720 h", "800 h", nil, false),
      ("720 h", "700 to 800 h", nil, nil), ("720 h", "800 h", .atLeast, false),
      ("720 h", "700 h", .atLeast, nil),
    ])
  func condition(
    there: String, needed: String, bound: PublishedValue.Bound?, holds: Bool?
  ) throws {
    let formula = ClaimFormula([
      try ClaimSamples.term(.plus, there),
      try ClaimSamples.term(.minus, needed, bound: bound),
    ])
    let claim = try ClaimSamples.claim(
      figures: "1440",
      condition: .init(quote: "if one is enough", says: "One is enough.", formula: formula),
      [try ClaimSamples.term(.plus, "1440 usd")])
    let audited = try ClaimSamples.audited(claim)
    #expect(audited.condition?.holds == holds)
    #expect(audited.verdict == (holds == true ? .reproduced : .consistent(with: [])))
  }

  @Test func aConditionThatHoldsSavesNoFigure() throws {
    let claim = try ClaimSamples.claim(
      figures: "1440",
      condition: .init(
        quote: "if one is enough", says: "One is enough.",
        formula: ClaimFormula([try ClaimSamples.term(.plus, "1 h")])),
      [try ClaimSamples.term(.plus, "2880 usd")])
    #expect(try !ClaimSamples.audited(claim).verdict.holds)
  }
}
