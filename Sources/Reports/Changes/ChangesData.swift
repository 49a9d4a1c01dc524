import Diagnostics
import Pricing
import Wording

/// `data/changes.json`: what changed, and what that moved, for programs.
///
/// Prices are decimal strings; `null` stands for what nobody states.
struct ChangesData {
  let changes: DatedChanges
  let moves: [ScenarioOutcome.Moved]

  /// Both lists as one object: changes in the order of the page, moves in that of the site.
  var json: JSONValue {
    .object([
      ("changes", .array((changes.dated + changes.undated).map(change))),
      (
        "moves",
        .array(
          moves.flatMap { scenario in
            scenario.moves.filter { !$0.keepsItsDay }.map { move($0, of: scenario) }
          })
      ),
    ])
  }

  private func change(_ change: DatedChange) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("id", .string(change.id)), ("provider", .string(change.provider)),
      ("offers", .strings(change.offers.map(\.id))), change.day.member,
      ("recorded", .string("\(change.recorded)")), ("announced", .boolean(change.isAnnounced)),
    ]
    switch change.subject {
    case .price(let old, let new): members += price(old, new)
    case .rule(let rule, let old, let new):
      members += [
        ("kind", .string("rule")), ("rule", .string(rule.key)), ("before", .string(old)),
        ("now", .string(new)),
      ]
    case .factor(let factor):
      members += [
        ("kind", .string("factor")), ("when", .string(ConditionText.words(factor))),
        ("on", .string(ConditionText.subject(factor))),
        ("factor_low", factor.factor.map { .string($0.low.exactText()) } ?? .null),
        ("factor_high", factor.factor.map { .string($0.high.exactText()) } ?? .null),
      ]
    }
    if let citation = change.citation {
      members.append(("source", .string(citation.source)))
      if let quote = citation.quote { members.append(("quote", .string(quote))) }
    }
    return .object(members)
  }

  private func price(_ old: Rate?, _ new: Rate) -> [(String, JSONValue)] {
    func ends(_ rate: Rate?, _ name: String) -> [(String, JSONValue)] {
      [
        ("\(name)_low_usd", rate?.price.map { .string($0.low.dollarText) } ?? .null),
        ("\(name)_high_usd", rate?.price.map { .string($0.high.dollarText) } ?? .null),
      ]
    }
    let when = ConditionText.words(new.condition)
    return [("kind", .string("price")), ("unit", .string(new.unit.rawValue))]
      + (when.isEmpty ? [] : [("when", .string(when))]) + ends(old, "before") + ends(new, "now")
  }

  private func move(_ move: ScenarioMove, of scenario: ScenarioOutcome.Moved) -> JSONValue {
    .object([
      ("from", .string(move.day)), ("scenario", .string(scenario.id)),
      ("offers", .strings(move.offers)), ("known", .boolean(move.isKnown)),
      ("invoices", .number(move.invoices)),
      ("winners", .array(move.winners.map(winner))),
      ("crossings", .array(move.crossings.map(crossing))),
    ])
  }

  private func winner(_ winner: ScenarioMove.Winner) -> JSONValue {
    func standing(_ standing: ScenarioMove.Standing) -> JSONValue {
      .object([
        ("cheapest", .strings(standing.cheapest)), ("candidates", .strings(standing.candidates)),
      ])
    }
    return .object([
      ("workload", .string(winner.workload)), ("name", .string(winner.name)),
      ("before", standing(winner.before)), ("now", standing(winner.now)),
    ])
  }

  private func crossing(_ crossing: ScenarioMove.Crossing) -> JSONValue {
    func place(_ place: ScenarioMove.Place?) -> JSONValue {
      place.map {
        .object([("at", .string($0.at)), ("certain_at", .string($0.certainAt))])
      } ?? .null
    }
    return .object([
      ("driver", .string(crossing.driver)), ("between", .strings(crossing.between)),
      ("before", place(crossing.before)), ("now", place(crossing.now)),
    ])
  }
}
