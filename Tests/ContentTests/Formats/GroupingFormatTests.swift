import Content
import Pricing
import Testing

@Suite("What can take each other's place, as written")
struct GroupingFormatTests {
  private static let machine =
    "rates: [{from: 2026-01-01, source: page, usd_per_gpu_hour: 2}], machine: {name: H100}"
  private static let offers = "{offer: gpu}, {offer: gpu, as: more}, {offer: new}"

  private func read(_ rest: String) -> ContentSample.Outcome {
    ContentSample.scenario(
      workloads: ["hours: 5 h, runs: 1"], offers: Self.offers, rest, newOffer: Self.machine)
  }

  @Test(
    "Reads by what offers are told apart, and reasons",
    arguments: [
      ("", Grouping()), ("group_by: model", Grouping()),
      ("group_by: class", Grouping(by: .modelClass)),
      (
        "alternatives: {because: Either does., source: page}",
        Grouping(alternatives: [.init(reason: "Either does.", citation: Citation(source: "page"))])
      ),
      (
        "alternatives: [{offers: [more, new], name: a GPU, because: Either does.}]",
        Grouping(alternatives: [
          .init(offers: ["more", "new"], name: "a GPU", reason: "Either does.")
        ])
      ),
    ] as [(String, Grouping)])
  func reads(keys: String, grouping: Grouping) {
    let outcome = read(keys)
    #expect(outcome.messages == [])
    #expect(outcome.content?.scenarios.first?.scenario.grouping == grouping)
  }

  @Test(
    "Refuses reasons for nothing, and questions that hold unlike things against each other",
    arguments: [
      ("group_by: price", "'price' is not one of the words"),
      ("alternatives: {offers: [gpu, new]}", "'because' is missing from this list of alternatives"),
      (
        "alternatives: {offers: [gpu, gone], because: x}", "'gone' is not an offer of this scenario"
      ),
      ("alternatives: {offers: [new], because: x}", "one offer has no alternative"),
      (
        "alternatives: {offers: [gpu, more], because: x}",
        "these offers are the same thing, as far as their rate cards say"
      ),
      (
        "alternatives: [{offers: [gpu, new], because: x}, {offers: [more, new], because: y}]",
        "'new' is an alternative twice"
      ),
      (
        "alternatives: [{because: x}, {offers: [more, new], because: y}]",
        "all offers are alternatives, and some of them once more"
      ),
      (
        "alternatives: [{name: a, because: x}, {name: a, offers: [more, new], because: y}]",
        "'a' is the name of two groups"
      ),
      ("alternatives: {because: x, source: other}", "'other' is not a source of this site"),
      (
        "asks: {what: beside, offers: [gpu, new]}",
        "'gpu' and 'new' cannot take each other's place"
      ),
    ])
  func refuses(keys: String, message: String) {
    let outcome = read(keys)
    #expect(outcome.content == nil)
    #expect(outcome.messages.contains { $0.hasPrefix(message) }, "\(outcome.messages)")
  }

  @Test func aReasonAllowsTheQuestion() {
    let outcome = read(
      "asks: {what: beside, offers: [gpu, new]}\nalternatives: {because: Either does.}")
    #expect(outcome.messages == [])
  }
}
