package import Pricing
import Wording

/// What a scenario comes to: who is cheapest, where that changes, and every total.
///
/// It holds exact values, and none of the curves and lines that they come from.
package struct ScenarioState: Hashable, Sendable {
  /// The id of the scenario.
  package let id: String

  /// Its title.
  package let title: String

  /// Who is cheapest, for each workload and each group of offers that can take each other's place.
  package let winners: [Winner]

  /// What the curves run over; `nil` where there are none.
  package let driver: Driver?

  /// Every place at which the cheapest offer changes, from left to right.
  package let crossings: [Meeting]

  /// Every crossing of two curves, from left to right, also those that decide nothing.
  package let allCrossings: [Meeting]

  /// Every total, offer by offer.
  package let invoices: [Total]

  private let names: [String: String]

  /// Who is cheapest for a workload.
  package struct Winner: Hashable, Sendable {
    /// The id of the workload.
    package let workload: String

    /// What the offers are that can take each other's place; `nil` where all can.
    package let group: String?

    /// The name of the workload, and of the group.
    package let name: String

    /// The ids of offers that are the cheapest for all values of the inputs.
    package let cheapest: [String]

    /// The ids of those that may be, where none certainly is.
    package let candidates: [String]
  }

  /// Where the order of two offers changes.
  package struct Meeting: Hashable, Sendable {
    /// The id of the offer that is cheaper to the left.
    package let before: String

    /// The id of the offer that is cheaper to the right.
    package let after: String

    /// The first driver unit at which they may cost the same.
    package let first: Int

    /// The first from which on the order is certain; ``first`` where both costs are exact.
    package let last: Int
  }

  /// What one offer charges for one workload.
  package struct Total: Hashable, Sendable {
    /// The id of the offer.
    package let offer: String

    /// The id of the workload.
    package let workload: String

    /// ``Invoice/low``.
    package let low: Money

    /// ``Invoice/high``.
    package let high: Money?
  }

  /// Takes down what a scenario comes to.
  package init(_ priced: PricedScenario, title: String) {
    let scenario = priced.scenario
    id = scenario.id
    self.title = title
    let isGrouped = priced.groups.count > 1
    winners = priced.groups.filter { !isGrouped || $0.group.rows.count > 1 }.flatMap { group in
      let name = isGrouped ? GoodsText.name(group.group) : nil
      return zip(scenario.workloads, group.comparisons).map { workload, comparison in
        Winner(
          workload: workload.id, group: name,
          name: [workload.name, name].compactMap(\.self).joined(separator: ", "),
          cheapest: comparison.cheapest, candidates: comparison.candidates)
      }
    }
    let breakEvens = priced.groups.compactMap(\.breakEven)
    driver = breakEvens.first?.sweep.driver
    let meetings = breakEvens.flatMap(\.crossings).map { ($0.decides, Meeting($0)) }
      .sorted { $0.1.first < $1.1.first }
    crossings = meetings.filter(\.0).map(\.1)
    allCrossings = meetings.map(\.1)
    invoices = priced.quotes.joined().compactMap(\.invoice).map {
      Total(offer: $0.offer, workload: $0.workload, low: $0.low, high: $0.high)
    }
    names = Dictionary(
      scenario.offers.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  /// The name of an offer as the scenario has it.
  package func name(of offer: String) -> String { names[offer] ?? offer }
}

extension ScenarioState.Meeting {
  fileprivate init(_ crossing: Crossing) {
    self.init(
      before: crossing.first.before.offer, after: crossing.first.after.offer,
      first: crossing.first.x, last: crossing.last.x)
  }
}
