import Messages
import Pricing
import Templates
import Wording

extension BreakEvenBuilder {
  /// Which offer is cheapest, or may be, on which stretch.
  func spans() -> [CheapestSpan] {
    CheapestStretches(breakEven.cheapest, driver).stretches.compactMap { stretch in
      let offers = stretch.offers.compactMap(view.offer)
      guard let first = offers.first else { return nil }
      var models: [String] = []
      for offer in offers {
        let model = BillingText.words(offer, on: view.scenario.date)
        if !models.contains(model) { models.append(model) }
      }
      return CheapestSpan(
        range: [group, rangeText(stretch.range)].compactMap(\.self)
          .joined(separator: ": "),
        offer: names(offers, stretch),
        billingModel: models.joined(separator: "; "),
        cost: costText(stretch), costLink: costLink,
        link: view.link(first.id), hues: offers.map { "s\(view.colour($0.id))" })
    }
  }

  private func names(_ offers: [Offer], _ stretch: CheapestStretch) -> String {
    let names = offers.map(offers.count > 1 ? \.name.spoken : \.name)
    guard stretch.isCertain else {
      return localized("\(UnitText.list(names, conjunction: "or")) (undecided)")
    }
    return names.count == 1 ? names[0] : localized("\(UnitText.list(names)), at the same cost")
  }

  private var costLink: LinkTarget {
    .file(
      view.page, anchor: breakEven.crossings.isEmpty ? "costs" : Anchor.crossings(view.scenario.id))
  }

  private func rangeText(_ range: ClosedRange<Int>) -> String {
    let (axis, unit) = (AxisText(breakEven.sweep), DriverText.unit(driver))
    let words =
      switch (axis.start(of: range), axis.end(of: range)) {
      case (nil, nil): localized("Over the whole range")
      case (nil, let end?): localized("Below \(end) \(unit)")
      case (let start?, nil): localized("From \(start) \(unit)")
      case (let start?, let end?): localized("\(start) to \(end) \(unit)")
      }
    return [words, axis.isCutOff(range) ? AxisText.edge : nil, StatedPart(breakEven)?.words(range)]
      .compactMap(\.self).joined(separator: ", ")
  }

  /// What the cheapest offer costs at both ends of a stretch, each from the least to the most; where it
  /// goes on beyond what is stated, at the last place that is: amounts beyond are no finding.
  private func costText(_ stretch: CheapestStretch) -> String {
    let stated = StatedPart(breakEven)?.part(of: stretch.range) ?? stretch.range
    let texts = [stated.lowerBound, stated.upperBound].map { x in
      AmountText.annotation(least(x), most(x))
    }
    guard texts[0] != texts[1] else { return localized("\(texts[0]) a month") }
    let (first, last) = (texts[0], texts[1])
    let (start, end) = (
      DriverText.short(stated.lowerBound, driver), DriverText.short(stated.upperBound, driver)
    )
    let isWhole = (
      stated.lowerBound == stretch.range.lowerBound, stated.upperBound == stretch.range.upperBound
    )
    return switch isWhole {
    case (true, true): localized("\(first) to \(last) a month")
    case (false, true): localized("\(first) at \(start) to \(last) a month")
    case (true, false): localized("\(first) to \(last) a month at \(end)")
    case (false, false): localized("\(first) at \(start) to \(last) a month at \(end)")
    }
  }

  private func least(_ x: Int) -> Money {
    let span = breakEven.leastCost.spans.first { $0.range.contains(x) }
    return span.flatMap { breakEven.curve($0.curve) }.flatMap { Self.cost($0, x) } ?? .zero
  }

  /// The smallest of what the offers cost at most.
  private func most(_ x: Int) -> Money {
    breakEven.curves.lazy.filter { $0.end != .low }.compactMap { Self.cost($0, x) }.min() ?? .zero
  }

  private static func cost(_ curve: CostCurve, _ x: Int) -> Money? {
    ((try? curve.cost(at: x)) ?? nil).map { Money(rounding: $0) }
  }
}
