import Templates

/// Which phases each provider bills, and how it counts.
struct RuleTable: TemplateModel {
  /// The anchor of the table; anchors inside it start with it.
  let id: String

  /// What is shown.
  let caption: String

  /// How to read the cells.
  let captionDetail: String

  /// The heads of the cells, from left to right.
  let columns: [RuleColumn]

  /// One row for each set of rules that offers share.
  let rows: [RuleRow]

  /// What the cells' letters refer to: the words of the sources.
  let notes: [TableNote]

  /// The same rows as files, and the table alone.
  let files: [PageLink]

  static let variable = "table"
}

/// The head of a column of rules.
struct RuleColumn: TemplateModel {
  /// The phase or the rule.
  let text: String

  static let variable = "column"
}

/// One set of rules, and the offers that have it.
struct RuleRow: TemplateModel {
  /// The provider.
  let provider: String

  /// The link to the first of the offers on the provider's page.
  let link: String

  /// The offers that share the rules.
  let offers: String

  /// One cell for each column.
  let cells: [RuleCell]

  /// The day from which the rules hold, or the day on which their source was read.
  let date: String

  /// Who states the rules.
  let citations: [Citation]

  static let variable = "row"
}

/// One rule of one set.
struct RuleCell: TemplateModel {
  /// `billed`, `free`, `not stated`, or a length of time.
  let text: String

  /// The class of the cell: that of a phase's state, or `length`.
  let kind: String

  /// The notes with the words of the source.
  let notes: [NoteReference]

  static let variable = "cell"
}
