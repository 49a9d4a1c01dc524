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

  /// The far end of the longest bar, in the unit of the axis.
  let longest: Double

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
    pixelsPerUnit = max(0, rates.min() ?? 0)
    longest = isShare ? 1 : rows.filter(\.isStated).map(\.extent).max() ?? 0
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
