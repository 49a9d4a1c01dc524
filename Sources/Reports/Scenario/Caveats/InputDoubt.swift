import Templates

/// A claim that does not come out, and the inputs of a scenario that rest on its words.
struct InputDoubt: TemplateModel {
  /// The names of the inputs: `Managed API, 10M tokens`.
  let inputs: String

  /// What is claimed, and the way to the claim.
  let claim: PageLink

  /// The figure as published.
  let published: String

  /// The figure as computed here.
  let computed: String

  /// The verdict in a word or two.
  let verdict: String

  /// The class of the verdict.
  let kind: String

  static let variable = "doubt"
}
