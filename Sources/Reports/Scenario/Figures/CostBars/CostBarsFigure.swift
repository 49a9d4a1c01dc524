import Charts
import Content
import Diagnostics
import Pricing
import Wording

/// Turns the invoices of a scenario into bars, stacked by what the money goes into.
struct CostBarsFigure {
  let view: ScenarioView

  /// The workloads: all of them, or the telling one where so many bars would fill pages.
  private let columns: [Int]

  /// The bars of each of these workloads.
  private let rows: [[CostBarsChart.Row]]

  /// What the marks mean.
  let notes: [String]

  init(_ view: ScenarioView) {
    let all = Array(view.scenario.workloads.indices)
    let bars = all.map { column in
      view.priced.quotes.count { if case .invoice = $0[column] { true } else { false } }
    }
    let columns = bars.reduce(0, +) <= Self.most ? all : [view.headlineColumn]
    self.view = view
    self.columns = columns
    rows = columns.map { Self.rows($0, of: view) }
    let omitted = columns.map { bars[$0] - Self.count(ofBars: bars[$0]) }.max() ?? 0
    notes = Self.notes(columns, omitted: omitted, of: view)
  }

  /// The headline of a scenario about its bars; beside curves, what the bars show.
  private var title: String {
    if case .change = view.document.asks {
      return CheapestHeadline(column: view.headlineColumn, view).headline.text
    }
    return Headline(view).text
  }

  func chart() -> CostBarsChart {
    var chart = CostBarsChart(
      title: title, subtitle: subtitle,
      description: description,
      axisTitle: "US dollars")
    chart.groups = zip(columns, rows).map { column, rows in
      CostBarsChart.Group(
        heading: columns.count > 1 ? view.scenario.workloads[column].name : nil, rows: rows)
    }
    chart.ownScalesNote = "Each workload has a scale of its own."
    chart.notes = notes + [FigureSources.lineWithLicence(view)]
    return chart
  }

  /// How many bars a chart may have, of one workload or of several: what does not fit on a screen
  /// is read in the table.
  static let most = 12

  /// How many bars are drawn for so many rows: all, or eight where that leaves out five or more.
  static func count(ofBars count: Int) -> Int { count > most ? 8 : count }

  /// Some of the rows, where there are more: the first, which are the cheapest, and the dearest.
  static func shown(_ rows: [Int], _ column: Int, of view: ScenarioView) -> [Int] {
    let count = count(ofBars: rows.count)
    guard rows.count > count else { return rows }
    let dearest = rows.max {
      let costs = [$0, $1].map { view.priced.quotes[$0][column].invoice?.high ?? .zero }
      return costs[0] < costs[1]
    }
    let first = rows.filter { $0 != dearest }.prefix(count - 1)
    return first + [dearest].compactMap(\.self)
  }

  private var subtitle: String {
    let names = columns.map { view.scenario.workloads[$0].name }
    return names.count == 1
      ? "Invoice in US dollars: \(names[0])" : "Invoice in US dollars, by workload"
  }

  private static func notes(
    _ columns: [Int], omitted: Int, of view: ScenarioView
  ) -> [String] {
    let hasRange = view.priced.quotes.contains { row in
      columns.contains { column in
        guard case .invoice(let invoice) = row[column], let high = invoice.high else {
          return false
        }
        return high > invoice.low
      }
    }
    let isPart = columns.count < view.scenario.workloads.count
    return (hasRange ? ["Hatched: from the low to the high end of a range."] : [])
      + (isPart ? ["The other workloads are in the table."] : [])
      + (omitted > 0 ? ["\(NumberText.whole(omitted)) more offers are in the table."] : [])
  }

  private var description: String {
    let groups = zip(columns, rows).map { column, rows in
      let rows = rows.map { "\($0.label) \($0.value)" }
      return "\(view.scenario.workloads[column].name): \(rows.joined(separator: ", "))."
    }
    return "Bars of what each offer costs. " + groups.joined(separator: " ")
  }

  /// Every invoice of the workloads that are drawn.
  var data: [(String, JSONValue)] {
    let bars = columns.flatMap { column in
      view.rowOrder.compactMap { row -> JSONValue? in
        guard let invoice = view.priced.quotes[row][column].invoice else { return nil }
        return .object([
          ("workload", .string(invoice.workload)), ("offer", .string(invoice.offer)),
          ("low_usd", .string(invoice.low.dollarText)),
          ("high_usd", invoice.high.map { .string($0.dollarText) } ?? .null),
        ])
      }
    }
    return [("bars", .array(bars))]
  }

  private static func rows(_ column: Int, of view: ScenarioView) -> [CostBarsChart.Row] {
    let comparison = view.priced.comparisons[column]
    let invoices = view.priced.quotes.map { $0[column].invoice }
    let decimals = view.decimals[column]
    let present = view.rowOrder.filter { invoices[$0] != nil }
    return shown(present, column, of: view).compactMap { row in
      guard let invoice = invoices[row] else { return nil }
      return CostBarsChart.Row(
        label: view.scenario.offers[row].name,
        detail: view.scenario.offers[row].billingModel.rawValue,
        value: AmountText.range(invoice.low, invoice.high, decimals: decimals)
          + (invoice.fits ? "" : ", not enough for the work"),
        segments: invoice.high == nil
          ? []
          : invoice.lowByPhase.map {
            CostBarsChart.Segment(
              .init(id: $0.phase.id, name: $0.phase.name), FigureAmounts.dollars($0.amount))
          },
        high: invoice.high.flatMap { $0 > invoice.low ? FigureAmounts.dollars($0) : nil },
        isStated: invoice.high != nil, isCheapest: comparison.cheapest.contains(invoice.offer))
    }
  }
}

extension CostBarsFigure: FigureKind {
  static let template = "charts/cost-bars.svg"

  static func content(
    of subject: FigureSubject, into diagnostics: inout [Diagnostic]
  ) -> FigureContent<CostBarsChart>? {
    let figure = CostBarsFigure(subject.view)
    let chart = figure.chart()
    return FigureContent(
      suffix: subject.hasFigures ? "-costs" : "", title: chart.title, chart: chart,
      notes: figure.notes, data: figure.data,
      showsTitle: chart.title != subject.finding.headline)
  }
}
