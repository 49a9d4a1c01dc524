import Changes
import Pricing
import Publishing

/// What the changes of one day move in a scenario, in words and ids: all that is kept of two states
/// of it until the next build.
struct ScenarioMove: Hashable, Sendable {
  /// The day, `YYYY-MM-DD`.
  let day: String

  /// The ids of the offers of the scenario of which anything is another one from then on, as their
  /// rate cards have them.
  let offers: [String]

  /// Whether the scenario can be priced with what held before and with what holds from then on; where
  /// it cannot, nothing more is known.
  let isKnown: Bool

  /// Whether the scenario is priced on an earlier day of its own, and so nothing moves in it.
  let keepsItsDay: Bool

  /// How many totals are other ones.
  let invoices: Int

  /// Workloads with another winner.
  let winners: [Winner]

  /// Places at which the cheapest offer changes, and that are not where they were.
  let crossings: [Crossing]

  /// Who was cheapest for a workload, and who is.
  struct Winner: Hashable, Sendable {
    let workload: String
    let name: String
    let before: Standing
    let now: Standing
  }

  /// Who is cheapest, in words and by ids.
  struct Standing: Hashable, Sendable {
    let text: String
    let cheapest: [String]
    let candidates: [String]
  }

  /// Where two offers changed places, and where they do now.
  struct Crossing: Hashable, Sendable {
    let driver: String
    let between: [String]
    let pair: String
    let before: Place?
    let now: Place?

    /// How far it moved: `−50 %`, `new` or `gone`.
    let move: String
  }

  /// A place along the driver, in words and as decimals.
  struct Place: Hashable, Sendable {
    let text: String
    let at: String
    let certainAt: String
  }
}

extension ScenarioMove {
  /// Compares a scenario before a day and on it; `nil` where nothing of it is another.
  init?(_ change: ScenarioChange, on day: CalendarDate, by offers: [String]) {
    guard !change.isEmpty else { return nil }
    (self.day, self.offers, isKnown, keepsItsDay) = ("\(day)", offers, true, false)
    invoices = change.invoices.count
    winners = change.flips.map { flip in
      Winner(
        workload: flip.new.workload, name: flip.new.name,
        before: Standing(flip.old, in: change.old), now: Standing(flip.new, in: change.new))
    }
    crossings = change.crossings.compactMap { moved in
      guard let driver = change.new.driver ?? change.old.driver else { return nil }
      return Crossing(
        driver: driver.rawValue, between: [moved.pair.before, moved.pair.after],
        pair: ChangeWords.pair(moved, in: change), before: moved.old.map { Place($0, driver) },
        now: moved.new.map { Place($0, driver) }, move: ChangeWords.move(moved))
    }
  }

  /// That what a day moved cannot be worked out.
  init(unknownOn day: CalendarDate, by offers: [String]) {
    (self.day, self.offers, isKnown, keepsItsDay) = ("\(day)", offers, false, false)
    (invoices, winners, crossings) = (0, [], [])
  }

  /// That a day moves nothing, because the scenario is priced on an earlier one.
  init(keptOn day: CalendarDate, by offers: [String]) {
    (self.day, self.offers, isKnown, keepsItsDay) = ("\(day)", offers, true, true)
    (invoices, winners, crossings) = (0, [], [])
  }

  // MARK: Bytes

  init(from reader: inout ByteReader) {
    day = reader.text()
    offers = reader.list { $0.text() }
    isKnown = reader.choice()
    keepsItsDay = reader.choice()
    invoices = reader.integer()
    winners = reader.list { reader in
      Winner(
        workload: reader.text(), name: reader.text(), before: Standing(from: &reader),
        now: Standing(from: &reader))
    }
    crossings = reader.list { reader in
      Crossing(
        driver: reader.text(), between: reader.list { $0.text() }, pair: reader.text(),
        before: Place.optional(from: &reader), now: Place.optional(from: &reader),
        move: reader.text())
    }
  }

  func write(to writer: inout ByteWriter) {
    writer.add(day)
    writer.add(texts: offers)
    writer.add(isKnown)
    writer.add(keepsItsDay)
    writer.add(invoices)
    writer.add(winners.count)
    for winner in winners {
      writer.add(winner.workload)
      writer.add(winner.name)
      winner.before.write(to: &writer)
      winner.now.write(to: &writer)
    }
    writer.add(crossings.count)
    for crossing in crossings {
      writer.add(crossing.driver)
      writer.add(texts: crossing.between)
      writer.add(crossing.pair)
      Place.write(crossing.before, to: &writer)
      Place.write(crossing.now, to: &writer)
      writer.add(crossing.move)
    }
  }
}

extension ScenarioMove.Standing {
  fileprivate init(_ winner: ScenarioState.Winner, in scenario: ScenarioState) {
    text = ChangeWords.winner(winner, in: scenario)
    (cheapest, candidates) = (winner.cheapest, winner.candidates)
  }

  fileprivate init(from reader: inout ByteReader) {
    text = reader.text()
    cheapest = reader.list { $0.text() }
    candidates = reader.list { $0.text() }
  }

  fileprivate func write(to writer: inout ByteWriter) {
    writer.add(text)
    writer.add(texts: cheapest)
    writer.add(texts: candidates)
  }
}

extension ScenarioMove.Place {
  fileprivate init(_ meeting: ScenarioState.Meeting, _ driver: Driver) {
    let scale = DriverScale(driver)
    text = ChangeWords.place(meeting, driver)
    (at, certainAt) = (scale.place(meeting.first), scale.place(meeting.last))
  }

  fileprivate static func optional(from reader: inout ByteReader) -> Self? {
    guard reader.choice() else { return nil }
    return Self(text: reader.text(), at: reader.text(), certainAt: reader.text())
  }

  fileprivate static func write(_ place: Self?, to writer: inout ByteWriter) {
    writer.add(place != nil)
    guard let place else { return }
    for text in [place.text, place.at, place.certainAt] { writer.add(text) }
  }
}

extension ByteWriter {
  fileprivate mutating func add(texts: [String]) {
    add(texts.count)
    for text in texts { add(text) }
  }
}
