import Charts
import Content
import Diagnostics
import Messages
import Publishing
import Templates

/// A chart that is laid out once for each size, for pages and for files of its own.
struct DrawnChart: Sendable {
  /// The drawing for pages with room, without rules.
  let wide: Fragment

  /// The drawing for a phone.
  let compact: Fragment

  /// The chart as a file of its own.
  let file: @Sendable (ChartStyle.Theme) -> [UInt8]

  /// Writes the chart in each theme that is published.
  let write: @Sendable (inout SiteWriter) throws(BuildError) -> Void

  /// Lays out a chart.
  ///
  /// - Parameters:
  ///   - chart: The chart as a file has it.
  ///   - id: The name of its files.
  ///   - showsTitle: Whether a page does not say its title already.
  ///   - place: The page that shows it.
  ///   - template: What it is filled into.
  ///   - styles: The rules that its files carry.
  /// - Throws: ``Charts/ChartFaults``.
  init<Shown: Chart>(
    _ chart: Shown, id: String, showsTitle: Bool = true, on place: PagePlace,
    _ template: Template<Shown.Drawing>, _ styles: [ChartStyle.Theme: ChartStyle]
  ) throws(ChartFaults) where Shown.Drawing: TemplateModel {
    func laidOut(
      _ chart: Shown, _ layout: ChartLayout
    ) throws(ChartFaults) -> LaidOut<Shown.Drawing> {
      Tally.note("drawing \(id) \(layout) \(chart.hashValue)")
      return try chart.laidOut(layout)
    }
    let onPage = chart.onPage(showsTitle: showsTitle)
    let file = try laidOut(chart, .wide)
    let wide = showsTitle ? file : try laidOut(onPage, .wide)
    self.wide = template.fragment(wide.onPage, on: place)
    compact = template.fragment(try laidOut(onPage, .compact).onPage, on: place)
    self.file = { styles[$0].map { template.render(file.file($0)) } ?? [] }
    write = { writer throws(BuildError) in
      for (family, theme, suffix) in Self.themes where writer.publishes(family) {
        guard let style = styles[theme] else { continue }
        try writer.chart(
          file.file(style), template, at: "\(SitePaths.chart(id))\(suffix).svg", in: family)
      }
      // A picture of pixels cannot follow its reader's screen.
      guard let style = styles[.light] else { return }
      try writer.picture(
        of: { template.render(file.file(style)) }, at: "\(SitePaths.chart(id)).png", in: .png)
    }
  }

  /// The families of its files, with their colours and what their names end with.
  static let themes: [(PublishedFamily, ChartStyle.Theme, suffix: String)] = [
    (.charts, .adaptive, ""), (.lightCharts, .light, "-light"), (.darkCharts, .dark, "-dark"),
  ]

  /// Whether anybody sees charts of a site.
  static func isWanted(_ families: Set<PublishedFamily>) -> Bool {
    !families.isDisjoint(with: themes.map(\.0) + [.png])
  }

  /// The links to its pictures, as far as they are published.
  ///
  /// - Parameters:
  ///   - id: The name of its files.
  ///   - families: What is published.
  /// - Returns: A link for each.
  static func links(_ id: String, _ families: Set<PublishedFamily>) -> [PageLink] {
    let path = SitePaths.chart(id)
    let files: [(family: PublishedFamily, title: String, path: String)] = [
      (.charts, "SVG", "\(path).svg"), (.darkCharts, localized("SVG, dark"), "\(path)-dark.svg"),
      (.png, "PNG", "\(path).png"),
    ]
    return files.filter { families.contains($0.family) }.map { PageLink($0.title, to: $0.path) }
  }
}

extension ChartFaults {
  /// What keeps the chart from being published, without what follows from another fault: the longest
  /// text that leaves the chart pushes out the ticks and labels beside it.
  ///
  /// - Parameters:
  ///   - place: The author's words that the chart is made of.
  ///   - hint: What to do.
  /// - Returns: An error for each fault that is left.
  func findings(at place: SourceLocation, hint: String) -> [Diagnostic] {
    func length(_ fault: ChartFault) -> Int? {
      if case .outside(let text) = fault { text.count } else { nil }
    }
    let longest = faults.compactMap(length).max()
    let worst = longest.map { longest in
      Array(faults.filter { length($0) == longest }.prefix(1))
    }
    return (worst ?? faults).map { Diagnostic(.error, at: place, $0.message, hint: hint) }
  }
}
