import Templates

/// Something a scenario takes for granted.
struct Assumption: TemplateModel {
  /// The assumption, as a sentence.
  let text: String

  /// Where it comes from, if it is not the scenario's own.
  let citations: [Citation]

  static let variable = "assumption"
}
