import Content
import Messages
import Pricing
import Wording

/// Makes the table of phases and providers, and the notes that its cells refer to.
struct RuleTableBuilder {
  let context: SiteContext

  private var notes = TableNotes(under: "billing-rules")

  init(context: SiteContext) { self.context = context }

  /// Makes the table.
  ///
  /// - Parameters:
  ///   - sources: The sources of the page of rules.
  ///   - files: The same rows as files.
  /// - Returns: The table with its notes.
  mutating func table(_ sources: inout PageSources, files: [PageLink]) -> RuleTable {
    var rows: [RuleRow] = []
    let sets = RuleSet.all(in: context.content)
    let keys = RuleKey.columns(of: sets.compactMap(\.rules.last?.policy))
    for set in sets {
      guard let rules = set.rules.last else { continue }
      let citations = sources.cite(rules.citation)
      let cells = keys.map { cell($0, rules, of: set, &sources) }
      rows.append(
        RuleRow(
          provider: set.card.name, link: set.link, offers: set.names, cells: cells,
          date: date(of: rules), day: rules.day, citations: citations))
    }
    return RuleTable(
      id: "billing-rules", caption: localized("What each provider’s meter runs for"),
      captionDetail: localized(
        "Rules as read by \(TimeText.date(context.content.settings.day)). “Not stated” is not “free”: an invoice prices both."
      ),
      columns: keys.map { RuleColumn(key: $0.key, text: $0.title) }, rows: rows,
      notes: notes.entries, files: files)
  }

  private func date(of rules: ScalingRules) -> String {
    rules.day.map(TimeText.day) ?? localized("not stated")
  }

  /// A rule with its own evidence has a note with the words and the source.
  private mutating func cell(
    _ key: RuleKey, _ rules: ScalingRules, of set: RuleSet, _ sources: inout PageSources
  ) -> RuleCell {
    var references: [NoteReference] = []
    if let evidence = rules.evidence[key.subject],
      let source = context.content.source(evidence.source)
    {
      _ = sources.cite(evidence)
      let words = evidence.quote.map { localized("“\($0)” ") } ?? ""
      references = [
        notes.reference(
          "\(words)\(source.publisher): \(source.title), \(TimeText.day(source.day)).",
          from: "\(set.card.name), \(key.title)")
      ]
    }
    return RuleCell(
      label: key.title, text: key.text(rules.policy), kind: key.kind(rules.policy),
      notes: references)
  }
}
