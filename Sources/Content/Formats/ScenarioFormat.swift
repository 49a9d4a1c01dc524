public import Diagnostics
public import Pricing

/// A scenario with the words around it: one file in `content/scenarios/`.
public struct ScenarioDocument: Hashable, Sendable {
  /// What the engine prices; its id is the name of the file.
  public let scenario: Scenario

  /// The name.
  public let title: String

  /// The question that it answers.
  public let question: String

  /// What of the question the headline answers.
  public let asks: AskedQuestion

  /// Why the question matters, in a sentence or two.
  public let summary: String

  /// The length of the month in hours.
  public let monthHours: Ratio

  /// How the offers of the scenario are those of the rate cards, in the same order.
  public let rows: [Row]

  /// The second line of each workload's column head.
  public let columns: [Column]

  /// What an offer must be able to do to be recommended, whatever it costs.
  public let requirements: Set<Requirement>

  /// The charts that the scenario asks for beside its own.
  public let charts: AskedCharts

  /// What the table of the comparison shows, and how; `nil` for all of it in its own order.
  public let table: EmbedRequest?

  /// What is taken for granted.
  public let assumptions: [Statement]

  /// Where the file starts.
  public let location: SourceLocation

  /// An offer as the scenario uses it.
  public struct Row: Hashable, Sendable {
    /// The id in the rate card.
    public let base: String

    /// Why it takes no part in the comparison; `nil` for an offer that does.
    public let leftOut: String?

    /// Where it is named.
    public let location: SourceLocation
  }

  /// What stands around a workload.
  public struct Column: Hashable, Sendable {
    /// A second line of the head.
    public let detail: String?
  }

  /// A sentence and who says so.
  public struct Statement: Hashable, Sendable {
    /// The sentence.
    public let text: String

    /// Who says so; `nil` for the scenario's own.
    public let citation: Citation?
  }
}

/// The format of `content/scenarios/*.yaml`.
public enum ScenarioFormat {
  private static let offer = Shape(
    "offer of a scenario", "An offer of a rate card, and what the scenario changes about it.",
    [
      Field("offer", .identifier, .required, "The id in the rate card.", example: "modal-h100"),
      Field(
        "as", .identifier, .optional, "An id of its own, to list one offer twice.",
        example: "modal-h100-warm"),
      Field("name", .line, .optional, "A name of its own.", example: "Modal H100, kept warm"),
      Field(
        "scaling", .shape(ScalingFormat.shape), .optional, "What differs from the rate card."),
      Field("throughput", .shape(ThroughputFormat.shape), .optional, "How fast a replica works."),
      Field(
        "when", .shape(ConditionFormat.choices), .optional,
        "Which of several prices of the offer the buyer chose, such as 'tier: batch'; '{}' for none, whatever the scenario chooses."
      ),
      Field(
        "left_out", .line, .optional,
        "Why it takes no part in the comparison, though it has a row: no verdict, no curve.",
        example: "it stands for a class of offers"),
    ])

  private static let vary = Shape(
    "vary", "What the cost curves run over.",
    [
      Field(
        "driver", .choice(Driver.allCases.map(\.rawValue)), .required, "What varies.",
        example: "tokens"),
      Field(
        "from", .count, .required, "The left end: tokens, hours, or per cent.", example: "1M"),
      Field("to", .count, .required, "The right end.", example: "10B"),
      Field(
        "between", .choice(Sweep.Interpolation.allCases.map(\.rawValue)), .optional,
        "How hours run between the volumes of the workloads; power if left out.", example: "power"),
    ])

  private static let assumption = Shape(
    "assumption", "What is taken for granted.",
    [
      Field("text", .text, .required, "A sentence.", example: "A month has 720 hours."),
      Field("source", .identifier, .optional, "Who says so.", example: "article"),
    ])

  /// Each workload is a column of every table, and nobody reads so many.
  static let mostWorkloads = 1000

  /// The keys of the file.
  public static let shape = Shape(
    "scenario", "One or several workloads against several offers.",
    [
      Field("title", .line, .required, "The name.", example: "Three volumes of tokens"),
      Field(
        "question", .line, .required, "What it answers.",
        example: "Which billing model is cheapest as volume grows?"),
      Field(
        "asks", .shape(QuestionFormat.shape), .optional,
        "What the headline answers; if left out, where the cheapest offer changes, or which is "
          + "cheapest where there are no curves."),
      Field("summary", .text, .required, "Why it matters.", example: "A team serves a 70B model."),
      Field("month", .duration, .optional, "The length of a month.", example: "720 h"),
      EvidenceFormat.field(of: "a month", ["month"]),
      Field(
        "when", .shape(ConditionFormat.choices), .optional,
        "Which of several prices the buyer chose wherever an offer has them."),
      Field("prices_on", .date, .optional, "The day whose rates hold.", example: "2026-11-20"),
      Field(
        "workloads", .list(of: .shape(WorkloadFormat.shape)), .required,
        "The columns, in order; at most \(mostWorkloads)."),
      Field("offers", .list(of: .shape(offer)), .required, "The rows, in order."),
      Field(
        "requires", .list(of: .choice(Requirement.allCases.map(\.rawValue))), .optional,
        "What an offer must be able to do to be recommended, whatever it costs."),
    ] + GroupingFormat.fields + [
      Field("vary", .shape(vary), .optional, "What the cost curves run over; none if left out."),
      Field(
        "sensitivity", .identifier, .optional,
        "The workload for which a chart shows what the cheapest offer hangs on; none if left out.",
        example: "medium"),
      Field(
        "heat_map", .shape(HeatMapFormat.shape), .optional,
        "A chart of a machine against a price for tokens; none if left out."),
      EmbedRequestFormat.field(
        .table,
        "What the table of the comparison shows, and how; all if left out. Data files keep "
          + "everything.", EmbedRequestFormat.ofTables),
      Field("assumptions", .list(of: .shape(assumption)), .optional, "What is taken for granted."),
    ])

  /// The sweep of a scenario.
  static func sweep(_ mapping: Mapping?, into findings: inout Findings) -> Sweep? {
    guard let mapping, let word = mapping.text("driver"), let driver = Driver(rawValue: word.value),
      let from = mapping.count("from"), let to = mapping.count("to")
    else { return nil }
    // Shares are written in per cent and counted in millionths.
    let factor = driver == .busyShare ? 10_000 : 1
    let limit = driver == .tokens ? 1_000_000_000_000_000 : driver == .hours ? 1_000_000 : 100
    guard from.value >= 1, from.value < to.value, to.value <= limit else {
      findings.error(
        from.location, "a range from \(from.value) to \(to.value) of \(driver.rawValue)",
        hint: "write at least 1 for 'from', more for 'to', and at most \(limit)")
      return nil
    }
    let rule = mapping.text("between").flatMap { Sweep.Interpolation(rawValue: $0.value) }
    return Sweep(
      driver: driver, range: (from.value * factor)...(to.value * factor),
      interpolation: rule ?? .power)
  }

  static var offerShape: Shape { offer }
}
