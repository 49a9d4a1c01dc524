/// Under what circumstances a price holds, beside its day.
///
/// In a batch, in a region, for long input, at night: a price without a condition is the base, one with
/// a condition replaces it unit by unit.
public struct Condition: Hashable, Sendable {
  /// What a buyer has to have chosen, in the order of the axes.
  public let choices: [Choice]

  /// Input tokens of one request; `nil` for any number.
  public let input: Threshold?

  /// The hours of the week; `nil` for any.
  public let window: Window?

  /// What of a count it is for: all that one invoice has beyond so many; `nil` for what comes first.
  public let beyond: Int?

  /// No condition: the base.
  public static let always = Condition()

  /// Creates a condition; all of it has to be met.
  public init(
    choices: [Choice] = [], input: Threshold? = nil, window: Window? = nil, beyond: Int? = nil
  ) {
    self.choices = choices.sorted()
    (self.input, self.window, self.beyond) = (input, window, beyond)
  }

  /// Whether it is none.
  public var isAlways: Bool { self == .always }

  /// Whether it holds for every buyer, request and hour, for all of a count or a part of it.
  public var isBase: Bool { choices.isEmpty && input == nil && window == nil }

  /// A number of input tokens from which on a price holds for all of a request.
  public struct Threshold: Hashable, Sendable {
    /// The number.
    public let tokens: Int

    /// Whether a request of exactly so many meets it.
    public let isInclusive: Bool

    /// Creates a threshold; most vendors mean *more than* so many.
    public init(over tokens: Int, isInclusive: Bool = false) {
      (self.tokens, self.isInclusive) = (tokens, isInclusive)
    }
  }
}

/// Something that buyers choose between: a service tier, a region.
public enum ChoiceAxis: String, CaseIterable, Hashable, Sendable {
  /// How soon an answer comes: batch, flex, priority.
  case tier

  /// Where it is worked out.
  case region

  /// The size of an image or a video.
  case size

  /// How good an image is.
  case quality

  /// How long the buyer commits.
  case commitment

  /// Which of the models, or machines, that one offer stands for.
  case kind

  /// What sort of search, or cache.
  case mode

  /// A time that a vendor names without a clock: off-peak.
  case time
}

/// What a buyer chose, such as `tier: batch`.
public struct Choice: Hashable, Sendable, Comparable {
  /// What is chosen.
  public let axis: ChoiceAxis

  /// What of it, in lower case.
  public let value: String

  /// Creates a choice.
  public init(_ axis: ChoiceAxis, _ value: String) { (self.axis, self.value) = (axis, value) }

  /// In the order of the axes.
  public static func < (left: Self, right: Self) -> Bool {
    (left.axis.rawValue, left.value) < (right.axis.rawValue, right.value)
  }
}

/// What is known about how a workload is asked for, beside what its buyer chose.
public struct Circumstances: Hashable, Sendable {
  /// Input tokens of each request, where the workload says.
  public let input: Ratio?

  /// The hours of the week in which the requests come, where the workload says.
  public let window: Window?

  /// Creates circumstances; what is left out is not known.
  public init(input: Ratio? = nil, window: Window? = nil) {
    (self.input, self.window) = (input, window)
  }
}

extension Workload {
  /// What its figures say: requests of one size where both tokens and requests are known.
  var circumstances: Circumstances {
    guard case .split(let input, _) = tokens, let requests, requests > 0 else {
      return Circumstances(window: window)
    }
    return Circumstances(
      input: try? Ratio(Int128(input), over: Int128(requests)), window: window)
  }
}

extension Condition {
  /// Whether a condition is met.
  enum Match: Hashable { case met, open, missed }

  /// Whether it is met, or may be as far as is known; a choice that nobody made is not.
  func match(_ circumstances: Circumstances) -> Match {
    guard choices.isEmpty else { return .missed }
    let matches = [match(input: circumstances.input), match(asked: circumstances.window)]
    return matches.contains(.missed) ? .missed : matches.contains(.open) ? .open : .met
  }

  private func match(input tokens: Ratio?) -> Match {
    guard let input else { return .met }
    guard let tokens else { return .open }
    let limit = Ratio(Int128(input.tokens))
    return (input.isInclusive ? tokens >= limit : tokens > limit) ? .met : .missed
  }

  private func match(asked: Window?) -> Match {
    guard let window else { return .met }
    guard let asked else { return .open }
    return window.covers(asked) ? .met : window.overlaps(asked) ? .open : .missed
  }

  /// What is left of it for a buyer who made some choices; `nil` if it asks for others.
  func choosing(_ chosen: [Choice]) -> Condition? {
    choices.allSatisfy(chosen.contains)
      ? Condition(input: input, window: window, beyond: beyond) : nil
  }

  /// What of it a request meets or does not, whatever was chosen and however many there are.
  public var ofRequests: Condition { Condition(input: input, window: window) }

  /// How much it asks for: of two that are met, the one that asks for more is meant.
  var weight: [Int] {
    [window == nil ? 0 : 1, input?.tokens ?? -1, input?.isInclusive == true ? 0 : 1]
  }
}
