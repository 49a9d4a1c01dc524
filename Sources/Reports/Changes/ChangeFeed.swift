import Content
import Messages
import Pricing
import Wording

/// `feed.xml`: the changes as an Atom feed (RFC 4287), an entry each.
///
/// The id of an entry is the address of the change on the page of changes, so that it has one for as
/// long as the site has its own.
///
/// An entry is of the day on which it was written down, and is updated on the day from which on it
/// holds: never on a day to come, which readers would put in front for ever or leave out. Where no
/// author says when a change that holds was written down, it is of its own day: that on which its
/// source was read is another one whenever somebody looks there again, and that is no news.
struct ChangeFeed {
  private let context: SiteContext
  private let base: String
  private let moves: [ScenarioOutcome.Moved]

  /// Takes what changed.
  ///
  /// - Parameters:
  ///   - context: The site.
  ///   - base: Where it is published, without a slash at its end.
  ///   - moves: What the changes moved.
  init(_ context: SiteContext, at base: String, _ moves: [ScenarioOutcome.Moved]) {
    (self.context, self.base, self.moves) = (context, base, moves)
  }

  /// The file, the latest change first.
  var bytes: [UInt8] {
    let settings = context.content.settings
    let changes = context.changes.dated
    let updated = changes.map(Self.updated).max() ?? min(settings.updated, settings.day)
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(Self.escaped(settings.language))">
        <id>\(Self.escaped("\(base)/\(SitePaths.feed)"))</id>
        <title>\(Self.escaped(localized("\(settings.title): changes")))</title>
        <subtitle>\(Self.escaped(ChangesReports.description))</subtitle>
        <link rel="self" type="application/atom+xml" href="\(Self.escaped("\(base)/\(SitePaths.feed)"))"/>
        <link rel="alternate" type="text/html" href="\(Self.escaped(address()))"/>
        <updated>\(Self.time(updated))</updated>
        <author><name>\(Self.escaped(settings.title))</name></author>
        <rights>\(Self.escaped("\(settings.licence)."))</rights>

      """
    for change in changes { text += entry(change) }
    text += "</feed>\n"
    return Array(text.utf8)
  }

  /// The day on which what an entry says was last another: never one to come.
  private static func updated(_ change: DatedChange) -> CalendarDate {
    if change.isAnnounced { return change.recorded }
    return change.isRecordStated ? max(change.recorded, change.day.date) : change.day.date
  }

  /// The day on which it was written down, as far as that is known.
  private static func published(_ change: DatedChange) -> CalendarDate {
    min(change.recorded, updated(change))
  }

  private func entry(_ change: DatedChange) -> String {
    let address = Self.escaped(address(change.id))
    let sentence = change.sentence
    let title = change.isAnnounced ? localized("Announced: \(sentence)") : sentence
    return """
        <entry>
          <id>\(address)</id>
          <title>\(Self.escaped(title))</title>
          <link rel="alternate" type="text/html" href="\(address)"/>
          <published>\(Self.time(Self.published(change)))</published>
          <updated>\(Self.time(Self.updated(change)))</updated>
          <category term="\(change.isAnnounced ? "announced" : "in-force")"/>
          <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">\(content(change))</div></content>
        </entry>

      """
  }

  // MARK: What an entry says

  private func content(_ change: DatedChange) -> String {
    let first = TimeText.date(change.day.date)
    let facts = [
      "\(change.names), \(change.title.uncapitalised): \(change.before) → \(change.now)",
      change.unit.map { " \($0)" }, change.difference.map { " (\($0))" },
    ]
    let fact = facts.compactMap(\.self).joined()
    let sentence = localized(
      change.isAnnounced
        ? "\(fact), announced: it holds from \(first) on and prices nothing yet."
        : "\(fact), since \(first).")
    return "<p>\(Self.escaped(sentence))</p>\(source(change))\(moved(by: change))"
  }

  private func source(_ change: DatedChange) -> String {
    guard let citation = change.citation, let source = context.content.source(citation.source)
    else { return "" }
    let name = Self.escaped("\(source.publisher): \(source.title)")
    let link = source.url.map { "<a href=\"\(Self.escaped($0))\">\(name)</a>" } ?? name
    let quote = citation.quote.map { " <q>\(Self.escaped($0))</q>" } ?? ""
    let named = localized("Source: \(link).")
    return "<p>\(named)\(quote)</p>"
  }

  /// What moved in scenarios on that day, as far as they have an offer of the change.
  private func moved(by change: DatedChange) -> String {
    let (day, own) = ("\(change.day.date)", Set(change.offers.map(\.id)))
    var items: [String] = []
    var (isShared, isKept, unknown) = (false, false, 0)
    for scenario in moves {
      for move in scenario.moves where move.day == day && !own.isDisjoint(with: move.offers) {
        isKept = isKept || move.keepsItsDay
        unknown += move.isKnown ? 0 : 1
        let lines = Self.lines(move)
        guard !lines.isEmpty else { continue }
        isShared = isShared || !own.isSuperset(of: move.offers)
        let page = Self.escaped("\(base)/\(SitePaths.address(of: SitePaths.scenario(scenario.id)))")
        items.append(
          "<li><a href=\"\(page)\">\(Self.escaped(scenario.title))</a>: "
            + "\(Self.escaped(lines.joined(separator: "; "))).</li>")
      }
    }
    guard !items.isEmpty else {
      let nothing = Self.nothingMoved(
        change.isAnnounced, isUnknown: unknown > 0, isKept: isKept)
      return "<p>\(nothing)</p>"
    }
    return "<p>\(Self.head(change.isAnnounced, isShared))</p><ul>\(items.joined())</ul>"
  }

  private static func head(_ isAnnounced: Bool, _ isShared: Bool) -> String {
    if isShared {
      return localized(
        isAnnounced
          ? "What that will move, with other changes of that day:"
          : "What that moved, with other changes of that day:")
    }
    return localized(isAnnounced ? "What that will move:" : "What that moved:")
  }

  private static func nothingMoved(
    _ isAnnounced: Bool, isUnknown: Bool, isKept: Bool
  ) -> String {
    if isUnknown {
      return localized(
        isAnnounced
          ? "That will move no winner and no break-even of a scenario that can be priced with what held before."
          : "That moved no winner and no break-even of a scenario that can be priced with what held before."
      )
    }
    if isKept {
      return localized(
        isAnnounced
          ? "That will move no winner and no break-even of any scenario but those that keep the prices of an earlier day."
          : "That moved no winner and no break-even of any scenario but those that keep the prices of an earlier day."
      )
    }
    return localized(
      isAnnounced
        ? "That will move no winner and no break-even of any scenario."
        : "That moved no winner and no break-even of any scenario.")
  }

  private static func lines(_ move: ScenarioMove) -> [String] {
    move.winners.map {
      localized("cheapest for \($0.name): \($0.before.text) → \($0.now.text)")
    }
      + move.crossings.map { crossing in
        let places = [crossing.before, crossing.now].map { $0?.text ?? localized("no crossing") }
        return "\(crossing.pair): \(places[0]) → \(places[1])"
      }
  }

  // MARK: XML

  private func address(_ anchor: String? = nil) -> String {
    let page = "\(base)/\(SitePaths.address(of: SitePaths.changes))"
    return anchor.map { "\(page)#\($0)" } ?? page
  }

  /// Midnight of a day in universal time: nobody knows a better one.
  private static func time(_ date: CalendarDate) -> String {
    "\(date)\(date.day == nil ? "-01" : "")T00:00:00Z"
  }

  private static func escaped(_ text: String) -> String { SearchFiles.escaped(text) }
}

extension String {
  /// The text with its first letter small, unless an abbreviation begins with it, or nouns of the
  /// language of the site may have capitals.
  fileprivate var uncapitalised: String {
    guard Language.isEnglish else { return self }
    return dropFirst().first.map { $0.isUppercase } == true
      ? self : prefix(1).lowercased() + dropFirst()
  }
}
