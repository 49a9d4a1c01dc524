import Diagnostics

extension TableFormat {
  /// A table of LaTeX that needs no package: words in columns that break, amounts on the right.
  package static let latex = TableFormat(title: "LaTeX", ending: "tex") { table, output in
    func write(_ text: String) { output.append(utf8: text) }
    func writeRow(_ texts: some Sequence<String>) {
      // What starts with a bracket or a star would belong to the end of the line above.
      write("  {}" + texts.map(LaTeXText.inline).joined(separator: " & ") + " \\\\\n")
    }
    write("\\begin{table}\n  \\caption{\(LaTeXText.inline(table.caption))}\n")
    write("  \\small\n  \\begin{tabular}{\(LaTeXColumns.specification(table))}\n  \\hline\n")
    writeRow(table.columns.map(\.title))
    write("  \\hline\n")
    for row in table.rows { writeRow(row.lazy.map(\.shown)) }
    write("  \\hline\n  \\end{tabular}\n")
    var paragraphs = table.paragraphs.map(LaTeXText.inline)
    if let origin = table.origin {
      let address = origin.address.map { ", \\texttt{\(LaTeXText.inline($0))}" } ?? ""
      paragraphs.append(
        "\(LaTeXText.inline(origin.title))\(address). \(LaTeXText.inline(origin.licence))")
    }
    for text in paragraphs { write("\n  \\smallskip\\noindent\\footnotesize \(text)\\par\n") }
    write("\\end{table}\n")
  }
}

/// How wide the columns of a table are.
private enum LaTeXColumns {
  /// Words that are longer than this break in their column.
  private static let longest = 18

  /// How many letters a line of text has, more or less, and the fewest hundredths of it for words.
  private static let line = 80
  private static let narrowest = 12

  /// `r` for amounts, `l` for short words, and shares of the line for long ones.
  static func specification(_ table: Table) -> String {
    let lengths = table.columns.indices.map { column in
      ([table.columns[column].title] + table.rows.map { $0[column].shown }).map(\.count).max() ?? 0
    }
    let breaking = Set(
      table.columns.indices.filter { lengths[$0] > longest && !table.isAmounts(column: $0) })
    let others = lengths.indices.filter { !breaking.contains($0) }
    let left = line - others.reduce(0) { $0 + lengths[$1] + 2 }
    let share = max(narrowest, left * 90 / (line * max(1, breaking.count)))
    return lengths.indices.map { column in
      if table.isAmounts(column: column) { return "r" }
      return breaking.contains(column) ? "p{0.\(share)\\linewidth}" : "l"
    }.joined()
  }
}

/// Plain text on its way into LaTeX.
package enum LaTeXText {
  /// The text in one line, with everything escaped that TeX would read as a command or a ligature.
  package static func inline(_ text: String) -> String { escaped.text(text) }

  private static let escaped = EscapedText { place in
    switch place.scalar {
    case "\\": "\\textbackslash{}"
    case "{", "}", "$", "&", "#", "%", "_": "\\\(place.scalar)"
    case "~": "\\textasciitilde{}"
    case "^": "\\textasciicircum{}"
    case "<": "\\textless{}"
    case ">": "\\textgreater{}"
    case "|": "$|$"
    case "\"": "\\string\""
    case "`": "\\`{}"
    case "[", "]": "{\(place.scalar)}"
    case let sign where joining.contains(sign):
      (signs[sign] ?? String(sign)) + (place.after.map(joining.contains) == true ? "{}" : "")
    default: signs[place.scalar]
    }
  }

  /// Of these, two beside each other may become a third: a dash, a quote, a mark of Spanish.
  private static let joining = Set("-',!?–—‘’“”\u{2011}".unicodeScalars)

  /// Characters that the fonts of TeX have under other names.
  private static let signs: [Unicode.Scalar: String] = [
    "\u{A0}": "~", "–": "--", "—": "---", "×": "$\\times$", "÷": "$\\div$", "−": "$-$",
    "≈": "$\\approx$", "≥": "$\\geq$", "≤": "$\\leq$", "≠": "$\\neq$", "→": "$\\rightarrow$",
    "“": "``", "”": "''", "‘": "`", "’": "'", "…": "\\ldots{}", "\u{202F}": "\\,",
    "\u{2009}": "\\,", "\u{2011}": "-",
  ]
}
