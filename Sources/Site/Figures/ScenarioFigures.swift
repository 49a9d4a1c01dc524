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

  private let scenario: String

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
    var figures = Figures(styles: templates.styles)
    let id = view.scenario.id
    do {
      if let breakEven = view.priced.breakEven, !breakEven.curves.isEmpty {
        let figure = BreakEvenFigure(view: view, breakEven: breakEven)
        // The page says the title as its headline.
        try figures.add(
          id, try figure.chart(), showsTitle: false, figure.notes + [FigureSources.line(view)],
          templates.figures.breakEven)
      }
      let bars = CostBarsFigure(view: view)
      let chart = bars.chart()
      try figures.add(
        figures.drawn.isEmpty ? id : "\(id)-costs", chart,
        showsTitle: chart.title != Finding(view).headline,
        bars.notes + [FigureSources.line(view)], templates.figures.costBars)
      let shares = IdleCostFigure(view: view)
      if let chart = shares.chart() {
        try figures.add(
          "\(id)-phases", chart, showsTitle: true, shares.notes + [FigureSources.line(view)],
          templates.figures.costBars)
      }
      let history = RateHistoryFigure(view: view)
      if let chart = history.chart() {
        try figures.add(
          "\(id)-rates", chart, showsTitle: true, history.notes + [FigureSources.line(view)],
          templates.figures.rateHistory)
      }
    } catch let faults as ChartFaults {
      if let breakEven = view.priced.breakEven, figures.drawn.isEmpty, Self.namesATag(faults, view)
      {
        diagnostics.append(
          Diagnostic(
            .error, at: view.document.location,
            "\(breakEven.curves.count) cost curves are too many for one chart",
            hint: "leave offers out of it with 'curve: false', or make their names shorter"))
        return nil
      }
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
    scenario = id
    drawn = figures.drawn
    files = figures.files
  }

  /// Charts as they are added, each for a page and as files.
  private struct Figures {
    let styles: [ChartStyle.Theme: ChartStyle]
    var drawn: [Drawn] = []
    var files: [SiteFile] = []

    mutating func add<Kind: Chart>(
      _ id: String, _ chart: Kind, showsTitle: Bool, _ notes: [String],
      _ template: Template<Kind.Drawing>
    ) throws(ChartFaults) where Kind.Drawing: TemplateModel {
      let onPage = chart.onPage(showsTitle: showsTitle)
      drawn.append(
        Drawn(
          id: id, wide: template.fragment(try onPage.drawing(.wide, style: nil)),
          compact: template.fragment(try onPage.drawing(.compact, style: nil)),
          caption: notes.joined(separator: " ")))
      for (theme, suffix) in [
        (ChartStyle.Theme.adaptive, ""), (.light, "-light"), (.dark, "-dark"),
      ] {
        let drawing = try chart.drawing(.wide, style: styles[theme])
        files.append(
          SiteFile(path: "charts/\(id)\(suffix).svg", bytes: template.render(drawing)))
      }
    }
  }

  /// Whether a fault is about a letter that a crowded chart gave to a curve, which no author wrote.
  private static func namesATag(_ faults: ChartFaults, _ view: ScenarioView) -> Bool {
    let names = Set(view.scenario.offers.map(\.name))
    return faults.faults.contains { fault in
      let texts: [String] =
        switch fault {
        case .overlap(let first, let second): [first, second]
        case .outside(let text): [text]
        case .emptyAxis, .notDrawable, .unknownSeries: []
        }
      return texts.contains { text in
        let isTag =
          text.first?.isUppercase == true && text.dropFirst().allSatisfy(\.isNumber)
        return isTag && !names.contains(text)
      }
    }
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
        files: [
          ("Table", "tables/\(scenario).html"), ("SVG", "charts/\(drawing.id).svg"),
          ("SVG, dark", "charts/\(drawing.id)-dark.svg"), ("JSON", "charts/\(drawing.id).json"),
        ].map { title, path in
          PageLink(title: title, link: SitePaths.link(from: page, to: path))
        })
    }
  }

  /// The ids of the charts, each with whether it is one of curves.
  var ids: [String] { drawn.map(\.id) }
}
