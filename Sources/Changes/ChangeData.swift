package import Diagnostics
import Pricing
import Wording

extension ChangeWords {
  /// The change for programs: for each kind of thing what was added, removed and changed, where a
  /// change has the keys of the thing and for each field that differs its old and its new value.
  ///
  /// - Parameter onlyFlips: Whether nothing but winners is wanted.
  /// - Returns: One object.
  package func json(onlyFlips: Bool = false) -> JSONValue {
    let head: [(String, JSONValue)] = [
      ("verdict", .string(verdict)), ("old", .string("\(change.oldDay)")),
      ("new", .string("\(change.newDay)")), ("winners", winners),
    ]
    guard !onlyFlips else { return .object(head) }
    return .object(
      head + [
        ("crossings", crossings), ("invoices", invoices), ("rates", rates),
        ("factors", factors), ("discounts", discounts), ("rules", rules),
        ("announced", announced),
        ("claims", claims), ("scenarios", scenarios),
        (
          "unchanged",
          .object([
            ("scenarios", .number(change.unchanged.scenarios)),
            ("invoices", .number(change.unchanged.invoices)),
            ("rates", .number(change.unchanged.rates)),
            ("claims", .number(change.unchanged.claims)),
          ])
        ),
      ])
  }

  /// One kind of thing; members of added and removed ones hold what they are.
  private struct Kind {
    var added: [JSONValue] = []
    var removed: [JSONValue] = []
    var changed: [JSONValue] = []

    mutating func add(
      _ key: [(String, JSONValue)], old: [(String, JSONValue)]?, new: [(String, JSONValue)]?
    ) {
      guard let old else { return added.append(.object(key + (new ?? []))) }
      guard let new else { return removed.append(.object(key + old)) }
      let fields = zip(old, new).filter { $0.1.text != $1.1.text }
        .map { ($0.0, JSONValue.array([$0.1, $1.1])) }
      changed.append(.object(key + [("changes", .object(fields))]))
    }

    var json: JSONValue {
      .object([
        ("changed", .array(changed)), ("added", .array(added)), ("removed", .array(removed)),
      ])
    }
  }

  private var winners: JSONValue {
    func fields(_ winner: ScenarioState.Winner) -> [(String, JSONValue)] {
      [("cheapest", .strings(winner.cheapest)), ("candidates", .strings(winner.candidates))]
    }
    var kind = Kind()
    for scenario in change.scenarios {
      for flip in scenario.flips {
        kind.add(
          [("scenario", .string(scenario.new.id)), ("workload", .string(flip.new.workload))],
          old: fields(flip.old), new: fields(flip.new))
      }
    }
    return kind.json
  }

  private var crossings: JSONValue {
    func fields(_ meeting: ScenarioState.Meeting) -> [(String, JSONValue)] {
      [("at", .string("\(meeting.first)")), ("certain_at", .string("\(meeting.last)"))]
    }
    var kind = Kind()
    for scenario in change.scenarios {
      let driver = scenario.new.driver ?? scenario.old.driver
      for moved in scenario.crossings {
        kind.add(
          [
            ("scenario", .string(scenario.new.id)),
            ("driver", driver.map { .string($0.rawValue) } ?? .null),
            ("between", .strings([moved.pair.before, moved.pair.after])),
          ], old: moved.old.map(fields), new: moved.new.map(fields))
      }
    }
    return kind.json
  }

  private var invoices: JSONValue {
    func fields(_ total: ScenarioState.Total) -> [(String, JSONValue)] {
      [
        ("low_usd", .string(total.low.dollarText)),
        ("high_usd", total.high.map { .string($0.dollarText) } ?? .null),
      ]
    }
    var kind = Kind()
    for (scenario, invoice) in change.invoices {
      kind.add(
        [
          ("scenario", .string(scenario.new.id)), ("offer", .string(invoice.any?.offer ?? "")),
          ("workload", .string(invoice.any?.workload ?? "")),
        ], old: invoice.old.map(fields), new: invoice.new.map(fields))
    }
    return kind.json
  }

  private var rates: JSONValue {
    func fields(_ rate: SiteState.InForce<Rate>) -> [(String, JSONValue)] {
      [
        ("low_usd", rate.value.price.map { .string($0.low.dollarText) } ?? .null),
        ("high_usd", rate.value.price.map { .string($0.high.dollarText) } ?? .null),
        ("from", rate.value.day.began.map { .string("\($0)") } ?? .null),
        ("source", .string(rate.value.citation.source)),
      ]
        + (TermText.words(rate.value).isEmpty
          ? [] : [("term", .string(TermText.words(rate.value)))])
    }
    var kind = Kind()
    for rate in change.rates {
      guard let any = rate.new ?? rate.old else { continue }
      kind.add(
        [("offer", .string(any.offer)), ("unit", .string(any.value.unit.rawValue))]
          + Self.when(ConditionText.words(any.value.condition)),
        old: rate.old.map(fields), new: rate.new.map(fields))
    }
    return kind.json
  }

