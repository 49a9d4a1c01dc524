import Messages
import Pricing
import Wording

/// The parts of a change as rows of texts, which formats put down each in its own way.
struct ChangeTable {
  /// What the rows are: `Winners that flip`.
  let title: String

  /// The heads of the columns.
  let head: [String]

  /// The rows, the most important first.
  let rows: [[String]]

  /// How many more there are than rows.
  let others: Int

  /// Whether it stands open, because it is what readers look for.
  let isOpen: Bool
}

extension ChangeWords {
  /// Every part that is not empty, the most important first.
  ///
  /// - Parameter onlyFlips: Whether nothing but winners is wanted.
  /// - Returns: The tables, each with a row at least.
  func tables(onlyFlips: Bool) -> [ChangeTable] {
    let all =
      onlyFlips
      ? [flips]
      : [
        flips, crossings, invoices, rates, factors, discounts, rules, announced, claims, scenarios,
      ]
    return all.filter { !$0.rows.isEmpty }
  }

  private var flips: ChangeTable {
    ChangeTable(
      title: localized("Winners that flip"),
      head: [
        localized("Scenario"), localized("Workload"), localized("Cheapest before"),
        localized("Now"),
      ],
      rows: change.scenarios.flatMap { scenario in
        scenario.flips.map { flip in
          [
            scenario.new.title, flip.new.name, Self.winner(flip.old, in: scenario.old),
            Self.winner(flip.new, in: scenario.new),
          ]
        }
      }, others: 0, isOpen: true)
  }

  private var crossings: ChangeTable {
    ChangeTable(
      title: localized("Crossings at which the cheapest changes"),
      head: [
        localized("Scenario"), localized("Offers"), localized("Before"), localized("Now"),
        localized("Change"),
      ],
      rows: change.scenarios.flatMap { scenario in
        scenario.crossings.map { moved in
          [
            scenario.new.title, Self.pair(moved, in: scenario),
            Self.place(moved.old, scenario.old.driver), Self.place(moved.new, scenario.new.driver),
            Self.move(moved),
          ]
        }
      }, others: 0, isOpen: true)
  }

  private var invoices: ChangeTable {
    let all = change.invoices
    return ChangeTable(
      title: localized("Invoices, the largest change first"),
      head: [
        localized("Scenario"), localized("Offer"), localized("Workload"), localized("Before"),
        localized("Now"), localized("Change"), "%",
      ],
      rows: all.prefix(Self.mostInvoices).map { scenario, invoice in
        let state = invoice.new == nil ? scenario.old : scenario.new
        let (old, new) = Self.totals(invoice)
        let workload = state.winners.first { $0.workload == invoice.any?.workload }?.name
        return [
          state.title, state.name(of: invoice.any?.offer ?? ""), workload ?? "", old, new,
          Self.difference(invoice), Self.share(invoice),
        ]
      }, others: max(0, all.count - Self.mostInvoices), isOpen: false)
  }

  private var rates: ChangeTable {
    ChangeTable(
      title: localized("Prices"),
      head: [
        localized("Offer"), localized("Unit"), localized("Before"), localized("Now"),
        localized("Day"), localized("Source"),
      ],
      rows: change.rates.map { rate in
        let any = rate.new ?? rate.old
        let words = any.map {
          [ConditionText.words($0.value.condition), UnitText.per($0.value.unit)]
        }
        return [
          any?.name ?? "", words?.filter { !$0.isEmpty }.joined(separator: ", ") ?? "",
          Self.price(rate.old),
          Self.price(rate.new), rate.new.map { TimeText.day($0.value.day) } ?? "",
          any?.value.citation.source ?? "",
        ]
      }, others: 0, isOpen: false)
  }

  private var factors: ChangeTable {
    ChangeTable(
      title: localized("Prices in proportion"),
      head: [
        localized("Offer"), localized("When"), localized("Of", context: "factor"),
        localized("Before"),
        localized("Now"), localized("Day"), localized("Source"),
      ],
      rows: change.factors.compactMap { factor in
        guard let any = factor.new ?? factor.old else { return nil }
        return [
          any.name, ConditionText.words(any.value), ConditionText.subject(any.value),
          Self.factor(factor.old), Self.factor(factor.new),
          factor.new?.value.from.map { TimeText.day(.began($0)) } ?? "", any.value.citation.source,
        ]
      }, others: 0, isOpen: false)
  }

