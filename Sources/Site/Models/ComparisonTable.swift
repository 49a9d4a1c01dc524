import Templates

/// Offers in rows, workloads in columns, what each costs in the cells.
struct ComparisonTable: TemplateModel {
  /// The anchor of the table; anchors inside it start with it.
  let id: String

  /// What is compared.
  let caption: String

  /// The unit, the month's length and the day of the prices.
  let captionDetail: String

  /// The order of the rows in a sentence: `Sorted by 10M tokens, lowest first`.
  let order: String

  /// What the cells are, such as `US dollars a month`; it stands above all of their columns.
  let measure: String

  /// How many columns of cells there are.
  let width: String

  /// The heads of the columns of cells, from left to right.
  let columns: [ComparisonColumn]

  /// One row for each offer.
  let rows: [ComparisonRow]

  /// What the cells' letters refer to.
  let notes: [TableNote]

  /// The same rows as files, and the table alone.
  let files: [PageLink]

  static let variable = "table"
}

/// The head of a column: a workload.
struct ComparisonColumn: TemplateModel {
  /// The workload's name.
  let text: String

  /// Its size, such as `10M tokens a month`.
  let detail: String?

  /// `ascending` if the rows are in its order, else `none`.
  let sort: String

  static let variable = "column"
}
