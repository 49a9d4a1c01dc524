import Diagnostics
import Pricing

/// The files of a table: the same rows, cell by cell, for spreadsheets, READMEs and programs.
struct TableFiles: Hashable, Sendable {
  /// The table.
  let table: DataTable

  /// Creates the files of a table.
  init(_ table: DataTable) { self.table = table }

  /// RFC 4180 with line feeds: the head, then a line for each row, as readers see them.
  ///
  /// A text that a spreadsheet would run as a formula has an apostrophe in front. What is said
  /// about cells stands in a last column, if there is anything to say.
  var csv: String {
    let notes = table.hasCellNotes
    let head =
      table.columns.map { Self.field(Self.harmless($0.title)) } + (notes ? ["Notes"] : [])
    let rows = table.rows.indices.map { row in
      let fields = table.rows[row].map { cell in
        // The amounts are ours, and a spreadsheet may well count with them.
        if case .amount = cell.exact { return Self.field(cell.text) }
        return Self.field(Self.harmless(cell.text))
      }
      let said = table.notes(ofRow: row).joined(separator: " ")
      return fields + (notes ? [Self.field(Self.harmless(said))] : [])
    }
    return ([head] + rows).map { Self.record($0) + "\n" }.joined()
  }

  /// A table of GitHub's Markdown, between its caption and its notes.
  var markdown: String {
    let head = table.columns.map { MarkdownText.inline($0.title) }
    let rule = table.columns.indices.map { isAmounts(column: $0) ? "---:" : "---" }
    let rows = table.rows.map { row in row.map { MarkdownText.inline($0.text) } }
    let lines = ([head, rule] + rows).map { "| \($0.joined(separator: " | ")) |\n" }
    let said = table.rows.indices.flatMap { row in
      table.notes(ofRow: row).map { "\(table.rows[row].first?.text ?? ""), \($0)" }
    }
    let notes = (table.notes + said).map { "\n\(MarkdownText.inline($0))\n" }
    return "**\(MarkdownText.inline(table.caption))**\n\n" + lines.joined() + notes.joined()
  }

  /// Everything, with exact amounts: a row is an object with a cell for each column's key.
  var json: String {
    let columns = table.columns.map { column in
      JSONValue.object([("key", .string(column.key)), ("title", .string(column.title))])
    }
    let rows = table.rows.map { row in
      JSONValue.object(zip(table.columns, row).map { ($0.key, .object(Self.members($1))) })
    }
    let value = JSONValue.object([
      ("table", .string(table.id)), ("caption", .string(table.caption)),
      ("notes", .strings(table.notes)), ("columns", .array(columns)), ("rows", .array(rows)),
    ])
    return value.text() + "\n"
  }

  /// The files of a table, each made when it is written.
  ///
  /// - Parameters:
  ///   - path: Where they go, without an ending.
  ///   - table: Makes the table.
  /// - Returns: CSV, Markdown and JSON.
  static func files(
    at path: String, _ table: @escaping @Sendable () -> DataTable
  ) -> [SitePlan.File] {
    [
      SitePlan.File("\(path).csv", .data) { Array(Self(table()).csv.utf8) },
      SitePlan.File("\(path).md", .data) { Array(Self(table()).markdown.utf8) },
      SitePlan.File("\(path).json", .data) { Array(Self(table()).json.utf8) },
    ]
  }

  /// The links to those files, and to the table as a page of its own if there is one.
  static func links(from page: String, to path: String, alone: Bool) -> [PageLink] {
    let kinds = [("CSV", "csv"), ("JSON", "json"), ("Markdown", "md")]
    return (alone ? kinds + [("This table alone", "html")] : kinds).map { title, ending in
      PageLink(title: title, link: SitePaths.link(from: page, to: "\(path).\(ending)"))
    }
  }

  private static func members(_ cell: DataTable.Cell) -> [(String, JSONValue)] {
    var members = [("text", JSONValue.string(cell.text))]
    switch cell.exact {
    case nil: break
    case .state(let word): members.append(("state", .string(word)))
    case .amount(let low, let high):
      members.append(("low_usd", .string(low.dollarText)))
      members.append(("high_usd", high.map { .string($0.dollarText) } ?? .null))
    }
    if !cell.notes.isEmpty { members.append(("notes", .strings(cell.notes))) }
    return members
  }

  private func isAmounts(column: Int) -> Bool {
    table.rows.contains { row in
      if case .amount = row[column].exact { true } else { false }
    }
  }

  /// A line of CSV.
  ///
  /// A lone empty field is quoted, because to many readers an empty line is no record.
  private static func record(_ fields: [String]) -> String {
    fields == [""] ? "\"\"" : fields.joined(separator: ",")
  }

  private static func harmless(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, "=+-@".unicodeScalars.contains(first) else {
      return text
    }
    return "'" + text
  }

  private static func field(_ text: String) -> String {
    let needsQuotes = text.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
    return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }
}
