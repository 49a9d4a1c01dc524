import Diagnostics
import Pricing

/// The keys that say what an offer allows beside its price.
enum FeaturesFormat {
  private static let evidence = [
    Field(
      "source", .identifier, .optional,
      "The id of the source that says so; left out where "
        + "nobody does.", example: "modal-docs"),
    Field(
      "quote", .text, .optional, "Its words.",
      example: "DeepInfra does not support custom model deployment"),
  ]

  private static let answer = Shape(
    "feature", "Whether an offer allows something, and who says so.",
    [
      Field(
        "answer", .choice(Features.Answer.allCases.map(\.rawValue)), .required,
        "'not stated' where nobody says.", example: "yes")
    ] + evidence)

  private static let models = Shape(
    "catalogue", "Which kinds of models can be called, and who says so.",
    [
      Field(
        "models", .list(of: .choice(Features.Catalogue.allCases.map(\.rawValue))), .required,
        "The kinds of models.")
    ] + evidence)

  static let shape = Shape(
    "list of features", "What an offer allows beside its price; what is left out is not stated.",
    [
      Field(
        "custom_weights", .shape(answer), .optional,
        "Whether one's own or fine-tuned weights can be served."),
      Field("own_container", .shape(answer), .optional, "Whether one's own container can be run."),
      Field(
        "data_control", .shape(answer), .optional,
        "Whether the customer decides where data is processed and who sees it."),
      Field("catalogue", .shape(models), .optional, "Which kinds of models can be called."),
    ])

  static func features(
    _ mapping: Mapping?, _ cited: inout [Located<String>], into findings: inout Findings
  ) -> Features {
    guard let mapping else { return Features() }
    func answer(_ key: String) -> Features.Fact<Features.Answer> {
      guard let entry = mapping.mapping(key), let word = entry.text("answer"),
        let answer = Features.Answer(rawValue: word.value)
      else { return .init(.notStated) }
      let citation = citation(entry, &cited)
      if answer != .notStated, !entry.has("source") { findings.missingSource(word.location) }
      return .init(answer, citation: citation)
    }
    return Features(
      customWeights: answer("custom_weights"), ownContainer: answer("own_container"),
      dataControl: answer("data_control"),
      catalogue: catalogue(mapping.mapping("catalogue"), &cited, &findings))
  }

  private static func catalogue(
    _ entry: Mapping?, _ cited: inout [Located<String>], _ findings: inout Findings
  ) -> Features.Fact<Set<Features.Catalogue>> {
    guard let entry else { return .init([]) }
    if !entry.has("source") { findings.missingSource(entry.location(of: "models")) }
    return .init(
      Set(entry.texts("models").compactMap { Features.Catalogue(rawValue: $0.value) }),
      citation: citation(entry, &cited))
  }

  private static func citation(_ entry: Mapping, _ cited: inout [Located<String>]) -> Citation? {
    guard let source = entry.text("source") else { return nil }
    cited.append(source)
    return Citation(source: source.value, quote: entry.text("quote")?.value)
  }
}

extension Findings {
  fileprivate mutating func missingSource(_ place: SourceLocation) {
    error(
      place, "a feature without a source",
      hint: "add 'source:' with the id of the source that says so, or leave the feature out")
  }
}
