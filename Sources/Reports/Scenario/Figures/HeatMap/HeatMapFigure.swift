import Charts
import Content
import Diagnostics
import Encoders
import Messages
import Pricing
import Wording

/// Turns a machine and a price for tokens into a grid: what a million tokens cost at each volume
/// and busy share, and where the machine is the cheaper one.
struct HeatMapFigure {
  private let view: ScenarioView
  private let asked: AskedCharts.HeatMap
  private let grid: HeatMapGrid
  private let map: HeatMap

  /// Prices the grid; `nil` if the scenario has no such workload.
  ///
  /// - Throws: ``PricingError``.
  init?(view: ScenarioView, asked: AskedCharts.HeatMap) throws(PricingError) {
    (self.view, self.asked, grid) = (view, asked, HeatMapGrid(asked.volumes))
    guard
      let map = try HeatMap(
        of: view.scenario, workload: asked.workload, offers: [asked.alwaysOn, asked.tokens],
        busyShares: HeatMapGrid.shares, volumes: grid.priced)
    else { return nil }
    self.map = map
  }

  /// Who states what is drawn.
  var sources: [SourceDocument] {
    FigureSources.all(
      view, of: [asked.alwaysOn, asked.tokens],
      columns: view.column(of: asked.workload).map { [$0] })
  }

  /// The chart; `nil` if a price is not known everywhere.
  func chart() -> HeatMapChart? {
    let known = map.rows.allSatisfy { $0.cells.allSatisfy { !$0.costs.contains(nil) } }
    guard known, let first = grid.edges.first, let last = grid.edges.last else { return nil }
    var chart = HeatMapChart(
      words: ChartWords(
        title: title,
        subtitle: localized(
          "US dollars per 1M tokens at the cheaper of the two, by volume and busy share"),
        description: description, notes: notes + [FigureSources.lineWithLicence(sources, view)]),
      horizontal: Axis(
        title: localized("Tokens a month (log scale)"), kind: .log, low: Double(first),
        high: Double(last), format: .count),
      vertical: Axis(
        title: localized("Share of time that machines are busy"), kind: .linear,
        low: HeatMapGrid.extent(0).from, high: HeatMapGrid.extent(map.rows.count - 1).to,
        format: .count),
      scaleTitle: localized("US$ per 1M tokens"), lineLabel: localized("the cheaper one changes"),
      markLabel: localized("\(machine) is cheaper"))
    chart.columns = zip(zip(grid.edges, grid.edges.dropFirst()), grid.volumes).map { edges, value in
      HeatMapChart.Interval(
        from: Double(edges.0), to: Double(edges.1), label: NumberText.short(value))
    }
    chart.rows = map.rows.enumerated().map { index, row in
      let (from, to) = HeatMapGrid.extent(index)
      return HeatMapChart.Interval(
        from: from, to: to, label: NumberText.percent(row.busyShare))
    }
    chart.cells = map.rows.map { inner($0).map(cell) }
    chart.lines = grid.outline(map.rows, of: asked.alwaysOn)
    return chart
  }

  /// The cells of a row without those at the outer edges, which only serve the line.
  private func inner(_ row: HeatMap.Row) -> [HeatMap.Cell] { row.cells.dropFirst().dropLast() }

  /// What a million tokens cost at the cheaper of the two.
  private static func price(_ cell: HeatMap.Cell) -> Money {
    let least = cell.costs.compactMap { $0?.low }.min() ?? .zero
    return (try? Money(rounding: least * Ratio(Money.picodollarsPerDollar))) ?? .zero
  }

  private func cell(_ cell: HeatMap.Cell) -> HeatMapChart.Cell {
    let price = Self.price(cell)
    let dollars = FigureAmounts.dollars(price)
    // A narrow cell has room for three digits: those of $10 and more have fewer cents.
    let decimals = dollars < 10 ? 2 : dollars < 100 ? 1 : 0
    return HeatMapChart.Cell(
      dollars, AmountText.fixed(price, decimals: 2),
      short: AmountText.fixed(price, decimals: decimals).filter { $0 != "$" && !$0.isWhitespace },
      isMarked: cell.cheapest.contains(asked.alwaysOn))
  }

