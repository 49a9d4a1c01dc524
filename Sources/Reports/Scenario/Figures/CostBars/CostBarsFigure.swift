import Charts
import Content
import Diagnostics
import Messages
import Pricing
import Wording

/// Turns the invoices of a scenario into bars, stacked by what the money goes into.
struct CostBarsFigure {
  let view: ScenarioView

  /// The workloads: all of them, or the telling one where so many bars would fill pages.
  private let columns: [Int]

  /// The bars of each of these workloads, those of each group together.
  private let blocks: [Block]

  /// Offers that can take each other's place, for one workload.
  private struct Block {
    let column: Int
    /// What the offers are called; `nil` where there are no others.
    let group: String?
    let bars: [Bar]
  }

  /// A bar, and what keeps its offer out of the comparison.
  private struct Bar {
    let row: CostBarsChart.Row
    let standing: String?
  }

  /// What the marks mean.
  let notes: [String]

  /// Who states what is drawn.
  let sources: [SourceDocument]

  init(_ view: ScenarioView) {
    let everyColumn = Array(view.scenario.workloads.indices)
    let everyGroup = Array(view.priced.groups.indices)
    func bars(_ column: Int, _ groups: [Int]) -> Int {
      groups.flatMap { view.priced.groups[$0].group.rows }
        .count { view.priced.quotes[$0][column].invoice != nil }
    }
    // The heads of groups take up room too.
    func fits(_ columns: [Int], _ groups: [Int]) -> Bool {
      let heads = groups.count > 1 ? groups.count * columns.count : 0
      return columns.reduce(heads) { $0 + bars($1, groups) } <= Self.most
    }
    let (column, group) = ([view.headlineColumn], [view.headlineGroup])
    let (columns, groups) =
      [(everyColumn, everyGroup), (everyColumn, group), (column, everyGroup)].first {
        fits($0.0, $0.1)
      } ?? (column, group)
    self.view = view
    self.columns = columns
    let drawn = columns.flatMap { column in
      groups.compactMap { group -> Block? in
        let bars = Self.bars(column, group, of: view)
        return bars.isEmpty
          ? nil : Block(column: column, group: view.groupHead(group), bars: bars)
      }
    }
    blocks = drawn
    let omitted = columns.map { column in
      bars(column, everyGroup)
        - drawn.filter { $0.column == column }.reduce(0) { $0 + $1.bars.count }
    }.max()
    let rows = groups.flatMap { view.priced.groups[$0].group.rows }
    sources = FigureSources.all(
      view, of: Set(rows.map { view.scenario.offers[$0].id }), columns: columns)
    notes =
      Self.notes(columns, omitted: omitted ?? 0, of: view) + Self.notesOnStanding(rows, view)
  }

  /// Where it says why rows are not compared; nothing if all are.
  static func notesOnStanding(_ rows: [Int], _ view: ScenarioView) -> [String] {
    rows.contains { view.document.rows[$0].leftOut != nil }
      ? [localized("Why an offer is not compared stands in the table.")] : []
  }

  /// The headline of a scenario about its bars; beside curves, what the bars show.
  private var title: String {
    if case .change = view.document.asks {
      return CheapestHeadline(view).headline.text
    }
    return Headline(view).text
  }

