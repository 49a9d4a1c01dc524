/// The curves of a break-even chart in their plot, with what they are called.
struct CurveLabels {
  let frame: PlotFrame
  let curves: [PlottedCurve]

  /// The curves from the top of the plot's right edge down; those outside the plot last.
  let order: [Int]

  /// The labels at the right edge of the plot.
  let beside: SeriesLabels

  /// The labels inside the plot.
  let inside: PlotLabels

  /// The list below the plot, in the order of the labels; empty where they say everything.
  let key: [BreakEvenFooter.Entry]

  /// Full names stand at the curves if there is room for all of them; else brief ones do, and a
  /// list below says the rest.
  ///
  /// - Parameters:
  ///   - chart: A chart whose values were checked.
  ///   - layout: For how much room.
  ///   - top: Where the plot begins, in pixels.
  init(_ chart: BreakEvenChart, _ layout: ChartLayout, top: Double) {
    if layout == .wide {
      let full = Self(chart, layout, top: top, isBrief: false)
      if full.beside.dropped.isEmpty, full.inside.unlabelledEnds.isEmpty {
        self = full
        return
      }
    }
    self = Self(chart, layout, top: top, isBrief: true)
  }

  private init(_ chart: BreakEvenChart, _ layout: ChartLayout, top: Double, isBrief: Bool) {
    let names = CurveNames(chart.series, layout, isBrief: isBrief)
    let named = chart.series.indices.filter { !chart.series[$0].isMuted }
    let widths = named.map { names.block($0).width }
    let frame = PlotFrame(
      chart, layout, top: top, beside: (widths.max() ?? 0) + SeriesLabels.gap)
    let narrowest = chart.narrowestStep
    let curves = chart.series.map {
      PlottedCurve(
        $0.pieces, horizontal: frame.horizontal, vertical: frame.vertical, area: frame.area,
        narrowest: narrowest)
    }
    self.frame = frame
    self.curves = curves
    let order = Self.order(curves).filter { !chart.series[$0].isMuted }
    self.order = order

    let reaching = order.filter { curves[$0].reaches(frame.area.right) }
    let stopping = Self.importance(chart).filter {
      !chart.series[$0].isMuted && !curves[$0].reaches(frame.area.right)
    }
    // A brief name stands once at an offer, at the edge that is easiest to see.
    let shown = isBrief ? Self.once(reaching + stopping, names) : reaching + stopping
    let repeated = isBrief ? [] : Self.namedAbove(reaching, chart)
    func blocks(_ indices: [Int]) -> [(block: SeriesLabels.Block, end: Point)] {
      indices.filter(shown.contains).compactMap { index in
        curves[index].end.map { end in
          let block = names.block(
            index, showsEnd: curves[index].stopsInside, showsName: !repeated.contains(index))
          return (block, end)
        }
      }
    }
    key = names.key(order.filter(shown.contains), among: order)
    let beside = SeriesLabels(blocks(reaching), importance: Self.importance(chart), frame)
    self.beside = beside
    // Where a full name has no room beside the plot, brief ones follow, and nobody sees these.
    let isShown = isBrief || beside.dropped.isEmpty
    inside = PlotLabels(
      isShown ? chart.crossings : [], hasRibbon: !chart.cheapest.isEmpty, frame,
      curves: order.map { curves[$0] },
      blocks: isShown ? blocks(stopping) : [], isCompact: layout == .compact)
  }

  /// The first curve of each offer.
  private static func once(_ curves: [Int], _ names: CurveNames) -> [Int] {
    curves.reduce(into: []) { kept, index in
      if !kept.contains(where: { names.isOneOffer($0, index) }) { kept.append(index) }
    }
  }

  /// The curves from the top of the plot's right edge down; those outside the plot last.
  static func order(_ curves: [PlottedCurve]) -> [Int] {
    curves.indices.sorted {
      (curves[$0].end?.y ?? .infinity, $0) < (curves[$1].end?.y ?? .infinity, $1)
    }
  }

  /// The curves whose label is just below that of the same offer's other edge.
  private static func namedAbove(_ beside: [Int], _ chart: BreakEvenChart) -> Set<Int> {
    var named: Set<Int> = []
    for (above, own) in zip(beside, beside.dropFirst()) {
      let (above, series) = (chart.series[above], chart.series[own])
      if (above.edge, series.edge) == (.high, .low),
        (above.name, above.colour) == (series.name, series.colour)
      {
        named.insert(own)
      }
    }
    return named
  }

  /// What is cheapest somewhere, or may be, is never the first to lose its label.
  private static func importance(_ chart: BreakEvenChart) -> [Int] {
    let cheapest = Set(chart.cheapest.flatMap { [$0.series] + $0.alternatives })
    return chart.series.indices.filter { cheapest.contains($0) }
      + chart.series.indices.filter { !cheapest.contains($0) }
  }
}
