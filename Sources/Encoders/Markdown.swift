extension TableFormat {
  /// A table of GitHub's Markdown, between its caption and its notes.
  package static let markdown = TableFormat(title: "Markdown", ending: "md") { table, output in
    func write(_ text: String) { output.append(contentsOf: text.utf8) }
    func writeRow(_ texts: some Sequence<String>) {
      write("|")
      for text in texts {
        write(" ")
        MarkdownText.append(text, to: &output)
        write(" |")
      }
      write("\n")
    }
    write("**")
    MarkdownText.append(table.caption, to: &output)
    write("**\n\n")
    writeRow(table.columns.map(\.title))
    write("|")
    for column in table.columns.indices {
      write(table.isAmounts(column: column) ? " ---: |" : " --- |")
    }
    write("\n")
    for row in table.rows { writeRow(row.lazy.map(\.text)) }
    let said = table.rows.indices.flatMap { row in
      table.notes(ofRow: row).map { "\(table.rows[row].first?.text ?? ""), \($0)" }
    }
    for note in table.notes + said {
      write("\n")
      MarkdownText.append(note, to: &output)
      write("\n")
    }
  }
}

extension Table {
  /// Whether a column holds amounts, which stand on the right.
  fileprivate func isAmounts(column: Int) -> Bool {
    rows.contains { row in
      switch row[column].exact {
      case .amount, .single: true
      case nil, .number, .value, .state: false
      }
    }
  }
}
