/// Where the labels and the bars of a tornado chart stand.
struct TornadoColumns {
  let layout: ChartLayout
  let labelWidth: Double

  /// Maps results to pixels.
  let scale: Scale

  /// The numbers of the axis: on both sides of zero, if results are.
  let ticks: Ticks

  /// Where the name of the axis begins, in pixels.
  let titleLeft: Double

  init(_ chart: TornadoChart, _ layout: ChartLayout) {
    self.layout = layout
    let widest =
      chart.rows.map {
        max(TextStyle.name.width(of: $0.label), TextStyle.detail.width(of: $0.detail))
      }.max() ?? 0
    labelWidth = layout == .wide ? min(widest, 200) + 1 : layout.innerWidth
    titleLeft = layout == .wide ? layout.margin + labelWidth + 12 : layout.margin

    let totals = chart.rows.flatMap { [$0.low.total, $0.high.total] } + [chart.baseline]
    let (least, most) = (totals.min() ?? 0, totals.max() ?? 0)
    // An axis needs an extent, even if no assumption moves anything.
    let axis = Axis(
      title: chart.axisTitle, kind: .linear, low: least,
      high: most > least ? most : least + max(1, abs(least)), format: chart.format)
    let texts = chart.rows.flatMap { [$0.low.text, $0.high.text] }
    let before = TextStyle.detail.width(of: texts.max(by: Self.isNarrower) ?? "") + 6
    let flips = layout == .wide && chart.rows.contains(where: \.flips)
    let tag = flips ? TextStyle.aside.width(of: chart.flipLabel) + 18 : 0
    let left = titleLeft + before
    let right = layout.width - layout.margin - before - tag
    (scale, ticks) = Self.numbered(
      axis, from: left, to: max(right, left + 20), gap: layout == .wide ? 28 : 6)
  }

  /// An axis with as many numbers as have room, which reaches to one on each side of zero where
  /// results do.
  private static func numbered(
    _ axis: Axis, from left: Double, to right: Double, gap: Double
  ) -> (Scale, Ticks) {
    var count = max(3, Int((right - left) / 40))
    while true {
      let round = Ticks.linear(axis, atMost: count).labelled.map(\.value)
      var reaching = axis
      if round.count > 1 {
        let step = round[1] - round[0]
        if axis.low < 0, round[0] >= 0 { reaching.low = -step }
        if axis.high > 0, round[round.count - 1] <= 0 { reaching.high = step }
      }
      let scale = Scale(reaching, from: left, to: right)
      let ticks = Ticks.linear(scale, atMost: round.count + 2) {
        TextStyle.tick.width(of: $0) + gap
      }
      let isOnBothSides =
        (axis.low >= 0 || ticks.labelled.contains { $0.value < 0 })
        && (axis.high <= 0 || ticks.labelled.contains { $0.value > 0 })
      if isOnBothSides || count <= 2 { return (scale, ticks) }
      count = min(count, round.count) - 1
    }
  }

  private static func isNarrower(_ left: String, _ right: String) -> Bool {
    TextStyle.detail.width(of: left) < TextStyle.detail.width(of: right)
  }
}
