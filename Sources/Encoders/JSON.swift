import Diagnostics
import Pricing

extension TableFormat {
  /// Everything, with exact amounts: a row is an object with a cell for each column's key.
  package static let json = TableFormat(title: "JSON", ending: "json") { table, output in
    let columns = table.columns.map { column in
      JSONValue.object([("key", .string(column.key)), ("title", .string(column.title))])
    }
    let rows = table.rows.map { row in
      JSONValue.object(zip(table.columns, row).map { ($0.key, $1.json) })
    }
    JSONValue.object([
      ("table", .string(table.id)), ("caption", .string(table.caption)),
      ("notes", .strings(table.notes)), ("columns", .array(columns)), ("rows", .array(rows)),
    ]).append(to: &output, .compact)
    output.append(UInt8(ascii: "\n"))
  }
}

extension Table.Cell {
  fileprivate var json: JSONValue {
    var members = [("text", JSONValue.string(text))]
    switch exact {
    case nil: break
    case .state(let word): members.append(("state", .string(word)))
    case .amount(let low, let high):
      members.append(("low_usd", .string(low.dollarText)))
      members.append(("high_usd", high.map { .string($0.dollarText) } ?? .null))
    }
    if !notes.isEmpty { members.append(("notes", .strings(notes))) }
    return .object(members)
  }
}
