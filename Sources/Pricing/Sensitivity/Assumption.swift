/// One input of a comparison, at its low and its high value with all else as it is at the base.
public struct Assumption: Hashable, Sendable {
  /// Which input.
  public let kind: Kind

  /// The smaller value, in the unit of ``Kind``.
  public let low: Ratio

  /// The value at the base: the middle of a range.
  public let base: Ratio

  /// The larger value.
  public let high: Ratio

  /// Whether nobody states a range, so that the ends are a fifth below and above the base.
  public let isAssumedSpread: Bool

  /// What everything costs with the smaller value.
  public let atLow: Outcome

  /// What everything costs with the larger value.
  public let atHigh: Outcome

  /// How far the difference between the winner and the runner-up of the base moves.
  ///
  /// From its smallest to its largest of the three values; never negative.
  public let swing: Money

  /// Whether the winner of the base is no longer among the winners at one of the ends.
  public let flipsWinner: Bool

  /// The inputs that can be varied, with their units.
  public enum Kind: Hashable, Sendable {
    /// The length of the month, in hours.
    case monthHours

    /// Machine-hours of work.
    case workHours

    /// GPU-hours of work.
    case gpuHours

    /// The share of the period during which one replica works, 0 to 1.
    case busyShare

    /// Seconds of work in each burst.
    case burstSeconds

    /// Seconds of a session.
    case sessionSeconds

    /// The share of tokens that are input, 0 to 1.
    case inputShare

    /// Tokens a second while a replica works; of one offer, or `nil` for the workload's.
    case tokensPerSecond(offer: String?)

    /// The share of its time that a replica really works, 0 to 1; of one offer, or `nil` for the
    /// workload's.
    case utilisation(offer: String?)

    /// The price of an offer, in dollars per unit.
    case rate(offer: String, unit: RateUnit)

    /// How long a cold start of an offer takes, all phases together, in seconds.
    case startSeconds(offer: String)

    /// When an offer gives back an idle replica, in seconds.
    case idleTimeout(offer: String)
  }
}

/// What several offers cost for one set of inputs.
public struct Outcome: Hashable, Sendable {
  /// The total of each offer, in the order asked for; `nil` where the offer cannot do the work.
  ///
  /// Where a provider does not say whether a phase is billed, it is the middle of both answers.
  public let totals: [Money?]

  /// The ids of the offers that cost least: several on a tie, in the order asked for.
  public let winners: [String]

  init(_ totals: [Money?], of offers: [String]) {
    self.totals = totals
    let least = totals.compactMap(\.self).min()
    winners = zip(offers, totals).filter { $1 != nil && $1 == least }.map(\.0)
  }
}
