/// What is asked of an offer.
public struct Workload: Hashable, Sendable {
  /// Unique in a scenario.
  public var id: String

  /// The name as a reader knows it.
  public var name: String

  /// How long the invoice runs.
  public var period: Period

  /// How many tokens; `nil` where the workload is not about tokens.
  public var tokens: TokenVolume?

  /// How many requests; `nil` where it is not known.
  public var requests: Int?

  /// How many of anything else: images, searches, and tokens of which a price may be another.
  public var counts: [Count] = []

  /// When the machines work.
  public var traffic: Traffic

  /// The hours of the week in which all requests come; `nil` where it does not matter or is not known.
  public var window: Window?

  /// What its buyer chose for it, each with one value of an axis; it goes before what is chosen for all.
  public var choices: [Choice] = []

  /// In how many runs the work comes, where ``traffic`` does not say; `nil` where nobody does, so
  /// that it may be anything from one run to a machine that never stops.
  public var runs: Runs?

  /// How fast a replica works, unless the offer has its own throughput.
  public var throughput: Throughput?

  /// Seconds within which a job is to be done, on as many machines as that takes; `nil` for any time.
  ///
  /// Starts come before it.
  public var deadline: Ratio?

  /// How many sessions a replica serves at once, unless the offer says so itself; above 0.
  public var concurrency: Bounds<Ratio>?

  /// Who states each of its figures; one that is missing is assumed, and those of ``throughput``
  /// have their own.
  public var evidence: [Input: Citation]

  /// How many of something there are, and who says so.
  public struct Count: Hashable, Sendable {
    /// What is counted.
    public let quantity: Quantity

    /// How many, from 0.
    public let amount: Bounds<Ratio>

    /// Who states the number.
    public let basis: Basis

    /// So many of something.
    public init(_ quantity: Quantity, _ amount: Bounds<Ratio>, basis: Basis = .assumed) {
      (self.quantity, self.amount, self.basis) = (quantity, amount, basis)
    }
  }

  /// A number of runs, each with a start and an idle tail, and who says so.
  public struct Runs: Hashable, Sendable {
    /// At least 1; work that needs several replicas takes at least one run on each.
    public let count: Int

    /// Who states the number.
    public let basis: Basis

    /// So many runs.
    public init(_ count: Int, basis: Basis = .assumed) {
      self.count = max(1, count)
      self.basis = basis
    }
  }

  /// The time an invoice covers.
  public enum Period: Hashable, Sendable {
    /// A month of so many hours.
    case month(hours: Ratio)

    /// As long as the work takes: a job, a session.
    case once

    /// The seconds of the period, if it is a month.
    var seconds: Ratio? {
      get throws(PricingError) {
        guard case .month(let hours) = self else { return nil }
        return try hours * 3600
      }
    }
  }

  /// When the machines work.
  public enum Traffic: Hashable, Sendable {
    /// Nobody calls: the deployment waits.
    case none

    /// So many machine-hours of work, however spread.
    case hours(Bounds<Ratio>)

    /// So many GPU-hours of work, on as many machines as hold them.
    case gpuHours(Bounds<Ratio>)

    /// A share of the period, 0 to 1, during which one replica works.
    case busyShare(Bounds<Ratio>)

    /// So many seconds of work, again every so many seconds; `windows` of them, or as many as
    /// fit in the month.
    case bursts(work: Ratio, every: Ratio, windows: Int?)

    /// One run of so many seconds, then silence.
    case session(seconds: Ratio)

    /// Sessions that last, as many at once as the hour of the week has, each on a replica that serves
    /// several.
    case sessions(SessionProfile)

    /// All tokens one after the other, as fast as the throughput allows.
    case batch

    /// The tokens arrive evenly over the month.
    case steady

    /// Not stated: only tokens and requests can be priced.
    case notStated
  }

  /// Creates a workload.
  public init(
    id: String, name: String, period: Period, tokens: TokenVolume? = nil, requests: Int? = nil,
    traffic: Traffic = .notStated, runs: Runs? = nil, throughput: Throughput? = nil,
    evidence: [Input: Citation] = [:]
  ) {
    self.id = id
    self.name = name
    self.period = period
    self.tokens = tokens
    self.requests = requests
    self.traffic = traffic
    self.runs = runs
    self.throughput = throughput
    self.evidence = evidence
  }
}
