import Content
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
      text = "\(workload): nothing to compare"
      return
    }
    guard !priced.isOneOffer else {
      let lowest = invoices.map(\.low).min() ?? .zero
      text =
        "\(workload): \(view.oneOfferInSeveralWays(invoices)) costs "
        + AmountText.range(lowest, dear, decimals: decimals)
      return
    }
    guard let winner = invoices.first(where: { comparison.cheapest.contains($0.offer) }) else {
      let lowest = invoices.map(\.low).min() ?? .zero
      let least = invoices.compactMap(\.high).min() ?? lowest
      text =
        "\(workload): \(Self.candidates(comparison.candidates.map(view.spoken))) is cheapest at "
        + "\(AmountText.range(lowest, least, decimals: decimals)), depending on "
        + Dependence(of: comparison.candidates, column: column, view).words
      return
    }
    let most = winner.high ?? winner.low
    guard winner.low < dear else {
      text = "\(workload): every offer costs \(amount(dear))"
      return
    }
    let names = UnitText.list(comparison.cheapest.map(view.spoken))
    let cost =
      winner.low == most
      ? amount(most)
      : "\(AmountText.range(winner.low, most, decimals: decimals)), depending on "
        + Dependence(of: comparison.cheapest, column: column, view).words
    let start =
      "\(workload): \(names) \(comparison.cheapest.count == 1 ? "is" : "are") cheapest at \(cost)"
    let next = NextInCost(after: comparison.cheapest, in: priced, column, view)
    text = next.clause.map { "\(start); \($0)" } ?? start
  }

  /// Who may be cheapest, all of them where the names do not fill the sentence.
  private static func candidates(_ names: [String]) -> String {
    names.count <= 4 ? UnitText.list(names, conjunction: "or") : CandidateNames.oneOf(names)
  }
}
