import Content
import Diagnostics
import Pricing

/// Makes the page that shows every kind of chart.
struct GalleryBuilder {
  let context: SiteContext
  let templates: SiteTemplates
  let gallery: GalleryDocument

  /// The page; `nil` if a chart of it is none of the site.
  func page(into diagnostics: inout [Diagnostic]) -> GalleryPage? {
    let before = diagnostics.count
    let available = figures(into: &diagnostics)
    var charts: [GalleryChart] = []
    for chart in gallery.charts {
      guard let found = available[chart.id.value] else {
        diagnostics.append(
          Diagnostic(
            .error, at: chart.id.location, "'\(chart.id.value)' is not a chart of this site",
            hint: Suggestion.hint(
              for: chart.id.value, in: available.keys.sorted(), noun: "charts")))
        continue
      }
      let score = gallery.score(ofKind: chart.kind.value)
      charts.append(
        GalleryChart(
          id: "kind-\(chart.id.value)", kind: chart.kind.value, text: chart.text,
          score: "\(score.points) of \(score.most)", figure: found.figure, home: found.home))
    }
    guard diagnostics.count == before else { return nil }
    let (ofCharts, ofTables) = (gallery.score(ofTables: false), gallery.score(ofTables: true))
    return GalleryPage(
      frame: FrameBuilder(context: context).frame(
        of: SitePaths.gallery, title: gallery.title, description: gallery.summary, kind: "gallery"),
      title: gallery.title, summary: gallery.summary,
      scores: "Charts have \(ofCharts.points) of \(ofCharts.most) points, tables "
        + "\(ofTables.points) of \(ofTables.most).",
      charts: charts, checks: gallery.checks.map(check),
      peers: gallery.peers.map {
        GalleryPeer(name: $0.name, score: "\($0.score) of \(ofCharts.most)")
      })
  }

  private func check(_ check: GalleryDocument.Check) -> GalleryCheck {
    GalleryCheck(
      id: check.id.value, check: check.check,
      kinds: check.kinds.isEmpty ? nil : check.kinds.map(\.value).joined(separator: ", "),
      score: String(check.score), evidence: check.evidence)
  }

  /// The charts of the scenarios, by id, with the page where each is at home.
  private func figures(
    into diagnostics: inout [Diagnostic]
  ) -> [String: (figure: ChartFigure, home: PageLink)] {
    var result: [String: (figure: ChartFigure, home: PageLink)] = [:]
    for (document, priced) in context.scenarios {
      let view = ScenarioView(
        context: context, document: document, priced: priced, page: SitePaths.gallery)
      guard let figures = ScenarioFigures(view, templates, into: &diagnostics) else { continue }
      let home = PageLink(
        title: document.title,
        link: SitePaths.link(
          from: SitePaths.gallery, to: SitePaths.scenario(priced.scenario.id)))
      for (id, figure) in zip(figures.ids, figures.figures(on: SitePaths.gallery)) {
        result[id] = (figure, home)
      }
    }
    return result
  }
}
