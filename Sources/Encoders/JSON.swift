import Diagnostics
import Pricing

extension TableFormat {
  /// Everything, with exact amounts: a row has a cell for each of the columns, in their order.
  ///
  /// An amount is `usd`, and a range has its other end in `high_usd`, which is null where nobody
  /// states it. What is said about cells stands once, in `cell_notes`, and cells name it by its
  /// place there.
  package static let json = TableFormat(
    title: "JSON", ending: "json", isForPrograms: true
  ) { table, output in
    let columns = table.columns.map { column in
      JSONValue.object([("key", .string(column.key)), ("title", .string(column.title))])
    }
    var notes = CellNotes()
    var rows: [JSONValue] = []
    for row in table.rows {
      var cells: [JSONValue] = []
      for cell in row { cells.append(cell.json(&notes)) }
      rows.append(.array(cells))
    }
    JSONValue.object([
      ("table", .string(table.id)), ("caption", .string(table.caption)),
      ("notes", .strings(table.statements)), ("columns", .array(columns)), ("rows", .array(rows)),
      ("cell_notes", .strings(notes.texts)),
    ]).append(to: &output, .compact)
    output.append(UInt8(ascii: "\n"))
  }
}

/// What is said about the cells of a table, each text once.
private struct CellNotes {
  private(set) var texts: [String] = []
  private var places: [String: Int] = [:]

  mutating func place(of text: String) -> Int {
    if let place = places[text] { return place }
    places[text] = texts.count
    texts.append(text)
    return texts.count - 1
  }
}

extension Table.Cell {
  fileprivate func json(_ cellNotes: inout CellNotes) -> JSONValue {
    var members = [("text", JSONValue.string(text))]
    switch exact {
    case nil: break
    case .state(let word): members.append(("state", .string(word)))
    case .single(let amount): members.append(("usd", .string(amount.dollarText)))
    case .value(let value): members.append(("value", .string(value)))
    case .number(let low, let high):
      members.append(("low", .string(low)))
      if high != low { members.append(("high", .string(high))) }
    case .amount(let low, let high):
      members.append(("usd", .string(low.dollarText)))
      if high != low { members.append(("high_usd", high.map { .string($0.dollarText) } ?? .null)) }
    }
    var places: [JSONValue] = []
    for note in notes { places.append(.number(cellNotes.place(of: note))) }
    if !places.isEmpty { members.append(("notes", .array(places))) }
    return .object(members)
  }
}
