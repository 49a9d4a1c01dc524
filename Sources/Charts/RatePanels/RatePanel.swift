/// The steps of one price, laid out.
struct RatePanel {
  let names: [PlacedLine]
  let details: [PlacedLine]

  /// Earlier prices above their steps, where there is room.
  let prices: [PlacedLine]

  let lastPrice: [PlacedLine]
  let lastChange: [PlacedLine]

  /// Where the steps are: from the highest price down to zero.
  let plot: Box

  /// The steps in pixels.
  let steps: [Step]

  /// Where the next row begins, in pixels.
  let bottom: Double

  /// A price as long as it holds.
  struct Step {
    let left: Double
    let right: Double

    /// Between the highest and the lowest amount; `nil` where none is stated.
    let rise: ClosedRange<Double>?

    /// Whether the day on which it ends is known.
    let endsOnKnownDay: Bool
  }

  /// The room for a price above the highest step, and below zero, in pixels.
  private static let head = 18.0
  private static let foot = 9.0

  /// The most lines of a name and of what the price is for.
  private static let mostLines = 3

  /// Lays out a row.
  ///
  /// - Parameters:
  ///   - row: The price.
  ///   - columns: Where things stand.
  ///   - top: Where the row begins, in pixels.
  init(_ row: RatePanelsChart.Row, _ columns: RatePanelsColumns, top: Double) {
    let (layout, isWide) = (columns.layout, columns.layout == .wide)
    func lines(_ text: String, _ style: TextStyle) -> [(LineBreaking.Line, TextStyle)] {
      LineBreaking.shortened(
        text, to: Self.mostLines, width: columns.labelWidth, style: style
      ).map { ($0, style) }
    }
    let label = lines(row.name, .name) + lines(row.detail, .detail)
    let labelHeight = label.reduce(0) { $0 + $1.1.lineHeight }
    let value =
      LineBreaking.lines(of: row.lastPrice, width: columns.valueWidth + 1, style: .value)
      .map { ($0, TextStyle.value) }
      + LineBreaking.lines(of: row.lastChange, width: columns.valueWidth + 1, style: .detail)
      .map { ($0, TextStyle.detail) }
    let valueHeight = value.reduce(0) { $0 + $1.1.lineHeight }

    // One amount alone is a line, and needs no height to be compared with another.
    let isFlat = Set(row.steps.compactMap(\.amount)).count < 2
    let rise = isFlat ? 14.0 : 40
    let least = max(Self.head + rise + Self.foot, valueHeight + 6, isWide ? labelHeight + 10 : 0)
    let bandTop = isWide ? top : top + 6 + labelHeight
    let band = bandTop...(bandTop + least)
    bottom = band.upperBound + 4

    var text = TextBlock(top: isWide ? band.middle - labelHeight / 2 : top + 6)
    for (line, style) in label { text.add(line, style: style, x: layout.margin) }
    names = text.lines.filter { $0.style == .name }
    details = text.lines.filter { $0.style == .detail }

    let plot = Box(
      left: columns.days.start, top: band.upperBound - Self.foot - rise, right: columns.days.end,
      bottom: band.upperBound - Self.foot)
    self.plot = plot
    let steps = Self.steps(row, columns, plot)
    self.steps = steps
    prices = RatePanelLabels(row.steps.map(\.text), steps, plot).placed

    let last = steps.last?.rise.map { ($0.lowerBound + $0.upperBound) / 2 } ?? plot.center.y
    // Beside the end of the line, as far as the row reaches.
    var block = TextBlock(
      top: min(max(last - 9, band.lowerBound), band.upperBound - valueHeight - 2))
    for (line, style) in value {
      block.add(line, style: style, x: plot.right + RatePanelsColumns.gap)
    }
    lastPrice = block.lines.filter { $0.style == .value }
    lastChange = block.lines.filter { $0.style == .detail }
  }

  private static func steps(
    _ row: RatePanelsChart.Row, _ columns: RatePanelsColumns, _ plot: Box
  ) -> [Step] {
    let days = columns.days
    let most = row.steps.compactMap(\.amount?.upperBound).max() ?? 0
    func height(_ amount: Double) -> Double {
      plot.bottom - (most > 0 ? amount / most * plot.height : 0)
    }
    return row.steps.indices.map { index in
      let step = row.steps[index]
      let next = index + 1 < row.steps.count ? row.steps[index + 1] : nil
      let last = step.from > columns.lastInForce ? days.axis.high : columns.lastInForce
      let end = next.map { $0.unknownSince ?? $0.from } ?? last
      return Step(
        left: days.position(of: step.from), right: days.position(of: end),
        rise: step.amount.map { height($0.upperBound)...height($0.lowerBound) },
        endsOnKnownDay: next.map { $0.unknownSince == nil } ?? false)
    }
  }

  var lines: [PlacedLine] { names + details + prices + lastPrice + lastChange }
}

extension ClosedRange<Double> {
  fileprivate var middle: Double { (lowerBound + upperBound) / 2 }
}
