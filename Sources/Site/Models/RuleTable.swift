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

  static let modelName = "RuleTable"
  static let variable = "table"
  static var fields: [Field<Self>] {
    [
      .text("id") { $0.id },
      .text("caption") { $0.caption },
      .text("captionDetail") { $0.captionDetail },
      .list("columns", RuleColumn.self) { $0.columns },
      .list("rows", RuleRow.self) { $0.rows },
      .list("notes", TableNote.self) { $0.notes },
      .list("files", PageLink.self) { $0.files },
    ]
  }
}

/// The head of a column of rules.
struct RuleColumn: TemplateModel {
  /// The phase or the rule.
  let text: String

  static let modelName = "RuleColumn"
  static let variable = "column"
  static var fields: [Field<Self>] { [.text("text") { $0.text }] }
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

  static let modelName = "RuleRow"
  static let variable = "row"
  static var fields: [Field<Self>] {
    [
      .text("provider") { $0.provider },
      .text("link") { $0.link },
      .text("offers") { $0.offers },
      .list("cells", RuleCell.self) { $0.cells },
      .text("date") { $0.date },
      .list("citations", Citation.self) { $0.citations },
    ]
  }
}

/// One rule of one set.
struct RuleCell: TemplateModel {
  /// `billed`, `free`, `not stated`, or a length of time.
  let text: String

  /// The class of the cell: that of a phase's state, or `length`.
  let kind: String

  /// The notes with the words of the source.
  let notes: [NoteReference]

  static let modelName = "RuleCell"
  static let variable = "cell"
  static var fields: [Field<Self>] {
    [
      .text("text") { $0.text },
      .text("kind") { $0.kind },
      .list("notes", NoteReference.self) { $0.notes },
    ]
  }
}
