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

  // MARK: Sentences

  /// What changed in one sentence: flips and crossings first.
  package var verdict: String {
    guard !change.isEmpty else { return "Nothing changes" }
    let flips = change.scenarios.reduce(0) { $0 + $1.flips.count }
    var parts = [flips == 0 ? "no winner flips" : counted(flips, "winner flips", "winners flip")]
    let moves = change.scenarios.flatMap(\.crossings)
    for (count, one, several) in [
      (moves.count { $0.old != nil && $0.new != nil }, "crossing moves", "crossings move"),
      (moves.count { $0.old == nil }, "crossing is new", "crossings are new"),
      (moves.count { $0.new == nil }, "crossing is gone", "crossings are gone"),
      (change.invoices.count, "invoice changes", "invoices change"),
      (change.claims.count, "verdict on a claim changes", "verdicts on claims change"),
      (change.rules.count, "offer has other rules", "offers have other rules"),
      (change.added.count, "scenario is new", "scenarios are new"),
      (change.removed.count, "scenario is gone", "scenarios are gone"),
    ] where count > 0 {
      parts.append(counted(count, one, several))
    }
    return parts.joined(separator: ", ").capitalisedSentence
  }

  /// What brought it about: the one price that changed, or how many did; `nil` for none.
  package var cause: String? {
    guard let rate = change.rates.first else { return nil }
    return change.rates.count == 1
      ? sentence(rate) : "\(change.rates.count) prices change"
  }

  /// What did not change, in numbers.
  package var unchanged: String {
    let counts = change.unchanged
    return UnitText.list([
      counted(counts.scenarios, "scenario", "scenarios"),
      counted(counts.invoices, "invoice", "invoices"),
      counted(counts.rates, "price", "prices"), counted(counts.claims, "claim", "claims"),
    ]) + " unchanged"
  }

  /// The days of both sides: `as of 1 December 2026`.
  package var days: String {
    let (old, new) = (TimeText.date(change.oldDay), TimeText.date(change.newDay))
    return old == new ? "as of \(new)" : "from \(old) to \(new)"
  }

  private func counted(_ count: Int, _ one: String, _ several: String) -> String {
    "\(NumberText.whole(count)) \(count == 1 ? one : several)"
  }

  // MARK: Winners and crossings

  /// Who is cheapest: `A`, `A and B alike`, `A or B`, or that nobody can be priced.
  static func winner(_ winner: ScenarioState.Winner, in scenario: ScenarioState) -> String {
    let names = winner.cheapest.map(scenario.name)
    if names.count > 1 { return "\(UnitText.list(names)) alike" }
    if let name = names.first { return name }
    let open = winner.candidates.map(scenario.name)
    return open.isEmpty ? "none" : UnitText.list(open, conjunction: "or")
  }

  /// The pair that meets: `A, then B`.
  static func pair(_ moved: ScenarioChange.MovedCrossing, in scenario: ScenarioChange) -> String {
    func name(_ offer: String) -> String {
      (moved.new == nil ? scenario.old : scenario.new).name(of: offer)
    }
    return "\(name(moved.pair.before)), then \(name(moved.pair.after))"
  }

  /// Where a crossing is: `240,000,000 to 360,000,000 tokens a month`; `none` where there is none.
  static func place(_ meeting: ScenarioState.Meeting?, _ driver: Driver?) -> String {
    guard let meeting, let driver else { return "none" }
    let last = DriverText.inSentence(meeting.last, driver)
    return meeting.first == meeting.last
      ? last : "\(DriverText.exact(meeting.first, driver)) to \(last)"
  }

  /// By how much a crossing moved: `−50 %`, `new` or `gone`.
  static func move(_ moved: ScenarioChange.MovedCrossing) -> String {
    guard let old = moved.old else { return "new" }
    guard let new = moved.new else { return "gone" }
    let shares = [(old.first, new.first), (old.last, new.last)].compactMap { before, now in
      try? Ratio(Int128(now - before), over: Int128(before))
    }
    return shares.isEmpty ? "moved" : range(shares.map(share))
  }

  // MARK: Amounts

  /// A total before and now, with as many digits as tell them apart.
  static func totals(_ invoice: ScenarioChange.ChangedInvoice) -> (old: String, new: String) {
    func ends(_ total: ScenarioState.Total?) -> [Money] {
      total.map { [$0.low, $0.high].compactMap(\.self) } ?? []
    }
    let decimals = AmountText.comparedDecimals(for: ends(invoice.old) + ends(invoice.new))
    func text(_ total: ScenarioState.Total?) -> String {
      total.map { AmountText.range($0.low, $0.high, decimals: decimals) } ?? "none"
    }
    return (text(invoice.old), text(invoice.new))
  }

  /// How much more a total is: `−$312.40`; `new` or `gone` where there is nothing to compare.
  static func difference(_ invoice: ScenarioChange.ChangedInvoice) -> String {
    guard let difference = invoice.difference else { return invoice.old == nil ? "new" : "gone" }
    return range([difference.low, difference.high].map(amount))
  }

  /// The same in proportion: `−20 %`; empty where there is none.
  static func share(_ invoice: ScenarioChange.ChangedInvoice) -> String {
    invoice.share.map { range([$0.low, $0.high].map(share)) } ?? ""
  }

  private static func range(_ texts: [String]) -> String {
    guard let first = texts.first, let last = texts.last, first != last else {
      return texts.first ?? ""
    }
    return "\(first) to \(last)"
  }

  private static func amount(_ money: Money) -> String {
    let size = AmountText.alone(Money(picodollars: abs(money.picodollars)))
    return sign(money.picodollars) + size
  }

  private static func share(_ share: Ratio) -> String {
    let size = share < .zero ? (try? .zero - share) ?? share : share
    let decimals = (try? size * 1_000 < 1) ?? false ? 4 : 1
    return sign(share.numerator) + NumberText.percent(size, decimals: decimals)
  }

  private static func sign(_ number: Int128) -> String {
    number < 0 ? "−" : number > 0 ? "+" : ""
  }

  // MARK: Prices, rules and claims

  /// A price that changed: `Modal H100: $3.95 → $3.49 per GPU-hour from 1 December 2026`.
  package func sentence(_ rate: SiteChange.Changed<Rate>) -> String {
    let any = rate.new ?? rate.old
    return "\(any?.name ?? ""): \(Self.price(rate.old)) → \(Self.price(rate.new)) "
      + "\(any.map { UnitText.per($0.value.unit) } ?? "")\(Self.since(rate))"
  }

  /// Every digit of a price, `not stated`, or `none` where there is none.
  static func price(_ rate: SiteState.InForce<Rate>?) -> String {
    guard let rate else { return "none" }
    return rate.value.price.map { AmountText.exactRange($0.low, $0.high) } ?? "not stated"
  }

  private static func since(_ rate: SiteChange.Changed<Rate>) -> String {
    guard let day = rate.new?.value.day.began else { return "" }
    return " from \(TimeText.date(day))"
  }

  /// What rules say differently: `Idle timeout: 60 s → none`.
  static func differences(_ rules: SiteChange.Changed<ScalingRules>) -> [String] {
    guard let old = rules.old?.value.policy, let new = rules.new?.value.policy else {
      return [rules.old == nil ? "rules are stated now" : "rules are no longer stated"]
    }
    let lines = RuleKey.differences(old, new).map { "\($0.rule.title): \($0.old) → \($0.new)" }
    return lines.isEmpty ? ["rules differ in less than their words show"] : lines
  }

  /// What became of a claim: `off, computed $12`.
  static func verdict(_ audited: AuditedClaim) -> String {
    let kind = VerdictKind(audited.verdict)
    guard kind == .off || kind == .inconsistent, let computed = audited.computed else {
      return kind.title.lowercased()
    }
    let value = ClaimText.computed(
      computed, open: audited.open, beside: audited.claim.published)
    return "\(kind.title.lowercased()), computed \(value)"
  }
}
