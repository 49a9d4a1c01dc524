import Charts
import Content
import Diagnostics
import Pricing
import Publishing
import Templates
import Wording

/// A chart for a page, with what is behind it.
struct Figure: Sendable {
  /// The name of its files.
  let id: String

  /// The chart as pages show it.
  let shown: ChartFigure

  /// Its numbers.
  let data: ChartData

  /// What it draws, with the files of this table, where the comparison does not have it.
  let values: (table: ValueTable, files: TableFiles)?

  /// Writes the chart in each theme that is published.
  let write: @Sendable (inout SiteWriter) throws(BuildError) -> Void
}

/// Draws charts of one kind: laid out once for each size, and given the rules of each theme.
struct FigureDrawer: Sendable {
  /// Draws the chart of a scenario; `nil` where there is nothing to show.
  let draw:
    @Sendable (_ subject: FigureSubject, _ diagnostics: inout [Diagnostic]) throws(FigureError) ->
      Figure?

  init<Kind: FigureKind>(_ kind: Kind.Type, _ templates: ReportTemplates) {
    let template = templates.set.template(Kind.template, for: Kind.Shown.Drawing.self)
    let styles = templates.styles
    draw = { (subject, diagnostics) throws(FigureError) in
      let content: FigureContent<Kind.Shown>?
      do throws(PricingError) {
        content = try Kind.content(of: subject, into: &diagnostics)
      } catch {
        throw .pricing(error)
      }
      guard let content else { return nil }
      do throws(ChartFaults) {
        return try Self.figure(content, subject.view, template, styles)
      } catch { throw .drawing(error) }
    }
  }

  private static func figure<Shown: Chart>(
    _ content: FigureContent<Shown>, _ view: ScenarioView, _ template: Template<Shown.Drawing>,
    _ styles: [ChartStyle.Theme: ChartStyle]
  ) throws(ChartFaults) -> Figure where Shown.Drawing: TemplateModel {
    let id = view.scenario.id + content.suffix
    let families = view.context.content.settings.published
    let onPage = content.chart.onPage(showsTitle: content.showsTitle)
    func laidOut(
      _ chart: Shown, _ layout: ChartLayout
    ) throws(ChartFaults) -> LaidOut<Shown.Drawing> {
      Tally.note("drawing \(id) \(layout) \(chart.hashValue)")
      return try chart.laidOut(layout)
    }
    let file = try laidOut(content.chart, .wide)
    let wide = content.showsTitle ? file : try laidOut(onPage, .wide)
    let place = PagePlace(path: view.page)
    let files = TableFiles(
      forSpreadsheetsAt: SitePaths.values(view.scenario.id, content.suffix), alone: true)
    let values = content.values.map { table in
      var table = table
      table.id = Anchor.table(id)
      table.files = files.links(families)
      return (table: table, files: files)
    }
    let table = values?.files.path ?? SitePaths.table(view.scenario.id)
    let shown = ChartFigure(
      id: Anchor.chart(id), wide: template.fragment(wide.onPage, on: place),
      compact: template.fragment(try laidOut(onPage, .compact).onPage, on: place),
      caption: (content.notes + [FigureSources.line(view)]).joined(separator: " "),
      files: links(
        id, table: table, families,
        crossings: content.suffix.isEmpty && view.hasCrossings
          ? "\(SitePaths.crossings(view.scenario.id)).html" : nil))
    return Figure(
      id: id, shown: shown,
      data: ChartData(view: view, id: id, title: content.title, members: content.data),
      values: values
    ) { writer throws(BuildError) in
      for (family, theme, suffix) in themes where writer.publishes(family) {
        guard let style = styles[theme] else { continue }
        try writer.chart(
          file.file(style), template, at: "\(SitePaths.chart(id))\(suffix).svg", in: family)
      }
    }
  }

  private static let themes: [(PublishedFamily, ChartStyle.Theme, suffix: String)] = [
    (.charts, .adaptive, ""), (.lightCharts, .light, "-light"), (.darkCharts, .dark, "-dark"),
  ]

  /// The files of a chart, as far as they are published.
  private static func links(
    _ id: String, table: String, _ families: Set<PublishedFamily>, crossings: String?
  ) -> [PageLink] {
    let all: [(PublishedFamily, String, String)] =
      [
        (.tables, "Table", "\(table).html")
      ] + (crossings.map { [(.tables, "Crossings", $0)] } ?? []) + [
        (.charts, "SVG", "\(SitePaths.chart(id)).svg"),
        (.darkCharts, "SVG, dark", "\(SitePaths.chart(id))-dark.svg"),
        (.data, "JSON", "\(SitePaths.chart(id)).json"),
      ]
    return all.filter { families.contains($0.0) }.map { PageLink($0.1, to: $0.2) }
  }
}
