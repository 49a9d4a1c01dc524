import Messages
package import Pricing
import Wording

/// A change of a site in the reader's words, whatever format they are put into.
package struct ChangeWords: Sendable {
  /// What changed.
  package let change: SiteChange

  /// How many totals are listed; of the others only the number.
  static let mostInvoices = 20

  /// Takes what changed.
  package init(_ change: SiteChange) { self.change = change }

  // MARK: Winners and crossings

  /// Who is cheapest: `A`, `A and B alike`, `A or B`, or that nobody can be priced.
  package static func winner(_ winner: ScenarioState.Winner, in scenario: ScenarioState) -> String {
    let names = winner.cheapest.map(scenario.name)
    if names.count > 1 { return localized("\(UnitText.list(names)) alike") }
    if let name = names.first { return name }
    let open = winner.candidates.map(scenario.name)
    return open.isEmpty
      ? localized("none", context: "offer") : UnitText.list(open, conjunction: "or")
  }

  /// The pair that meets: `A, then B`.
  package static func pair(_ moved: ScenarioChange.MovedCrossing, in scenario: ScenarioChange)
    -> String
  {
    func name(_ offer: String) -> String {
      (moved.new == nil ? scenario.old : scenario.new).name(of: offer)
    }
    return localized("\(name(moved.pair.before)), then \(name(moved.pair.after))")
  }

  /// Where a crossing is: `240,000,000 to 360,000,000 tokens a month`; `none` where there is none.
  package static func place(_ meeting: ScenarioState.Meeting?, _ driver: Driver?) -> String {
    guard let meeting, let driver else { return localized("none", context: "crossing") }
    let last = DriverText.inSentence(meeting.last, driver)
    return meeting.first == meeting.last
      ? last : localized("\(DriverText.exact(meeting.first, driver)) to \(last)")
  }

  /// By how much a crossing moved: `−50 %`, `new` or `gone`.
  package static func move(_ moved: ScenarioChange.MovedCrossing) -> String {
    guard let old = moved.old else { return localized("new") }
    guard let new = moved.new else { return localized("gone") }
    let shares = [(old.first, new.first), (old.last, new.last)].compactMap { before, now in
      try? Ratio(Int128(now - before), over: Int128(before))
    }
    return shares.isEmpty ? localized("moved") : range(shares.map(share))
  }

  // MARK: Amounts

  /// A total before and now, with as many digits as tell them apart.
  static func totals(_ invoice: ScenarioChange.ChangedInvoice) -> (old: String, new: String) {
    func ends(_ total: ScenarioState.Total?) -> [Money] {
      total.map { [$0.low, $0.high].compactMap(\.self) } ?? []
    }
    let decimals = AmountText.comparedDecimals(for: ends(invoice.old) + ends(invoice.new))
    func text(_ total: ScenarioState.Total?) -> String {
      total.map { AmountText.range($0.low, $0.high, decimals: decimals) }
        ?? localized("none", context: "amount")
    }
    return (text(invoice.old), text(invoice.new))
  }

  /// How much more a total is: `−$312.40`; `new` or `gone` where there is nothing to compare.
  static func difference(_ invoice: ScenarioChange.ChangedInvoice) -> String {
    guard let difference = invoice.difference else {
      return localized(invoice.old == nil ? "new" : "gone")
    }
    return self.difference(difference)
  }

  /// The same in proportion: `−20 %`; empty where there is none.
  static func share(_ invoice: ScenarioChange.ChangedInvoice) -> String {
    invoice.share.map(share) ?? ""
  }

  /// How much more something costs, at each end of its range: `−$2`, `−$2 to −$1.50`.
  package static func difference(_ difference: Ends<Money>) -> String {
    range([difference.low, difference.high].map(amount))
  }

  /// The same in proportion to what it was: `−20 %`.
  package static func share(_ share: Ends<Ratio>) -> String {
    range([share.low, share.high].map(self.share))
  }

  private static func range(_ texts: [String]) -> String {
    guard let first = texts.first, let last = texts.last, first != last else {
      return texts.first ?? ""
    }
    return localized("\(first) to \(last)")
  }

  private static func amount(_ money: Money) -> String {
    let size = AmountText.alone(Money(picodollars: abs(money.picodollars)))
    return sign(money.picodollars) + size
  }

  private static func share(_ share: Ratio) -> String {
    let size = share < .zero ? (try? .zero - share) ?? share : share
    // As many as show that anything changed: a tenth of a per cent mostly does.
    let decimals =
      [1, 4, 7].first { decimals in
        ((try? size * Ratio(Self.tens(decimals + 2))) ?? size) >= 1
      } ?? 10
    return sign(share.numerator) + NumberText.percent(size, decimals: decimals)
  }

  private static func tens(_ count: Int) -> Int128 {
    (0..<count).reduce(1) { power, _ in power * 10 }
  }

  private static func sign(_ number: Int128) -> String {
    number < 0 ? "−" : number > 0 ? "+" : ""
  }

  // MARK: Prices, rules and claims

  /// A price that changed: `Modal H100, batch: $3.95 → $3.49 per GPU-hour from 1 December 2026`.
  package func sentence(_ rate: SiteChange.Changed<Rate>) -> String {
    let any = rate.new ?? rate.old
    let unit = any.map { UnitText.per($0.value.unit) } ?? ""
    return Self.since(
      rate.new?.value.day.began,
      "\(Self.name(any, any.map { ConditionText.words($0.value.condition) })): "
        + "\(Self.price(rate.old)) → \(Self.price(rate.new)) \(unit)")
  }

  /// A price in proportion that changed: `Modal H100, batch: × 0.5 → × 0.6 on all prices`.
  func sentence(_ factor: SiteChange.Changed<Adjustment>) -> String {
    let any = factor.new ?? factor.old
    let subject = any.map { ConditionText.subject($0.value) } ?? ""
    return Self.since(
      factor.new?.value.from,
      "\(Self.name(any, any.map { ConditionText.words($0.value) })): "
        + "\(Self.factor(factor.old)) → \(Self.factor(factor.new)) \(Self.on(subject))")
  }

  /// Whose something is, and under which condition it holds.
  private static func name<Value>(
    _ any: SiteState.InForce<Value>?, _ condition: String?
  ) -> String {
    [any?.name, condition].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// A factor, or that the base price holds where there is none.
  static func factor(_ factor: SiteState.InForce<Adjustment>?) -> String {
    factor.map { ConditionText.factor($0.value) } ?? localized("base price")
  }

  /// Every digit of a price, `not stated`, or `none` where there is none.
  static func price(_ rate: SiteState.InForce<Rate>?) -> String {
    guard let rate else { return localized("none", context: "price") }
    let price =
      rate.value.price.map { AmountText.exactRange($0.low, $0.high) }
      ?? localized("not stated")
    let term = TermText.words(rate.value)
    return term.isEmpty ? price : "\(price) \(term)"
  }

  /// What a factor is on: `on all tokens`.
  package static func on(_ subject: String) -> String {
    localized("on \(subject)", context: "factor")
  }

  /// What holds, and from which day on, where that is known.
  package static func since(_ day: CalendarDate?, _ text: String) -> String {
    day.map { localized("\(text) from \(TimeText.date($0))", context: "day") } ?? text
  }

  /// A title within a sentence: in small letters, but in languages whose nouns may have capitals.
  package static func inSentence(_ title: String) -> String {
    Language.isEnglish ? title.lowercased() : title
  }

  /// What rules say differently: `Idle timeout: 60 s → none`.
  static func differences(_ rules: SiteChange.Changed<ScalingRules>) -> [String] {
    guard let old = rules.old?.value.policy, let new = rules.new?.value.policy else {
      return [
        localized(rules.old == nil ? "rules are stated now" : "rules are no longer stated")
      ]
    }
    let lines = RuleKey.differences(old, new).map { "\($0.rule.title): \($0.old) → \($0.new)" }
    return lines.isEmpty ? [localized("rules differ in less than their words show")] : lines
  }

  /// What became of a claim: `off, computed $12`.
  static func verdict(_ audited: AuditedClaim) -> String {
    let kind = VerdictKind(audited.verdict)
    let word = kind == .consistent ? localized("consistent") : kind.predicate
    guard kind == .off || kind == .inconsistent, let computed = audited.computed else {
      return word
    }
    let value = ClaimText.computed(
      computed, open: audited.open, beside: audited.claim.published)
    return localized("\(word), computed \(value)")
  }
}
