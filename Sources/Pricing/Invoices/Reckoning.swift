/// How a quantity was reckoned: a few values, mostly up to three, without the words of a ``Derivation``.
///
/// Most invoices are made to be compared and few are read, so the words wait until somebody does.
struct Reckoning: Hashable, Sendable {
  /// One value, and what it rests on.
  struct Step: Hashable, Sendable {
    let value: Ratio
    let operation: Derivation.Operation
    let quantity: Quantity
    let ground: Ground
  }

  /// What an input rests on, as a place where its ``Basis`` is found.
  enum Ground: Hashable, Sendable {
    case computed
    case assumed
    /// Whatever the figures of the workload rest on.
    case workload
    /// Whatever the number of runs rests on.
    case runs
    /// Whatever the speed of a replica rests on.
    case throughput
    /// Whoever says what a machine has.
    case machine
    /// Whoever states a rule of the offer.
    case rule(ScalingPolicy.Rule)
  }

  /// What the steps come to, before it is converted to the unit of a rate.
  enum Result: Hashable, Sendable {
    case count
    case hours
    case seconds
  }

  let first: Step
  private(set) var second: Step?
  private(set) var third: Step?
  /// What comes after the third, which is seldom anything.
  private(set) var later: [Step] = []
  let result: Result

  /// Starts with one value.
  init(_ value: Ratio, _ quantity: Quantity, _ ground: Ground = .computed, in result: Result) {
    first = Step(value: value, operation: .plus, quantity: quantity, ground: ground)
    self.result = result
  }

  /// The same with one more value.
  func then(
    _ operation: Derivation.Operation, _ value: Ratio, _ quantity: Quantity,
    _ ground: Ground = .computed
  ) -> Reckoning {
    let step = Step(value: value, operation: operation, quantity: quantity, ground: ground)
    var longer = self
    if second == nil {
      longer.second = step
    } else if third == nil {
      longer.third = step
    } else {
      longer.later.append(step)
    }
    return longer
  }
}

extension Reckoning {
  /// What values of a reckoning can be.
  enum Quantity: Hashable, Sendable {
    /// So many of what a workload lists beside tokens and requests.
    case counted(Pricing.Quantity)
    /// The part of a count that has a price of its own.
    case pricedApart
    /// So many of something, with which a part that has a price ends.
    case countedUpTo(Pricing.Quantity)
    /// What comes before the part.
    case before
    /// What is missing to whole packages.
    case packageBegun
    /// The part of a minimum that other lines come to.
    case covered
    case tokens, inputShare, requests, bursts, replicas, otherReplicas, runs, starts
    case busyShare, utilisation, tokensPerHour, tokensPerSecond
    case noRequests, workHours, gpuHours, gpus, month, upHours, activeHours, beyondMinimum
    case workSeconds, burstSeconds, session, window, upSeconds, activeSeconds, roundedUp
    /// The hours that a block has in a week, by its number.
    case blockHours(Int)
    case serving, weeklyStarts, week, deadline
    case idle, idleTimeout, decision, cut, billedSeconds
    /// How long a phase of each run takes.
    case length(Phase)

    /// The unit and the name that a reader sees.
    var words: (unit: String, name: String) {
      switch self {
      case .counted(let quantity): (quantity.many, quantity.many)
      case .pricedApart: ("", "priced apart")
      case .countedUpTo(let quantity): (quantity.many, "up to the next price")
      case .before: ("", "at the prices before")
      case .packageBegun: ("", "to a whole package")
      case .covered: ("months", "covered by use")
      case .tokens: ("tokens", "tokens")
      case .inputShare: ("", "share")
      case .requests: ("requests", "requests")
      case .bursts: ("bursts", "bursts")
      case .replicas: ("replicas", "replicas")
      case .otherReplicas: ("replicas", "other replicas")
      case .runs: ("runs", "runs")
      case .starts: ("starts", "starts")
      case .busyShare: ("", "busy share")
      case .utilisation: ("", "utilisation")
      case .tokensPerHour: ("tokens/h", "throughput")
      case .tokensPerSecond: ("tokens/s", "throughput")
      case .noRequests: ("h", "no requests")
      case .workHours: ("h", "work")
      case .gpuHours: ("GPU-h", "work")
      case .gpus: ("GPUs", "of one replica")
      case .month: ("h", "month")
      case .upHours: ("h", "up")
      case .activeHours: ("h", "active")
      case .beyondMinimum: ("h", "beyond the minimum replicas")
      case .workSeconds: ("s", "work")
      case .burstSeconds: ("s", "work of a burst")
      case .session: ("s", "session")
      case .window: ("s", "window")
      case .upSeconds: ("s", "up")
      case .activeSeconds: ("s", "active")
      case .roundedUp: ("s", "rounded up")
      case .blockHours: ("h", "sessions at once")
      case .serving: ("replicas", "by sessions at once")
      case .weeklyStarts: ("starts", "starts in a week")
      case .week: ("h", "week")
      case .deadline: ("h", "deadline")
      case .idle: ("s", "idle")
      case .idleTimeout: ("s", "idle timeout")
      case .decision: ("s", "until a decision")
      case .billedSeconds: ("s", "billed")
      case .cut: ("", "as far as it fits into the month")
      case .length(let phase): ("s", phase.rawValue)
      }
    }
  }
}
