/// What a price is for: the unit that a provider prints beside it.
///
/// A rate keeps its own unit. Nothing is converted before it is multiplied, so that the
/// arithmetic on a page is the arithmetic on the invoice.
public enum RateUnit: String, CaseIterable, Hashable, Sendable {
  /// A million tokens of either kind.
  case millionTokens = "million-tokens"

  /// A million tokens read by the model.
  case millionInputTokens = "million-input-tokens"

  /// A million tokens written by the model.
  case millionOutputTokens = "million-output-tokens"

  /// One request, however long.
  case request

  /// One GPU for an hour.
  case gpuHour = "gpu-hour"

  /// One replica for an hour, whatever is inside.
  case replicaHour = "replica-hour"

  /// One GPU for a second.
  case gpuSecond = "gpu-second"

  /// One instance or meter for a second.
  case second

  /// One gigabyte of memory for a second.
  case gigabyteSecond = "gb-second"

  /// What an offer with such a rate counts.
  public enum Meter: String, CaseIterable, Hashable, Sendable {
    /// Tokens in and out.
    case tokens

    /// Requests, whatever their length.
    case requests

    /// Time during which a machine is held.
    case time
  }

  /// The meter that counts this unit.
  public var meter: Meter {
    switch self {
    case .millionTokens, .millionInputTokens, .millionOutputTokens: .tokens
    case .request: .requests
    case .gpuHour, .replicaHour, .gpuSecond, .second, .gigabyteSecond: .time
    }
  }

  /// Base units (tokens, requests, seconds) in one of this unit.
  public var size: Int128 {
    switch self {
    case .millionTokens, .millionInputTokens, .millionOutputTokens: 1_000_000
    case .gpuHour, .replicaHour: 3_600
    case .request, .gpuSecond, .second, .gigabyteSecond: 1
    }
  }
}