  // MARK: Words

  private var machine: String { view.spoken(asked.alwaysOn) }
  private var tokens: String { view.spoken(asked.tokens) }

  /// For each row the volumes at which the machine is the cheaper one.
  private var paying: [(share: String, stretches: [ClosedRange<Int>])] {
    let range = grid.edges[0]...grid.edges[grid.edges.count - 1]
    return map.rows.map {
      (
        NumberText.percent($0.busyShare),
        HeatMapGrid.stretches($0, of: asked.alwaysOn, in: range)
      )
    }
  }

  private var title: String {
    let best = map.thresholds.best
    guard let least = best.share, let first = best.tokens else {
      return isCheaperEverywhere(tokens, than: machine)
    }
    let worst = map.thresholds.worst
    let shares = ends(least, worst.share) { NumberText.percent($0, decimals: 1) }
    let volumes = ends(first, worst.tokens) { NumberText.short($0) }
    let isAlways = worst.share.map { $0 <= map.rows[0].busyShare } ?? false
    let volume = volumes.last <= grid.edges[0] ? nil : volumes.text
    let share = isAlways ? nil : shares.text
    let isOpen = shares.isOpen && share != nil || volumes.isOpen && volume != nil
    let column = view.column(of: asked.workload)
    let why = Dependence(of: [asked.alwaysOn, asked.tokens], column: column, view).words
    return costsNoMore(from: volume, busy: share, dependingOn: isOpen ? why : nil)
  }

  private func isCheaperEverywhere(_ one: String, than other: String) -> String {
    localized("\(one) is cheaper than \(other) at every volume and busy share shown")
  }

  /// From which volume and share on the machine pays, and what that depends on; `nil` of what does not
  /// matter.
  private func costsNoMore(
    from volume: String?, busy share: String?, dependingOn why: String?
  ) -> String {
    let (one, other) = (machine, tokens)
    return switch (volume, share, why) {
    case (let volume?, let share?, let why?):
      localized(
        "\(one) costs no more than \(other) only from \(volume) tokens a month, "
          + "and only if busy \(share) of the time or more, depending on \(why)")
    case (let volume?, let share?, nil):
      localized(
        "\(one) costs no more than \(other) only from \(volume) tokens a month, "
          + "and only if busy \(share) of the time or more")
    case (let volume?, nil, let why?):
      localized(
        "\(one) costs no more than \(other) only from \(volume) tokens a month, depending on \(why)"
      )
    case (let volume?, nil, nil):
      localized("\(one) costs no more than \(other) only from \(volume) tokens a month")
    case (nil, let share?, let why?):
      localized(
        "\(one) costs no more than \(other) only if busy \(share) of the time or more, "
          + "depending on \(why)")
    case (nil, let share?, nil):
      localized("\(one) costs no more than \(other) only if busy \(share) of the time or more")
    case (nil, nil, _): isCheaperEverywhere(one, than: other)
    }
  }

  /// A place at both ends of what is a range: `10 % to 20 %`; `at least 10 %` where the worst has none.
  private func ends<Value: Comparable>(
    _ best: Value, _ worst: Value?, _ text: (Value) -> String
  ) -> (text: String, last: Value, isOpen: Bool) {
    guard let worst else { return (localized("at least \(text(best))"), best, true) }
    return best == worst
      ? (text(best), best, false) : (localized("\(text(best)) to \(text(worst))"), worst, true)
  }

  private var description: String {
    let rows = paying.map { row in
      guard !row.stretches.isEmpty else { return localized("busy \(row.share): nowhere") }
      let volumes = UnitText.list(row.stretches.map(words))
      return localized("busy \(row.share): \(volumes)")
    }
    let list = rows.joined(separator: "; ")
    let (shares, count) = (map.rows.count, grid.volumes.count)
    let (first, last) = (
      NumberText.short(grid.volumes[0]), NumberText.short(grid.volumes[count - 1])
    )
    return map.thresholds.best == map.thresholds.worst
      ? localized(
        "Heat map of \(shares) busy shares by \(count) volumes from \(first) to \(last) tokens a month. "
          + "\(machine) is cheaper than \(tokens), \(list).")
      : localized(
        "Heat map of \(shares) busy shares by \(count) volumes from \(first) to \(last) tokens a month. "
          + "With ranges at their middle, \(machine) is cheaper than \(tokens), \(list).")
  }

