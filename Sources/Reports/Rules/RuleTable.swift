import Encoders
import Messages
import Pricing
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
  var files: [PageLink]

  /// How to use the table elsewhere; absent where no other document can embed it.
  var use: EmbedUse?

  static let variable = "table"
}

/// The head of a column of rules.
struct RuleColumn: TemplateModel {
  /// A short stable name for data files.
  let key: String

  /// The phase or the rule.
  let text: String

  static let variable = "column"
}

/// One set of rules, and the offers that have it.
struct RuleRow: TemplateModel {
  /// The provider.
  let provider: String

  /// The link to the first of the offers on the provider's page.
  let link: LinkTarget

  /// The offers that share the rules.
  let offers: String

  /// One cell for each column.
  let cells: [RuleCell]

  /// The day since which the rules hold; where nobody says, that of their source.
  let date: String

  /// The same day; absent where nobody says.
  let day: EvidenceDay?

  /// Who states the rules.
  let citations: [Citation]

  static let variable = "row"
}

/// One rule of one set.
struct RuleCell: TemplateModel {
  /// The head of its column, which a narrow page says in every cell.
  let label: String

  /// `billed`, `free`, `not stated`, or a length of time.
  let text: String

  /// The class of the cell: that of a phase's state, or `length`.
  let kind: String

  /// The notes with the words of the source.
  let notes: [NoteReference]

  static let variable = "cell"

  /// The text for programs, which is the same in every language; `nil` of a length of time.
  fileprivate var state: String? { kind == "length" ? nil : kind.replacing("-", with: " ") }
}

extension RuleTable: PublishedTable {
  var table: Table {
    let before = [("provider", localized("Provider")), ("offers", localized("Offers"))]
    let after = [("date", localized("Date")), ("source", localized("Source"))]
    let columns = before + self.columns.map { ($0.key, $0.text) } + after
    return Table(
      id: id, caption: caption,
      notes: [captionDetail] + notes.map { "\($0.mark) \($0.text)" },
      columns: columns.map { Table.Column(key: $0.0, title: $0.1) },
      rows: rows.map { row in
        [Table.Cell(row.provider), Table.Cell(row.offers)]
          + row.cells.map { Table.Cell($0.text, $0.state.map(Table.Cell.Exact.state)) }
          + [
            Table.Cell(row.date, row.day.map { .value("\($0.date)") }),
            Table.Cell(row.citations.map(\.title).joined(separator: "; ")),
          ]
      })
  }
}
