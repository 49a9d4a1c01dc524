import Content
import Messages
import Pricing
import Wording

/// What the invoices of a scenario show, workload by workload and in each group by group.
struct ComparisonFinding {
  /// A sentence for each workload and each group of which two offers can be compared for it; one for
  /// each workload where there is one group.
  let sentences: [String]

  init(_ view: ScenarioView) {
    sentences = view.scenario.workloads.indices.flatMap { column in
      view.priced.groups.indices.compactMap { group in
        let finding = WorkloadFinding(column: column, group: group, view)
        return finding.isComparison || view.groupNames.isEmpty ? "\(finding.text)." : nil
      }
    }
  }
}

/// The cheapest offer for one workload, and the next one.
private struct WorkloadFinding {
  /// A sentence without a full stop.
  let text: String

  /// Whether it holds two offers against each other.
  let isComparison: Bool

  init(column: Int, group: Int, _ view: ScenarioView) {
    let priced = view.priced.groups[group]
    let name = view.groupName(group).map { ", \($0)" } ?? ""
    let workload = view.scenario.workloads[column].name + name
    let invoices = view.competing(in: priced, column)
    isComparison = invoices.count > 1
    let comparison = priced.comparisons[column]
    let decimals = view.decimals[column]
    func amount(_ amount: Money) -> String { AmountText.inSentence(amount, decimals: decimals) }
    guard let dear = invoices.compactMap(\.high).max(), invoices.count > 1 else {
      text = localized("\(workload): nothing to compare")
      return
    }
    guard !priced.isOneOffer else {
      let lowest = invoices.map(\.low).min() ?? .zero
      let cost = AmountText.range(lowest, dear, decimals: decimals)
      text = "\(workload): \(view.oneOfferInSeveralWays(invoices, cost: cost))"
      return
    }
    guard let winner = invoices.first(where: { comparison.cheapest.contains($0.offer) }) else {
      let lowest = invoices.map(\.low).min() ?? .zero
      let least = invoices.compactMap(\.high).min() ?? lowest
      let names = Self.candidates(comparison.candidates.map(view.spoken))
      let cost = AmountText.range(lowest, least, decimals: decimals)
      let why = Dependence(of: comparison.candidates, column: column, view).words
      text =
        "\(workload): " + localized("\(names) is cheapest at \(cost), depending on \(why)")
      return
    }
    let most = winner.high ?? winner.low
    guard winner.low < dear else {
      text = "\(workload): " + localized("every offer costs \(amount(dear))")
      return
    }
    let isExact = winner.low == most
    let start =
      "\(workload): "
      + Self.cheapest(
        comparison.cheapest.map(view.spoken),
        at: isExact ? amount(most) : AmountText.range(winner.low, most, decimals: decimals),
        isExact ? nil : Dependence(of: comparison.cheapest, column: column, view).words)
    let next = NextInCost(after: comparison.cheapest, in: priced, column, view)
    text = next.clause.map { "\(start); \($0)" } ?? start
  }

  /// Who is cheapest, and on what the amount depends; `nil` for nothing.
  private static func cheapest(_ names: [String], at cost: String, _ why: String?) -> String {
    let (all, one) = (UnitText.list(names), names.count == 1)
    guard let why else {
      return localized(one ? "\(all) is cheapest at \(cost)" : "\(all) are cheapest at \(cost)")
    }
    return localized(
      one
        ? "\(all) is cheapest at \(cost), depending on \(why)"
        : "\(all) are cheapest at \(cost), depending on \(why)")
  }

  /// Who may be cheapest, all of them where the names do not fill the sentence.
  private static func candidates(_ names: [String]) -> String {
    names.count <= 4 ? UnitText.list(names, conjunction: "or") : CandidateNames.oneOf(names)
  }
}
