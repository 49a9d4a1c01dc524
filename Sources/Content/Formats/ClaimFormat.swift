public import Diagnostics
public import Pricing

/// The figures that one source published: one file in `content/claims/`.
public struct ClaimDocument: Hashable, Sendable {
  /// The id, which is the name of the file.
  public let id: String

  /// The id of the source that published them.
  public let source: String

  /// The claims, in the author's order.
  public let claims: [ListedClaim]
}

/// A claim and where it is written.
public struct ListedClaim: Hashable, Sendable {
  /// What the engine computes again.
  public let claim: Claim

  /// Where its id stands.
  public let location: SourceLocation
}

/// The format of `content/claims/*.yaml`.
public enum ClaimFormat {
  private static let invoice = Shape(
    "invoice of a claim", "The total of an invoice, in dollars.",
    [
      Field("scenario", .identifier, .required, "The scenario.", example: "idle-replicas"),
      Field("offer", .identifier, .required, "The offer, by its id there.", example: "modal-h100"),
      Field("workload", .identifier, .required, "The workload.", example: "quiet"),
    ])

  private static let crossing = Shape(
    "crossing of a claim", "Where the curves of two offers meet, from the first to the last.",
    [
      Field("scenario", .identifier, .required, "The scenario.", example: "monthly-tiers"),
      Field(
        "between", .list(of: .identifier), .required, "Two offers, by their ids there.",
        example: "[managed-api, gmi-h100]"),
      Field(
        "which", .choice(["all", "deciding"]), .optional,
        "All, or those that change which offer is the cheapest; all if left out.",
        example: "deciding"),
    ])

  /// The keys of which a term has exactly one, without those that gather several.
  static let sources = ["value", "offer", "invoice", "crossing", "month_of", "claim", "quantity"]

  /// The keys that gather several values.
  static let gatherings = ClaimOperand.Gathering.allCases.map(\.rawValue)

  private static let operandFields: [Field] = [
    Field(
      "value", .decimalRange, .optional, "A number, in the unit of 'unit'.", example: "4 to 8"),
    Field(
      "unit", .line, .optional, "The unit of 'value'; none for a count or a factor.",
      example: "usd/h"),
    Field(
      "quote", .text, .optional, "The words of the source that state 'value'.",
      example: "assuming 50 hours total"),
    Field(
      "source", .identifier, .optional,
      "Who states 'value', if it is another source than the file's.", example: "modal-pricing"),
    Field("offer", .identifier, .optional, "The price of an offer.", example: "modal-h100"),
    Field(
      "rate", .choice(RateUnit.allCases.map(\.rawValue)), .optional,
      "Which price of 'offer'; needed if it has several.", example: "gpu-hour"),
    Field("invoice", .shape(invoice), .optional, "The total of an invoice."),
    Field("crossing", .shape(crossing), .optional, "Where two cost curves meet."),
    Field(
      "month_of", .identifier, .optional, "The hours of a scenario's month.",
      example: "idle-replicas"),
    Field(
      "claim", .identifier, .optional, "What another claim publishes.",
      example: "dedicated-month"),
    Field(
      "quantity", .identifier, .optional, "A quantity of this file.", example: "price-of-an-hour"),
    Field(
      "end", .choice(["low", "high"]), .optional, "One end of a range; both if left out.",
      example: "low"),
    Field(
      "bound", .choice(PublishedValue.Bound.allCases.map(\.rawValue)), .optional,
      "What the source leaves open of it; that of a 'claim' is known.", example: "at least"),
    Field(
      "name", .line, .optional, "What it is; needed for a 'value'.", example: "replicas"),
  ]

  private static let set = Shape(
    "set of offers", "The prices of all offers of the site that meet every condition.",
    [
      Field(
        "price", .choice(["hour", "million-tokens"]), .required,
        "What is priced: an hour of a machine, or a million tokens of any kind.", example: "hour"),
      Field(
        "machine", .list(of: .line), .optional, "Machines, by their names in rate cards.",
        example: "[H100]"),
      Field(
        "billing", .choice(["always-on", "scales-to-zero"]), .optional,
        "Whether machines stay or stop when idle.", example: "always-on"),
      Field("provider", .identifier, .optional, "Whose offers.", example: "modal"),
      Field(
        "without", .list(of: .identifier), .optional, "Offers that it leaves out, by id.",
        example: "[baseten-h100]"),
    ])

