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
  }

  let workload: String
  let first: Side
  let second: Side

  /// Who costs less.
  let outcome: HeadToHead.Outcome

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
  /// - Returns: The row, with who costs less and by how much.
  func row(decimals: Int, others: [PageLink]) -> PairRow {
    func cell(_ side: Side, _ winning: HeadToHead.Outcome) -> OfferAmount {
      OfferAmount(
        id: side.base, offer: side.name,
        amount: AmountText.range(side.low, side.high, decimals: decimals),
        link: side.link, exact: .amount(low: side.low, high: side.high),
        lowest: outcome == winning)
    }
    let factor =
      switch outcome {
      case .first: Self.factor(first, second)
      case .second: Self.factor(second, first)
      case .same, .open: String?.none
      }
    let words =
      switch outcome {
      case .open: "open: their ranges overlap"
      case .same: "the same"
      case .first, .second: "always more"
      }
    return PairRow(
      workload: workload, others: others, first: cell(first, .first),
      second: cell(second, .second),
      outcome: factor.map { "\($0) times as much" } ?? words,
      kind: factor == nil ? nil : "times")
  }

  /// How many times as much the dearer one costs, from the closest ends to the farthest; `nil`
  /// where the other one costs nothing or the dearer one has no end, and where only inputs in common
  /// decide, so that the ends of the one do not go with those of the other.
  private static func factor(_ winner: Side, _ loser: Side) -> String? {
    guard let winnerHigh = winner.high, let loserHigh = loser.high, winner.low > .zero,
      loser.low >= winnerHigh,
      let least = try? Ratio(loser.low.picodollars, over: winnerHigh.picodollars),
      let most = try? Ratio(loserHigh.picodollars, over: winner.low.picodollars)
    else { return nil }
    let texts = [least, most].map(NumberText.multiple)
    return texts[0] == texts[1] ? texts[0] : "\(texts[0])–\(texts[1])"
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
