import Content
import Messages
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
      Headline(fitting: wordings, of: workload.name, view)
    }
    let why = Dependence(of: ids, column: column, view).words
    guard let winner = verdict.cheapest.first else {
      let costs = costs(of: one, and: other, column, view)
      let (first, second) = (view.spoken(one.offer), view.spoken(other.offer))
      return said([
        localized("\(costs.plain); which is less depends on \(why)"), costs.full,
        localized("Whether \(first) or \(second) costs less depends on \(why)"),
        localized("\(costs.plain); either may cost less"), costs.plain,
      ])
    }
    if verdict.cheapest.count > 1 {
      let (names, cost) = (UnitText.list(ids.map(view.spoken)), amount(one, column, view))
      return said([localized("\(names) cost the same, \(cost)")])
    }
    let (less, more) = winner == one.offer ? (one, other) : (other, one)
    let (cheap, dear) = (view.spoken(less.offer), view.spoken(more.offer))
    return said(
      wordings(
        costs(of: less, and: more, column, view), multiple(of: more, over: less, column, view),
        less, more
      ) { times in
        localized("\(dear) costs \(times) times as much as \(cheap), depending on \(why)")
      })
  }

  private static func costs(
    of one: Invoice, and other: Invoice, _ column: Int, _ view: ScenarioView
  ) -> Costs {
    let (first, second) = (view.spoken(one.offer), view.spoken(other.offer))
    let (low, high) = (amount(one, column, view), amount(other, column, view))
    return Costs(
      localized("\(first) costs \(low) and \(second) \(high)"),
      (first: reason(one, column, view), second: reason(other, column, view))
    ) { why in
      localized("\(first) costs \(low), depending on \(why), and \(second) \(high)")
    }
  }

  /// What one offer costs; `nil` if it cannot be priced.
  static func cost(of offer: String, _ view: ScenarioView) -> Headline? {
    let column = view.headlineColumn
    guard let invoice = view.invoice(offer, column), invoice.isComparable else { return nil }
    let name = view.scenario.workloads[column].name
    let cost = localized("\(view.spoken(offer)) costs \(amount(invoice, column, view))")
    let why = Dependence(of: [offer], column: column, view).words
    let wordings =
      invoice.low == invoice.high
      ? [cost] : [localized("\(cost), depending on \(why)"), cost]
    return Headline(fitting: wordings, of: name, view)
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
    let name = view.spoken(offer)
    let reasons = (first: reason(before, from, view), second: reason(after, to, view))
    let (first, second) = (workloads[from].name.spoken, workloads[to].name.spoken)
    let (one, other) = (amount(before, from, view), amount(after, to, view))
    let costs = Costs(
      localized("\(name): \(one) for \(first), \(other) for \(second)"), reasons
    ) { why in
      localized("\(name): \(one) for \(first), depending on \(why); \(other) for \(second)")
    }
    let short = Costs(localized("\(name): from \(one) to \(other)"), reasons) { why in
      localized("\(name): from \(one), depending on \(why), to \(other)")
    }
    return Headline(
      fitting: wordings(costs, times(before, after), before, after) + [short.full])
  }

  /// Two amounts, each with what it depends on.
  private struct Costs {
    /// Without what they depend on.
    let plain: String

    /// With it, beside the amount that it is true of.
    let full: String

    /// - Parameters:
    ///   - plain: Both without what they depend on.
    ///   - reasons: What each depends on; `nil` where it is exact.
    ///   - beside: Both with what the first depends on beside it.
    init(
      _ plain: String, _ reasons: (first: String?, second: String?),
      _ beside: (_ why: String) -> String
    ) {
      self.plain = plain
      if let why = reasons.first, reasons.second == why {
        full = localized("\(plain), both depending on \(why)")
      } else {
        let start = reasons.first.map(beside) ?? plain
        full = reasons.second.map { localized("\(start), depending on \($0)") } ?? start
      }
    }
  }

  /// On what an amount depends; `nil` if it is exact.
  private static func reason(_ invoice: Invoice, _ column: Int, _ view: ScenarioView) -> String? {
    invoice.low == invoice.high
      ? nil : Dependence(of: [invoice.offer], column: column, view).words
  }

  /// Both costs, how many times one is the other, and on what that depends, as far as it fits; of what
  /// is open nothing without that.
  private static func wordings(
    _ costs: Costs, _ multiple: String?, _ less: Invoice, _ more: Invoice,
    _ factor: ((String) -> String)? = nil
  ) -> [String] {
    guard less.high != less.low || more.high != more.low else {
      guard let multiple else { return [costs.plain] }
      return [localized("\(costs.plain), \(multiple) times as much"), costs.plain]
    }
    return [
      multiple.map { localized("\(costs.full), \($0) times as much") },
      // How many times that is says little of what is nearly the same.
      isFar(less, more) ? multiple.flatMap { times in factor.map { $0(times) } } : nil,
      costs.full,
    ].compactMap(\.self)
  }

  /// Whether one amount is a fifth more than the other at least.
  private static func isFar(_ less: Invoice, _ more: Invoice) -> Bool {
    more.low.picodollars / 6 >= (less.high ?? less.low).picodollars / 5
  }

  /// How many times as much one offer costs as another: `15`, `4.6 to 9.3`.
  private static func multiple(
    of more: Invoice, over less: Invoice, _ column: Int, _ view: ScenarioView
  ) -> String? {
    guard
      let group = view.priced.groups.first(where: { group in
        [more, less].allSatisfy { invoice in
          group.group.rows.contains { view.scenario.offers[$0].id == invoice.offer }
        }
      }), let factor = group.factor(of: more.offer, over: less.offer, column)
    else { return times(less, more) }
    return NumberText.multiple(factor)
  }

  /// How many times one amount is the other.
  ///
  /// Two ranges may hang together, so that their ends do not: `nil` then.
  private static func times(_ less: Invoice, _ more: Invoice) -> String? {
    guard less.low > .zero, let top = less.high, let most = more.high, most > top,
      less.low == top || more.low == most, more.low >= top,
      let low = try? Ratio(more.low.picodollars, over: top.picodollars),
      let high = try? Ratio(most.picodollars, over: less.low.picodollars)
    else { return nil }
    return NumberText.multiple(Bounds(low, high))
  }

  /// An amount without cents where there are none.
  private static func amount(_ invoice: Invoice, _ column: Int, _ view: ScenarioView) -> String {
    guard invoice.high != .zero else { return localized("nothing") }
    let isWhole = [invoice.low, invoice.high ?? invoice.low].allSatisfy {
      $0.picodollars.isMultiple(of: Money.picodollarsPerDollar)
    }
    return AmountText.range(
      invoice.low, invoice.high, decimals: isWhole ? 0 : view.decimals[column])
  }
}
