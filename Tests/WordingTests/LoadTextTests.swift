import Testing

@testable import Pricing
@testable import Wording

@Suite("Machines and sessions in words")
struct LoadTextTests {
  private static func plain(_ note: Note) -> String {
    NoteText.sentence(note).replacing("\u{A0}", with: " ")
  }

  private static func fill(
    _ work: Bounds<Ratio>, _ gpus: Ratio?, _ machines: Bounds<Int128>, _ hours: Ratio,
    isDeadline: Bool = false
  ) -> String {
    plain(
      .fills(
        MachineFill(
          work: work, gpus: gpus, machines: machines, hours: hours, isDeadline: isDeadline)))
  }

  @Test func howFullMachinesAre() {
    #expect(
      Self.fill(Bounds(1500), 8, Bounds(1), 720)
        == "1,500 GPU-hours fill 26.04 % of one machine (8 GPUs × 720 h = 5,760 GPU-hours).")
    #expect(
      Self.fill(Bounds(1), 1, Bounds(1), 720)
        == "1 GPU-hour fills 0.14 % of one machine (1 GPU × 720 h = 720 GPU-hours).")
    #expect(
      Self.fill(Bounds(5000, 6000), 8, Bounds(1, 2), 720)
        == "5,000 to 6,000 GPU-hours fill 86.81 % of one machine (8 GPUs × 720 h = 5,760 GPU-hours) "
        + "to 52.08 % of 2 machines (2 × 8 GPUs × 720 h = 11,520 GPU-hours).")
    let share = Self.fill(Bounds(90, 108), nil, Bounds(5), 24, isDeadline: true)
    #expect(
      share
        == "90 to 108 hours of work fill 75 % to 90 % of 5 machines (5 × 24 h = 120 hours), the "
        + "least that do the work in time.")
  }

  private static func service(
    _ sessions: Bounds<Ratio>, _ concurrency: Bounds<Ratio>, _ peak: Bounds<Int128>,
    _ trough: Bounds<Int128>, stays: Bool = false
  ) -> String {
    plain(
      .serves(
        SessionService(
          sessions: sessions, concurrency: concurrency, peak: peak, trough: trough,
          staysAtPeak: stays)))
  }

  @Test func howManyReplicasServeSessions() {
    #expect(
      Self.service(Bounds(40), Bounds(8), Bounds(5), Bounds(5))
        == "5 replicas serve 40 sessions at once, 8 on each, at every hour.")
    #expect(
      Self.service(Bounds(1), Bounds(8), Bounds(1), Bounds(1), stays: true)
        == "1 replica serves 1 session at once, 8 on each, at every hour.")
    #expect(
      Self.service(Bounds(30, 40), Bounds(8, 10), Bounds(3, 5), Bounds(0))
        == "3 to 5 replicas serve the peak of 30 to 40 sessions at once, 8 to 10 on each; none are "
        + "needed at the quietest hour.")
    #expect(
      Self.service(Bounds(16), Bounds(8), Bounds(2), Bounds(1))
        == "2 replicas serve the peak of 16 sessions at once, 8 on each; 1 is needed at the quietest "
        + "hour.")
    #expect(
      Self.service(Bounds(6), Bounds(8), Bounds(1), Bounds(0), stays: true)
        == "1 replica serves the peak of 6 sessions at once, 8 on each, and stays at every hour, "
        + "because it does not scale.")
  }

  @Test func howManySessionsAReplicaServesMayBeOpen() {
    #expect(
      Self.plain(.concurrencyNotStated)
        == "How many sessions a replica serves at once is not stated: at the low end one replica serves "
        + "all of them, at the high end each session has one of its own.")
    #expect(
      Self.service(Bounds(40), Bounds(1, 40), Bounds(1, 40), Bounds(0, 3))
        == "1 to 40 replicas serve the peak of 40 sessions at once, 1 to 40 on each; 0 to 3 are needed at "
        + "the quietest hour.")
  }

  @Test func pricesThatHangOnWhatNobodySaysOrThatNobodyStatesSaySo() {
    let long = Condition(input: .init(over: 200_000))
    #expect(
      Self.plain(.mayMeet(long))
        == "A price for more than 200,000 tokens of input is stated, and the workload does not say whether all, "
        + "some or none of its requests are such: the range reaches from the lowest price to the highest."
    )
    let batch = Choice(.tier, "batch")
    #expect(
      Self.plain(.priceWithoutChoice([batch], long))
        == "No price for batch is stated for such requests (more than 200,000 tokens of input): the range holds "
        + "what they cost without it, and what it costs for other requests.")
    #expect(
      Self.plain(.priceWithoutChoice([batch], .always))
        == "No price for batch is stated for requests of this length or at these hours: the price of those "
        + "who did not choose it is charged.")
  }

  @Test func replicasThatMayBeTooFewSaySo() throws {
    #expect(
      Self.plain(.mayExceedCapacity(needed: 40, maximum: 3, wholeFleet: try Money(dollars: "6720")))
        == "3 replicas may not be enough for this work, so that the amount may buy only a part of it and "
        + "wins no comparison. With 40 the invoice is at most $6,720.")
    #expect(
      Self.plain(.mayExceedCapacity(needed: 2, maximum: 1, wholeFleet: nil)).hasPrefix(
        "One replica may not be enough for this work"))
  }

  @Test func requestsAtOnceSayHowTheyComeAbout() throws {
    let arrivals = SessionProfile.Arrivals(perHour: Bounds(30_000), seconds: Bounds(8, 12))
    let sessions = Bounds(try Ratio(200, over: 3), 100)
    #expect(
      Self.plain(
        .serves(
          SessionService(
            sessions: sessions, concurrency: Bounds(8), peak: Bounds(9, 13), trough: Bounds(0),
            staysAtPeak: false, arrivals: arrivals)))
        == "9 to 13 replicas serve the peak of 66.7 to 100 requests at once (30,000 an hour of 8 s to 12 s "
        + "each), 8 on each; none are needed at the quietest hour.")
  }

  @Test func whenAnAutoscalerDecides() {
    #expect(
      Self.plain(.decides(every: 60))
        == "An idle replica goes at the first decision after its timeout, of which there is one every 1 min: "
        + "anything from at once to 1 min later.")
    var policy = ScalingPolicy()
    policy.decisionInterval = 15
    let differences = RuleKey.differences(ScalingPolicy(), policy)
    #expect(differences.map(\.rule.key) == ["decision-interval"])
    #expect(differences.first?.old == "not stated")
    #expect(differences.first?.new == "15\u{A0}s")
  }

  @Test(
    "What is missing",
    arguments: [(.needsGPUs, "how many GPUs")] as [(NotApplicable, String)])
  func missing(reason: NotApplicable, words: String) {
    #expect(NoteText.sentence(reason).contains(words))
    #expect(GapText.clause(.notApplicable(reason)).contains(words))
  }
}