  static let member = Shape(
    "member", "One of several values that are made into one.",
    operandFields + [
      Field(
        "every", .shape(set), .optional,
        "Prices of all offers of the site that meet conditions, without ranges and without those "
          + "that have none on the day.")
    ])

  static let term = Shape(
    "term", "One step of the arithmetic; steps are worked off from top to bottom.",
    [
      Field(
        "do", .choice(["plus", "minus", "times", "over"]), .optional,
        "What is done with it; left out of the first term only.", example: "times")
    ] + operandFields
      + [
        Field(
          "span", .list(of: .shape(member)), .optional, "From the lowest of these to the highest."),
        Field("lowest", .list(of: .shape(member)), .optional, "The lowest of these."),
        Field("highest", .list(of: .shape(member)), .optional, "The highest of these."),
        Field("sum", .list(of: .shape(member)), .optional, "All of these together."),
      ])

  private static let quantity = Shape(
    "quantity", "Something that several claims need, worked out once.",
    [
      Field("id", .identifier, .required, "Unique in the file.", example: "price-of-an-hour"),
      Field(
        "name", .line, .required, "What it is, in the reader's words.",
        example: "price of an hour that the page implies"),
      Field(
        "formula", .list(of: .shape(term)), .required,
        "Its arithmetic; earlier quantities may be used."),
    ])

  static let published = Shape(
    "published value", "The figure as printed, zeros at its end too: they say how exact it is.",
    [
      Field("value", .decimalRange, .required, "The figure or range.", example: "4000 to 8000"),
      Field(
        "unit", .line, .optional,
        "usd, tokens, million-tokens, requests, months, h, min, s, MB, GB, TB or %, "
          + "with * and /; none for a count or a factor.", example: "usd/h"),
      Field(
        "bound", .choice(PublishedValue.Bound.allCases.map(\.rawValue)), .optional,
        "What the source leaves open: '<100' is below, '50+' is at least.", example: "below"),
      Field(
        "approximate", .boolean, .optional,
        "Whether the source says so: ~, about, roughly. Zeros at the end are then no digits.",
        example: "true"),
      Field(
        "tolerance", .decimal, .optional,
        "How far it may be off, in the same unit; half a unit of the last digit if left out.",
        example: "5"),
    ])

  private static let condition = Shape(
    "condition of a claim", "What the source says has to be so for the figure to hold.",
    [
      Field(
        "quote", .text, .required, "The words of the source.",
        example: "if single GPU sufficient"),
      Field(
        "says", .text, .required, "What has to be so, in your own words.",
        example: "The work fits into a month of one GPU."),
      Field(
        "formula", .list(of: .shape(term)), .required,
        "What must not come to less than nothing: what there is, minus what is needed."),
    ])

  private static let claim = Shape(
    "claim", "A figure that the source published, and how it is computed again.",
    [
      Field("id", .identifier, .required, "Unique in the site.", example: "idle-replicas-9360"),
      Field(
        "quote", .text, .required, "The words of the source, short and exact.",
        example: "costs $9,360 per month before a single request arrives"),
      Field(
        "says", .text, .required, "What is claimed, in your own words.",
        example: "Two idle replicas cost $9,360 a month."),
      Field("published", .shape(published), .required, "The figure."),
      Field(
        "relation", .choice(Claim.Relation.allCases.map(\.rawValue)), .optional,
        "How the figure has to stand to the computed value; equals if left out, and of a bound that "
          + "the computed value lies on its side.",
        example: "within"),
      Field("condition", .shape(condition), .optional, "What the figure depends on."),
      Field(
        "formula", .list(of: .shape(term)), .required, "The arithmetic, with inputs by id."),
    ])

  /// The keys of the file.
  public static let shape = Shape(
    "list of claims", "The figures of one source, each with the formula that computes it again.",
    [
      Field(
        "source", .identifier, .required, "The id of the source that published them.",
        example: "article"),
      Field(
        "quantities", .list(of: .shape(quantity)), .optional,
        "What several claims need, worked out once."),
      Field("claims", .list(of: .shape(claim)), .required, "The claims, in reading order."),
    ])
}
