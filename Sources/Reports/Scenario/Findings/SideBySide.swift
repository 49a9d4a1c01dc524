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
      Headline(fitting: wordings, of: workload.name, view)
    }
    func cost(_ invoice: Invoice) -> String { amount(invoice, column, view) }
    func costs(_ one: Invoice, _ other: Invoice) -> Costs {
      Costs(
        ("\(view.spoken(one.offer)) costs \(cost(one))", Self.reason(one, column, view)), " and ",
        ("\(view.spoken(other.offer)) \(cost(other))", Self.reason(other, column, view)))
    }
    let why = Dependence(of: ids, column: column, view).words
    guard let winner = verdict.cheapest.first else {
      let costs = costs(one, other)
      return said([
        "\(costs.plain); which is less depends on \(why)", costs.full,
        "Whether \(view.spoken(one.offer)) or \(view.spoken(other.offer)) costs less depends on \(why)",
        "\(costs.plain); either may cost less", costs.plain,
      ])
    }
    if verdict.cheapest.count > 1 {
      return said(["\(UnitText.list(ids.map(view.spoken))) cost the same, \(cost(one))"])
    }
    let (less, more) = winner == one.offer ? (one, other) : (other, one)
    let factor: (String) -> String = {
      "\(view.spoken(more.offer)) costs \($0) as much as \(view.spoken(less.offer)), depending on "
        + why
    }
    return said(
      wordings(costs(less, more), multiple(of: more, over: less, column, view), less, more, factor))
  }

  /// What one offer costs; `nil` if it cannot be priced.
  static func cost(of offer: String, _ view: ScenarioView) -> Headline? {
    let column = view.headlineColumn
    guard let invoice = view.invoice(offer, column), invoice.isComparable else { return nil }
    let name = view.scenario.workloads[column].name
    let cost = "\(view.spoken(offer)) costs \(amount(invoice, column, view))"
    let why = Dependence(of: [offer], column: column, view).words
    let wordings = invoice.low == invoice.high ? [cost] : ["\(cost), depending on \(why)", cost]
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
    let costs = Costs(
      (
        "\(view.spoken(offer)): \(amount(before, from, view)) for \(workloads[from].name.spoken)",
        reason(before, from, view)
      ), ", ",
      ("\(amount(after, to, view)) for \(workloads[to].name.spoken)", reason(after, to, view)))
    let short = Costs(
      ("\(view.spoken(offer)): from \(amount(before, from, view))", reason(before, from, view)),
      " to ",
      (amount(after, to, view), reason(after, to, view)))
    return Headline(
      fitting: wordings(costs, times(before, after), before, after) + [short.full])
  }

  /// Two amounts, each with what it depends on.
  private struct Costs {
    /// Without what they depend on.
    let plain: String

    /// With it, beside the amount that it is true of.
    let full: String

    init(
      _ one: (text: String, why: String?), _ joint: String, _ other: (text: String, why: String?)
    ) {
      plain = one.text + joint + other.text
      if let why = one.why, other.why == why {
        full = "\(plain), both depending on \(why)"
      } else {
        let comma = joint == ", " ? "" : ","
        let first = one.why.map { "\(one.text), depending on \($0)\(comma)" } ?? one.text
        let gap = joint == ", " && one.why != nil ? "; " : joint
        full = first + gap + other.text + (other.why.map { ", depending on \($0)" } ?? "")
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
    let times = multiple.map { "\($0) times" }
    guard less.high != less.low || more.high != more.low else {
      return (times.map { ["\(costs.plain), \($0) as much"] } ?? []) + [costs.plain]
    }
    return [
      times.map { "\(costs.full), \($0) as much" },
      // How many times that is says little of what is nearly the same.
      isFar(less, more) ? times.flatMap { times in factor.map { $0(times) } } : nil,
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
    guard invoice.high != .zero else { return "nothing" }
    let isWhole = [invoice.low, invoice.high ?? invoice.low].allSatisfy {
      $0.picodollars.isMultiple(of: Money.picodollarsPerDollar)
    }
    return AmountText.range(
      invoice.low, invoice.high, decimals: isWhole ? 0 : view.decimals[column])
  }
}
