import Diagnostics
import Pricing

/// What a scenario asks, which its headline answers.
public enum AskedQuestion: Hashable, Sendable {
  /// Which offer is cheapest for a workload; `nil` for the first that has a certain answer.
  case cheapest(workload: String?)

  /// Where along the cost curves the cheaper offer changes: of two, or of all for `nil`.
  case change(between: Pair?)

  /// What one offer costs beside another; `nil` for the first workload that both are priced for.
  case beside(Pair, workload: String?)

  /// What one offer costs for one workload instead of another.
  case difference(Pair, offer: String)

  /// What one offer costs; `nil` for the first workload that it is priced for.
  case cost(offer: String, workload: String?)

  /// Two different ids, in the order in which they are named.
  public struct Pair: Hashable, Sendable {
    /// The one named first.
    public let first: String

    /// The other.
    public let second: String
  }

  /// The id of the one workload that the question is about; `nil` if it is about none or two.
  public var workload: String? {
    switch self {
    case .cheapest(let workload), .beside(_, let workload), .cost(_, let workload): workload
    case .change, .difference: nil
    }
  }

  /// The offers that the question is about; none if it is about all.
  public var offers: [String] {
    switch self {
    case .cheapest, .change(nil): []
    case .change(let pair?), .beside(let pair, _): [pair.first, pair.second]
    case .difference(_, let offer), .cost(let offer, _): [offer]
    }
  }

  /// What is asked where the author does not say.
  static func usual(for scenario: Scenario) -> AskedQuestion {
    scenario.sweep == nil ? .cheapest(workload: nil) : .change(between: nil)
  }
}
