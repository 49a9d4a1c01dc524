import Charts
import Content
import Diagnostics
import Pricing
import Templates

/// The charts of one scenario, drawn for pages and as files.
struct ScenarioFigures {
  /// The charts as a page of the site shows them, for the page that asks.
  private let drawn: [Drawn]

  /// The chart files, with paths below the site's root.
  let files: [SiteFile]

  private struct Drawn {
    let id: String
    let wide: Fragment
    let compact: Fragment
    let caption: String
  }

  /// Draws the charts of a scenario; `nil` if one cannot be drawn.
  ///
  /// - Parameters:
  ///   - view: The scenario.
  ///   - templates: What the drawings are filled into.
  ///   - diagnostics: Receives what keeps a chart from being drawn.
  init?(_ view: ScenarioView, _ templates: SiteTemplates, into diagnostics: inout [Diagnostic]) {
    var drawn: [Drawn] = []
    var files: [SiteFile] = []
    func add(
      _ id: String, _ notes: [String],
      fragment: (ChartLayout) throws(ChartFaults) -> Fragment,
      file: (ChartStyle?) throws(ChartFaults) -> [UInt8]
    ) throws(ChartFaults) {
      drawn.append(
        Drawn(
          id: id, wide: try fragment(.wide), compact: try fragment(.compact),
          caption: notes.joined(separator: " ")))
      for (theme, suffix) in [
        (ChartStyle.Theme.adaptive, ""), (.light, "-light"), (.dark, "-dark"),
      ] {
        files.append(
          SiteFile(path: "charts/\(id)\(suffix).svg", bytes: try file(templates.styles[theme])))
      }
    }
    do {
      let id = view.scenario.id
      if let breakEven = view.priced.breakEven, !breakEven.curves.isEmpty {
        let figure = BreakEvenFigure(view: view, breakEven: breakEven)
        let chart = try figure.chart()
        var onPage = chart
        // The page says it as its headline, and the caption has the notes.
        onPage.showsTitle = false
        onPage.notes = []
        try add(id, figure.notes + [FigureSources.line(view)]) { layout throws(ChartFaults) in
          templates.breakEven.fragment(try onPage.drawing(layout))
        } file: { style throws(ChartFaults) in
          templates.breakEven.render(try chart.drawing(.wide, style: style))
        }
      }
      let figure = CostBarsFigure(view: view)
      let bars = figure.chart()
      let barsID = drawn.isEmpty ? id : "\(id)-costs"
      var onPage = bars
      onPage.showsTitle = bars.title != Finding(view).headline
      onPage.notes = []
      try add(barsID, figure.notes + [FigureSources.line(view)]) { layout throws(ChartFaults) in
        templates.costBars.fragment(try onPage.drawing(layout))
      } file: { style throws(ChartFaults) in
        templates.costBars.render(try bars.drawing(.wide, style: style))
      }
    } catch let faults as ChartFaults {
      diagnostics += Self.worst(of: faults).map {
        Diagnostic(
          .error, at: view.document.location, $0.message,
          hint: "make names shorter, or the range of 'vary' smaller")
      }
      return nil
    } catch {
      diagnostics.append(
        Diagnostic(
          .error, at: view.document.location, "the cost curves cannot be worked out",
          hint: "check the numbers of the scenario"))
      return nil
    }
    self.drawn = drawn
    self.files = files
  }

  /// The faults without what follows from another one: the longest text that leaves the chart
  /// pushes out the ticks and labels beside it.
  private static func worst(of faults: ChartFaults) -> [ChartFault] {
    func length(_ fault: ChartFault) -> Int? {
      if case .outside(let text) = fault { text.count } else { nil }
    }
    guard let longest = faults.faults.compactMap(length).max() else { return faults.faults }
    return Array(faults.faults.filter { length($0) == longest }.prefix(1))
  }

  /// The figures for a page.
  func figures(on page: String) -> [ChartFigure] {
    drawn.map { drawing in
      ChartFigure(
        id: "chart-\(drawing.id)", wide: drawing.wide, compact: drawing.compact,
        caption: drawing.caption,
        files: [("SVG", ".svg"), ("SVG, dark", "-dark.svg"), ("JSON", ".json")].map {
          title, ending in
          PageLink(
            title: title, link: SitePaths.link(from: page, to: "charts/\(drawing.id)\(ending)"))
        })
    }
  }

  /// The ids of the charts, each with whether it is one of curves.
  var ids: [String] { drawn.map(\.id) }
}
