import Diagnostics
import Pricing

extension TableFormat {
  /// The rows for programs: plain numbers, ids, and dates as `YYYY-MM-DD`, under the columns' keys.
  ///
  /// A column of amounts is two, `…_low_usd` and `…_high_usd`, unless none can be a range, `…_usd`,
  /// and one of numbers `…_low` and `…_high`: both ends are always there, so that either can be
  /// added up, but for a high end that nobody states. Why there is no amount, and what is said about cells, stands in `notes`.
  package static let csv = TableFormat(
    title: "CSV", ending: "csv", takesRecords: true, isForPrograms: true
  ) { table, output in
    let layouts = table.columns.indices.map { Layout(of: $0, in: table) }
    let hasNotes =
      table.hasCellNotes
      || table.rows.contains { zip(layouts, $0).contains { $0.needsWords(for: $1) } }
    var head: [CSV.Field] = []
    for (column, layout) in zip(table.columns, layouts) {
      let key = column.key.keyText
      head += layout.endings.map { ("\(key)\($0)", isNumber: false) }
    }
    CSV.append(record: head + (hasNotes ? [("notes", false)] : []), to: &output)
    for (index, row) in table.rows.enumerated() {
      var fields: [CSV.Field] = []
      var words: [String] = []
      for (column, (layout, cell)) in zip(table.columns, zip(layouts, row)) {
        layout.append(cell, to: &fields)
        if layout.needsWords(for: cell) { words.append("\(column.title): \(cell.text).") }
      }
      if hasNotes {
        fields.append(((words + table.notes(ofRow: index)).joined(separator: " "), false))
      }
      CSV.append(record: fields, to: &output)
    }
  }

  /// Into which fields the cells of a column go.
  private enum Layout {
    case text, numbers, amounts, singles

    init(of column: Int, in table: Table) {
      self = .text
      for row in table.rows {
        switch row[column].exact {
        case .amount: self = .amounts
        case .single: self = .singles
        case .number: self = .numbers
        case nil, .value, .state: continue
        }
        return
      }
    }

    /// What the heads of the fields add to the key of the column.
    var endings: [String] {
      switch self {
      case .text: [""]
      case .numbers: ["_low", "_high"]
      case .amounts: ["_low_usd", "_high_usd"]
      case .singles: ["_usd"]
      }
    }

    /// Whether a cell has something to say that none of its fields can hold.
    func needsWords(for cell: Table.Cell) -> Bool {
      guard self != .text, !cell.text.isEmpty else { return false }
      return switch cell.exact {
      case .amount, .single, .number: false
      case nil, .value, .state: true
      }
    }

    func append(_ cell: Table.Cell, to fields: inout [CSV.Field]) {
      switch (self, cell.exact) {
      case (.text, .value(let value)): fields.append((value, isNumber: false))
      case (.text, _): fields.append((cell.text, isNumber: false))
      case (_, .amount(let low, let high)):
        fields += [(low.dollarText, isNumber: true), (high?.dollarText ?? "", isNumber: true)]
      case (_, .number(let low, let high)):
        fields += [(low, isNumber: true), (high, isNumber: true)]
      case (_, .single(let amount)): fields.append((amount.dollarText, isNumber: true))
      case (_, nil), (_, .value), (_, .state):
        for _ in endings { fields.append(("", isNumber: true)) }
      }
    }
  }
}
