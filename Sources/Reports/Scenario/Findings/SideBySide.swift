import Content
import Pricing
import Wording

/// Two costs beside each other.
struct SideBySide {
  /// What one offer costs beside another; `nil` if no workload has both.
  static func offers(_ pair: AskedQuestion.Pair, _ view: ScenarioView) -> Headline? {
    let column = view.headlineColumn
    guard let one = view.invoice(pair.first, column), let other = view.invoice(pair.second, column),
      one.isComparable, other.isComparable
    else { return nil }
    let workload = view.scenario.workloads[column]
    let verdict = Comparison(workload: workload.id, invoices: [one, other])
    let ids = [pair.first, pair.second]
    func said(_ wordings: [String]) -> Headline {
      Headline(fitting: wordings.flatMap { ["\(workload.name): \($0)", $0] })
    }
    func cost(_ invoice: Invoice) -> String { amount(invoice, column, view) }
    let why = Dependence(of: ids, column: column, view).words
    guard let winner = verdict.cheapest.first else {
      let costs =
        "\(view.spoken(one.offer)) costs \(cost(one)) and \(view.spoken(other.offer)) \(cost(other))"
      return said([
        "\(costs); which is less depends on \(why)", "\(costs), depending on \(why)",
        "Whether \(view.spoken(one.offer)) or \(view.spoken(other.offer)) costs less depends on \(why)",
        "\(costs); either may cost less", costs,
      ])
    }
    if verdict.cheapest.count > 1 {
      return said(["\(UnitText.list(ids.map(view.spoken))) cost the same, \(cost(one))"])
    }
    let (less, more) = winner == one.offer ? (one, other) : (other, one)
    let costs =
      "\(view.spoken(less.offer)) costs \(cost(less)) and \(view.spoken(more.offer)) \(cost(more))"
    return said(wordings(costs, less, more, why))
  }

  /// What one offer costs for one workload and for another; `nil` if it cannot be priced for both.
  static func workloads(
    _ pair: AskedQuestion.Pair, of offer: String, _ view: ScenarioView
  ) -> Headline? {
    let workloads = view.scenario.workloads
    guard let from = workloads.firstIndex(where: { $0.id == pair.first }),
      let to = workloads.firstIndex(where: { $0.id == pair.second }),
      let before = view.invoice(offer, from), let after = view.invoice(offer, to),
      before.isComparable, after.isComparable
    else { return nil }
    let costs =
      "\(view.spoken(offer)): \(amount(before, from, view)) for \(workloads[from].name.spoken), "
      + "\(amount(after, to, view)) for \(workloads[to].name.spoken)"
    let short =
      "\(view.spoken(offer)): from \(amount(before, from, view)) to \(amount(after, to, view))"
    return Headline(
      fitting: wordings(costs, before, after, Dependence(of: [offer], view).words) + [short])
  }

  /// Both costs, how many times one is the other, and on what that depends, as far as it fits.
  private static func wordings(
    _ costs: String, _ less: Invoice, _ more: Invoice, _ depends: String
  ) -> [String] {
    let isOpen = less.high != less.low || more.high != more.low
    let open = isOpen ? ["\(costs), depending on \(depends)"] : []
    guard let times = times(less, more) else { return open + [costs] }
    return (isOpen ? ["\(costs), \(times) as much, depending on \(depends)"] : [])
      + ["\(costs), \(times) as much"] + open + [costs]
  }

  /// How many times one amount is the other: `15 times`, `4.6 to 9.3 times`.
  ///
  /// Two ranges may hang together, so that their ends do not: `nil` then.
  private static func times(_ less: Invoice, _ more: Invoice) -> String? {
    guard less.low > .zero, let top = less.high, let most = more.high, most > top,
      less.low == top || more.low == most, more.low >= top,
      let low = try? Ratio(more.low.picodollars, over: top.picodollars),
      let high = try? Ratio(most.picodollars, over: less.low.picodollars)
    else { return nil }
    let (first, last) = (NumberText.multiple(low), NumberText.multiple(high))
    return first == last ? "\(first) times" : "\(first) to \(last) times"
  }

  /// An amount without cents where there are none.
  private static func amount(_ invoice: Invoice, _ column: Int, _ view: ScenarioView) -> String {
    guard invoice.high != .zero else { return "nothing" }
    let isWhole = [invoice.low, invoice.high ?? invoice.low].allSatisfy {
      $0.picodollars.isMultiple(of: Money.picodollarsPerDollar)
    }
    return AmountText.range(
      invoice.low, invoice.high, decimals: isWhole ? 0 : view.decimals[column])
  }
}
