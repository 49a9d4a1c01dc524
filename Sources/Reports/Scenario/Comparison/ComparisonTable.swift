import Encoders
import Templates

/// Offers in rows, workloads in columns, what each costs in the cells.
struct ComparisonTable: TemplateModel {
  /// The anchor of the table; anchors inside it start with it.
  let id: String

  /// What is compared.
  let caption: String

  /// The unit, the month's length and the day of the prices.
  let captionDetail: String

  /// How many offers there are, where a reader has to look for one; absent where all are in sight.
  let searched: String?

  /// The order of the rows in a sentence: `Sorted by 10M tokens, lowest first`.
  let order: String

  /// `ascending` or `descending` if the rows are in the order of the offers' names, else `none`.
  let sort: String

  /// What stands above the columns behind the offers, from left to right.
  let heads: [ComparisonHead]

  /// How many columns there are in all.
  let span: String

  /// The heads of the columns of amounts, from left to right.
  let columns: [ComparisonColumn]

  /// The offers that stand together, group by group.
  let groups: [ComparisonGroup]

  /// All that is compared, of which readers see what the author wants.
  let contents: ComparisonContents

  /// What the author wants of it; `nil` for everything.
  let shape: ComparisonShape?

  /// What the cells' letters refer to.
  let notes: [TableNote]

  /// The same rows as files, and the table alone.
  var files: [PageLink]

  /// How to use the table elsewhere; absent where no other document can embed it.
  var use: EmbedUse?

  static let variable = "table"
}

/// Offers that can take each other's place, or that an author puts together.
struct ComparisonGroup: TemplateModel {
  /// What they are called together; absent where there are no others.
  let name: String?

  /// One row for each offer.
  var rows: [ComparisonRow]

  static let variable = "group"
}

/// What stands above columns: the measure of neighbouring amounts, or the head of a column of words.
struct ComparisonHead: TemplateModel {
  /// The words.
  let text: String

  /// `colgroup` above amounts, else `col`.
  let scope: String

  /// How many columns of amounts are below; absent from a column of words.
  let width: String?

  /// `2` for a column of words, which has no second line; absent above amounts.
  let height: String?

  /// `group` above amounts; absent from a column of words.
  let kind: String?

  /// How the rows are sorted by a column of words; absent above amounts.
  let sort: String?

  /// The columns below.
  let columns: [ComparisonColumn]

  static let variable = "head"
}

/// The head of a column: a workload.
struct ComparisonColumn: TemplateModel {
  /// The workload's name.
  let text: String

  /// Its size, such as `10M tokens a month`.
  let detail: String?

  /// `ascending` if the rows are in its order, else `none`.
  var sort: String

  /// The id of the workload.
  let id: String

  /// The name of the column for programs.
  var key: String { "workload-\(id)" }

  static let variable = "column"
}
