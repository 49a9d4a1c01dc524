import Templates
import Wording

/// A figure that somebody published, next to what the engine makes of the same inputs.
struct ClaimEntry: TemplateModel {
  /// The anchor of the claim; absent where the claim has its place on another page.
  let id: String?

  /// The words that state it.
  let quote: String

  /// What is claimed, in our own words.
  let says: String

  /// The figure as published.
  let published: String

  /// The figure as computed here.
  let computed: String

  /// The verdict in a word or two.
  let verdict: String

  /// The class of the verdict, a raw value of ``VerdictKind``.
  let kind: String

  /// Other claims that the figure was held against.
  let others: [PageLink]

  /// How far off it is, and what else a reader has to know; empty if it is reproduced.
  let why: [String]

  /// The arithmetic, step by step.
  let steps: [ClaimStep]

  /// What the steps come to.
  let result: String

  /// Where it was published.
  let citations: [Citation]

  /// The claim among all claims, or the scenario that it is about.
  let links: [PageLink]

  static let variable = "claim"
}

/// One step of a claim's arithmetic.
struct ClaimStep: TemplateModel {
  /// The operation's sign; empty for the first step.
  let sign: String

  /// The value with its unit, or `not stated`.
  let value: String

  /// What the value is.
  let name: String

  /// `step`, or `part` for what a step is made of.
  let kind: String

  /// Where the value comes from: a publisher and a day, or an invoice's own arithmetic.
  let origin: String

  /// Where the value is shown, if it is on the site.
  let links: [PageLink]

  /// The sources of the value.
  let citations: [Citation]

  static let variable = "step"
}
