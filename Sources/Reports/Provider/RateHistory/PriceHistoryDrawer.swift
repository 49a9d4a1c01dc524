import Charts
import Content
import Publishing
import Templates

/// Draws how the prices of a provider changed, for its page and as files.
struct PriceHistoryDrawer: Sendable {
  private let template: Template<RatePanelsDrawing>
  private let styles: [ChartStyle.Theme: ChartStyle]

  /// Takes what it draws with.
  init(_ templates: ReportTemplates) {
    template = templates.set.template("charts/rate-panels.svg", for: RatePanelsDrawing.self)
    styles = templates.styles
  }

  /// Draws the chart and writes its files.
  ///
  /// - Parameters:
  ///   - card: The prices.
  ///   - context: The site.
  ///   - writer: Takes the files, and what keeps the chart from being drawn.
  /// - Returns: The chart for the page; `nil` where no price changed on a day that a source states, and
  ///   where nobody wants charts.
  /// - Throws: ``Publishing/BuildError/writing(_:)``.
  func draw(
    _ card: RateCard, in context: SiteContext, to writer: inout SiteWriter
  ) throws(BuildError) -> ChartFigure? {
    let families = context.content.settings.published
    guard DrawnChart.isWanted(families), let figure = PriceHistoryFigure(card, in: context)
    else { return nil }
    let id = "providers/\(card.id)"
    let drawn: DrawnChart
    do throws(ChartFaults) {
      drawn = try DrawnChart(
        figure.chart(), id: id, on: PagePlace(path: SitePaths.provider(card.id)), template, styles)
    } catch {
      let place = card.offers[0].location
      writer.report(error.findings(at: place, hint: "make names shorter"))
      return nil
    }
    try drawn.write(&writer)
    let data =
      families.contains(.data) ? [PageLink("JSON", to: SitePaths.providerData(card.id))] : []
    return ChartFigure(
      id: Anchor.chart("\(card.id)-prices"), title: figure.title, wide: drawn.wide,
      compact: drawn.compact, caption: figure.caption, files: DrawnChart.links(id, families) + data,
      use: nil)
  }
}
