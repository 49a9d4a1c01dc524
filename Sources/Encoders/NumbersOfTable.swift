package import Messages

extension Table {
  /// The table with its amounts and numbers in a style; words, and names such as GPT-4.1, stay.
  package func written(in style: NumberStyle) -> Table {
    let usual = Language.current?.numbers ?? .commaAndPoint
    guard style != usual else { return self }
    var table = self
    table.rows = rows.map { row in
      row.map { cell in
        guard cell.isNumber else { return cell }
        return Cell(
          style.text(cell.text, from: usual), cell.exact, notes: cell.notes, badge: cell.badge)
      }
    }
    return table
  }
}

extension Table.Cell {
  /// Whether the text is an amount or a number, and nothing else.
  fileprivate var isNumber: Bool {
    switch exact {
    case .amount, .single: true
    case .state, .value: false
    case nil, .number: PlainNumber(text) != nil
    }
  }
}
