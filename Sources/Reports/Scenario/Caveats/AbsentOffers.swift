import Content
import Messages
import Pricing
import Wording

/// What a page says of offers of the site that give what the offers of a scenario give, stand not
/// among them, and cost less, or may: who is called the cheapest is so of those that are compared.
struct AbsentOffers {
  /// Who they are, in a sentence or two; `nil` if there are none.
  let sentence: String?

  /// The offers, for each of the scenario's groups.
  private let found: [[AbsentOffer]]

  /// Of more than these the first one alone has its amount.
  private static let most = 6

  /// More than these are counted.
  private static let mostNames = 20

  /// Looks for them: whatever a scenario asks, its table says which offer is lowest.
  ///
  /// - Parameters:
  ///   - view: The scenario.
  ///   - context: The site whose offers they are.
  init(_ view: ScenarioView, in context: SiteContext) {
    self.init(AbsentOffer.all(view, context) { _, _, _ in nil }, view)
  }

  private init(_ found: [[AbsentOffer]], _ view: ScenarioView) {
    self.found = found
    let absent = found.flatMap(\.self)
    let sentences = [
      Self.cheaper(absent.filter { $0.standing == .certain }, view),
      Self.cheaper(Self.best(absent.filter { $0.standing == .conditional }), view),
      Self.perhapsCheaper(Self.best(absent.filter { $0.standing == .possible }), view),
    ].compactMap(\.self)
    sentence = sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  /// Looks again after rate cards changed of which the scenario compares no offer, or published figures
  /// come out otherwise.
  ///
  /// Sentences can be the same of offers that are not, and another change show it later.
  ///
  /// - Parameters:
  ///   - view: The same scenario.
  ///   - context: The site as it is now.
  ///   - providers: Whose rate cards changed; offers of others are as they were.
  /// - Returns: What is found now; `nil` if that are the same offers, with the same invoices.
  func updated(
    _ view: ScenarioView, in context: SiteContext, changed providers: Set<String>
  ) -> AbsentOffers? {
    let now = AbsentOffer.all(view, context) { offer, group, isInDoubt in
      guard !providers.contains(offer.provider) else { return nil }
      let known = found[group].first { $0.offer.id == offer.id }
      return known.map { $0.isInDoubt == isInDoubt } ?? true ? .some(known) : nil
    }
    return now == found ? nil : AbsentOffers(now, view)
  }

  /// `Not among these offers, though it would cost less: …`, with the conditions that all of them have;
  /// `nil` of none.
  private static func cheaper(_ absent: [AbsentOffer], _ view: ScenarioView) -> String? {
    guard absent.count > 0 else { return nil }
    let absent = absent.inOrder
    let shared = sharedConditions(absent)
    let texts = absent.prefix(most).map { text($0, besides: shared, view) }
    let isFew = absent.count <= most
    let start = isFew ? wouldCostLess(absent.count, view) : manyWouldCostLess(absent.count, view)
    let rest =
      isFew
      ? texts.joined(separator: "; ")
      : "\(texts[0]); \(names(absent.dropFirst(), besides: shared))"
    return "\(start)\(suffix(shared)): \(rest)."
  }

  /// That some cost less; also than whom, where not all of a scenario can take each other's place.
  private static func wouldCostLess(_ count: Int, _ view: ScenarioView) -> String {
    view.groupNames.isEmpty
      ? localized(
        count, one: "Not among these offers, though it would cost less",
        other: "Not among these offers, though each would cost less")
      : localized(
        count,
        one: "Not among these offers, though it would cost less than what can take their place",
        other: "Not among these offers, though each would cost less than what can take their place")
  }

  /// The same of more than can be listed.
  private static func manyWouldCostLess(_ count: Int, _ view: ScenarioView) -> String {
    localized(
      view.groupNames.isEmpty
        ? "Not among these offers are \(count) that would cost less"
        : "Not among these offers are \(count) that would cost less than what can take their place")
  }

  /// That some may cost less; also than whom, where not all can take each other's place.
  private static func mayCostLess(_ count: Int, _ view: ScenarioView) -> String {
    view.groupNames.isEmpty
      ? localized(
        count, one: "Not among these offers, though it may cost less",
        other: "Not among these offers, though each may cost less")
      : localized(
        count,
        one: "Not among these offers, though it may cost less than what can take their place",
        other: "Not among these offers, though each may cost less than what can take their place")
  }

  /// `, if as fast and if it starts seldom`; nothing of no condition.
  private static func suffix(_ conditions: [String]) -> String {
    conditions.isEmpty ? "" : ", \(all(conditions))"
  }

  /// Conditions of which each has to hold.
  private static func all(_ conditions: [String]) -> String {
    conditions.dropFirst().reduce(conditions.first ?? "") { localized("\($0) and \($1)") }
  }

  /// What has to be so for each of some offers.
  private static func sharedConditions(_ absent: [AbsentOffer]) -> [String] {
    guard absent.count > 1, absent[0].standing != .certain else { return [] }
    return conditions(absent[0]).filter { condition in
      absent.allSatisfy { conditions($0).contains(condition) }
    }
  }

  /// `Not among these offers, though each may cost less: A, from $25 for “10M tokens”; B, from $50.`, and
  /// how many more; `nil` of none.
  private static func perhapsCheaper(_ absent: [AbsentOffer], _ view: ScenarioView) -> String? {
    guard !absent.isEmpty else { return nil }
    let absent = absent.inOrder
    let shared = sharedConditions(absent)
    var column: Int?
    var texts = absent.prefix(most).map { one -> String in
      let workload = one.column == column ? nil : work(one, view)
      column = one.column
      let name = one.offer.name.spoken
      let low = AmountText.inSentence(one.invoice.low, decimals: view.decimals[one.column])
      let own = conditions(one).filter { !shared.contains($0) }.map { ", \($0)" }
      let start =
        workload.map { localized("\(name), from \(low) for “\($0)”") }
        ?? localized("\(name), from \(low)")
      return start + own.joined()
    }
    let more = absent.count - most
    if more > 0 {
      texts.append(
        more == 1
          ? localized("and \(more) more", context: "one offer") : localized("and \(more) more"))
    }
    return "\(mayCostLess(absent.count, view))\(suffix(shared)): \(texts.joined(separator: "; "))."
  }

  /// Of each seller and machine or model the one that may cost least: what costs less for some values
  /// alone, or under conditions, is said once, not once for each way to bill it.
  private static func best(_ absent: [AbsentOffer]) -> [AbsentOffer] {
    struct Key: Hashable {
      let provider: String
      let kind: OfferGroup.Kind?
    }
    var places: [Key: Int] = [:]
    var best: [AbsentOffer] = []
    for one in absent {
      let goods = Grouping(by: .model).kind(of: one.offer)
      let key = Key(provider: one.offer.provider, kind: goods)
      if let place = places[key] {
        if one.invoice.low < best[place].invoice.low { best[place] = one }
      } else {
        places[key] = best.count
        best.append(one)
      }
    }
    return best
  }

  /// `A, B and C`, or the first of many and how many more.
  private static func names(
    _ absent: ArraySlice<AbsentOffer>, besides shared: [String]
  ) -> String {
    let names = absent.map { one in
      let own =
        one.standing == .certain
        ? [one.oldDay.map(ifItHolds)].compactMap(\.self)
        : conditions(one).filter { !shared.contains($0) }
      return one.offer.name.spoken + (own.isEmpty ? "" : " (\(all(own)))")
    }
    let more = names.count - mostNames
    guard more > 0 else { return UnitText.list(names) }
    let others = localized(more, one: "\(more) more", other: "\(more) more")
    return UnitText.list(names.prefix(mostNames) + [others])
  }

  /// `if its price published May 2025 still holds`.
  private static func ifItHolds(_ day: EvidenceDay) -> String {
    localized("if its price \(TimeText.day(day)) still holds")
  }

  /// `Modal H100 at $790 for “100M tokens”, if as fast (published 28 May 2026)`; of an old price
  /// `RunPod H100 at $1,433 for “720 h”, if its price published May 2025 still holds`.
  private static func text(
    _ absent: AbsentOffer, besides shared: [String], _ view: ScenarioView
  ) -> String {
    let days =
      absent.oldDay == nil
      ? TimeText.days(ScenarioView.days(of: absent.offer.rates(on: view.scenario.date)))
        .map { " (\($0))" } ?? "" : ""
    let amount = view.amount(absent.invoice, absent.column)
    let own = conditions(absent).filter { !shared.contains($0) }
    let name = absent.offer.name.spoken
    let start =
      work(absent, view).map { localized("\(name) at \(amount) for “\($0)”") }
      ?? localized("\(name) at \(amount)", context: "amount")
    return further("\(start)\(suffix(own))\(days)", absent, view)
  }

  /// What is said of an offer, and the other workloads: `…, and costs less for “10M tokens” too and may for
  /// “1B tokens”`.
  private static func further(
    _ text: String, _ absent: AbsentOffer, _ view: ScenarioView
  ) -> String {
    let (others, perhaps) = (view.quoted(absent.others), view.quoted(absent.perhaps))
    return switch (absent.others.isEmpty, absent.perhaps.isEmpty) {
    case (true, true): text
    case (false, true): localized("\(text), and costs less for \(others) too")
    case (true, false): localized("\(text), and may cost less for \(perhaps)")
    case (false, false):
      localized("\(text), and costs less for \(others) too and may for \(perhaps)")
    }
  }

  /// For which workload, where there are others.
  private static func work(_ absent: AbsentOffer, _ view: ScenarioView) -> String? {
    let workloads = view.scenario.workloads
    return workloads.count > 1 ? workloads[absent.column].name : nil
  }

  /// What has to be so, the speed first.
  private static func conditions(_ absent: AbsentOffer) -> [String] {
    let isSeldom = absent.standing == .possible && absent.invoice.notes.contains(.startsNotStated)
    return [
      absent.isIfAsFast ? localized("if as fast") : nil,
      isSeldom ? localized("if it starts seldom") : nil,
      absent.isIfInOneRun ? localized("if all of the work comes in one run") : nil,
      absent.isInDoubt ? localized("if its price, which is in doubt, holds") : nil,
      absent.oldDay.map(ifItHolds),
    ].compactMap(\.self)
  }
}

extension [AbsentOffer] {
  /// By workload, the least amount first; of equal ones in the order of the rate cards.
  fileprivate var inOrder: [AbsentOffer] {
    enumerated().sorted {
      ($0.element.column, $0.element.invoice.low, $0.offset)
        < ($1.element.column, $1.element.invoice.low, $1.offset)
    }
    .map(\.element)
  }
}
