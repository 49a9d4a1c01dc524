/// Where the labels and the bars stand, and how long a bar is.
struct CostBarColumns {
  let layout: ChartLayout
  let labelLeft: Double
  let labelWidth: Double

  /// Where the bars begin, in pixels.
  let barLeft: Double

  /// Pixels of one unit of the axis.
  private let pixelsPerUnit: Double

  /// The far end of the longest bar, in the unit of the axis.
  let longest: Double

  init(_ chart: CostBarsChart, _ layout: ChartLayout) {
    self.layout = layout
    labelLeft = layout.margin
    let widest =
      chart.rows.map {
        max(TextStyle.name.width(of: $0.label), TextStyle.detail.width(of: $0.detail))
      }.max() ?? 0
    labelWidth = layout == .wide ? min(widest, 220) + 1 : layout.innerWidth
    let barLeft = layout == .wide ? labelLeft + labelWidth + 12 : labelLeft
    self.barLeft = barLeft

    // The longest bars are those whose value still fits behind them.
    let room = layout.width - layout.margin - barLeft
    let rates = chart.rows.filter { $0.isStated && $0.extent > 0 }.map { row in
      (room - CostBarRow.trailing(row, cheapestLabel: chart.cheapestLabel)) / row.extent
    }
    pixelsPerUnit = max(0, rates.min() ?? 0)
    longest = chart.rows.filter(\.isStated).map(\.extent).max() ?? 0
  }

  /// The length of an amount in pixels: at least one, if it is above zero.
  func length(of amount: Double) -> Double {
    amount > 0 ? max(1, amount * pixelsPerUnit) : 0
  }

  /// The numbers of the axis.
  func ticks(_ format: TickFormat) -> [Tick] {
    guard longest > 0, pixelsPerUnit > 0 else { return [] }
    let axis = Axis(title: "", kind: .linear, low: 0, high: longest, format: format)
    return Ticks.linear(axis, atMost: max(2, Int(length(of: longest) / 60))).labelled
  }

  /// The pixel of a tick.
  func position(of tick: Tick) -> Double { barLeft + tick.value * pixelsPerUnit }
}
