import Charts
import Content
import Diagnostics
import Messages
import Pricing
import Publishing
import Templates
import Wording

/// A chart for a page, with what is behind it.
struct Figure: Sendable {
  /// The name of its files.
  let id: String

  /// What it is called among the charts of its scenario.
  let name: String

  /// What it found.
  let title: String

  /// Whether the drawing for pages says that too.
  let drawsTitle: Bool

  /// The chart as pages show it.
  let shown: ChartFigure

  /// Its numbers.
  let data: ChartData

  /// What it draws, with the files of this table, where the comparison does not have it.
  let values: (table: ValueTable, files: TableFiles)?

  /// The chart as a file of its own.
  let file: @Sendable (ChartStyle.Theme) -> [UInt8]

  /// Writes the chart in each theme that is published.
  let write: @Sendable (inout SiteWriter) throws(BuildError) -> Void
}

extension Figure {
  /// The paths of its files as far as they are published, the numbers first.
  func paths(_ families: Set<PublishedFamily>) -> [String] {
    let path = SitePaths.chart(id)
    let drawings = DrawnChart.themes.filter { families.contains($0.0) }
    return (families.contains(.data) ? ["\(path).json"] : [])
      + drawings.map { "\(path)\($0.suffix).svg" }
      + (families.contains(.png) ? ["\(path).png"] : [])
  }
}

/// Draws charts of one kind: laid out once for each size, and given the rules of each theme.
struct FigureDrawer: Sendable {
  /// Draws the charts of a scenario; none where there is nothing to show.
  let draw:
    @Sendable (_ subject: FigureSubject, _ diagnostics: inout [Diagnostic]) throws(FigureError) ->
      [Figure]

  init<Kind: FigureKind>(_ kind: Kind.Type, _ templates: ReportTemplates) {
    let template = templates.set.template(Kind.template, for: Kind.Shown.Drawing.self)
    let styles = templates.styles
    draw = { (subject, diagnostics) throws(FigureError) in
      let contents: [FigureContent<Kind.Shown>]
      do throws(PricingError) {
        contents = try Kind.contents(of: subject, into: &diagnostics)
      } catch {
        throw .pricing(error)
      }
      var figures: [Figure] = []
      do throws(ChartFaults) {
        for content in contents {
          figures.append(try Self.figure(content, Kind.name, subject.view, template, styles))
        }
      } catch { throw .drawing(error) }
      return figures
    }
  }

  private static func figure<Shown: Chart>(
    _ content: FigureContent<Shown>, _ name: String, _ view: ScenarioView,
    _ template: Template<Shown.Drawing>, _ styles: [ChartStyle.Theme: ChartStyle]
  ) throws(ChartFaults) -> Figure where Shown.Drawing: TemplateModel {
    let id = view.scenario.id + content.suffix
    let drawn = try DrawnChart(
      content.chart, id: id, showsTitle: content.showsTitle, on: PagePlace(path: view.page),
      template, styles)
    let files = TableFiles(
      forRecordsAt: SitePaths.values(view.scenario.id, content.suffix), alone: true)
    let values = content.values.map { table in
      var table = table
      table.id = Anchor.table(id)
      return (table: table, files: files)
    }
    let shown = ChartFigure(
      id: Anchor.chart(id), title: content.title, wide: drawn.wide, compact: drawn.compact,
      caption: (content.notes + [FigureSources.line(content.sources)]).joined(separator: " "),
      files: links(
        id, view, values: values?.files.path,
        hasCrossings: content.showsCrossings && view.hasCrossings),
      use: EmbedUse(
        "chart", "id=\(view.scenario.id)\(content.suffix.isEmpty ? "" : " chart=\(name)")",
        at: SitePaths.embed(chart: id), title: content.title, in: view.context))
    return Figure(
      id: id, name: name, title: content.title, drawsTitle: content.showsTitle, shown: shown,
      data: ChartData(
        view: view, id: id, title: content.title, sources: content.sources, members: content.data),
      values: values, file: drawn.file, write: drawn.write)
  }

  /// Where the values of a chart are, and its files, as far as they are published.
  private static func links(
    _ id: String, _ view: ScenarioView, values: String?, hasCrossings: Bool
  ) -> [PageLink] {
    let families = view.context.content.settings.published
    var links: [PageLink] = []
    if let values, families.contains(.tables) {
      links.append(PageLink(localized("Table"), to: SitePaths.embed(values)))
    } else if values == nil {
      links.append(PageLink(localized("Table"), to: view.page, anchor: "costs"))
    }
    if hasCrossings {
      links.append(PageLink(localized("Crossings"), to: view.page, anchor: "crossings"))
    }
    if let values, families.contains(.csv) { links.append(PageLink("CSV", to: "\(values).csv")) }
    links += DrawnChart.links(id, families)
    return families.contains(.data)
      ? links + [PageLink("JSON", to: "\(SitePaths.chart(id)).json")] : links
  }
}
