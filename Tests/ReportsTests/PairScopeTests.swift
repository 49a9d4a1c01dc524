import Content
import Pricing
import Templates
import Testing

@testable import Reports

@Suite("What the rows of two providers stand for")
struct PairScopeTests {
  private static func side(_ base: String, isHeld: Bool = false) -> PairBill.Side {
    PairBill.Side(
      base: base, name: "As named there", low: .zero, high: .zero, link: .file("index.html"),
      isHeld: isHeld)
  }

  private static func scope(_ bills: [PairBill]) throws -> [String] {
    PairScope(PairNames(first: "P", second: "Q"), bills, in: try SmallSite.content()).sentences
  }

  private static func bill(
    _ workload: String, _ first: PairBill.Side, _ second: PairBill.Side, isOnce: Bool = false
  ) -> PairBill {
    PairBill(
      workload: workload, isOnce: isOnce, first: first, second: second, outcome: .first,
      factor: nil)
  }

  @Test func eachOfferIsCountedWhereAProviderHasSeveral() throws {
    let modal = Self.side("modal-h100")
    #expect(
      try Self.scope([
        Self.bill("1", Self.side("gmi-h100"), modal), Self.bill("2", Self.side("gmi-h100"), modal),
        Self.bill("3", Self.side("managed-api"), modal),
      ]) == ["Of P it is GMI H100 in 2 and Managed API in 1 of the 3 rows."])
    #expect(try Self.scope([Self.bill("1", Self.side("gmi-h100"), modal)]) == [])
  }

  @Test(
    "A machine that is held all month here and for a job there is said to be",
    arguments: [
      (true, true, true), (true, false, false), (false, true, false), (false, false, false),
    ])
  func held(isOnce: Bool, isHeld: Bool, isSaid: Bool) throws {
    let (gmi, modal) = (Self.side("gmi-h100", isHeld: isHeld), Self.side("modal-h100"))
    let sentences = try Self.scope([
      Self.bill("A month", gmi, modal), Self.bill("A job", gmi, modal, isOnce: isOnce),
    ])
    let words =
      "GMI H100: paid for the whole month in rows about a month, and for no longer than the work "
      + "takes for “A job”."
    #expect(sentences == (isSaid ? [words] : []))
  }

  @Test(
    "An offer of the same machine that no row has is named, and who published whose prices",
    arguments: [
      ("Somebody", ["P published prices of Q that are taken here."]), ("Somebody else", []),
    ])
  func missing(publisher: String, remarks: [String]) throws {
    let view = try SmallSite.view(
      """
        - {id: a, name: A, machine: {name: H100}, rates: [{usd_per_gpu_hour: 1, source: article}]}
        - {id: b, name: B, machine: {name: H100}, rates: [{usd_per_gpu_hour: 2, source: article}]}
        - {id: c, name: C, machine: {name: A100}, rates: [{usd_per_gpu_hour: 1, source: article}]}
      """, "workloads: [{id: w, name: W, hours: 1 h, runs: 1}]\noffers: [{offer: a}]")
    let content = view.context.content
    var side = Self.side("a")
    side.rates = try #require(content.listedOffer("a")).offer.rates
    let names = PairNames(first: publisher == "Somebody" ? "Somebody" : "P", second: "Q")
    let sentences = PairScope(
      names, [Self.bill("1", Self.side("elsewhere"), side)], in: content
    ).sentences
    let missing =
      "Of Q no row has B, which may cost less than what the rows have."
    #expect(sentences == [missing] + remarks.map { $0.replacing("P ", with: "Somebody ") })
  }
}
