extension Workload {
  /// A figure of a workload, for which there is evidence or not.
  public enum Input: String, CaseIterable, Hashable, Sendable {
    /// Tokens of both kinds together.
    case tokens

    /// The share of the tokens that is input.
    case inputShare = "input share"

    /// Tokens read by the model.
    case inputTokens = "input tokens"

    /// Tokens written by the model.
    case outputTokens = "output tokens"

    /// How many requests there are.
    case requests

    /// That nobody calls, or that tokens come one after the other or evenly.
    case traffic

    /// Machine-hours of work.
    case hours

    /// GPU-hours of work.
    case gpuHours = "GPU-hours"

    /// The share of the month that one replica works.
    case busyShare = "busy share"

    /// In how many runs the work comes.
    case runs

    /// How long one burst keeps a replica busy.
    case burstWork = "work of a burst"

    /// From one burst to the next.
    case burstEvery = "time between bursts"

    /// How many bursts there are.
    case bursts

    /// How long the one run is.
    case session

    /// How many sessions there are at once.
    case sessions = "sessions at once"

    /// How long a request of a week keeps its place on a replica.
    case requestTime = "time of a request"

    /// How many of them a replica serves.
    case concurrency

    /// Within which time a job is to be done.
    case deadline

    /// How long the month is.
    case month
  }

  /// What a figure rests on: assumed where nobody states it.
  public func basis(of input: Input) -> Basis { Basis(evidence[input]) }
}

extension Reckoning.Quantity {
  /// The figure of a workload that the value is; `nil` for what has another origin.
  ///
  /// - Parameters:
  ///   - unit: The unit of the line, which says which tokens are meant.
  ///   - workload: What was asked for.
  /// - Returns: The figure.
  func input(in unit: RateUnit, of workload: Workload) -> Workload.Input? {
    switch self {
    case .tokens: tokens(in: unit, of: workload)
    case .inputShare: .inputShare
    case .requests: .requests
    case .bursts: .bursts
    case .workHours: .hours
    case .gpuHours: .gpuHours
    case .busyShare: .busyShare
    case .runs: .runs
    case .burstSeconds: .burstWork
    case .session: .session
    case .blockHours: .sessions
    case .serving: .concurrency
    case .deadline: .deadline
    case .month: .month
    default: nil
    }
  }

  /// All the tokens of a workload that states both kinds rest on what it states of either.
  private func tokens(in unit: RateUnit, of workload: Workload) -> Workload.Input {
    guard case .split(let input, let output) = workload.tokens else { return .tokens }
    switch unit.quantity?.whole {
    case .inputTokens: return .inputTokens
    case .outputTokens: return .outputTokens
    default: return output > 0 || input == 0 ? .outputTokens : .inputTokens
    }
  }
}
