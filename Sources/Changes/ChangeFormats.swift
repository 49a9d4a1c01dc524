import Encoders
import Messages
import Wording

extension ChangeWords {
  /// The change for a terminal: a verdict, then a line for each thing that changed.
  ///
  /// - Parameter onlyFlips: Whether nothing but winners is wanted.
  /// - Returns: Lines with a line feed each; one line if nothing changed.
  package func text(onlyFlips: Bool = false) -> String {
    if let line = nothing(onlyFlips) { return line + "\n" }
    var text = headline + "\n"
    for table in tables(onlyFlips: onlyFlips) {
      text += "\n\(table.title):\n"
      for row in table.rows {
        text +=
          "  "
          + zip(table.head, row).filter { !$1.isEmpty }.map { "\($1)" }
          .joined(separator: " | ") + "\n"
      }
      if table.others > 0 { text += "  \(Self.more(table.others))\n" }
    }
    return text + "\n\(footer)\n"
  }

  /// The change as a comment on a pull request, in GitHub's Markdown.
  ///
  /// It begins with a tag by which a tool finds its own comment, and stays below 60,000 bytes:
  /// rows that do not fit are counted, and what is left out is named at the end.
  ///
  /// - Parameter onlyFlips: Whether nothing but winners is wanted.
  /// - Returns: Lines with a line feed each; one line if nothing changed.
  package func markdown(onlyFlips: Bool = false) -> String {
    let tag = "<!-- breakeven:diff -->"
    if let line = nothing(onlyFlips) { return "\(tag) ✓ \(MarkdownText.inline(line))\n" }
    var text = "\(tag)\n**\(MarkdownText.inline(verdict))**"
    if let cause { text += " · \(MarkdownText.inline(cause))" }
    text += "\n"
    var cut: [String] = []
    for table in tables(onlyFlips: onlyFlips) {
      let (part, left) = table.markdown(within: Self.mostBytes - text.utf8.count)
      text += part
      guard left > 0 else { continue }
      let (count, title) = (NumberText.whole(left), Self.inSentence(table.title))
      cut.append(localized("\(count) of \(title)", context: "left out"))
    }
    text += "\n<sub>\(MarkdownText.inline(footer))</sub>\n"
    if !cut.isEmpty {
      let leftOut = localized("Too long for one comment; left out: \(UnitText.list(cut)).")
      text += "\n\(leftOut)\n"
    }
    return text
  }

  /// What tables may fill; the rest is for the sentences around them.
  private static let mostBytes = 58_000

  /// The verdict with what brought it about.
  private var headline: String { [verdict, cause].compactMap(\.self).joined(separator: " · ") }

  private var footer: String {
    let others = change.scenarios.reduce(0) { $0 + $1.otherCrossings }
    let further: String? =
      others == 0
      ? nil
      : localized(
        others, one: "1 crossing that decides nothing changes",
        other: "\(NumberText.whole(others)) crossings that decide nothing change")
    return [further, unchanged, days].compactMap(\.self).joined(separator: " · ")
  }

  /// What is said where there is nothing to list.
  private func nothing(_ onlyFlips: Bool) -> String? {
    if change.isEmpty { return localized("Nothing changes: \(unchanged), \(days).") }
    return onlyFlips && change.hasNoFlips ? localized("No winner flips, \(days).") : nil
  }

  /// How many rows there are besides those that are shown.
  fileprivate static func more(_ count: Int) -> String {
    localized("and \(NumberText.whole(count)) more", context: "rows")
  }
}

extension ChangeTable {
  /// The table, folded away unless it stands open, and how many rows did not fit.
  fileprivate func markdown(within bytes: Int) -> (text: String, left: Int) {
    let summary = "\(NumberText.whole(rows.count + others)) · \(MarkdownText.inline(title))"
    var text =
      isOpen
      ? "\n**\(MarkdownText.inline(title))**\n\n" : "\n<details><summary>\(summary)</summary>\n\n"
    text += Self.line(head) + Self.line(head.map { _ in "---" })
    let end = isOpen ? "" : "\n</details>\n"
    var shown = 0
    for row in rows {
      let line = Self.line(row.map(MarkdownText.inline))
      guard text.utf8.count + line.utf8.count + end.utf8.count + 80 < bytes else { break }
      text += line
      shown += 1
    }
    guard shown > 0 else { return ("", rows.count + others) }
    let rest = rows.count - shown + others
    if rest > 0 { text += "\n\(ChangeWords.more(rest))\n" }
    return (text + end, rows.count - shown)
  }

  private static func line(_ cells: [String]) -> String {
    "| \(cells.joined(separator: " | ")) |\n"
  }
}
