import Encoders
import Messages
import Pricing
import Templates
import Wording

/// One workload on both providers, made while its scenario is at hand.
struct PairBill: Sendable {
  /// What one of the two charges.
  struct Side: Sendable {
    /// The offer's id in its rate card.
    let base: String

    /// The offer's name in its rate card; that in the scenario where it is there in several ways.
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

    /// What of it is for work: a machine that stays costs the same for any.
    var active: Ends<Money>?

    /// Whether the other is the same offer at the same amount.
    func isSame(as other: Side) -> Bool {
      (base, low, high) == (other.base, other.low, other.high)
    }

    /// Whether it is the same work as well, as far as that is on the bill.
    func isSameWork(as other: Side) -> Bool { isSame(as: other) && active == other.active }
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
    first.isSameWork(as: other.first) && second.isSameWork(as: other.second)
  }

  /// With which other offer of either provider the same work costs less in another bill.
  ///
  /// The work is the same where the other side has the same offer at the same amount.
  ///
  /// - Parameters:
  ///   - bills: All of the page.
  ///   - decimals: Those of its table.
  /// - Returns: A clause, or `nil` where it costs less with none.
  func remark(among bills: [PairBill], decimals: Int) -> String? {
    let sides: [(own: KeyPath<PairBill, Side>, other: KeyPath<PairBill, Side>)] = [
      (\.first, \.second), (\.second, \.first),
    ]
    for (own, other) in sides {
      let cheaper = bills.filter { bill in
        bill.isOnce == isOnce && bill[keyPath: own].base != self[keyPath: own].base
          && bill[keyPath: other].isSame(as: self[keyPath: other])
          && bill[keyPath: own].high.map { $0 < self[keyPath: own].low } ?? false
      }
      if let bill = cheaper.min(by: { $0[keyPath: own].low < $1[keyPath: own].low }) {
        let side = bill[keyPath: own]
        let amount = AmountText.range(side.low, side.high, decimals: decimals)
        return localized(
          "\(side.name.spoken), not in this scenario, does it for \(amount): “\(bill.workload)”")
      }
    }
    return nil
  }

  var amounts: [Money] { [first, second].flatMap { [$0.low, $0.high ?? $0.low] } }

  /// The bill as a row.
  ///
  /// - Parameters:
  ///   - decimals: Those of the whole table.
  ///   - others: The other scenarios with the same bills.
  ///   - remark: With which offer the same work costs less elsewhere.
  ///   - sources: The sources of the page.
  /// - Returns: The row, with who costs less and by how much.
  func row(
    decimals: Int, others: [PageLink], remark: String? = nil, _ sources: inout PageSources
  ) -> PairRow {
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
      case .open: localized("open: either may cost less")
      case .same: localized("the same")
      case .first, .second: localized("more than nothing")
      }
    return PairRow(
      workload: workload, others: others, remark: remark, first: cell(first, .first),
      second: cell(second, .second),
      outcome: factor.map { localized("\(NumberText.multiple($0)) times as much") } ?? words,
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
