/// The curves of a break-even chart in their plot, with what they are called.
struct CurveLabels {
  let frame: PlotFrame
  let curves: [PlottedCurve]

  /// The curves from the top of the plot's right edge down; those outside the plot last.
  let order: [Int]

  /// The letters of the curves; `nil` where their names have room.
  let tags: [String]?

  /// The labels at the right edge of the plot.
  let beside: SeriesLabels

  /// The labels inside the plot.
  let inside: PlotLabels

  /// Names stand at the curves if there is room for all of them; else letters do, and the
  /// names in a list below.
  ///
  /// - Parameters:
  ///   - chart: A chart whose values were checked.
  ///   - layout: For how much room.
  ///   - top: Where the plot begins, in pixels.
  init(_ chart: BreakEvenChart, _ layout: ChartLayout, top: Double) {
    if layout == .wide {
      let named = Self(chart, layout, top: top, lettered: false)
      if named.beside.dropped.isEmpty, named.inside.unlabelledEnds.isEmpty {
        self = named
        return
      }
    }
    self = Self(chart, layout, top: top, lettered: true)
  }

  private init(_ chart: BreakEvenChart, _ layout: ChartLayout, top: Double, lettered: Bool) {
    // The letters depend on where the curves end, but their widths do not.
    let widths = chart.series.indices.map {
      SeriesLabels.block($0, chart.series[$0], tag: lettered ? "W" : nil).width
    }
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
    order = Self.order(curves)
    tags = lettered ? Self.tags(order) : nil

    let reaching = order.filter { curves[$0].reaches(frame.area.right) }
    let named = Self.namedAbove(reaching, chart)
    let tags = tags
    func blocks(_ indices: [Int]) -> [(block: SeriesLabels.Block, end: Point)] {
      indices.compactMap { index in
        curves[index].end.map { end in
          let block = SeriesLabels.block(
            index, chart.series[index], tag: tags?[index], showsEnd: curves[index].stopsInside,
            showsName: !named.contains(index))
          return (block, end)
        }
      }
    }
    let importance = Self.importance(chart)
    let beside = SeriesLabels(blocks(reaching), importance: importance, frame)
    self.beside = beside
    // Where a name has no room beside the plot, letters follow, and nobody sees these labels.
    let isShown = lettered || beside.dropped.isEmpty
    inside = PlotLabels(
      isShown ? chart.crossings : [], hasRibbon: !chart.cheapest.isEmpty, frame, curves: curves,
      blocks: isShown ? blocks(importance.filter { !curves[$0].reaches(frame.area.right) }) : [],
      isCompact: layout == .compact)
  }

  /// The list of letters, in the order of the labels; empty where names have room.
  var key: [(series: Int, tag: String)] {
    tags.map { tags in order.map { ($0, tags[$0]) } } ?? []
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
}