  /// The volumes of a stretch; one that goes on to the edge of the map has no end.
  private func words(_ stretch: ClosedRange<Int>) -> String {
    let start = NumberText.short(stretch.lowerBound)
    let end = NumberText.short(stretch.upperBound)
    return stretch.upperBound >= grid.edges[grid.edges.count - 1]
      ? localized("from \(start) tokens") : localized("from \(start) to \(end) tokens")
  }

  /// What the cells and the line take for granted.
  var notes: [String] {
    [
      localized(
        "Work comes evenly, and every machine is held all month. In cells and lines, ranges are taken "
          + "at their middle. Within a row the line is exact for its share.")
    ]
  }

  // MARK: Data

  /// The cells, each with the offer that is the cheaper one there.
  var values: ValueTable {
    ValueTable(
      caption: title,
      captionDetail: localized(
        "US dollars per 1M tokens at the cheaper of the two. \(view.basis) "
          + "Sorted by busy share, lowest first."),
      head: localized("Busy"),
      columns: ValueTable.figures(
        grid.volumes.map { ("tokens-\($0)", localized("\(NumberText.short($0)) tokens a month")) }),
      rows: map.rows.map { row in
        ValueTable.Row(
          name: NumberText.percent(row.busyShare), detail: nil,
          cells: inner(row).map { cell in
            ValueTable.Cell(
              text: AmountText.fixed(Self.price(cell), decimals: 2),
              detail: UnitText.list(cell.cheapest.map(view.name)),
              exact: .single(Self.price(cell)))
          }, id: row.busyShare.exactText())
      })
  }

  var data: [(String, JSONValue)] {
    [
      ("workload", .string(asked.workload)), ("always_on", .string(asked.alwaysOn)),
      ("tokens", .string(asked.tokens)),
      ("least_busy_share", map.threshold.share.map { .string($0.exactText()) } ?? .null),
      ("rows", .array(map.rows.map(row))),
    ]
  }

  private func row(_ row: HeatMap.Row) -> JSONValue {
    .object([
      ("busy_share", .string(row.busyShare.exactText())),
      (
        "cells",
        .array(
          inner(row).map { cell in
            .object([
              ("tokens", .string(String(cell.tokens))),
              (
                "usd_per_million",
                .array(cell.costs.map { $0.map { .string($0.low.exactText()) } ?? .null })
              ),
              ("cheapest", .strings(cell.cheapest)),
            ])
          })
      ),
      (
        "changes",
        .array(
          row.changes.map { change in
            .object([
              ("at", .string(String(change.tokens))), ("from", .strings(change.from)),
              ("to", .strings(change.to)),
            ])
          })
      ),
    ])
  }
}

extension HeatMapFigure: FigureKind {
  static let name = "heat-map"
  static let template = "charts/heat-map.svg"

  static func contents(
    of subject: FigureSubject, into diagnostics: inout [Diagnostic]
  ) throws(PricingError) -> [FigureContent<HeatMapChart>] {
    guard let asked = subject.view.document.charts.heatMap else { return [] }
    guard let figure = try HeatMapFigure(view: subject.view, asked: asked),
      let chart = figure.chart()
    else {
      diagnostics.append(
        Diagnostic(
          .error, at: asked.location, "a heat map of offers without a known total",
          hint: "name offers whose rates are stated and that can do all of the work"))
      return []
    }
    return [
      FigureContent(
        suffix: "-\(name)", title: chart.words.title, chart: chart, notes: figure.notes,
        data: figure.data, sources: figure.sources, values: figure.values)
    ]
  }
}
