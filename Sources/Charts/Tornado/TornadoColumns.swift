/// Where the labels and the bars of a tornado chart stand.
struct TornadoColumns {
  let layout: ChartLayout
  let labelWidth: Double

  /// Maps results to pixels.
  let scale: Scale

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
    scale = Scale(axis, from: left, to: max(right, left + 20))
  }

  private static func isNarrower(_ left: String, _ right: String) -> Bool {
    TextStyle.detail.width(of: left) < TextStyle.detail.width(of: right)
  }
}
