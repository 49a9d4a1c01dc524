import Pricing
import Testing

/// The invoices that the source articles work out by hand.
@Suite("Invoices of the source articles")
struct PublishedInvoiceTests {
  @Test func twoIdleReplicasCostAMonthOfBoth() throws {
    let offer = Samples.offer(
      "baseten-h100", try Samples.rate(.gpuHour, "6.50"), scaling: Samples.alwaysOn(2))
    let quote = try offer.quote(for: Samples.month(.none))
    #expect(quote.totalText == "9360")
    #expect(quote.lineTexts == ["kept-warm 1440 × 6.5 = 9360"])
  }

  @Test func idleTimeIsListedAndFreeWhereMachinesScaleToZero() throws {
    let offer = Samples.offer(
      "modal-h100", try Samples.rate(.gpuHour, "3.95"), scaling: Samples.bySecond)
    let share = Bounds(try Ratio(1, over: 10))
    let quote = try offer.quote(for: Samples.month(.busyShare(share)))
    #expect(quote.totalText == "284.4")
    #expect(quote.lineTexts == ["active 72 × 3.95 = 284.4", "scaled-to-zero 648 × 0 = 0"])
  }

  @Test(
    "Tokens cost the same whenever they come",
    arguments: [(50_000_000, "0.20", "10"), (109_080, "10", "1.0908"), (0, "15", "0")])
  func tokens(count: Int, price: String, total: String) throws {
    let offer = Samples.offer("api", try Samples.rate(.millionTokens, price))
    let workload = Samples.month(.notStated, tokens: .split(input: 0, output: count))
    #expect(try offer.quote(for: workload).totalText == total)
  }

  @Test(
    "Three volumes under three billing models",
    arguments: [
      (10_000_000, 50, "150–500", "200–400", "1440"),
      (100_000_000, 200, "1500–5000", "800–1600", "1440"),
      (1_000_000_000, 800, "15000–50000", "3200–6400", "2880"),
    ])
  func tiers(tokens: Int, hours: Int, api: String, serverless: String, fleet: String) throws {
    let workload = Samples.month(
      .hours(Bounds(Ratio(Int128(hours)))), tokens: .split(input: 0, output: tokens))
    let managed = Samples.offer("api", try Samples.rate(.millionTokens, "15", "50"))
    let seconds = Samples.offer(
      "serverless", try Samples.rate(.gpuHour, "4", "8"), scaling: Samples.bySecond)
    let dedicated = Samples.offer(
      "dedicated", try Samples.rate(.gpuHour, "2"), scaling: Samples.alwaysOn(1))
    #expect(try managed.quote(for: workload).totalText == api)
    #expect(try seconds.quote(for: workload).totalText == serverless)
    #expect(try dedicated.quote(for: workload).totalText == fleet)
  }

  @Test func oneGPUKeepsItsPriceAndSaysThatItIsNotEnough() throws {
    let one = Samples.offer(
      "dedicated", try Samples.rate(.gpuHour, "2"), scaling: Samples.alwaysOn(1, maximum: 1))
    let workload = Samples.month(.hours(Bounds(800)))
    let invoice = try #require(try one.quote(for: workload).invoice)
    #expect(invoice.low.dollarText == "1440")
    #expect(!invoice.fits)
    #expect(!invoice.isComparable)
    #expect(
      invoice.notes == [
        .needsReplicas(Bounds(2), workHours: Bounds(800), availableHours: 720),
        .exceedsCapacity(needed: 2, maximum: 1, wholeFleet: try Money(dollars: "2880")),
      ])
  }

  @Test func aBurstCostsItsSecondsOrTheWholeWindow() throws {
    let workload = Samples.once(.bursts(work: 20, every: 300, windows: 1))
    let rate = try Samples.rate(.gpuHour, "2")
    let bySecond = Samples.offer("by-second", rate, scaling: Samples.bySecond)
    let warm = Samples.offer("warm", rate, scaling: Samples.alwaysOn(1))
    #expect(try bySecond.quote(for: workload).totalText == "0.011111111111")
    #expect(try warm.quote(for: workload).totalText == "0.166666666667")
  }

  @Test func aStreamingSessionPaysItsInactivity() throws {
    let policy = ScalingPolicy(
      idleTimeout: .after(Bounds(60)), billingIncrement: 1, billing: [.idleTail: .billed])
    let offer = Samples.offer(
      "meter", try Samples.rate(.second, "0.0000872083"), scaling: policy)
    let quote = try offer.quote(for: Samples.once(.session(seconds: 540)))
    #expect(quote.totalText == "0.05232498")
    #expect(
      quote.lineTexts == [
        "active 540 × 0.0000872083 = 0.047092482", "idle-tail 60 × 0.0000872083 = 0.005232498",
      ])
  }

  @Test func memoryCountsByTheGigabyte() throws {
    var offer = Samples.offer(
      "lambda", try Samples.rate(.gigabyteSecond, "0.0000166667"), scaling: Samples.bySecond)
    offer.replica[.memory] = 16
    let quote = try offer.quote(for: Samples.once(.session(seconds: 600)))
    #expect(quote.totalText == "0.16000032")
  }

  @Test(
    "A job by throughput is tokens ÷ (speed × utilisation)",
    arguments: [("1.99", "19.9–39.8"), ("3.95", "39.5–79"), ("6.5", "65–130"), ("2.6", "26–52")])
  func job(rate: String, total: String) throws {
    let speed = try Throughput(
      tokensPerSecond: Bounds(try Ratio(1_000_000, over: 3600), try Ratio(2_000_000, over: 3600)))
    let workload = Samples.once(
      .batch, tokens: .total(20_000_000, inputShare: Bounds(.zero, .one)), throughput: speed)
    let offer = Samples.offer("gpu", try Samples.rate(.gpuHour, rate), scaling: Samples.bySecond)
    #expect(try offer.quote(for: workload).totalText == total)
  }

  @Test func anUnknownMixIsARangeOfWholeInvoices() throws {
    let offer = Samples.offer(
      "nano", try Samples.rate(.millionInputTokens, "0.20"),
      try Samples.rate(.millionOutputTokens, "1.25"))
    let workload = Samples.once(
      .notStated, tokens: .total(20_000_000, inputShare: Bounds(.zero, .one)))
    #expect(try offer.quote(for: workload).totalText == "4–25")
  }

  @Test func aPriceThatIsNotStatedLeavesTheTotalOpen() throws {
    let offer = Samples.offer(
      "v4-pro", try Samples.rate(.millionInputTokens, "1.39"),
      try Samples.unstated(.millionOutputTokens))
    let workload = Samples.once(.notStated, tokens: .split(input: 10_000_000, output: 10_000_000))
    let quote = try offer.quote(for: workload)
    #expect(quote.totalText == "13.9–?")
    #expect(quote.invoice?.isComparable == false)
    #expect(quote.invoice?.notes == [.priceNotStated(.millionOutputTokens)])
    // If any share may be output, nothing at all is known: the open price may be the lower one.
    let anyMix = Samples.once(
      .notStated, tokens: .total(20_000_000, inputShare: Bounds(.zero, .one)))
    #expect(try offer.quote(for: anyMix).totalText == "0–?")
  }
}
