import Charts
import Content
import Diagnostics
import Pricing
import Templates

/// The charts of a scenario as they are added, each for a page, as files and as data.
struct DrawnFigures {
  let view: ScenarioView
  let finding: Finding
  let templates: FigureTemplates

  /// The charts in the order of the page.
  private(set) var all: [Figure] = []

  /// The files of the charts, three themes each.
  private(set) var files: [File] = []

  /// A chart in one theme.
  struct File: Sendable {
    let path: String
    let family: PublishedFamily
    let bytes: [UInt8]
  }

  /// A chart for a page, with what is behind it.
  struct Figure: Sendable {
    let id: String

    /// The chart as pages show it.
    let figure: ChartFigure
    let data: ChartData
  }

  init(view: ScenarioView, finding: Finding, templates: FigureTemplates) {
    (self.view, self.finding, self.templates) = (view, finding, templates)
  }

  /// The cost curves if there are any, and the invoices as bars.
  mutating func addCosts() throws {
    if let breakEven = view.priced.breakEven, !breakEven.curves.isEmpty {
      let figure = BreakEvenFigure(view: view, finding: finding, breakEven: breakEven)
      let chart = try figure.chart()
      let data = chartData("", chart.title, CurveData(view: view, breakEven: breakEven).members)
      // The page says the title as its headline.
      try add(data, chart, showsTitle: false, figure.notes, templates.breakEven)
    }
    let bars = CostBarsFigure(view: view)
    let chart = bars.chart()
    try add(
      chartData(all.isEmpty ? "" : "-costs", chart.title, bars.data), chart,
      showsTitle: chart.title != finding.headline, bars.notes, templates.costBars)
  }

  /// What the invoices pay for, if any pays for waiting.
  mutating func addShares() throws {
    let figure = IdleCostFigure(view: view)
    guard let chart = figure.chart() else { return }
    try add(
      chartData("-phases", chart.title, figure.data), chart, showsTitle: true, figure.notes,
      templates.costBars)
  }

  /// How prices changed, if any did.
  mutating func addRates() throws {
    let figure = RateHistoryFigure(view: view)
    guard let chart = figure.chart() else { return }
    try add(
      chartData("-rates", chart.words.title, figure.data), chart, showsTitle: true, figure.notes,
      templates.rateHistory)
  }

  /// What the cheapest offer hangs on, if the scenario asks.
  mutating func addSensitivity(into diagnostics: inout [Diagnostic]) throws {
    guard let asked = view.document.charts.sensitivity else { return }
    guard let found = try Sensitivity(of: view.scenario, workload: asked.value) else {
      diagnostics.append(
        Diagnostic(
          .error, at: asked.location,
          "'\(asked.value)' has fewer than two offers with a known total",
          hint: "name another workload, or remove 'sensitivity'"))
      return
    }
    let figure = TornadoFigure(view: view, sensitivity: found)
    let chart = figure.chart()
    try add(
      chartData("-sensitivity", chart.words.title, figure.data), chart, showsTitle: true,
      figure.notes, templates.tornado)
  }

  /// A machine against a price for tokens, if the scenario asks.
  mutating func addHeatMap(into diagnostics: inout [Diagnostic]) throws {
    guard let asked = view.document.charts.heatMap else { return }
    guard let figure = try HeatMapFigure(view: view, asked: asked), let chart = figure.chart()
    else {
      diagnostics.append(
        Diagnostic(
          .error, at: asked.location, "a heat map of offers without a known total",
          hint: "name offers whose rates are stated and that can do all of the work"))
      return
    }
    try add(
      chartData("-heat-map", chart.words.title, figure.data), chart, showsTitle: true,
      figure.notes, templates.heatMap)
  }

  private func chartData(
    _ suffix: String, _ title: String, _ members: [(String, JSONValue)]
  ) -> ChartData {
    ChartData(view: view, id: view.scenario.id + suffix, title: title, members: members)
  }

  private mutating func add<Kind: Chart>(
    _ data: ChartData, _ chart: Kind, showsTitle: Bool, _ notes: [String],
    _ template: Template<Kind.Drawing>
  ) throws(ChartFaults) where Kind.Drawing: TemplateModel {
    let onPage = chart.onPage(showsTitle: showsTitle)
    let families = view.context.content.settings.published
    if families.contains(.pages) {
      all.append(
        Figure(
          id: data.id,
          figure: ChartFigure(
            id: "chart-\(data.id)",
            wide: template.fragment(try onPage.drawing(.wide, style: nil)),
            compact: template.fragment(try onPage.drawing(.compact, style: nil)),
            caption: (notes + [FigureSources.line(view)]).joined(separator: " "),
            files: Self.links(data.id, view.scenario.id, families)),
          data: data))
    }
    for (family, theme, suffix) in Self.themes where families.contains(family) {
      let drawing = try chart.drawing(.wide, style: templates.styles[theme])
      files.append(
        File(
          path: "\(SitePaths.chart(data.id))\(suffix).svg", family: family,
          bytes: template.render(drawing)))
    }
  }

  private static let themes: [(PublishedFamily, ChartStyle.Theme, suffix: String)] = [
    (.charts, .adaptive, ""), (.lightCharts, .light, "-light"), (.darkCharts, .dark, "-dark"),
  ]

  /// The files of a chart, as far as they are published.
  private static func links(
    _ id: String, _ scenario: String, _ families: Set<PublishedFamily>
  ) -> [PageLink] {
    let all: [(PublishedFamily, String, String)] = [
      (.tables, "Table", "\(SitePaths.table(scenario)).html"),
      (.charts, "SVG", "\(SitePaths.chart(id)).svg"),
      (.darkCharts, "SVG, dark", "\(SitePaths.chart(id))-dark.svg"),
      (.data, "JSON", "\(SitePaths.chart(id)).json"),
    ]
    return all.filter { families.contains($0.0) }.map { PageLink($0.1, to: $0.2) }
  }
}
