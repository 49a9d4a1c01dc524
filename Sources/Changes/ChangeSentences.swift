import Messages
import Pricing
import Wording

extension ChangeWords {
  /// What changed in one sentence: flips and crossings first.
  package var verdict: String {
    guard !change.isEmpty else { return localized("Nothing changes") }
    return ([winners] + crossings + others + announcements).joined(separator: ", ")
      .capitalisedSentence
  }

  /// How often another offer is the cheapest.
  private var winners: String {
    if change.isSameNow { return localized("nothing changes yet") }
    let flips = change.scenarios.reduce(0) { $0 + $1.flips.count }
    return Self.counted(flips) {
      localized(flips, one: "\($0) winner flips", other: "\($0) winners flip")
    } ?? localized("no winner flips")
  }

  /// How many crossings moved, are new or are gone.
  private var crossings: [String] {
    let all = change.scenarios.flatMap(\.crossings)
    let moved = all.count { $0.old != nil && $0.new != nil }
    let (new, gone) = (all.count { $0.old == nil }, all.count { $0.new == nil })
    return [
      Self.counted(moved) {
        localized(moved, one: "\($0) crossing moves", other: "\($0) crossings move")
      },
      Self.counted(new) {
        localized(new, one: "\($0) crossing is new", other: "\($0) crossings are new")
      },
      Self.counted(gone) {
        localized(gone, one: "\($0) crossing is gone", other: "\($0) crossings are gone")
      },
    ].compactMap(\.self)
  }

  /// How many other things changed.
  private var others: [String] {
    let (invoices, claims) = (change.invoices.count, change.claims.count)
    let (discounts, rules) = (change.discounts.count, change.rules.count)
    let (added, removed) = (change.added.count, change.removed.count)
    return [
      Self.counted(invoices) {
        localized(invoices, one: "\($0) invoice changes", other: "\($0) invoices change")
      },
      Self.counted(claims) {
        localized(
          claims, one: "\($0) verdict on a claim changes", other: "\($0) verdicts on claims change")
      },
      Self.counted(discounts) {
        localized(
          discounts, one: "\($0) discount is another one", other: "\($0) discounts are other ones")
      },
      Self.counted(rules) {
        localized(rules, one: "\($0) offer has other rules", other: "\($0) offers have other rules")
      },
      Self.counted(added) {
        localized(added, one: "\($0) scenario is new", other: "\($0) scenarios are new")
      },
      Self.counted(removed) {
        localized(removed, one: "\($0) scenario is gone", other: "\($0) scenarios are gone")
      },
    ].compactMap(\.self)
  }

  /// How many changes are announced, and what became of those that were.
  private var announcements: [String] {
    let all = change.announced
    let moved = all.count { $0.old != nil && $0.new != nil }
    let (new, gone) = (all.count { $0.old == nil }, all.count { $0.new == nil })
    return [
      Self.counted(new) {
        localized(new, one: "\($0) change is announced", other: "\($0) changes are announced")
      },
      Self.counted(moved) {
        localized(
          moved, one: "\($0) announced change is another one",
          other: "\($0) announced changes are other ones")
      },
      Self.counted(gone) {
        localized(
          gone, one: "\($0) announced change is withdrawn",
          other: "\($0) announced changes are withdrawn")
      },
    ].compactMap(\.self)
  }

  /// What is said of so many; `nil` where there are none.
  private static func counted(_ count: Int, _ text: (String) -> String) -> String? {
    count > 0 ? text(NumberText.whole(count)) : nil
  }

  /// What brought it about: the one price that changed, or how many did; `nil` for none.
  package var cause: String? {
    let count = change.rates.count + change.factors.count
    guard count < 2 else { return localized("\(NumberText.whole(count)) prices change") }
    return change.rates.first.map(sentence) ?? change.factors.first.map(sentence)
      ?? announcement
  }

  /// The only change that is announced; `nil` where there are others.
  private var announcement: String? {
    guard change.announced.count == 1, let new = change.announced[0].new else { return nil }
    let isPlain = new.subject.kind == "price" && new.subject.when.isEmpty
    return Self.since(
      new.subject.from,
      "\(new.name): \(new.before.text) → \(new.now.text)\(isPlain ? "" : ",") \(new.title)")
  }

  /// What did not change, in numbers.
  package var unchanged: String {
    let same = change.unchanged
    let (scenarios, invoices) = (NumberText.whole(same.scenarios), NumberText.whole(same.invoices))
    let (rates, claims) = (NumberText.whole(same.rates), NumberText.whole(same.claims))
    let list = UnitText.list([
      localized(same.scenarios, one: "\(scenarios) scenario", other: "\(scenarios) scenarios"),
      localized(same.invoices, one: "\(invoices) invoice", other: "\(invoices) invoices"),
      localized(same.rates, one: "\(rates) price", other: "\(rates) prices"),
      localized(same.claims, one: "\(claims) claim", other: "\(claims) claims"),
    ])
    return localized("\(list) unchanged")
  }

  /// The days of both sides: `as of 1 December 2026`.
  package var days: String {
    let (old, new) = (TimeText.date(change.oldDay), TimeText.date(change.newDay))
    return old == new
      ? localized("as of \(new)", context: "days")
      : localized("from \(old) to \(new)", context: "days")
  }
}
