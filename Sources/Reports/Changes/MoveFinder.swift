import Changes
import Content
import Pricing

/// Finds what the dated changes of its offers moved in a scenario, or will.
///
/// The scenario is read and priced once more for each stretch of days with other prices; one
/// whose offers never changed is not.
struct MoveFinder {
  private let view: ScenarioView
  private let read: (CalendarDate) -> PricedDocument?

  /// The days on which something changes of an offer of the scenario.
  private var days: Set<CalendarDate> = []

  /// Those after the day of its own on which the scenario is priced.
  private var laterDays: Set<CalendarDate> = []

  /// Every day from which on anything of an offer may be another one, by the id of the offer.
  private var starts: [String: Set<CalendarDate>] = [:]

  /// All of these days.
  private var allStarts: Set<CalendarDate> = []

  /// What the scenario comes to, by how many of ``allStarts`` have passed.
  private var states: [Int: ScenarioState?] = [:]

  /// Looks through the offers of a scenario.
  ///
  /// - Parameters:
  ///   - view: The scenario as it is on the day of the site.
  ///   - read: Reads and prices it with the prices of another day.
  init(_ view: ScenarioView, read: @escaping (CalendarDate) -> PricedDocument?) {
    (self.view, self.read) = (view, read)
    let (content, changes) = (view.context.content, view.context.changes.days)
    guard !changes.isEmpty else { return }
    // A scenario of a day of its own knows no later one.
    let last = view.scenario.date
    for row in view.document.rows {
      guard let own = changes[row.base] else { continue }
      days.formUnion(own.filter { day in last.map { day <= $0 } ?? true })
      laterDays.formUnion(own.filter { day in last.map { day > $0 } ?? false })
    }
    guard !days.isEmpty || !laterDays.isEmpty else { return }
    for listed in view.document.rows.compactMap({ content.listedOffer($0.base) }) {
      starts[listed.offer.id] = Set(
        listed.history.rates.map(\.value.day.date)
          + listed.history.rules.compactMap(\.value.day?.date)
          + listed.offer.adjustments.compactMap(\.from))
    }
    allStarts = starts.values.reduce(into: []) { $0.formUnion($1) }
    states[passed(by: last ?? content.settings.day)] = ScenarioState(
      view.priced, title: view.document.title)
  }

  /// What each day moved, the earliest first.
  mutating func moves() -> [ScenarioMove] {
    var moves: [ScenarioMove] = []
    for day in days.sorted() {
      let offers = starts.filter { $0.value.contains(day) }.keys.sorted()
      guard let before = day.dayBefore, let old = state(on: before), let new = state(on: day) else {
        moves.append(ScenarioMove(unknownOn: day, by: offers))
        continue
      }
      if let move = ScenarioMove(ScenarioChange(old, new), on: day, by: offers) {
        moves.append(move)
      }
    }
    return moves
      + laterDays.sorted().map { day in
        ScenarioMove(
          keptOn: day, by: starts.filter { $0.value.contains(day) }.keys.sorted())
      }
  }

  private func passed(by day: CalendarDate) -> Int { allStarts.count { $0 <= day } }

  /// What the scenario comes to on a day; `nil` where that cannot be worked out, as for a price
  /// that was not yet to be chosen.
  private mutating func state(on day: CalendarDate) -> ScenarioState? {
    let stretch = passed(by: day)
    if let known = states[stretch] { return known }
    let state = read(day).map { ScenarioState($0.priced, title: $0.document.title) }
    states[stretch] = .some(state)
    return state
  }
}
