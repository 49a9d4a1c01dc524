import Content
import Pricing
import Testing

@Suite("Scaling policies as written")
struct ScalingFormatTests {
  private static let rate = "rates: [{from: 2026-01-01, source: page, usd_per_gpu_hour: 2}]"

  private func policy(_ keys: String) throws -> ScalingPolicy {
    let outcome = ContentSample.offer("\(Self.rate), scaling: {source: page, \(keys)}")
    #expect(outcome.messages == [])
    return try #require(outcome.content?.listedOffer("new")).offer.scaling
  }

  @Test(
    "Read an idle timeout",
    arguments: [
      ("never", .never), ("60 s", .after(Bounds(60))), ("1 min to 5 min", .after(Bounds(60, 300))),
      ("500 ms", .after(Bounds(try Ratio(1, over: 2)))),
    ] as [(String, ScalingPolicy.IdleTimeout)])
  func readsIdleTimeout(text: String, timeout: ScalingPolicy.IdleTimeout) throws {
    #expect(try policy("idle_timeout: \(text)").idleTimeout == timeout)
  }

  @Test func readsEveryKey() throws {
    let policy = try policy(
      "minimum_replicas: 1, maximum_replicas: 3, billing_increment: 1 s, minimum_charge: 1 min, "
        + "start: {waiting: not stated, pulling: 10 s, loading: 3 s to 30 s}, draining: 5 s, "
        + "billed: {loading: free, active: billed, draining: not stated}")
    #expect(policy.minimumReplicas == 1)
    #expect(policy.maximumReplicas == 3)
    #expect(policy.billingIncrement == 1)
    #expect(policy.minimumCharge == 60)
    #expect(policy.durations[.waiting] == nil)
    #expect(policy.durations[.pulling] == Bounds(10))
    #expect(policy.durations[.loading] == Bounds(3, 30))
    #expect(policy.durations[.draining] == Bounds(5))
    #expect(policy.billing(of: .loading) == .free)
    #expect(policy.billing(of: .active) == .billed)
    #expect(policy.billing(of: .draining) == .notStated)
    #expect(policy.billing(of: .waiting) == .notStated)
  }

  @Test func readsHowOftenTheAutoscalerDecides() throws {
    let policy = try policy("idle_timeout: 5 min, decision_interval: 60 s")
    #expect(policy.decisionInterval == 60)
    #expect(policy.idleTimeout == .after(Bounds(300)))
    #expect(policy.basis(of: .decisionInterval) == .stated(Citation(source: "page")))
    #expect(try self.policy("idle_timeout: 5 min").decisionInterval == 0)
    let outcome = ContentSample.offer(
      "\(Self.rate), scaling: {source: page, decision_interval: 30 s, "
        + "evidence: {decision_interval: {source: page, quote: looks every 30 seconds}}}")
    let offer = try #require(outcome.content?.listedOffer("new")).offer
    #expect(offer.scaling.decisionInterval == 30)
    #expect(offer.rules.last?.evidence[.decisionInterval]?.quote == "looks every 30 seconds")
  }

  @Test(
    "Refuse what contradicts itself",
    arguments: [
      ("idle_timeout: 60", "'60' has no unit"),
      ("idle_timeout: always", "'always' is not a length of time"),
      ("billing_increment: 1s", "'1s' needs one space before the unit"),
      ("decision_interval: 60", "'60' has no unit"),
      ("decision_interval: 0 s", "decisions with no time between them"),
      (
        "idle_timeout: never, decision_interval: 60 s",
        "'decision_interval' of replicas that never go"
      ),
      ("maximum_replicas: 0", "at most 0 replicas, but at least 1"),
      ("minimum_replicas: 3, maximum_replicas: 2", "at most 2 replicas, but at least 3"),
      ("minimum_replicas: 2M", "'2000000' replicas are more than 1M, the most that are priced"),
      ("billed: {active: yes}", "'yes' is not one of the words known here"),
      ("billed: {busy: billed}", "'busy' is not a key of this list of billed phases"),
      ("start: {loading: 30 s to 3 s}", "'30 s to 3 s' runs backwards"),
    ])
  func refuses(keys: String, message: String) {
    let outcome = ContentSample.offer("\(Self.rate), scaling: {source: page, \(keys)}")
    #expect(outcome.content == nil)
    #expect(outcome.messages.contains { $0.hasPrefix(message) }, "\(outcome.messages)")
  }
}
