import Content
import Messages
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
    let work = localized(
      bills.count == 1 ? "for \(Self.work(bills[0]))" : "in each row that has both")
    switch only {
    case .same: sentence = localized("\(first) and \(second) cost the same \(work).")
    case .open: sentence = localized("Either of \(first) and \(second) may cost less \(work).")
    case .first, .second:
      let (less, more) = only == .first ? (first, second) : (second, first)
      let factor =
        Self.factor(bills).map { localized("; \(more) costs \($0) times as much") } ?? ""
      let sides = only == .first ? (\PairBill.first, \PairBill.second) : (\.second, \.first)
      let days = Self.days(of: bills, sides.0, beside: sides.1)
      sentence = "\(localized("\(less) costs less than \(more) \(work)"))\(days)\(factor)."
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
    return localized(", with a price \(TimeText.day(own)) against one \(TimeText.day(other))")
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
    func works(_ outcome: HeadToHead.Outcome) -> String? {
      let works = bills.filter { $0.outcome == outcome }.map(work)
      return works.isEmpty ? nil : UnitText.list(works)
    }
    let others = [
      works(.second).map { localized("more for \($0)") },
      works(.same).map { localized("as much for \($0)") },
      works(.open).map { localized("less or more for \($0)") },
    ].compactMap(\.self)
    guard let less = works(.first) else {
      return localized("\(first), beside \(second), costs \(others.joined(separator: "; ")).")
    }
    let clauses = [localized("\(first) costs less than \(second) for \(less)")] + others
    return "\(clauses.joined(separator: "; "))."
  }

  private static func work(_ bill: PairBill) -> String { localized("“\(bill.workload)”") }

  /// What can be said of both providers, without a full stop.
  static func headline(_ names: PairNames, _ pairings: [PairPairing]) -> String {
    guard let first = pairings.first else {
      return localized("\(names.title): no workload that both can be priced for")
    }
    let isAlike = pairings.allSatisfy { $0.outcome == first.outcome }
    switch first.outcome {
    case .first? where isAlike: return isCheaper(names.first, than: names.second)
    case .second? where isAlike: return isCheaper(names.second, than: names.first)
    case .same? where isAlike: return localized("Both cost the same in every row here")
    case .open? where isAlike: return localized("Either may cost less in every row here")
    default: return depends(names, pairings)
    }
  }

  private static func isCheaper(_ less: String, than more: String) -> String {
    localized("\(less)’s offers cost less than \(more)’s in every row here")
  }

  /// On what it depends who costs less.
  private static func depends(_ names: PairNames, _ pairings: [PairPairing]) -> String {
    let (one, other) = (names.first, names.second)
    let isOnWork = pairings.contains { $0.outcome == nil }
    guard pairings.count > 1 else {
      return localized("Whether \(one) or \(other) costs less depends on the work")
    }
    return localized(
      isOnWork
        ? "Whether \(one) or \(other) costs less depends on the offers and on the work"
        : "Whether \(one) or \(other) costs less depends on which of their offers do the work")
  }
}
