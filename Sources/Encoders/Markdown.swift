import Diagnostics

extension TableFormat {
  /// A table of GitHub's Markdown, between its caption and what is said about it.
  package static let markdown = TableFormat(title: "Markdown", ending: "md") { table, output in
    func write(_ text: String) { output.append(utf8: text) }
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
    for row in table.rows { writeRow(row.lazy.map(\.shown)) }
    for text in table.paragraphs {
      write("\n")
      MarkdownText.append(paragraph: text, to: &output)
      write("\n")
    }
    guard let origin = table.origin else { return }
    let title = MarkdownText.inline(origin.title)
    let page = origin.address.map { "[\(title)](<\($0)>)" } ?? title
    write("\n\(page). \(MarkdownText.inline(origin.licence))\n")
  }
}
