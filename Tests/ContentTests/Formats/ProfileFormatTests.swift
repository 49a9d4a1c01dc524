import Content
import Pricing
import Testing

@Suite("Sessions, GPU-hours and deadlines as written")
struct ProfileFormatTests {
  private func workload(_ keys: String) throws -> Workload {
    let outcome = ContentSample.scenario(workloads: [keys])
    #expect(outcome.messages == [])
    return try #require(outcome.content?.scenarios.first?.scenario.workloads.first)
  }

  @Test(
    "Say how much work there is",
    arguments: [
      ("gpu_hours: 1500", .gpuHours(Bounds(1500))),
      ("gpu_hours: 0.5 to 2", .gpuHours(Bounds(try Ratio(1, over: 2), 2))),
      ("sessions_at_once: 40", .sessions(SessionProfile(always: Bounds(40)))),
      ("sessions_at_once: 0 to 1k", .sessions(SessionProfile(always: Bounds(0, 1000)))),
      (
        "profile: [{days: [mon, sun], hours: 22:00-06:00, sessions_at_once: 5}, {sessions_at_once: 1 to 2}]",
        .sessions(
          SessionProfile([
            .init(Window(days: [.mon, .sun], from: 1320, to: 360), sessions: Bounds(5)),
            .init(sessions: Bounds(1, 2)),
          ]))
      ),
      (
        "profile: [{days: [sat], sessions_at_once: 5}, {hours: 00:00-24:00, days: [sun], sessions_at_once: 6}]",
        .sessions(
          SessionProfile([
            .init(Window(days: [.sat], from: 0, to: 1440), sessions: Bounds(5)),
            .init(Window(days: [.sun], from: 0, to: 1440), sessions: Bounds(6)),
          ]))
      ),
    ] as [(String, Workload.Traffic)])
  func readsTraffic(keys: String, traffic: Workload.Traffic) throws {
    #expect(try workload(keys).traffic == traffic)
  }

  @Test func readsConcurrencyRunsAndDeadlines() throws {
    #expect(try workload("sessions_at_once: 40, concurrency: 8 to 16").concurrency == Bounds(8, 16))
    #expect(try workload("gpu_hours: 40, runs: 3").runs == Workload.Runs(3))
    #expect(try workload("gpu_hours: 40, period: once, within: 1 h").deadline == 3600)
    #expect(try workload("tokens: 4k, traffic: batch, period: once, within: 1 h").deadline == 3600)
    let stated = try workload(
      "sessions_at_once: 40, concurrency: 8, evidence: {sessions_at_once: {source: page, quote: 40 users at once}}"
    )
    #expect(stated.evidence[.sessions]?.source == "page")
    #expect(stated.evidence[.concurrency] == nil)
  }

