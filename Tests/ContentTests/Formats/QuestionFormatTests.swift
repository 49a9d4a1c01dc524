import Content
import Pricing
import Testing

@Suite("What a scenario asks")
struct QuestionFormatTests {
  private static let offers = "{offer: gpu}, {offer: gpu, as: other}"
  private static let vary = "vary: {driver: tokens, from: 1M, to: 1B}"

  private func read(_ rest: String) -> ContentSample.Outcome {
    ContentSample.scenario(
      workloads: ["tokens: 1M, hours: 5 h", "tokens: 2M, hours: 6 h"], offers: Self.offers, rest)
  }

  @Test(
    "Reads a question, or takes the usual one",
    arguments: [
      ("", .cheapest(workload: nil)), (vary, .change(between: nil)),
      ("asks: {what: cheapest}\n\(vary)", .cheapest(workload: nil)),
      ("asks: {what: cheapest, workloads: [w2]}", .cheapest(workload: "w2")),
      ("asks: {what: cost, offers: [other]}", .cost(offer: "other", workload: nil)),
      (
        "asks: {what: cost, offers: [gpu], workloads: [w2]}", .cost(offer: "gpu", workload: "w2")
      ),
    ] as [(String, AskedQuestion)])
  func reads(keys: String, question: AskedQuestion) {
    let outcome = read(keys)
    #expect(outcome.messages == [])
    #expect(outcome.content?.scenarios.first?.asks == question)
  }

  @Test func readsPairsInTheirOrder() throws {
    let beside = read("asks: {what: beside, offers: [other, gpu], workloads: [w1]}")
    guard case .beside(let offers, let workload)? = beside.content?.scenarios.first?.asks else {
      Issue.record("\(beside.messages)")
      return
    }
    #expect([offers.first, offers.second, workload] == ["other", "gpu", "w1"])
    let difference = read("asks: {what: difference, offers: [gpu], workloads: [w2, w1]}")
    guard case .difference(let pair, let offer)? = difference.content?.scenarios.first?.asks else {
      Issue.record("\(difference.messages)")
      return
    }
    #expect([pair.first, pair.second, offer] == ["w2", "w1", "gpu"])
  }

  @Test(
    "Refuses a question that nothing answers",
    arguments: [
      ("{what: dearest}", "'dearest' is not one of the words known here"),
      ("{offers: [gpu, other]}", "'what' is missing from this question"),
      ("{what: change}", "where the cheapest offer changes, without curves"),
      ("{what: beside}", "'beside' of 0 offers and 0 workloads"),
      ("{what: beside, offers: [gpu]}", "'beside' of 1 offers and 0 workloads"),
      ("{what: beside, offers: [gpu, gone]}", "'gone' is not an offer of this scenario"),
      ("{what: beside, offers: [gpu, gpu]}", "'gpu' is compared with itself"),
      ("{what: cheapest, offers: [gpu]}", "'cheapest' of 1 offers and 0 workloads"),
      ("{what: cheapest, workloads: [w3]}", "'w3' is not a workload of this scenario"),
      ("{what: cost}", "'cost' of 0 offers and 0 workloads"),
      ("{what: cost, offers: [gpu, other]}", "'cost' of 2 offers and 0 workloads"),
      ("{what: difference, offers: [gpu]}", "'difference' of 1 offers and 0 workloads"),
    ])
  func refuses(question: String, message: String) {
    let outcome = read("asks: \(question)")
    #expect(outcome.content == nil)
    #expect(outcome.messages.contains { $0.hasPrefix(message) }, "\(outcome.messages)")
  }
}
