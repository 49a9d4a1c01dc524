import Content
import Pricing
import Testing

@Suite("What one gets, as written")
struct GoodsFormatTests {
  private static let timed = "rates: [{from: 2026-01-01, source: page, usd_per_gpu_hour: 2}]"
  private static let tokens = "rates: [{from: 2026-01-01, source: page, usd_per_million_tokens: 2}]"
  private static let page = Citation(source: "page")

  @Test(
    "Reads models and machines with who says so",
    arguments: [
      ("", nil),
      (
        "model: {name: GPT-4o, class: frontier, access: proprietary}",
        Goods(
          model: .init(
            name: "GPT-4o", modelClass: "frontier", access: .proprietary, citation: page))
      ),
      (
        "model: {class: small, source: older, quote: for small models}",
        Goods(
          model: .init(
            modelClass: "small", citation: Citation(source: "older", quote: "for small models")))
      ),
      (
        "machine: {name: H100, count: 8, detail: \"NVIDIA H100, 80 GB\"}",
        Goods(
          machine: .init(name: "H100", count: 8, detail: "NVIDIA H100, 80 GB", citation: page))
      ),
      (
        "model: {access: open}, machine: {name: H100, source: older}",
        Goods(
          model: .init(access: .open, citation: page),
          machine: .init(name: "H100", citation: Citation(source: "older")))
      ),
    ] as [(String, Goods?)])
  func reads(keys: String, goods: Goods?) throws {
    let outcome = ContentSample.offer(
      [Self.timed, keys].filter { !$0.isEmpty }.joined(separator: ", "))
    #expect(outcome.messages == [])
    #expect(try #require(outcome.content?.listedOffer("new")).offer.goods == goods)
  }

  @Test func aPricePerGPUIsForAllOfThem() throws {
    let outcome = ContentSample.offer("\(Self.timed), machine: {name: H100, count: 8}")
    #expect(try #require(outcome.content?.listedOffer("new")).offer.replica[.gpus] == 8)
    let whole = ContentSample.offer(
      "rates: [{from: 2026-01-01, source: page, usd_per_replica_hour: 16}], "
        + "machine: {name: H100, count: 8}")
    #expect(try #require(whole.content?.listedOffer("new")).offer.replica[.gpus] == .one)
  }

  @Test func goodsAreNotThoseOfTheOfferThatOneIsLike() throws {
    let outcome = ContentSample.offer(
      "\(Self.timed), machine: {name: H100}}\n  - {id: next, name: Next, \(Self.timed), like: new")
    #expect(outcome.messages == [])
    #expect(try #require(outcome.content?.listedOffer("next")).offer.goods == nil)
  }

  @Test(
    "Refuses what says nothing, and words that do not say it",
    arguments: [
      ("model: {}", "a model of which nothing is said"),
      ("model: {source: page}", "a model of which nothing is said"),
      ("model: open", "'model' is a text, not a mapping"),
      ("model: {access: secret}", "'secret' is not one of the words"),
      ("model: {name: GPT-4o, quote: GPT-4o}", "words without their source"),
      (
        "model: {name: GPT-4o, source: page, quote: our best model}",
        "the quotation does not hold 'GPT-4o'"
      ),
      (
        "model: {class: small, access: open, source: page, quote: small models}",
        "the quotation does not hold 'open'"
      ),
      ("model: {name: GPT-4o, source: other}", "'other' is not a source of this site"),
      ("machine: {count: 8}", "'name' is missing from this machine"),
      ("machine: {name: H100, count: 0}", "a machine without a GPU by its count"),
      ("machine: {name: H100, source: page, quote: one GPU}", "the quotation does not hold 'H100'"),
      ("hardware: H100", "'hardware' is not a key"),
      ("gpus_per_replica: 8", "'gpus_per_replica' is not a key"),
    ])
  func refuses(keys: String, message: String) {
    let outcome = ContentSample.offer("\(Self.timed), \(keys)")
    #expect(outcome.content == nil)
    #expect(outcome.messages.contains { $0.hasPrefix(message) }, "\(outcome.messages)")
  }

  @Test func whoBuysTokensGetsNoMachine() {
    let outcome = ContentSample.offer("\(Self.tokens), machine: {name: H100}")
    #expect(
      outcome.messages.contains { $0.hasPrefix("a machine for an offer that does not bill time") })
  }
}