  /// Under which condition a price holds; nothing for the base.
  private static func when(_ words: String) -> [(String, JSONValue)] {
    words.isEmpty ? [] : [("when", .string(words))]
  }

  private var factors: JSONValue {
    func fields(_ factor: SiteState.InForce<Adjustment>) -> [(String, JSONValue)] {
      let value = factor.value
      return [
        ("factor_low", value.factor.map { .string($0.low.exactText()) } ?? .null),
        ("factor_high", value.factor.map { .string($0.high.exactText()) } ?? .null),
        ("from", value.from.map { .string("\($0)") } ?? .null),
        ("source", .string(value.citation.source)),
      ]
    }
    var kind = Kind()
    for factor in change.factors {
      guard let any = factor.new ?? factor.old else { continue }
      kind.add(
        [("offer", .string(any.offer))] + Self.when(ConditionText.words(any.value))
          + [("on", .string(ConditionText.subject(any.value)))],
        old: factor.old.map(fields), new: factor.new.map(fields))
    }
    return kind.json
  }

  private var discounts: JSONValue {
    func fields(_ discount: SiteState.InForce<Discount>) -> [(String, JSONValue)] {
      [("share", .string(discount.value.share.exactText()))]
    }
    var kind = Kind()
    for discount in change.discounts {
      guard let any = discount.new ?? discount.old else { continue }
      kind.add(
        [("offer", .string(any.offer)), ("name", .string(any.value.name))],
        old: discount.old.map(fields), new: discount.new.map(fields))
    }
    return kind.json
  }

  private var rules: JSONValue {
    func fields(_ rules: SiteState.InForce<ScalingRules>) -> [(String, JSONValue)] {
      RuleKey.every.map { ($0.key, .string($0.text(rules.value.policy))) }
    }
    var kind = Kind()
    for rules in change.rules {
      guard let any = rules.new ?? rules.old else { continue }
      kind.add(
        [("offer", .string(any.offer))], old: rules.old.map(fields), new: rules.new.map(fields))
    }
    return kind.json
  }

  private var announced: JSONValue {
    func fields(_ change: AnnouncedChange) -> [(String, JSONValue)] {
      func members(_ name: String, _ value: AnnouncedChange.Value) -> [(String, JSONValue)] {
        [
          (name, .string(value.text)),
          ("\(name)_low", value.ends.map { .string($0.low) } ?? .null),
          ("\(name)_high", value.ends.map { .string($0.high) } ?? .null),
        ]
      }
      return members("before", change.before) + members("now", change.now)
        + [("source", .string(change.source))]
    }
    var kind = Kind()
    for changed in change.announced {
      guard let any = changed.new ?? changed.old else { continue }
      let subject = any.subject
      kind.add(
        [
          ("kind", .string(subject.kind)), ("offer", .string(subject.offer)),
          ("of", .string(subject.of)),
        ] + Self.when(subject.when) + [("from", .string("\(subject.from)"))],
        old: changed.old.map(fields), new: changed.new.map(fields))
    }
    return kind.json
  }

  private var claims: JSONValue {
    func fields(_ claim: AuditedClaim) -> [(String, JSONValue)] {
      [
        ("verdict", .string(VerdictKind(claim.verdict).rawValue)),
        ("computed_low", claim.computed.map { Self.fraction($0.low) } ?? .null),
        ("computed_high", claim.computed.map { Self.fraction($0.high) } ?? .null),
      ]
    }
    var kind = Kind()
    for claim in change.claims {
      kind.add(
        [("claim", .string(claim.new.claim.id))], old: fields(claim.old), new: fields(claim.new))
    }
    return kind.json
  }

  /// A fraction with all its digits: `12`, `40/3`.
  private static func fraction(_ number: Ratio) -> JSONValue {
    .string(number.isWhole ? "\(number.numerator)" : "\(number.numerator)/\(number.denominator)")
  }

  private var scenarios: JSONValue {
    var kind = Kind()
    for scenario in change.added {
      kind.add([("scenario", .string(scenario.id))], old: nil, new: [])
    }
    for scenario in change.removed {
      kind.add([("scenario", .string(scenario.id))], old: [], new: nil)
    }
    return kind.json
  }
}
