/// A break-even chart, laid out: every part with its place, before it becomes text.
struct BreakEvenComposition {
  let chart: BreakEvenChart
  let layout: ChartLayout
  let header: ChartHeader
  let names: CurveLabels
  let ribbon: CheapestRibbon
  let footer: BreakEvenFooter

  var frame: PlotFrame { names.frame }
  var curves: [PlottedCurve] { names.curves }
  var seriesLabels: SeriesLabels { names.beside }
  var plotLabels: PlotLabels { names.inside }

  /// Lays out a chart whose values were checked.
  init(_ chart: BreakEvenChart, _ layout: ChartLayout) {
    self.chart = chart
    self.layout = layout
    header = ChartHeader(
      title: chart.showsTitle ? chart.title : nil, subtitle: chart.subtitle, layout)
    let names = CurveLabels(
      chart, layout, top: header.bottom + 8 + TextStyle.tick.lineHeight + 10)
    self.names = names
    let ribbon = CheapestRibbon(chart, names.frame)
    self.ribbon = ribbon
    footer = BreakEvenFooter(
      chart, layout, names.frame, key: names.key, remarks: Self.remarks(chart, names, ribbon))
  }

  /// What explains marks that have no room for their words.
  private static func remarks(
    _ chart: BreakEvenChart, _ names: CurveLabels, _ ribbon: CheapestRibbon
  ) -> [String] {
    let list = names.inside.numbered.enumerated().map { number, crossing in
      "(\(number + 1)) \(crossing.label)".replacing(" ", with: "\u{A0}")
    }
    return [
      ribbon.unnamed,
      list.isEmpty ? nil : "\(chart.crossingsLabel): \(list.joined(separator: "; ")).",
      names.inside.hasUnnumbered ? chart.unnumberedNote : nil,
      names.curves.contains(where: \.isCollapsed) ? chart.collapsedStepsNote : nil,
    ].compactMap(\.self)
  }

  /// Everything that may not collide.
  var registry: BoxRegistry {
    var registry = BoxRegistry()
    let lines =
      header.lines + [verticalTitle] + frame.verticalLabels + frame.horizontalLabels
      + ribbon.labels + footer.lines
      + (seriesLabels.placed.map(\.lines) + plotLabels.crossings.map(\.lines)
      + plotLabels.ends.map(\.lines)).flatMap(\.self)
    for line in lines { registry.add(line) }
    for (line, curve) in zip(chart.series, curves) {
      for mark in line.isMuted ? [] : curve.marks {
        registry.add(marker: line.name, SeriesMark.box(at: mark))
      }
    }
    for ring in plotLabels.rings { registry.add(marker: ring.crossing.label, ring.box) }
    return registry
  }

  var verticalTitle: PlacedLine {
    PlacedLine(
      text: chart.vertical.title, style: .tick, x: layout.margin,
      baseline: header.bottom + 8 + TextStyle.tick.ascent)
  }
}