  func chart() -> CostBarsChart {
    var chart = CostBarsChart(
      title: title, subtitle: subtitle,
      description: description,
      axisTitle: localized("US dollars"))
    chart.groups = blocks.map { block in
      let workload = columns.count > 1 ? view.scenario.workloads[block.column].name : nil
      let parts = [workload, block.group].compactMap(\.self)
      return CostBarsChart.Group(
        heading: parts.isEmpty ? nil : parts.joined(separator: ": "),
        rows: block.bars.map(\.row))
    }
    chart.ownScalesNote = localized(
      view.groupNames.isEmpty
        ? "Each workload has a scale of its own." : "Each block of bars has a scale of its own.")
    chart.tornNote = localized("A range with a gap is longer than its scale.")
    chart.cheapestLabel = localized("cheapest")
    chart.notes = notes + [FigureSources.lineWithLicence(sources, view)]
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
      ? localized("Invoice in US dollars: \(names[0])")
      : localized("Invoice in US dollars, by workload")
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
    let more = localized(
      omitted, one: "One more offer is in the table.",
      other: "\(NumberText.whole(omitted)) more offers are in the table.")
    return [
      hasRange ? localized("Hatched: from the low to the high end of a range.") : nil,
      isPart ? localized("The other workloads are in the table.") : nil,
      omitted > 0 ? more : nil,
    ].compactMap(\.self)
  }

  private var description: String {
    let groups = blocks.map { block in
      let rows = block.bars.map { bar in
        ["\(bar.row.label.spoken) \(bar.row.value)", bar.standing].compactMap(\.self)
          .joined(separator: ", ")
      }
      let parts = [view.scenario.workloads[block.column].name, block.group].compactMap(\.self)
      return "\(parts.joined(separator: ", ")): \(rows.joined(separator: ", "))."
    }
    let list = groups.joined(separator: " ")
    return localized("Bars of what each offer costs. \(list)")
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

  private static func bars(_ column: Int, _ group: Int, of view: ScenarioView) -> [Bar] {
    let comparison = view.priced.groups[group].comparisons[column]
    let members = Set(view.priced.groups[group].group.rows)
    let invoices = view.priced.quotes.map { $0[column].invoice }
    let decimals = view.decimals[column]
    let present = view.rowOrder.filter { members.contains($0) && invoices[$0] != nil }
    return shown(present, column, of: view).compactMap { row in
      guard let invoice = invoices[row] else { return nil }
      let bar = CostBarsChart.Row(
        label: view.scenario.offers[row].name,
        detail: view.meter(row, column),
        value: AmountText.range(invoice.low, invoice.high, decimals: decimals),
        segments: invoice.high == nil
          ? []
          : invoice.lowByPhase.map {
            CostBarsChart.Segment(
              .init(id: $0.phase.id, name: $0.phase.name), FigureAmounts.dollars($0.amount))
          },
        high: invoice.high.flatMap { $0 > invoice.low ? FigureAmounts.dollars($0) : nil },
        isStated: invoice.high != nil, isCheapest: comparison.cheapest.contains(invoice.offer))
      return Bar(row: bar, standing: view.standing(row, column))
    }
  }
}

extension ScenarioView {
  /// What stands below a name in a chart: how the offer is billed, and what keeps it out of the
  /// comparison.
  func meter(_ row: Int, _ column: Int) -> String {
    [BillingText.words(scenario.offers[row], on: scenario.date), standing(row, column)].compactMap(
      \.self
    )
    .joined(separator: ", ")
  }

  /// What keeps an offer out of the comparison of a workload, as far as a chart has room for it:
  /// `not compared`; `nil` of one that takes part, or whose value says that it is not stated.
  func standing(_ row: Int, _ column: Int) -> String? {
    var words: [String] = []
    if document.rows[row].leftOut != nil { words.append(localized("not compared")) }
    if priced.quotes[row][column].invoice?.fits == false {
      words.append(localized("not enough for the work"))
    }
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }
}

extension CostBarsFigure: FigureKind {
  static let name = "costs"
  static let template = "charts/cost-bars.svg"

  static func contents(
    of subject: FigureSubject, into diagnostics: inout [Diagnostic]
  ) -> [FigureContent<CostBarsChart>] {
    let figure = CostBarsFigure(subject.view)
    let chart = figure.chart()
    return [
      FigureContent(
        suffix: subject.hasFigures ? "-\(name)" : "", title: chart.title, chart: chart,
        notes: figure.notes, data: figure.data, sources: figure.sources,
        showsTitle: chart.title != subject.finding.headline)
    ]
  }
}
