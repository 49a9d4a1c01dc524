import Content
import Messages
import Pricing
import Templates
import Wording

/// Puts changes together by days, with what each day moved: for the page of all of them, and for that
/// of one provider.
struct ChangeDayBuilder {
  let context: SiteContext

  /// What the changes moved, scenario by scenario.
  let moves: [ScenarioOutcome.Placed<ScenarioOutcome.Moved>]

  /// Puts the changes together.
  ///
  /// - Parameters:
  ///   - provider: Whose changes are wanted; `nil` for those of all.
  ///   - sources: The sources of the page.
  /// - Returns: The days, those that are announced first, then the latest; last what bears no day.
  func days(of provider: String? = nil, _ sources: inout PageSources) -> [ChangeDay] {
    func wanted(_ changes: [DatedChange]) -> [DatedChange] {
      provider.map { id in changes.filter { $0.provider == id } } ?? changes
    }
    let dated = wanted(context.changes.dated)
    var days: [ChangeDay] = []
    var rest = dated[...]
    while let first = rest.first {
      let own = rest.prefix { $0.day == first.day }
      rest = rest.dropFirst(own.count)
      days.append(day(first.day.date, Array(own), &sources))
    }
    let undated = wanted(context.changes.undated)
    return undated.isEmpty ? days : days + [undatedOnes(undated, &sources)]
  }

  private func day(
    _ date: CalendarDate, _ changes: [DatedChange], _ sources: inout PageSources
  ) -> ChangeDay {
    let isAnnounced = changes[0].isAnnounced
    let recorded = Set(changes.map(\.recorded))
    let day = TimeText.date(date)
    let moved = moved(on: date, by: Set(changes.flatMap(\.offers).map(\.id)))
    return ChangeDay(
      id: Anchor.day(date), date: day,
      badge: isAnnounced ? localized("announced, prices nothing yet") : nil,
      // With the day, because a page has several of these tables.
      caption: localized(isAnnounced ? "What will change on \(day)" : "What changed on \(day)"),
      captionDetail: recorded.count == 1
        ? recorded.first.map { localized("Recorded \(TimeText.date($0)).") } : nil,
      rows: changes.map { change in
        let written = TimeText.date(change.recorded)
        let note = recorded.count == 1 ? nil : localized("recorded \(written)")
        return row(change, note: note, &sources)
      },
      movedCaption: localized(
        isAnnounced
          ? "What will move with the prices of \(day)" : "What moved with the prices of \(day)"),
      moved: moved.compactMap(Self.entry), others: Self.others(moved, isAnnounced))
  }

  private func undatedOnes(
    _ changes: [DatedChange], _ sources: inout PageSources
  ) -> ChangeDay {
    ChangeDay(
      id: Anchor.undatedChanges, date: localized("Day not stated"), badge: nil,
      caption: localized("What changed on a day that no source tells"), captionDetail: nil,
      rows: changes.map { row($0, note: TimeText.day($0.day), &sources) },
      movedCaption: "", moved: [], others: nil)
  }

  private func row(
    _ change: DatedChange, note: String?, _ sources: inout PageSources
  ) -> ChangeRow {
    let source = sources.cite(change.citation).first
    return ChangeRow(
      id: change.id, offer: change.names,
      link: .offer(change.offers[0].id, of: change.provider), title: change.title,
      before: change.before, now: change.now, unit: change.unit, difference: change.difference,
      note: note, sourceTitle: source?.title, sourceLink: source?.link,
      quote: change.citation?.quote)
  }

  // MARK: What moved

  private typealias Move = (scenario: ScenarioOutcome.Moved, move: ScenarioMove)

  /// What moved on a day because of some offers.
  private func moved(on date: CalendarDate, by offers: Set<String>) -> [Move] {
    let day = "\(date)"
    return moves.flatMap { scenario in
      scenario.value.moves.filter { $0.day == day && !offers.isDisjoint(with: $0.offers) }
        .map { (scenario.value, $0) }
    }
  }

  private static func entry(_ moved: Move) -> MovedScenario? {
    let rows =
      moved.move.winners.map { winner in
        MovedRow(
          title: localized("Cheapest: \(winner.name)"), before: winner.before.text,
          now: winner.now.text, move: nil)
      }
      + moved.move.crossings.map { crossing in
        MovedRow(
          title: crossing.pair, before: crossing.before?.text ?? localized("no crossing"),
          now: crossing.now?.text ?? localized("no crossing"),
          move: crossing.before == nil || crossing.now == nil ? nil : crossing.move)
      }
    guard !rows.isEmpty else { return nil }
    return MovedScenario(
      title: moved.scenario.title, link: .file(SitePaths.scenario(moved.scenario.id)), rows: rows)
  }

  /// What is said of scenarios with neither another winner nor a crossing elsewhere.
  private static func others(_ moved: [Move], _ isAnnounced: Bool) -> String? {
    let kept = moved.filter(\.move.keepsItsDay)
    let moved = moved.filter { !$0.move.keepsItsDay }
    let known = moved.map(\.move).filter(\.isKnown)
    let still = known.filter { $0.winners.isEmpty && $0.crossings.isEmpty }
    let changed = changedInvoices(still.reduce(0) { $0 + $1.invoices }, isAnnounced)
    var sentences: [String] = []
    if still.count == known.count {
      let nothing = nothingMoved(isAnnounced, hasOthers: !kept.isEmpty)
      sentences.append([nothing, changed].compactMap(\.self).joined(separator: "; ") + ".")
    } else if let changed {
      let count = NumberText.whole(still.count)
      sentences.append(
        localized(
          still.count,
          one: "In \(count) more scenario \(changed), but no winner and no break-even.",
          other: "In \(count) more scenarios \(changed), but no winner and no break-even."))
    }
    let unknown = moved.count - known.count
    if unknown > 0 {
      let count = NumberText.whole(unknown)
      sentences.append(
        localized(
          unknown, one: "\(count) scenario cannot be priced with what held before.",
          other: "\(count) scenarios cannot be priced with what held before."))
    }
    if !kept.isEmpty {
      let names = UnitText.list(kept.map { localized("“\($0.scenario.title)”") })
      sentences.append(
        localized(
          kept.count, one: "\(names) keeps the prices of its own day.",
          other: "\(names) keep those of their own days."))
    }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  /// That neither a winner nor a break-even is another one, without a full stop.
  private static func nothingMoved(_ isAnnounced: Bool, hasOthers: Bool) -> String {
    if hasOthers {
      return localized(
        isAnnounced
          ? "That will move no winner and no break-even of any other scenario"
          : "That moved no winner and no break-even of any other scenario")
    }
    return localized(
      isAnnounced
        ? "That will move no winner and no break-even of any scenario"
        : "That moved no winner and no break-even of any scenario")
  }

  /// How many invoices are other ones; `nil` of none.
  private static func changedInvoices(_ invoices: Int, _ isAnnounced: Bool) -> String? {
    guard invoices > 0 else { return nil }
    let count = NumberText.whole(invoices)
    return isAnnounced
      ? localized(
        invoices, one: "\(count) invoice will change", other: "\(count) invoices will change")
      : localized(invoices, one: "\(count) invoice changed", other: "\(count) invoices changed")
  }
}
