import Charts
import Content
import Diagnostics
import Pricing
import Templates

/// The charts of a scenario as they are added, each for a page, as files and as data.
struct DrawnFigures {
  let view: ScenarioView
  let templates: SiteTemplates

  /// The charts in the order of the page.
  private(set) var all: [Figure] = []

  /// The files of the charts, three themes each.
  private(set) var files: [SiteFile] = []

  /// A chart for a page, with what is behind it.
  struct Figure {
    let id: String
    let wide: Fragment
    let compact: Fragment
    let caption: String
    let data: ChartData
  }

  init(view: ScenarioView, templates: SiteTemplates) {
    (self.view, self.templates) = (view, templates)
  }

  /// The cost curves if there are any, and the invoices as bars.
  mutating func addCosts() throws {
    if let breakEven = view.priced.breakEven, !breakEven.curves.isEmpty {
      let figure = BreakEvenFigure(view: view, breakEven: breakEven)
      let chart = try figure.chart()
      let data = chartData("", chart.title, CurveData(view: view, breakEven: breakEven).members)
      // The page says the title as its headline.
      try add(data, chart, showsTitle: false, figure.notes, templates.figures.breakEven)
    }
    let bars = CostBarsFigure(view: view)
    let chart = bars.chart()
    try add(
      chartData(all.isEmpty ? "" : "-costs", chart.title, bars.data), chart,
      showsTitle: chart.title != Finding(view).headline, bars.notes, templates.figures.costBars)
  }

  /// What the invoices pay for, if any pays for waiting.
  mutating func addShares() throws {
    let figure = IdleCostFigure(view: view)
    guard let chart = figure.chart() else { return }
    try add(
      chartData("-phases", chart.title, figure.data), chart, showsTitle: true, figure.notes,
      templates.figures.costBars)
  }

  /// How prices changed, if any did.
  mutating func addRates() throws {
    let figure = RateHistoryFigure(view: view)
    guard let chart = figure.chart() else { return }
    try add(
      chartData("-rates", chart.words.title, figure.data), chart, showsTitle: true, figure.notes,
      templates.figures.rateHistory)
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
      figure.notes, templates.figures.tornado)
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
      figure.notes, templates.figures.heatMap)
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
    let file = try chart.laidOut(.wide)
    let wide = showsTitle ? file : try onPage.laidOut(.wide)
    all.append(
      Figure(
        id: data.id, wide: template.fragment(wide.onPage),
        compact: template.fragment(try onPage.laidOut(.compact).onPage),
        caption: (notes + [FigureSources.line(view)]).joined(separator: " "), data: data))
    for (theme, suffix) in [
      (ChartStyle.Theme.adaptive, ""), (.light, "-light"), (.dark, "-dark"),
    ] {
      guard let style = templates.styles[theme] else { continue }
      files.append(
        SiteFile(
          path: "charts/\(data.id)\(suffix).svg", bytes: template.render(file.file(style))))
    }
  }
}
