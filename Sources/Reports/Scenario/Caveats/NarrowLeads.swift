import Messages
import Pricing
import Wording

/// Winners that cost hardly less than the next offer, and winners at a price of an earlier year than
/// that of the next: whether they still win, their own figures hardly tell.
struct NarrowLeads {
  /// A sentence for each two offers.
  let sentences: [String]

  /// A lead below this many hundredths of the winner's cost is said to be narrow.
  private static let narrow: Int128 = 1

  /// Two offers, and the workloads for which the one leads the other.
  private struct Lead {
    let winner: Offer
    let next: Offer
    let isNarrow: Bool
    var columns: [Int]

    func isLike(_ other: Lead) -> Bool {
      (winner.id, next.id, isNarrow) == (other.winner.id, other.next.id, other.isNarrow)
    }
  }

  /// - Parameters:
  ///   - view: The scenario.
  ///   - column: The place of the workload, in the group of which the headline speaks; `nil` for all
  ///     workloads and groups.
  init(_ view: ScenarioView, column: Int? = nil) {
    var leads: [Lead] = []
    let groups = column == nil ? view.priced.groups : view.headline.map { [$0] } ?? []
    for group in groups where !group.isOneOffer {
      for column in column.map({ $0..<($0 + 1) }) ?? group.comparisons.indices {
        guard let lead = Self.lead(column, group, view) else { continue }
        if let known = leads.firstIndex(where: lead.isLike) {
          leads[known].columns.append(column)
        } else {
          leads.append(lead)
        }
      }
    }
    sentences = leads.compactMap { Self.sentence($0, view) }
  }

  /// The only winner of a workload before the one that comes next to it.
  private static func lead(_ column: Int, _ group: PricedGroup, _ view: ScenarioView) -> Lead? {
    let cheapest = group.comparisons[column].cheapest
    guard cheapest.count == 1, let winner = view.offer(cheapest[0]) else { return nil }
    let others = group.next(after: cheapest, column).compactMap { id -> (Offer, Ratio)? in
      guard let offer = view.offer(id), let factor = group.factor(of: id, over: winner.id, column)
      else { return nil }
      return (offer, factor.low)
    }
    guard let (next, factor) = others.min(by: { $0.1 < $1.1 }),
      let limit = try? Ratio(100 + narrow, over: 100)
    else { return nil }
    return Lead(winner: winner, next: next, isNarrow: factor < limit, columns: [column])
  }

  private static func sentence(_ lead: Lead, _ view: ScenarioView) -> String? {
    let days = [lead.winner, lead.next].map(view.latestDay(of:))
    var isOld = false
    var (old, new) = ("", "")
    if let own = days[0], let other = days[1] {
      isOld = own.date.year < other.date.year
      (old, new) = (TimeText.day(own), TimeText.day(other))
    }
    let (winner, next) = (lead.winner.name.spoken, lead.next.name.spoken)
    let (share, work) = (NumberText.whole(narrow), work(lead.columns, view))
    return switch (lead.isNarrow, isOld) {
    case (true, true):
      localized(
        "\(winner) leads \(next) by less than \(share)\u{A0}%\(work), "
          + "with a price \(old) against one \(new).")
    case (true, false): localized("\(winner) leads \(next) by less than \(share)\u{A0}%\(work).")
    case (false, true):
      localized("\(winner) leads \(next)\(work) with a price \(old) against one \(new).")
    case (false, false): nil
    }
  }

  /// For which workloads, with a blank in front, where there are others.
  private static func work(_ columns: [Int], _ view: ScenarioView) -> String {
    columns.count < view.scenario.workloads.count ? " \(view.forWorkloads(columns))" : ""
  }
}

extension ScenarioView {
  /// Workloads by their names: `“10M tokens” and “1B tokens”`.
  func quoted(_ columns: [Int]) -> String {
    UnitText.list(columns.map { localized("“\(scenario.workloads[$0].name)”") })
  }

  /// For which workloads something is so, or for how many of them.
  func forWorkloads(_ columns: [Int]) -> String {
    columns.count <= 2
      ? localized("for \(quoted(columns))")
      : localized("for \(columns.count) of the \(scenario.workloads.count) workloads")
  }

  /// The latest day of the prices of an offer; `nil` of none.
  func latestDay(of offer: Offer) -> EvidenceDay? {
    offer.rates(on: scenario.date).map(\.day).max { $0.date < $1.date }
  }
}
