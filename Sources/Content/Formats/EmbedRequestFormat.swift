import Diagnostics

/// How the files of a site ask for a table or a chart, or for what of one is shown.
///
/// Files have those of the options for which they have a use: what they show is written in one
/// format, and its charts follow the reader's screen.
enum EmbedRequestFormat {
  /// The options that say what of a table is shown, and how.
  static let ofTables: [EmbedOption] = [.columns, .rows, .sort, .groups, .caption]

  /// A key under which such options stand.
  static func field(
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

  /// Reads what such a key asks for; `nil` if there was any mistake.
  ///
  /// The id is what the options are about, where it is not among them.
  static func request(
    _ subject: EmbedRequest.Subject, _ entry: Mapping, of id: String? = nil,
    into findings: inout [Diagnostic]
  ) -> EmbedRequest? {
    let own = id.map { [(name: EmbedOption.id.rawValue, value: Located($0, at: entry.location))] }
    let words = entry.shape.fields.compactMap { field in
      entry.text(field.key).map { (name: field.key, value: $0) }
    }
    return EmbedRequest(subject, (own ?? []) + words, at: entry.location, into: &findings)
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
    case .groups:
      "The key of a column of words, or several with commas between: rows that have the same there "
        + "stand together."
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
    case .groups: "provider"
    case .caption: "What a month costs"
    case .format, .locale, .theme, .at: nil
    }
  }
}
