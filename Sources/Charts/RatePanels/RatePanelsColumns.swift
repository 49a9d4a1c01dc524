/// Where the names, the steps and the last prices of a chart of prices stand.
struct RatePanelsColumns {
  let layout: ChartLayout
  let labelWidth: Double
  let valueWidth: Double

  /// Maps days to pixels.
  let days: Scale

  /// Where a price ends that nobody has announced to become another one.
  let lastInForce: Double

  /// Between the steps and what stands beside them, in pixels.
  static let gap = 14.0

  init(_ chart: RatePanelsChart, _ layout: ChartLayout) {
    self.layout = layout
    lastInForce = chart.lastInForce.map { Double($0.value) } ?? chart.horizontal.high
    let isWide = layout == .wide
    let widest =
      chart.rows.map {
        max(TextStyle.name.width(of: $0.name), TextStyle.detail.width(of: $0.detail))
      }.max() ?? 0
    labelWidth = isWide ? min(widest, 206) + 1 : layout.innerWidth
    let most = isWide ? 136.0 : 108
    valueWidth =
      chart.rows.map { row in
        let lines =
          LineBreaking.lines(of: row.lastPrice, width: most, style: .value)
          + LineBreaking.lines(of: row.lastChange, width: most, style: .detail)
        return lines.map(\.width).max() ?? 0
      }.max() ?? 0
    let start = layout.margin + (isWide ? labelWidth + Self.gap : SeriesMark.radius)
    let end = layout.width - layout.margin - valueWidth - Self.gap
    days = Scale(chart.horizontal, from: start, to: max(end, start + 40))
  }
}
