/// How many tokens a workload reads and writes in its period.
public enum TokenVolume: Hashable, Sendable {
  /// Both kinds are known.
  case split(input: Int, output: Int)

  /// Only the sum is known, and the share of it that is input, between 0 and 1.
  case total(Int, inputShare: Bounds<Ratio>)

  /// Tokens of both kinds together.
  public var total: Int128 {
    switch self {
    case .split(let input, let output): Int128(input) + Int128(output)
    case .total(let tokens, _): Int128(tokens)
    }
  }

  /// The share of input, between 0 and 1; 0 to 1 of no tokens at all.
  public func inputShare() throws(PricingError) -> Bounds<Ratio> {
    switch self {
    case .split(let input, _):
      guard total > 0 else { return Bounds(.zero, .one) }
      return try Bounds(Ratio(Int128(input), over: total))
    case .total(_, let share): return share
    }
  }
}
