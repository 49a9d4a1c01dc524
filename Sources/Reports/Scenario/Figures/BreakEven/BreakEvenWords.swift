import Messages
import Pricing
import Wording

extension BreakEvenFigure {
  /// The page's headline; of other curves than those that it speaks of, what they show.
  var title: String {
    guard group != view.chartedGroup else { return finding.headline }
    let headline = ChangeHeadline(view: view, breakEven: breakEven, group: group).headline(nil)
    return headline?.text ?? finding.headline
  }

  /// What is measured, in which unit, on which scale.
  var subtitle: String {
    switch driver {
    case .tokens: localized("Monthly cost in US dollars by tokens a month, logarithmic scales")
    case .hours: localized("Monthly cost in US dollars by hours of work a month")
    case .busyShare: localized("Monthly cost in US dollars by share of the month busy")
    }
  }

  /// The whole chart in words, for readers who cannot see it.
  var description: String {
    let cheapest = builder.spans().map { "\($0.range): \($0.offer), \($0.cost)." }
      .joined(separator: " ")
    // The table below has them all, and can be read a row at a time.
    let rest = crossings.count - 2
    let more = rest > 1 ? [localized("\(rest) more in the table")] : []
    let told = more.isEmpty ? crossings : crossings.prefix(2) + more
    let list = told.joined(separator: "; ")
    let parts = [
      axis, localized("Cheapest: \(cheapest)"),
      told.isEmpty ? nil : localized("Crossings: \(list)."),
    ]
    return parts.compactMap(\.self).joined(separator: " ")
  }

  /// What the curves run over, and how far.
  private var axis: String {
    let range = breakEven.sweep.range
    let (first, last) = (
      DriverText.short(range.lowerBound, driver), DriverText.short(range.upperBound, driver)
    )
    return switch driver {
    case .tokens: localized("Cost curves over tokens a month, \(first) to \(last).")
    case .hours: localized("Cost curves over hours of work a month, \(first) to \(last).")
    case .busyShare: localized("Cost curves over share of the month busy, \(first) to \(last).")
    }
  }

  /// Every crossing in words, those of the same two curves together.
  private var crossings: [String] {
    var pairs: [(names: String, places: [String])] = []
    var known: [Set<String>: Int] = [:]
    for crossing in breakEven.crossings {
      let (first, last) = (words(crossing.first), words(crossing.last))
      let place = crossing.isExact ? first : localized("\(first) to \(last)")
      let curves: Set = [crossing.first.before.offer, crossing.first.after.offer]
      if let index = known[curves] {
        pairs[index].places.append(place)
      } else {
        known[curves] = pairs.count
        let offers = [crossing.first.before.offer, crossing.first.after.offer].map(view.name)
        pairs.append((UnitText.list(offers), [place]))
      }
    }
    return pairs.map { names, places in
      localized("\(names) at \(UnitText.list(places))", context: "crossing")
    }
  }

  private func words(_ place: Crossing.Place) -> String {
    "\(DriverText.short(place.x, driver)), \(AmountText.annotation(place.cost))"
  }
}
