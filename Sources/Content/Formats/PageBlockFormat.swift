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
      entry(.table, "A table of the site.", [.id, .columns, .rows, .sort, .caption]),
      entry(.chart, "A chart of the site.", [.id, .chart, .caption]),
    ])

  /// A table or a chart with those of its options that a page of the site has a use for: it is
  /// written in one format, and its charts follow the reader's screen.
  private static func entry(
    _ subject: EmbedRequest.Subject, _ documentation: String, _ options: [EmbedOption]
  ) -> Field {
    let fields = options.map { option in
      Field(
        option.rawValue, .line, option == .id ? .required : .optional, option.documentation,
        example: option.example)
    }
    return Field(
      subject.rawValue, .shape(Shape(subject.rawValue, documentation, fields)), .optional,
      documentation)
  }

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
    let words = entry.shape.fields.compactMap { field in
      entry.text(field.key).map { (name: field.key, value: $0) }
    }
    return EmbedRequest(subject, words, at: entry.location, into: &findings)
      .map(PageBlock.embedded)
  }
}

extension EmbedOption {
  /// What the option says, for editors.
  fileprivate var documentation: String {
    switch self {
    case .id: "A scenario, or one of the other tables of the site."
    case .chart: "Which chart of the scenario; the first if left out."
    case .columns: "The keys of the columns, with commas between; all if left out."
    case .rows: "How many rows from the top, or their ids with commas between; all if left out."
    case .sort: "The key of a column to sort by, with a minus in front for the largest first."
    case .caption: "What it says above it, in place of its own title."
    case .format, .locale, .theme, .at: ""
    }
  }

  fileprivate var example: String? {
    switch self {
    case .id: "monthly-tiers"
    case .chart: "heat-map"
    case .columns: "offer, workload-high"
    case .rows: "5"
    case .sort: "-workload-high"
    case .caption: "What a month costs"
    case .format, .locale, .theme, .at: nil
    }
  }
}
