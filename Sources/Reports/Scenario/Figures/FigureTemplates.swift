import Charts
import Templates

/// The templates of the charts, compiled, one of each kind.
struct FigureTemplates: Sendable {
  let breakEven: Template<BreakEvenDrawing>
  let costBars: Template<CostBarsDrawing>
  let tornado: Template<TornadoDrawing>
  let heatMap: Template<HeatMapDrawing>
  let rateHistory: Template<RateHistoryDrawing>

  /// The rules that chart files carry, by theme.
  let styles: [ChartStyle.Theme: ChartStyle]

  /// What the templates are filled with.
  static let entries: [TemplateEntry] = [
    TemplateEntry("charts/break-even.svg", BreakEvenDrawing.self),
    TemplateEntry("charts/cost-bars.svg", CostBarsDrawing.self),
    TemplateEntry("charts/tornado.svg", TornadoDrawing.self),
    TemplateEntry("charts/heat-map.svg", HeatMapDrawing.self),
    TemplateEntry("charts/rate-history.svg", RateHistoryDrawing.self),
  ]

  /// Takes the charts' templates out of a set that was compiled with ``entries``.
  init(_ templates: ReportTemplates) {
    let set = templates.set
    styles = templates.styles
    breakEven = set.template("charts/break-even.svg", for: BreakEvenDrawing.self)
    costBars = set.template("charts/cost-bars.svg", for: CostBarsDrawing.self)
    tornado = set.template("charts/tornado.svg", for: TornadoDrawing.self)
    heatMap = set.template("charts/heat-map.svg", for: HeatMapDrawing.self)
    rateHistory = set.template("charts/rate-history.svg", for: RateHistoryDrawing.self)
  }
}
