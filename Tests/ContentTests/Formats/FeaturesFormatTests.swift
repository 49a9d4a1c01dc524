import Content
import Pricing
import Testing

@Suite("Features as written")
struct FeaturesFormatTests {
  private func outcome(_ features: String) -> ContentSample.Outcome {
    ContentSample.offer(
      "rates: [{from: 2026-01-01, source: page, usd_per_gpu_hour: 2}], features: \(features)")
  }

  @Test func readsAnswersWithTheirEvidence() throws {
    let outcome = outcome(
      "{custom_weights: {answer: yes, source: page, quote: bring your own}, "
        + "own_container: {answer: no, source: page}, data_control: {answer: not stated}, "
        + "catalogue: {models: [open models, own models], source: page}}")
    #expect(outcome.messages == [])
    let features = try #require(outcome.content?.listedOffer("new")).offer.features
    let page = Citation(source: "page")
    #expect(
      features.customWeights
        == .init(.yes, citation: Citation(source: "page", quote: "bring your own")))
    #expect(features.ownContainer == .init(.no, citation: page))
    #expect(features.dataControl == .init(.notStated))
    #expect(features.catalogue == .init([.openModels, .ownModels], citation: page))
  }

  @Test(
    "A model is of its own kind, whatever its platform has besides",
    arguments: [
      ("open", .openModels), ("proprietary", .proprietaryModels),
    ] as [(String, Features.Catalogue)])
  func model(word: String, kind: Features.Catalogue) throws {
    let outcome = ContentSample.offer(
      "rates: [{from: 2026-01-01, source: page, usd_per_gpu_hour: 2}], "
        + "model: {access: \(word), source: older}, features: "
        + "{catalogue: {models: [open models, proprietary models], source: page}}")
    #expect(outcome.messages == [])
    let features = try #require(outcome.content?.listedOffer("new")).offer.features
    #expect(features.catalogue == .init([kind], citation: Citation(source: "older")))
  }

  @Test func aModelOfUnknownKindHasNotTheKindsOfItsPlatform() throws {
    let outcome = ContentSample.offer(
      "rates: [{from: 2026-01-01, source: page, usd_per_gpu_hour: 2}], model: {name: M}, features: "
        + "{catalogue: {models: [open models, proprietary models], source: page}}")
    #expect(outcome.messages == [])
    let offer = try #require(outcome.content?.listedOffer("new")).offer
    #expect(offer.features.catalogue == .init([]))
    #expect(offer.answer(to: .openModels, on: nil) == .notStated)
    #expect(offer.answer(to: .proprietaryModels, on: nil) == .notStated)
  }

  @Test func whatIsLeftOutIsNotStated() throws {
    let outcome = outcome("{own_container: {answer: yes, source: page}}")
    let features = try #require(outcome.content?.listedOffer("new")).offer.features
    #expect(features.customWeights == .init(.notStated))
    #expect(features.catalogue == .init([]))
  }

  @Test(
    "Refuse answers without evidence, and other words",
    arguments: [
      ("{custom_weights: {answer: yes}}", "a feature without a source"),
      ("{catalogue: {models: [open models]}}", "a feature without a source"),
      ("{data_control: {answer: maybe, source: page}}", "'maybe' is not one of the words"),
      ("{catalogue: {models: [old models], source: page}}", "'old models' is not one of the words"),
      ("{custom_weights: {answer: no, source: other}}", "'other' is not a source of this site"),
      ("{custom_weights: {source: page}}", "'answer' is missing from this feature"),
    ])
  func refuses(features: String, message: String) {
    let outcome = outcome(features)
    #expect(outcome.content == nil)
    #expect(outcome.messages.contains { $0.hasPrefix(message) }, "\(outcome.messages)")
  }

  @Test func anOfferLikeAnotherHasItsFeaturesAndScaling() throws {
    let rates = "rates: [{from: 2026-01-01, source: page, usd_per_gpu_hour: 2}]"
    let outcome = ContentSample.offer(
      "\(rates), scaling: {source: page, minimum_replicas: 3}, "
        + "features: {own_container: {answer: yes, source: page}}}\n"
        + "  - {id: next, name: Next, \(rates), like: new}\n"
        + "  - {id: last, name: Last, \(rates), like: new, scaling: {source: page}")
    #expect(outcome.messages == [])
    let content = try #require(outcome.content)
    let first = try #require(content.listedOffer("new")).offer
    let next = try #require(content.listedOffer("next")).offer
    #expect(next.rules == first.rules)
    #expect(next.features == first.features)
    let last = try #require(content.listedOffer("last")).offer
    #expect(last.scaling.minimumReplicas == 0)
    #expect(last.features == first.features)
  }

  @Test func refusesToBeLikeWhatIsNotAbove() {
    let outcome = ContentSample.offer(
      "rates: [{from: 2026-01-01, source: page, usd_per_gpu_hour: 2}], like: gpu")
    #expect(outcome.content == nil)
    #expect(outcome.messages.contains { $0.hasPrefix("'gpu' is not an offer above this one") })
  }
}
