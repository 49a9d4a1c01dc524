import Content
import Pricing
import Wording

/// Two offers of two providers, and who of them costs less for which work.
struct PairPairing {
  /// Who costs less, or on what that depends, with a full stop.
  let sentence: String

  /// How all of the work ends; `nil` if not all ends alike.
  let outcome: HeadToHead.Outcome?

  /// The pairs of offers, in the order of the bills.
  static func all(_ bills: [PairBill], in context: SiteContext) -> [PairPairing] {
    var groups: [[PairBill]] = []
    for bill in bills {
      let known = groups.firstIndex {
        $0[0].first.base == bill.first.base && $0[0].second.base == bill.second.base
      }
      if let known { groups[known].append(bill) } else { groups.append([bill]) }
    }
    return groups.map { PairPairing($0, in: context) }
  }

  private init(_ bills: [PairBill], in context: SiteContext) {
    func name(_ side: PairBill.Side) -> String {
      (context.content.listedOffer(side.base)?.offer.name ?? side.name).spoken
    }
    let (first, second) = (name(bills[0].first), name(bills[0].second))
    let outcomes = Set(bills.map(\.outcome))
    let only = outcomes.count == 1 ? outcomes.first : nil
    outcome = only
    guard let only else {
      sentence = Self.mixed(bills, first, second)
      return
    }
    let work = bills.count == 1 ? "for \(Self.work(bills[0]))" : "in each row that has both"
    switch only {
    case .same: sentence = "\(first) and \(second) cost the same \(work)."
    case .open: sentence = "Either of \(first) and \(second) may cost less \(work)."
    case .first, .second:
      let (less, more) = only == .first ? (first, second) : (second, first)
      let factor = Self.factor(bills).map { "; \(more) costs \($0) times as much" } ?? ""
      let sides = only == .first ? (\PairBill.first, \PairBill.second) : (\.second, \.first)
      let days = Self.days(of: bills, sides.0, beside: sides.1)
      sentence = "\(less) costs less than \(more) \(work)\(days)\(factor)."
    }
  }

  /// The days of two prices, where who costs less has one of an earlier year; empty where it has not.
  private static func days(
    of bills: [PairBill], _ less: KeyPath<PairBill, PairBill.Side>,
    beside more: KeyPath<PairBill, PairBill.Side>
  ) -> String {
    func latest(_ side: KeyPath<PairBill, PairBill.Side>) -> EvidenceDay? {
      bills.flatMap { $0[keyPath: side].rates.map(\.day) }.max { $0.date < $1.date }
    }
    guard let own = latest(less), let other = latest(more), own.date.year < other.date.year else {
      return ""
    }
    return ", with a price \(TimeText.day(own)) against one \(TimeText.day(other))"
  }

  /// How many times as much the dearer one costs over all of the work; `nil` where it is not known.
  private static func factor(_ bills: [PairBill]) -> String? {
    let factors = bills.compactMap(\.factor)
    guard factors.count == bills.count, let low = factors.map(\.low).min(),
      let high = factors.map(\.high).max()
    else { return nil }
    return NumberText.multiple(Bounds(low, high))
  }

  /// Who costs less for which work, where that differs.
  private static func mixed(_ bills: [PairBill], _ first: String, _ second: String) -> String {
    let kinds: [(HeadToHead.Outcome, String)] = [
      (.first, "costs less than \(second) for"), (.second, "more for"),
      (.same, "as much for"), (.open, "less or more for"),
    ]
    let parts = kinds.compactMap { outcome, words -> String? in
      let work = bills.filter { $0.outcome == outcome }.map(work)
      return work.isEmpty ? nil : "\(words) \(UnitText.list(work))"
    }
    let text = parts.joined(separator: "; ")
    return text.hasPrefix("costs")
      ? "\(first) \(text)." : "\(first), beside \(second), costs \(text)."
  }

  private static func work(_ bill: PairBill) -> String { "“\(bill.workload)”" }

  /// What can be said of both providers, without a full stop.
  static func headline(_ names: PairNames, _ pairings: [PairPairing]) -> String {
    guard let first = pairings.first else {
      return "\(names.title): no workload that both can be priced for"
    }
    let isAlike = pairings.allSatisfy { $0.outcome == first.outcome }
    switch first.outcome {
    case .first? where isAlike:
      return
        "\(names.first)’s offers cost less than \(names.second)’s in every row here"
    case .second? where isAlike:
      return
        "\(names.second)’s offers cost less than \(names.first)’s in every row here"
    case .same? where isAlike: return "Both cost the same in every row here"
    case .open? where isAlike: return "Either may cost less in every row here"
    default: break
    }
    let onOffers = pairings.count > 1
    let onWork = pairings.contains { $0.outcome == nil }
    let why =
      onOffers && onWork
      ? "on the offers and on the work"
      : onOffers ? "on which of their offers do the work" : "on the work"
    return "Whether \(names.first) or \(names.second) costs less depends \(why)"
  }
}
