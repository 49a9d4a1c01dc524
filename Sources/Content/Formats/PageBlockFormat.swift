import Diagnostics

/// What a fenced block of the language `breakeven` in a page shows.
public enum PageBlock: Hashable, Sendable {
  /// Something that the engine works out.
  case figure(PageFigure)

  /// A table or a chart of the site.
  case embedded(EmbedRequest)
}

/// The format of a fenced block of the language `breakeven` in a page.
enum PageBlockFormat {
  /// The word after the fence.
  static let language = "breakeven"

  private static let shape = Shape(
    "block", "Something to show: one of its keys.",
    PageFigureFormat.fields + [
      EmbedRequestFormat.field(
        .table, "A table of the site.", [.id] + EmbedRequestFormat.ofTables),
      EmbedRequestFormat.field(.chart, "A chart of the site.", [.id, .chart, .caption]),
    ])

  /// What a block shows.
  ///
  /// - Parameters:
  ///   - block: The text of the block; blank lines in front keep its lines those of its page.
  ///   - scenarios: Those that can be read, by id.
  ///   - unreadable: Whether a scenario is there, but has mistakes of its own.
  ///   - findings: Receives every mistake.
  /// - Returns: `nil` if there was any mistake.
  static func block(
    _ block: SourceText, _ scenarios: [String: ScenarioDocument], unreadable: (String) -> Bool,
    into findings: inout [Diagnostic]
  ) -> PageBlock? {
    let known = findings.count
    guard let mapping = Mapping.read(block, as: shape, into: &findings), findings.count == known
    else { return nil }
    let written = shape.fields.filter { mapping.has($0.key) }
    guard written.count == 1, let entry = mapping.mapping(written[0].key) else {
      let keys = shape.fields.map { "'\($0.key):'" }
      findings.append(
        Diagnostic(
          .error, at: mapping.location, "a block that shows nothing, or two things",
          hint: "write one of \(keys.joined(separator: ", "))"))
      return nil
    }
    let key = written[0].key
    guard let subject = EmbedRequest.Subject(rawValue: key) else {
      return PageFigureFormat.figure(
        entry, isComposite: key == "composite", scenarios, unreadable: unreadable, into: &findings
      ).map(PageBlock.figure)
    }
    return EmbedRequestFormat.request(subject, entry, into: &findings).map(PageBlock.embedded)
  }
}
