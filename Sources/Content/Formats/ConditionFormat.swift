import Diagnostics
import Pricing

/// The keys of a condition: what a buyer chose, how long the input is, and when.
enum ConditionFormat {
  private static let choiceFields: [Field] = ChoiceAxis.allCases.map {
    Field($0.rawValue, .identifier, .optional, $0.documentation, example: $0.example)
  }

  /// What a scenario chooses.
  static let choices = Shape(
    "choice", "Which of several prices of an offer the buyer chose.", choiceFields)

  private static let hours = [
    Field(
      "hours", .line, .optional, "Hours of the day, over midnight too; the end is not a part.",
      example: "16:30-00:30"),
    Field(
      "days", .list(of: .choice(Weekday.allCases.map(\.word))), .optional,
      "Days of the week on which the hours begin; all of them if left out.", example: "[sat, sun]"),
    Field(
      "time_zone", .line, .optional, "Of hours and days: UTC, or so many hours ahead of it.",
      example: "UTC+8"),
  ]

  /// What a workload chooses, and when its requests come.
  static let circumstances = Shape(
    "circumstances",
    "Which of several prices the buyer chose for this workload, and when its requests come.",
    choiceFields + hours)

  /// When a price holds.
  static let shape = Shape(
    "condition", "When these prices hold; all of it has to be so.",
    choiceFields + [
      Field(
        "input_over", .count, .optional,
        "For all of a request with more than so many tokens of input.", example: "200k"),
      Field(
        "input_from", .count, .optional,
        "For all of a request with at least so many tokens of input.", example: "128k"),
      Field(
        "beyond", .count, .optional,
        "For what one invoice has beyond so many of what is counted; the first ones have the price "
          + "without it, 0 if they are free.", example: "1M"),
    ] + hours)

  /// The choices of a mapping, in the order of the axes.
  static func choices(_ entry: Mapping?) -> [Located<Choice>] {
    guard let entry else { return [] }
    return ChoiceAxis.allCases.compactMap { axis in
      entry.text(axis.rawValue).map { Located(Choice(axis, $0.value), at: $0.location) }
    }
  }

  static func condition(_ entry: Mapping?, into findings: inout Findings) -> Condition {
    guard let entry else { return .always }
    if entry.writtenKeys.isEmpty, !entry.hasUnknownKeys {
      findings.error(
        entry.location, "a condition without anything in it",
        hint: "write when the prices hold, like 'tier: batch', or leave 'when' out")
    }
    let (over, from) = (entry.count("input_over"), entry.count("input_from"))
    if let over, from != nil {
      findings.error(
        over.location, "'input_over' beside 'input_from'",
        hint: "keep 'input_over' for more than so many tokens, 'input_from' for so many or more")
    }
    if let from, from.value == 0 {
      findings.error(
        from.location, "a step that every request takes, so that the price without it never holds",
        hint: "leave 'input_from' out, and the price without it")
    }
    return Condition(
      choices: choices(entry).map(\.value),
      input: over.map { .init(over: $0.value) }
        ?? from.map { .init(over: $0.value, isInclusive: true) },
      window: WindowFormat.window(entry, into: &findings), beyond: entry.count("beyond")?.value)
  }
}

extension ChoiceAxis {
  fileprivate var documentation: String {
    switch self {
    case .tier: "How soon an answer comes: batch, flex, priority."
    case .region: "Where it is worked out."
    case .size: "The size of an image or a video."
    case .quality: "How good an image is."
    case .commitment: "How long the buyer commits."
    case .kind: "Which of the models or machines that the offer stands for."
    case .mode: "What sort of search, cache or speed."
    case .time: "A time that the vendor names without a clock."
    }
  }

  fileprivate var example: String {
    switch self {
    case .tier: "batch"
    case .region: "eu"
    case .size: "1080p"
    case .quality: "high"
    case .commitment: "1-year"
    case .kind: "sonnet-4.5"
    case .mode: "fast"
    case .time: "off-peak"
    }
  }
}
