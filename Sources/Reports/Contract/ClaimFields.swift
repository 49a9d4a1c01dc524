import Pricing
import Wording

/// What is in `data/claims.json`.
enum ClaimFields {
  static let claim = DataShape(
    "claim", "A published figure, computed again.",
    [
      DataField("id", .id, "The id of the claim."),
      DataField("source", .id, "The id of the source in content/sources.yaml."),
      DataField("quote", .text, "The words of the source."),
      DataField("says", .text, "What they say, in a sentence."),
      DataField(
        "unit", .text, "The unit of its figures: base units, their products and quotients."),
      DataField(
        "published_low", .nullable(.exact),
        "The low end as published; null if the source leaves it open."),
      DataField(
        "published_high", .nullable(.exact),
        "The high end as published; null if the source leaves it open."),
      DataField(
        "computed_low", .nullable(.exact),
        "The low end as computed; null if an input is not stated."),
      DataField(
        "computed_high", .nullable(.exact),
        "The high end as computed; null if an input is not stated."),
      DataField(
        "computed_open", .list(.choice(["below", "above"])),
        "On which sides the computed figure may lie beyond its ends."),
      DataField("kind", .choice(VerdictKind.allCases.map(\.rawValue)), "The verdict."),
      DataField("verdict", .text, "The verdict in words."),
      DataField(
        "relation", .choice(Claim.Relation.allCases.map(\.rawValue)),
        "What the source claims of the computed figure."),
      DataField(
        "tolerance_low", .nullable(.exact),
        "From where on a figure counts as the published one, by its digits."),
      DataField("tolerance_high", .nullable(.exact), "Up to where."),
      .optional(
        "read_into_quote", .flag,
        "True if the quotation holds no such figure and was taken to mean it."),
      .optional("approximate", .flag, "True if the source says about."),
      .optional("bound", .text, "Whether the source says below, above or up to."),
      .optional("not_consistent_with", .list(.id), "The claims that it contradicts."),
      .optional("condition", .object(condition), "Under which condition it is said."),
      DataField("arithmetic", .list(.object(term)), "How the figure is computed."),
    ])

  private static let condition = DataShape(
    "condition", "A condition of a claim.",
    [
      DataField("quote", .text, "The words of the source."),
      DataField("says", .text, "What they say."),
      DataField("holds", .nullable(.flag), "Whether it holds; null if that depends."),
      DataField("arithmetic", .list(.object(term)), "How that is computed."),
    ])

  /// A term may consist of terms, and a definition may name itself.
  private static let term = DataShape(
    "term", "A term of the arithmetic.",
    [
      DataField("operation", .text, "How it is joined to what stands before."),
      DataField("name", .text, "What it is."), DataField("unit", .text, "Its unit."),
      DataField("low", .nullable(.exact), "Its low end; null if it is not stated."),
      DataField("high", .nullable(.exact), "Its high end; null if it is not stated."),
      .optional("source", .id, "Who states it."),
      .optional("offer", .id, "Whose rate or invoice it is."),
      .optional("rate", CommonFields.unit, "The unit of that rate."),
    ] + CommonFields.day + [
      .optional("scenario", .id, "The scenario that it is taken from."),
      .optional("workload", .id, "The workload of that invoice."),
      .optional("claim", .id, "The claim that it is taken from."),
      .optional("gathered", .text, "How several values are made one."),
      .optional("parts", .list(.itself("term")), "The terms that it consists of."),
    ])
}
