import Content
import Pricing
import Testing

/// Who states each value of a scenario, and words that do not.
@Suite("Evidence as written")
struct EvidenceFormatTests {
  private func workload(_ keys: String) throws -> Workload {
    let outcome = ContentSample.scenario(workloads: [keys])
    #expect(outcome.messages == [])
    return try #require(outcome.content?.scenarios.first?.scenario.workloads.first)
  }

  @Test(
    "Stands behind its own value alone",
    arguments: [
      ("tokens: 50M, hours: 50 h, evidence: {hours: {source: page}}", [.hours]),
      ("tokens: 50M, evidence: {tokens: {source: page, quote: 50 million}}", [.tokens]),
      (
        "input_tokens: 1, output_tokens: 2, evidence: {output_tokens: {source: page}}",
        [.outputTokens]
      ),
      ("busy_share: 10 %, evidence: {busy_share: {source: page, quote: a tenth}}", [.busyShare]),
      ("session: 9 min, evidence: {session: {source: page, quote: nine minutes}}", [.session]),
      ("traffic: idle, evidence: {traffic: {source: page, quote: nobody calls}}", [.traffic]),
      ("requests: 10k, evidence: {requests: {source: page, quote: ten thousand}}", [.requests]),
      (
        "burst: {work: 20 s, every: 5 min, evidence: {work: {source: page}, every: {source: page, quote: every five minutes}}}",
        [.burstWork, .burstEvery]
      ),
      ("hours: 5 h", []),
    ] as [(String, Set<Workload.Input>)])
  func ofAWorkload(keys: String, inputs: Set<Workload.Input>) throws {
    #expect(Set(try workload(keys).evidence.keys) == inputs)
  }

  @Test func ofASpeedAndOfItsUtilisationAreTwo() throws {
    let throughput = try #require(
      try workload(
        "tokens: 1M, traffic: batch, throughput: {tokens_per_second: 60, utilisation: 80 %, "
          + "evidence: {utilisation: {source: page, quote: 0.8 = 80% utilization}}}"
      ).throughput)
    #expect(throughput.basis == .assumed)
    #expect(
      throughput.utilisationBasis
        == .stated(Citation(source: "page", quote: "0.8 = 80% utilization")))
  }

  @Test func ofTheMonthIsTheScenariosOwnWhereItHasAnotherMonth() throws {
    let outcome = ContentSample.scenario(
      workloads: ["hours: 5 h"],
      "month: 730 h\nevidence: {month: {source: page, quote: 730 hours a month}}")
    #expect(outcome.messages == [])
    let scenario = try #require(outcome.content?.scenarios.first).scenario
    #expect(scenario.workloads[0].evidence[.month]?.quote == "730 hours a month")
    #expect(try workload("hours: 5 h").evidence[.month] == nil)
  }

  @Test func ofAScenariosRulesIsItsOwn() throws {
    let outcome = ContentSample.scenario(
      workloads: ["traffic: idle"],
      offers: "{offer: gpu, scaling: {minimum_replicas: 2, idle_timeout: 60 s, evidence: "
        + "{minimum_replicas: {source: page, quote: a two-replica deployment}}}}")
    #expect(outcome.messages == [])
    let policy = try #require(outcome.content?.scenarios.first?.scenario.offers.first).scaling
    let citation = Citation(source: "page", quote: "a two-replica deployment")
    #expect(policy.basis(of: .minimumReplicas) == .stated(citation))
    #expect(policy.basis(of: .idleTimeout) == .assumed)
  }

  /// The words of a whole set of rules may be about something else than one of its numbers.
  @Test func wordsStandBehindTheNumbersThatTheyHold() throws {
    let outcome = ContentSample.offer(
      "rates: [{usd_per_gpu_hour: 2, source: page}], scaling: {source: page, "
        + "quote: rounded up to the nearest second, billing_increment: 1 s, idle_timeout: 5 s}")
    #expect(outcome.messages == [])
    let policy = try #require(outcome.content?.listedOffer("new")).offer.scaling
    let words = "rounded up to the nearest second"
    #expect(
      policy.basis(of: .billingIncrement) == .stated(Citation(source: "page", quote: words)))
    #expect(policy.basis(of: .idleTimeout) == .stated(Citation(source: "page")))
  }

  @Test(
    "Is refused where the words hold another number, or none",
    arguments: [
      (
        "tokens: 1B, evidence: {tokens: {source: page, quote: 40–60 % less}}",
        "the quotation does not hold 1000000000"
      ),
      (
        "tokens: 50M, evidence: {tokens: {source: page, quote: $3.95 an hour}}",
        "the quotation does not hold 50000000"
      ),
      (
        "hours: 50 h, evidence: {hours: {source: page, quote: 50 minutes}}",
        "the quotation does not hold 50 h"
      ),
      (
        "busy_share: 10 %, evidence: {busy_share: {source: page, quote: 90% idle}}",
        "the quotation does not hold 10 %"
      ),
      (
        "busy_share: 10 %, evidence: {busy_share: {source: page, quote: 90% idle, worked_out: 100 − 80 = 10}}",
        "'100 − 80 = 10' is wrong arithmetic"
      ),
      (
        "busy_share: 10 %, evidence: {busy_share: {source: page, quote: 80% idle, worked_out: 100 % − 90 % = 10 %}}",
        "the working uses 90"
      ),
      (
        "hours: 5 h, evidence: {tokens: {source: page}}",
        "evidence for 'tokens', which is not written"
      ),
      ("hours: 5 h, evidence: {hours: {source: other}}", "'other' is not a source of this site"),
      (
        "hours: 5 h, evidence: {hours: {quote: five hours}}",
        "'source' is missing from this citation"
      ),
      ("hours: 5 h, source: page", "'source' is not a key of this workload"),
      (
        "tokens: 1M, traffic: batch, throughput: {tokens_per_hour: 1M to 2M, evidence: {tokens_per_hour: {source: page, quote: 1M an hour}}}",
        "the quotation does not hold 1000000 to 2000000"
      ),
    ])
  func refuses(keys: String, message: String) {
    let outcome = ContentSample.scenario(workloads: [keys])
    #expect(outcome.content == nil)
    #expect(outcome.messages.contains { $0.hasPrefix(message) }, "\(outcome.messages)")
  }

  @Test func aDayAfterThatOfTheSiteIsRefused() {
    let outcome = ContentSample.scenario(workloads: ["hours: 5 h"], "prices_on: 2027-01-01")
    #expect(
      outcome.messages.contains {
        $0.hasPrefix("'2027-01-01' is after 2026-12-31, the day of the site")
      })
  }
}