  /// Discounts of one's own; offers for which the same changes in one row.
  private var discounts: ChangeTable {
    var groups: [(names: [String], rest: [String])] = []
    for discount in change.discounts {
      guard let any = discount.new ?? discount.old else { continue }
      let rest = [any.value.name, Self.share(discount.old), Self.share(discount.new)]
      if let known = groups.firstIndex(where: { $0.rest == rest }) {
        groups[known].names.append(any.name)
      } else {
        groups.append(([any.name], rest))
      }
    }
    return ChangeTable(
      title: localized("Discounts of our own"),
      head: [
        localized("Offers"), localized("Discount"), localized("Before"), localized("Now"),
      ],
      rows: groups.map { [Self.several($0.names)] + $0.rest }, others: 0, isOpen: false)
  }

  private static func share(_ discount: SiteState.InForce<Discount>?) -> String {
    discount.map { NumberText.percent($0.value.share, decimals: 6) }
      ?? localized("none", context: "discount")
  }

  private var rules: ChangeTable {
    // Offers of one provider often share their rules.
    var groups: [(names: [String], rest: [String])] = []
    for rules in change.rules {
      guard let any = rules.new ?? rules.old else { continue }
      let rest = [
        Self.differences(rules).joined(separator: "; "),
        UnitText.list(Self.sources(rules)),
      ]
      if let index = groups.firstIndex(where: { $0.rest == rest }) {
        groups[index].names.append(any.name)
      } else {
        groups.append(([any.name], rest))
      }
    }
    return ChangeTable(
      title: localized("Rules"),
      head: [localized("Offers"), localized("What changes"), localized("Source")],
      rows: groups.map { [Self.several($0.names)] + $0.rest }, others: 0, isOpen: false)
  }

  /// What holds from a later day on; offers of which the same is announced in one row.
  private var announced: ChangeTable {
    var groups: [(names: [String], rest: [String])] = []
    for changed in change.announced {
      guard let any = changed.new ?? changed.old else { continue }
      let status =
        changed.new == nil
        ? localized("withdrawn")
        : changed.old.map { localized("was to be \($0.now.text)") } ?? localized("new")
      let rest = [
        any.title, any.before.text, any.now.text, TimeText.date(any.subject.from), status,
        any.source,
      ]
      if let known = groups.firstIndex(where: { $0.rest == rest }) {
        groups[known].names.append(any.name)
      } else {
        groups.append(([any.name], rest))
      }
    }
    return ChangeTable(
      title: localized("Announced"),
      head: [
        localized("Offers"), localized("What", context: "announced"), localized("Until then"),
        localized("From then on", context: "announced"), localized("From", context: "day"),
        localized("Announcement"), localized("Source"),
      ],
      rows: groups.map { [Self.several($0.names)] + $0.rest }, others: 0, isOpen: true)
  }

  /// Who states the rules that differ, each once.
  private static func sources(_ rules: SiteChange.Changed<ScalingRules>) -> [String] {
    guard let new = rules.new?.value else { return [] }
    var sources: [String] = []
    for (rule, _, _) in RuleKey.differences(rules.old?.value.policy ?? ScalingPolicy(), new.policy)
    {
      guard let source = new.citation(of: rule.subject)?.source, !sources.contains(source) else {
        continue
      }
      sources.append(source)
    }
    return sources
  }

  /// The first of several names: `A and 3 more`.
  private static func several(_ names: [String]) -> String {
    guard let first = names.first, names.count > 2 else { return UnitText.list(names) }
    return localized("\(first) and \(names.count - 1) more")
  }

  private var claims: ChangeTable {
    ChangeTable(
      title: localized("Claims"),
      head: [localized("Claim"), localized("Published"), localized("Before"), localized("Now")],
      rows: change.claims.map { claim in
        [
          claim.new.claim.says, ClaimText.published(claim.new),
          Self.verdict(claim.old), Self.verdict(claim.new),
        ]
      }, others: 0, isOpen: false)
  }

  private var scenarios: ChangeTable {
    ChangeTable(
      title: localized("Scenarios"), head: [localized("Scenario"), localized("Change")],
      rows: change.added.map { [$0.title, localized("new")] }
        + change.removed.map { [$0.title, localized("gone")] },
      others: 0, isOpen: false)
  }
}
