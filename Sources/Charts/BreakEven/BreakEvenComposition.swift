/// A break-even chart, laid out: every part with its place, before it becomes text.
struct BreakEvenComposition {
  let chart: BreakEvenChart
  let layout: ChartLayout
  let header: ChartHeader
  let frame: PlotFrame
  let curves: [PlottedCurve]
  let seriesLabels: SeriesLabels
  let plotLabels: PlotLabels
  let ribbon: CheapestRibbon
  let footer: BreakEvenFooter

  /// Lays out a chart whose values were checked.
  ///
  /// Names stand at the curves if there is room for all of them; else letters do, and the
  /// names in a list below.
  init(_ chart: BreakEvenChart, _ layout: ChartLayout) {
    let named = Self(chart, layout, lettered: false)
    let isComplete = named.seriesLabels.dropped.isEmpty && named.plotLabels.unlabelledEnds.isEmpty
    self = layout == .wide && isComplete ? named : Self(chart, layout, lettered: true)
  }

  private init(_ chart: BreakEvenChart, _ layout: ChartLayout, lettered: Bool) {
    self.chart = chart
    self.layout = layout
    header = ChartHeader(
      title: chart.showsTitle ? chart.title : nil, subtitle: chart.subtitle, layout)
    let top = header.bottom + 8 + TextStyle.tick.lineHeight + 10

    // The letters depend on where the curves end, but their widths do not.
    let widths = chart.series.map {
      SeriesLabels.block(0, $0, tag: lettered ? "W" : nil).width
    }
    let frame = PlotFrame(
      chart, layout, top: top, beside: (widths.max() ?? 0) + SeriesLabels.gap)
    let curves = chart.series.map {
      PlottedCurve(
        $0.pieces, horizontal: frame.horizontal, vertical: frame.vertical, area: frame.area,
        narrowest: chart.narrowestStep)
    }
    self.frame = frame
    self.curves = curves
    let order = Self.order(curves)
    let tags = lettered ? Self.tags(order) : nil

    let importance = Self.importance(chart)
    let beside = order.filter { curves[$0].reaches(frame.area.right) }
    func blocks(_ indices: [Int]) -> [(block: SeriesLabels.Block, end: Point)] {
      indices.compactMap { index in
        curves[index].end.map { end in
          let block = SeriesLabels.block(
            index, chart.series[index], tag: tags?[index], showsEnd: curves[index].stopsInside,
            showsName: !Self.isNamedAbove(index, chart, beside))
          return (block, end)
        }
      }
    }
    seriesLabels = SeriesLabels(blocks(beside), importance: importance, frame)
    plotLabels = PlotLabels(
      chart, frame, curves: curves,
      blocks: blocks(importance.filter { !curves[$0].reaches(frame.area.right) }),
      isCompact: layout == .compact)
    ribbon = CheapestRibbon(chart, frame, tags: tags)
    footer = BreakEvenFooter(
      chart, layout, frame, key: tags.map { tags in order.map { ($0, tags[$0]) } } ?? [],
      numbered: plotLabels.numbered, isCollapsed: curves.contains(where: \.isCollapsed))
  }

  /// The curves from the top of the plot's right edge down; those outside the plot last.
  static func order(_ curves: [PlottedCurve]) -> [Int] {
    curves.indices.sorted {
      (curves[$0].end?.y ?? .infinity, $0) < (curves[$1].end?.y ?? .infinity, $1)
    }
  }

  /// Whether the label just above a curve's own is that of the same offer's other edge.
  private static func isNamedAbove(
    _ index: Int, _ chart: BreakEvenChart, _ beside: [Int]
  ) -> Bool {
    guard let place = beside.firstIndex(of: index), place > 0 else { return false }
    let (above, own) = (chart.series[beside[place - 1]], chart.series[index])
    return (above.name, above.colour) == (own.name, own.colour)
      && (above.edge, own.edge) == (.high, .low)
  }

  /// A letter for each curve, in the order of their labels; after Z two letters.
  static func tags(_ order: [Int]) -> [String] {
    var tags = Array(repeating: "", count: order.count)
    for (rank, index) in order.enumerated() {
      let letter = String(UnicodeScalar(UInt8(65 + rank % 26)))
      tags[index] = rank < 26 ? letter : "\(letter)\(rank / 26)"
    }
    return tags
  }

  /// What is cheapest somewhere is never the first to lose its label.
  private static func importance(_ chart: BreakEvenChart) -> [Int] {
    let cheapest = Set(chart.cheapest.map(\.series))
    return chart.series.indices.filter { cheapest.contains($0) }
      + chart.series.indices.filter { !cheapest.contains($0) }
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
      for mark in curve.marks { registry.add(marker: line.name, SeriesMark.box(at: mark)) }
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