  @Test func requestsByTheHourAreAsManyAsAreUnderWay() throws {
    let read = try workload(
      "request_time: 8 s to 12 s, profile: [{hours: 09:00-17:00, requests_per_hour: 900}, "
        + "{requests_per_hour: 0 to 100}, {days: [sun], hours: 18:00-20:00, sessions_at_once: 5}]")
    let time = Bounds<Ratio>(8, 12)
    #expect(
      read.traffic
        == .sessions(
          SessionProfile([
            try .init(
              Window(from: 540, to: 1020), arrivals: .init(perHour: Bounds(900), seconds: time)),
            try .init(arrivals: .init(perHour: Bounds(0, 100), seconds: time)),
            .init(Window(days: [.sun], from: 1080, to: 1200), sessions: Bounds(5)),
          ])))
    guard case .sessions(let profile) = read.traffic else { return }
    #expect(profile.blocks[0].sessions == Bounds(2, 3))
    #expect(profile.blocks[1].sessions == Bounds(0, try Ratio(1, over: 3)))
  }

  @Test(
    "Refuse what contradicts itself",
    arguments: [
      ("gpu_hours: 5 h", "'5 h' has a unit"),
      ("gpu_hours: -5", "'-5'"),
      ("gpu_hours: not stated", "'gpu_hours' of a workload that are not stated"),
      ("gpu_hours: 5, hours: 5 h", "'gpu_hours' beside 'hours'"),
      (
        "sessions_at_once: 5, profile: [{sessions_at_once: 5}]",
        "'profile' beside 'sessions_at_once'"
      ),
      ("sessions_at_once: not stated", "'sessions_at_once' of a workload that are not stated"),
      ("sessions_at_once: 5, period: once", "'sessions_at_once' without a month of weeks"),
      ("sessions_at_once: 2M", "'2000000' sessions are more than 1M, the most that are priced"),
      ("sessions_at_once: 5, runs: 2", "'runs' of work that says itself when machines start"),
      ("sessions_at_once: 5, concurrency: 0", "a replica that serves no sessions"),
      ("hours: 5 h, concurrency: 2", "'concurrency' of a workload without sessions at once"),
      (
        "profile: [{hours: 24:00-25:00, sessions_at_once: 5}]",
        "'24:00-25:00' are no hours of a day"
      ),
      ("profile: [{days: [someday], sessions_at_once: 5}]", "'someday' is not one of the words"),
      (
        "profile: [{days: [sun], hours: 22:00-06:00, sessions_at_once: 5}, {days: [mon], sessions_at_once: 5}]",
        "a block with hours that 'Sun 22:00–06:00' has too"
      ),
      ("profile: [{sessions_at_once: 5}, {sessions_at_once: 5}]", "two blocks for all other hours"),
      (
        "profile: [{days: [mon]}]",
        "'sessions_at_once' is missing from this block of a profile"
      ),
      (
        "profile: [{requests_per_hour: 5}]",
        "'requests_per_hour' without how long a request takes"
      ),
      (
        "profile: [{requests_per_hour: 5, sessions_at_once: 5}], request_time: 8 s",
        "'requests_per_hour' beside 'sessions_at_once'"
      ),
      (
        "profile: [{requests_per_hour: not stated}], request_time: 8 s",
        "'requests_per_hour' of a workload that are not stated"
      ),
      ("profile: [{requests_per_hour: 5}], request_time: 0 s", "requests that take no time"),
      (
        "profile: [{requests_per_hour: 5}], request_time: not stated",
        "'request_time' of a workload that is not stated"
      ),
      (
        "profile: [{requests_per_hour: 1B}], request_time: 1 h",
        "'1000000000' sessions are more than 1M, the most that are priced"
      ),
      (
        "profile: [{sessions_at_once: 5}], request_time: 8 s",
        "'request_time' of a workload without requests an hour"
      ),
      ("hours: 5 h, request_time: 8 s", "'request_time' of a workload without requests an hour"),
      ("hours: 5 h, within: 1 h", "'within' of work that is no job"),
      ("session: 5 min, period: once, within: 1 h", "'within' of work that is no job"),
      ("hours: 5 h, period: once, within: 0 h", "work to be done in no time"),
    ])
  func refuses(keys: String, message: String) {
    let outcome = ContentSample.scenario(workloads: [keys])
    #expect(outcome.content == nil)
    #expect(outcome.messages.contains { $0.hasPrefix(message) }, "\(outcome.messages)")
  }

  @Test(
    "Refuse curves over hours of machines that are not alike",
    arguments: [
      ("gpu_hours: 5", "hours", "work in GPU-hours"),
      ("gpu_hours: 5", "busy-share", "work in GPU-hours"),
      ("sessions_at_once: 5, concurrency: 2", "hours", "sessions at once"),
    ])
  func refusesHours(keys: String, driver: String, work: String) {
    let outcome = ContentSample.scenario(
      workloads: [keys], "vary: {driver: \(driver), from: 1, to: 100}")
    #expect(
      outcome.messages.contains(
        "curves over '\(driver)' of machines for \(work) | vary 'tokens', or "
          + "write the work as 'hours' of machines"), "\(outcome.messages)")
  }

  @Test func theGPUHoursOfMoreTokensAreNotFewer() {
    let outcome = ContentSample.scenario(
      workloads: ["tokens: 1M, gpu_hours: 50", "tokens: 2M, gpu_hours: 40"],
      "vary: {driver: tokens, from: 1k, to: 10M}")
    #expect(outcome.messages.contains { $0.hasPrefix("fewer hours for 2000000 tokens") })
  }

  @Test func aPolicySaysHowManySessionsAReplicaServes() throws {
    let rate = "rates: [{from: 2026-01-01, source: page, usd_per_gpu_hour: 2}]"
    func offer(_ keys: String) -> ContentSample.Outcome {
      ContentSample.offer("\(rate), scaling: {source: page, \(keys)}")
    }
    for (keys, concurrency) in [
      ("concurrency: 8 to 16", Bounds<Ratio>(8, 16)), ("concurrency: 8", Bounds(8)),
    ] {
      let scaling = offer(keys).content?.listedOffer("new")?.offer.scaling
      #expect(scaling?.concurrency == concurrency)
      #expect(scaling?.basis(of: .concurrency) == .stated(Citation(source: "page")))
    }
    #expect(
      offer("concurrency: not stated").content?.listedOffer("new")?.offer.scaling.concurrency == nil
    )
    #expect(
      offer("concurrency: 0").messages == ["a replica that serves no sessions | write at least 1"])
  }

  @Test(
    "A speed is that of a replica or of a GPU",
    arguments: [("", false), (", per: gpu", true), (", per: replica", false)])
  func speedOf(keys: String, isPerGPU: Bool) throws {
    let speed = try workload("tokens: 1M, throughput: {tokens_per_second: 5\(keys)}").throughput
    #expect(speed?.isPerGPU == isPerGPU)
  }
}
