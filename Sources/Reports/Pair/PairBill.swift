import Encoders
import Pricing
import Templates
import Wording

/// One workload on both providers, made while its scenario is at hand.
struct PairBill: Sendable {
  /// What one of the two charges.
  struct Side: Sendable {
    /// The offer's id in its rate card.
    let base: String

    /// The offer's name in the scenario.
    let name: String
    let low: Money

    /// `nil` if it may be any amount above.
    let high: Money?

    /// The link to the invoice.
    let link: LinkTarget

    /// Whether it is a machine that stays, and so is paid for as long as it is held.
    var isHeld = false

    /// What it is charged at.
    var rates: [Rate] = []
  }

  let workload: String

  /// Whether the work is done once, and not in a month.
  var isOnce = false
  let first: Side
  let second: Side

  /// Who costs less.
  let outcome: HeadToHead.Outcome

  /// How many times as much the dearer one costs; `nil` where nothing can be said.
  let factor: Bounds<Ratio>?

  /// Whether another scenario asks the same of the same offers: then both bills are the same.
  func repeats(_ other: PairBill) -> Bool {
    func same(_ one: Side, _ other: Side) -> Bool {
      (one.base, one.low, one.high) == (other.base, other.low, other.high)
    }
    return same(first, other.first) && same(second, other.second)
  }

  var amounts: [Money] { [first, second].flatMap { [$0.low, $0.high ?? $0.low] } }

  /// The bill as a row.
  ///
  /// - Parameters:
  ///   - decimals: Those of the whole table.
  ///   - others: The other scenarios with the same bills.
  ///   - sources: The sources of the page.
  /// - Returns: The row, with who costs less and by how much.
  func row(decimals: Int, others: [PageLink], _ sources: inout PageSources) -> PairRow {
    func cell(_ side: Side, _ winning: HeadToHead.Outcome) -> OfferAmount {
      OfferAmount(
        id: side.base, offer: side.name,
        amount: AmountText.range(side.low, side.high, decimals: decimals),
        link: side.link, exact: .amount(low: side.low, high: side.high),
        lowest: outcome == winning,
        citations: sources.cite(side.rates.map(\.citation)))
    }
    let words =
      switch outcome {
      case .open: "open: either may cost less"
      case .same: "the same"
      case .first, .second: "more than nothing"
      }
    return PairRow(
      workload: workload, others: others, first: cell(first, .first),
      second: cell(second, .second),
      outcome: factor.map { "\(NumberText.multiple($0)) times as much" } ?? words,
      kind: factor == nil ? nil : "times")
  }
}

extension [PairScenario] {
  /// Every bill once, with the number of its scenario and those of the others that repeat it.
  var distinctBills: [(bill: PairBill, scenario: Int, others: [Int])] {
    var distinct: [(bill: PairBill, scenario: Int, others: [Int])] = []
    for (number, scenario) in enumerated() {
      for bill in scenario.bills {
        // Two workloads of one scenario are two questions, even if the answers are alike.
        if let known = distinct.firstIndex(where: {
          $0.scenario != number && $0.bill.repeats(bill)
        }) {
          if distinct[known].others.last != number { distinct[known].others.append(number) }
        } else {
          distinct.append((bill, number, []))
        }
      }
    }
    return distinct
  }
}
