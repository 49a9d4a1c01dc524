import Content
import Diagnostics
import Messages
import Publishing
package import Templates

/// The report of every kind of chart, if `content/gallery.yaml` asks for it.
package struct GalleryReports: ReportKind {
  package static let templates = [TemplateEntry("pages/gallery.xhtml", GalleryPage.self)]

  private let page: Template<GalleryPage>

  package init(_ templates: ReportTemplates) {
    page = templates.set.template("pages/gallery.xhtml", for: GalleryPage.self)
  }

  package func closingTasks(
    _ context: SiteContext, _ outcome: ScenarioOutcome
  ) -> [ReportTask] {
    guard let gallery = context.content.gallery else { return [] }
    return [
      ReportTask(about: "content/gallery.yaml") { worker throws(BuildError) in
        let charts = GalleryCharts(gallery, outcome)
        guard charts.unknown.isEmpty else { return worker.writer.report(charts.unknown) }
        let report = Self.report(gallery, charts.all, context)
        try worker.writer.page(report, withTwin: page, at: SitePaths.gallery)
      }
    ]
  }

  private static func report(
    _ gallery: GalleryDocument, _ charts: [GalleryChart], _ context: SiteContext
  ) -> GalleryPage {
    let (ofCharts, ofTables) = (gallery.score(ofTables: false), gallery.score(ofTables: true))
    return GalleryPage(
      frame: FrameBuilder(context: context).frame(
        of: SitePaths.gallery, title: gallery.title, description: gallery.summary, kind: "gallery"),
      title: gallery.title, summary: gallery.summary,
      scores: localized(
        "Charts have \(ofCharts.points) of \(ofCharts.most) points, tables "
          + "\(ofTables.points) of \(ofTables.most)."),
      charts: charts, checks: gallery.checks.map(check),
      peers: gallery.peers.map {
        GalleryPeer(name: $0.name, score: localized("\($0.score) of \(ofCharts.most)"))
      })
  }

  private static func check(_ check: GalleryDocument.Check) -> GalleryCheck {
    GalleryCheck(
      id: check.id.value, check: check.check,
      kinds: check.kinds.isEmpty ? nil : check.kinds.map(\.value).joined(separator: ", "),
      score: String(check.score), evidence: check.evidence)
  }
}

/// The charts that the gallery shows, taken from the reports of their scenarios.
struct GalleryCharts {
  /// The charts, in the author's order.
  private(set) var all: [GalleryChart] = []

  /// Names of no chart.
  private(set) var unknown: [Diagnostic] = []

  /// A chart, and the page where it is at home.
  struct Entry: Sendable {
    let figure: ChartFigure
    let home: PageLink
  }

  init(_ gallery: GalleryDocument, _ outcome: ScenarioOutcome) {
    for chart in gallery.charts {
      guard let found = outcome.charts[chart.id.value] else {
        unknown.append(
          Diagnostic(
            .error, at: chart.id.location, "'\(chart.id.value)' is not a chart of this site",
            hint: Suggestion.hint(
              for: chart.id.value, in: outcome.chartIDs.sorted(), noun: "charts")))
        continue
      }
      let score = gallery.score(ofKind: chart.kind.value)
      all.append(
        GalleryChart(
          id: Anchor.kind(chart.id.value), kind: chart.kind.value, text: chart.text,
          score: localized("\(score.points) of \(score.most)"), figure: found.figure,
          home: found.home))
    }
  }
}
