/// What it means for a bill that an autoscaler decides again and again, and not at every moment.
///
/// A replica that has been idle for its timeout goes at the next decision. When that comes nobody says, so it
/// stays idle for anything from nothing to a whole interval more; like a start whose length is a range it is
/// taken to be the same each time. A replica that is needed comes at a decision too. Until then there is no
/// machine that anybody could bill, and the work is done in full when there is one, so that adds nothing.
extension ScalingPolicy {
  /// The same policy with an idle timeout that reaches to the decision after it; itself where nobody states an
  /// interval, or no timeout that it could follow.
  ///
  /// The interval stays in the policy, so that arithmetic can tell both apart.
  var deciding: ScalingPolicy {
    guard decisionInterval > 0, case .after(let timeout) = idleTimeout,
      let last = try? timeout.high + decisionInterval
    else { return self }
    var policy = self
    policy.idleTimeout = .after(Bounds(timeout.low, last))
    return policy
  }

  /// The arithmetic of the idle time with which some runs end, of a policy that is ``deciding``.
  ///
  /// - Parameters:
  ///   - seconds: How long a replica is idle before it goes.
  ///   - runs: How many times, as one value.
  /// - Returns: The timeout, and what comes up to a decision, times the runs.
  func idleReckoning(_ seconds: Ratio, times runs: Reckoning) -> Reckoning {
    guard decisionInterval > 0, case .after(let range) = idleTimeout,
      let stated = try? range.high - decisionInterval, stated < seconds,
      let rest = try? seconds - stated
    else { return runs.then(.times, seconds, .idleTimeout, .rule(.idleTimeout)) }
    let ground: Reckoning.Ground = rest == decisionInterval ? .rule(.decisionInterval) : .computed
    let idle =
      stated > 0
      ? Reckoning(stated, .idleTimeout, .rule(.idleTimeout), in: .seconds)
        .then(.plus, rest, .decision, ground)
      : Reckoning(rest, .decision, ground, in: .seconds)
    return idle.then(.times, runs.first.value, runs.first.quantity, runs.first.ground)
  }
}
