/// Where labels and bars stand, and how long a bar is.
struct CostBarColumns {
  let layout: ChartLayout
  let measure: CostBarsChart.Measure
  let labelLeft: Double
  let labelWidth: Double

  /// Where the bars begin, in pixels.
  let barLeft: Double

  /// Pixels of one unit of the axis; of shares, of the whole.
  private let pixelsPerUnit: Double

  /// How far the axis has numbers, in its unit: to the far end of the longest bar that is not torn.
  let longest: Double

  /// The length of a bar that is torn off, in pixels; `nil` if none is.
  ///
  /// Its uncertain part is so long that the other bars could not be told apart. What is certain is
  /// never torn off.
  let torn: Double?

  /// An uncertain part that reaches this many times as far as the next bar is torn off.
  private static let tooLong = 5.0

  /// Lays out the columns.
  ///
  /// - Parameters:
  ///   - chart: What all bars have in common.
  ///   - rows: The bars that share an axis.
  ///   - layout: For how much room.
  ///   - labelWidth: The width of the column of labels in pixels.
  init(
    _ chart: CostBarsChart, _ rows: [CostBarsChart.Row], _ layout: ChartLayout, labelWidth: Double
  ) {
    self.layout = layout
    measure = chart.measure
    labelLeft = layout.margin
    self.labelWidth = labelWidth
    let barLeft = layout == .wide ? labelLeft + labelWidth + 12 : labelLeft
    self.barLeft = barLeft

    // The longest bars are those whose value still fits behind them.
    let room = layout.width - layout.margin - barLeft
    let isShare = chart.measure == .shares
    let rates = rows.filter { $0.isStated && $0.extent > 0 }.map { row in
      (room - CostBarRow.trailing(row, cheapestLabel: chart.cheapestLabel))
        / (isShare ? 1 : row.extent)
    }
    let extents = rows.filter(\.isStated).map(\.extent).sorted(by: >)
    guard !isShare, extents.count > 1, extents[1] > 0, extents[0] > Self.tooLong * extents[1],
      let long = rows.first(where: { $0.isStated && $0.extent == extents[0] }),
      long.low <= Self.tooLong * extents[1]
    else {
      pixelsPerUnit = max(0, rates.min() ?? 0)
      (longest, torn) = (isShare ? 1 : extents.first ?? 0, nil)
      return
    }
    let length = room - CostBarRow.trailing(long, cheapestLabel: chart.cheapestLabel)
    let others = rows.filter { $0.isStated && $0.extent > 0 && $0 != long }.map { row in
      (room - CostBarRow.trailing(row, cheapestLabel: chart.cheapestLabel)) / row.extent
    }
    // What is certain of it ends well before the tear, and so do all others.
    let reach = max(1.2 * long.low, 1.5 * extents[1])
    pixelsPerUnit = max(0, min((length - CostBarExtent.tornEnd) / reach, others.min() ?? 0))
    (longest, torn) = (reach, length)
  }

  /// Whether a bar is longer than the axis.
  func isTorn(_ row: CostBarsChart.Row) -> Bool {
    torn != nil && row.isStated && row.extent > longest
  }

  /// The width of the column of labels, which all bars of a chart share, in pixels.
  static func labelWidth(_ chart: CostBarsChart, _ layout: ChartLayout) -> Double {
    guard layout == .wide else { return layout.innerWidth }
    let widest = chart.rows.map {
      max(TextStyle.name.width(of: $0.label), TextStyle.detail.width(of: $0.detail))
    }
    return min(widest.max() ?? 0, 220) + 1
  }

  /// The length of an amount in pixels: at least one, if it is above zero.
  ///
  /// - Parameters:
  ///   - amount: In the unit of the axis.
  ///   - row: The bar that it is in.
  /// - Returns: Pixels.
  func length(of amount: Double, in row: CostBarsChart.Row) -> Double {
    guard amount > 0 else { return 0 }
    return max(1, (measure == .shares ? min(1, amount / row.low) : amount) * pixelsPerUnit)
  }

  /// The numbers of the axis.
  func ticks(_ format: TickFormat) -> Ticks {
    guard longest > 0, pixelsPerUnit > 0 else { return Ticks(labelled: [], minor: []) }
    let axis = Axis(title: "", kind: .linear, low: 0, high: longest, format: format)
    return Ticks.linear(axis, atMost: max(2, Int(longest * pixelsPerUnit / 60)))
  }

  /// The pixel of a tick.
  func position(of tick: Tick) -> Double { barLeft + tick.value * pixelsPerUnit }
}
