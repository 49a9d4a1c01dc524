import Content
import Pricing
import Testing

@Suite("Scaling rules as written")
struct ScalingRulesFormatTests {
  private func outcome(_ rules: String) -> ContentSample.Outcome {
    ContentSample.offer(
      "rates: [{from: 2026-01-01, source: page, usd_per_gpu_hour: 2}], scaling: \(rules)")
  }

  @Test func readsOneSetWithoutADay() throws {
    let outcome = outcome("{source: page, quote: by the second, billing_increment: 1 s}")
    #expect(outcome.messages == [])
    let rules = try #require(outcome.content?.listedOffer("new")).offer.rules
    let citation = Citation(source: "page", quote: "by the second")
    var policy = ScalingPolicy(billingIncrement: 1)
    policy.evidence = [.billingIncrement: .stated(citation)]
    #expect(
      rules == [ScalingRules(day: ContentSample.dayOfPage, policy: policy, citation: citation)])
  }

  @Test func readsSetsThatChangedAndWhoStatesASingleRule() throws {
    let outcome = outcome(
      "[{source: page, billed: {loading: billed}}, {from: 2026-06-29, source: page, "
        + "billed: {loading: free}, evidence: {loading: {source: page, quote: not billed}, "
        + "idle_timeout: {source: page}}}]")
    #expect(outcome.messages == [])
    let offer = try #require(outcome.content?.listedOffer("new")).offer
    #expect(offer.rules.map(\.day?.began) == [nil, CalendarDate("2026-06-29")])
    #expect(offer.scaling(on: CalendarDate("2026-06-28")).billing(of: .loading) == .billed)
    #expect(offer.scaling(on: CalendarDate("2026-06-29")).billing(of: .loading) == .free)
    #expect(offer.scaling.billing(of: .loading) == .free)
    let latest = try #require(offer.rules.last)
    #expect(latest.citation(of: .billing(of: .loading))?.quote == "not billed")
    #expect(latest.citation(of: .idleTimeout) == Citation(source: "page"))
    #expect(latest.citation(of: .start) == latest.citation)
    let own = Citation(source: "page", quote: "not billed")
    #expect(latest.policy.basis(of: .billing(.loading)) == .stated(own))
    #expect(latest.policy.basis(of: .idleTimeout) == .assumed)
  }

  @Test func aScenarioUsesTheRulesOfItsDay() throws {
    let keys =
      "rates: [{from: 2026-01-01, source: page, usd_per_gpu_hour: 2}], scaling: "
      + "[{source: page, minimum_replicas: 2}, "
      + "{from: 2026-06-29, source: page, minimum_replicas: 1}]"
    for (day, replicas) in [("2026-06-28", 2), ("2026-06-29", 1)] {
      let outcome = ContentSample.scenario(
        workloads: ["traffic: idle, tokens: 0"], "prices_on: \(day)", newOffer: keys)
      #expect(outcome.messages == [])
      let scenario = try #require(outcome.content?.scenarios.first).scenario
      #expect(scenario.offers.map(\.scaling.minimumReplicas) == [replicas])
    }
  }

  @Test(
    "Refuse rules that cannot be told apart or believed",
    arguments: [
      ("{billing_increment: 1 s}", "'source' is missing from this set of scaling rules"),
      ("[{source: page}, {source: page}]", "rules that follow others of the same source"),
      (
        "[{from: 2026-02-01, source: page}, {from: 2026-02-01, source: page}]",
        "'2026-02-01' is not after '2026-02-01'"
      ),
      ("{source: other}", "'other' is not a source of this site"),
      ("{source: page, evidence: {loading: {source: other}}}", "'other' is not a source"),
      (
        "{source: page, evidence: {speed: {source: page}}}", "'speed' is not a key of this evidence"
      ),
      ("[]", "'scaling' is an empty list"),
      ("none", "'scaling' is a text, not a mapping"),
    ])
  func refuses(rules: String, message: String) {
    let outcome = outcome(rules)
    #expect(outcome.content == nil)
    #expect(outcome.messages.contains { $0.hasPrefix(message) }, "\(outcome.messages)")
  }
}
