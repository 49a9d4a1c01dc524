import Content
import Pricing
import Testing

@Suite("Workloads as written")
struct WorkloadFormatTests {
  private func workload(_ keys: String) throws -> Workload {
    let outcome = ContentSample.scenario(workloads: [keys])
    #expect(outcome.messages == [])
    return try #require(outcome.content?.scenarios.first?.scenario.workloads.first)
  }

  @Test("A scenario has a thousand workloads, and no more", arguments: [(1000, 0), (1001, 1)])
  func tooMany(count: Int, findings: Int) {
    let outcome = ContentSample.scenario(
      workloads: Array(repeating: "tokens: 1M, hours: 5 h", count: count))
    let message = "\(count) workloads in one scenario, more than 1000 | make several scenarios"
    #expect(outcome.messages == Array(repeating: message, count: findings))
  }

  @Test(
    "Say when machines work",
    arguments: [
      ("requests: 5", .notStated), ("traffic: idle", .none), ("traffic: batch", .batch),
      ("traffic: steady", .steady), ("hours: 50 h", .hours(Bounds(50))),
      ("hours: 30 min to 2 h", .hours(Bounds(try Ratio(1, over: 2), 2))),
      ("busy_share: 10 %", .busyShare(Bounds(try Ratio(1, over: 10)))),
      ("busy_share: 0 % to 100 %", .busyShare(Bounds(0, 1))),
      ("session: 9 min", .session(seconds: 540)), ("session: 720 h", .session(seconds: 2_592_000)),
      ("session: 721 h, period: once", .session(seconds: 2_595_600)),
      (
        "burst: {work: 20 s, every: 721 h}, period: once",
        .bursts(work: 20, every: 2_595_600, windows: nil)
      ),
      ("burst: {work: 20 s, every: 5 min}", .bursts(work: 20, every: 300, windows: nil)),
      (
        "burst: {work: 20 s, every: 20 s, windows: 3}", .bursts(work: 20, every: 20, windows: 3)
      ),
    ] as [(String, Workload.Traffic)])
  func readsTraffic(keys: String, traffic: Workload.Traffic) throws {
    #expect(try workload(keys).traffic == traffic)
  }

  @Test(
    "Say how many tokens",
    arguments: [
      ("tokens: 20M", .total(20_000_000, inputShare: Bounds(0, 1))),
      ("tokens: 1k, input_share: 25 %", .total(1000, inputShare: Bounds(try Ratio(1, over: 4)))),
      ("input_tokens: 4M, output_tokens: 1M", .split(input: 4_000_000, output: 1_000_000)),
      ("output_tokens: 109_080", .split(input: 0, output: 109_080)),
      ("tokens: 1000000B", .total(1_000_000_000_000_000, inputShare: Bounds(0, 1))),
    ] as [(String, TokenVolume)])
  func readsTokens(keys: String, tokens: TokenVolume) throws {
    #expect(try workload(keys).tokens == tokens)
  }

  @Test(
    "Say in how many runs the work comes",
    arguments: [
      ("hours: 5 h", nil), ("hours: 5 h, runs: 1", 1), ("busy_share: 5 %, runs: 3k", 3000),
      ("tokens: 5, traffic: batch, runs: 2", 2),
    ])
  func readsRuns(keys: String, runs: Int?) throws {
    #expect(try workload(keys).runs == runs.map { Workload.Runs($0) })
  }

  @Test func aPeriodIsTheSiteSMonthUnlessItIsOnce() throws {
    #expect(try workload("tokens: 1").period == .month(hours: 720))
    #expect(try workload("tokens: 1, period: once").period == .once)
  }

  @Test(
    "Refuse what contradicts itself",
    arguments: [
      ("tokens: 5, output_tokens: 5", "'tokens' beside tokens of each kind"),
      ("tokens: 5, input_share: 120 %", "more than 100 % of the tokens"),
      ("tokens: 1000001B", "too large a number of tokens for the engine"),
      ("traffic: idle, hours: 5 h", "'hours' beside 'traffic'"),
      ("hours: 50", "'50' has no unit"), ("hours: .inf", "'.inf' is not a length of time"),
      ("hours: NaN", "'NaN' is not a length of time"),
      ("hours: not stated", "'hours' of a workload that are not stated"),
      ("busy_share: 101 %", "more than 100 % of the month"),
      ("busy_share: 10 %, period: once", "'busy_share' without a month to share"),
      ("burst: {work: 20 s, every: 10 s}", "bursts that are longer than the time between them"),
      ("burst: {work: 0 s, every: 0 s}", "bursts with 'work' of no length"),
      ("burst: {work: 0 s, every: 5 min}", "bursts with 'work' of no length"),
      ("burst: {work: 20 s, every: 0 s}", "bursts with 'every' of no length"),
      ("burst: {work: 20 s, every: 721 h}", "bursts that are further apart than a month is long"),
      (
        "burst: {work: 20 s, every: 360 h, windows: 3}",
        "3 bursts do not fit into a month, which has room for 2"
      ),
      ("session: 0 s", "a session of no length"),
      ("hours: 5 h, runs: 0", "work in no runs"),
      ("hours: 5 h, period: once, runs: 2", "'runs' of work that says itself when machines start"),
      ("session: 5 min, runs: 2", "'runs' of work that says itself when machines start"),
      ("session: 721 h", "a session that is longer than the month of 720 hours"),
      ("burst: {work: 20 s}", "'every' is missing from this burst"),
      ("traffic: busy", "'busy' is not one of the words known here"),
    ])
  func refuses(keys: String, message: String) {
    let outcome = ContentSample.scenario(workloads: [keys])
    #expect(outcome.content == nil)
    #expect(outcome.messages.contains { $0.hasPrefix(message) }, "\(outcome.messages)")
  }
}
