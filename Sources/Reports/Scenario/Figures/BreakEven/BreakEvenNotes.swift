import Messages
import Pricing
import Wording

extension BreakEvenFigure {
  /// What the marks mean and how the curves came about, a sentence or two each.
  var notes: [String] {
    var notes: [String] = []
    if !rings.isEmpty {
      let isOpen = breakEven.crossings.contains { isDrawn($0) && !$0.isExact }
      let mayChange = breakEven.crossings.contains { isDrawn($0) && $0.decides && !$0.isExact }
      let large = localized(
        mayChange
          ? "Large rings: the cheapest offer may change."
          : "Large rings: the cheapest offer changes.")
      let sizes = [
        rings.contains(where: \.decides) ? large : nil,
        rings.allSatisfy(\.decides) ? nil : localized("Small rings: other crossings."),
        isOpen ? localized("Of a crossing of ranges, the first and the last place.") : nil,
      ]
      notes.append(sizes.compactMap(\.self).joined(separator: " "))
    }
    if breakEven.cheapest.contains(where: { !$0.isCertain }) {
      notes.append(
        localized(
          "Striped: which of them is cheapest depends on where in their ranges inputs lie."))
    }
    if let continued = StatedPart(breakEven)?.words(breakEven.sweep.range),
      !breakEven.cheapest.isEmpty
    {
      notes.append(localized("Thin strip: \(continued), where no source states the work."))
    }
    if breakEven.curves.contains(where: { $0.end != nil }) {
      notes.append(localized("Tinted: from the least to the most that an offer costs."))
    }
    let bound = view.scenario.offers.filter { offer in
      breakEven.curves.contains { $0.isBound && $0.offer == offer.id }
    }
    if !bound.isEmpty {
      let names = UnitText.list(bound.map(\.name.spoken))
      notes.append(
        localized(
          "Of \(names), the least and the most that starts can cost: "
            + "how often machines start between requests follows no formula."))
    }
    let others = breakEven.curves.map(\.offer).filter { !leading.contains($0) }
    if !others.isEmpty {
      let names = UnitText.list(
        others.enumerated().filter { others.firstIndex(of: $1) == $0 }.map { view.spoken($1) })
      notes.append(
        localized("Grey: \(names), never the cheapest here; the table has their crossings too."))
    }
    let rule = builder.rule
    if !rule.isEmpty { notes.append(rule) }
    if isFullyUsed {
      notes.append(
        localized("Machines at work are at full speed; slower, they do less for the same cost."))
    }
    if let gaps = GapText.sentence(breakEven.gaps, name: view.spoken) { notes.append(gaps) }
    if !view.groupNames.isEmpty {
      notes.append(localized("Only offers that can take each other’s place are drawn."))
    }
    let leftOut = view.scenario.offers.filter { view.scenario.leftOut.contains($0.id) }
    if !leftOut.isEmpty {
      let names = UnitText.list(leftOut.map(\.name.spoken))
      notes.append(localized("Left out of the chart: \(names)."))
    }
    return notes
  }

  /// Whether machines work as fast as they can along the whole axis.
  private var isFullyUsed: Bool {
    driver == .tokens
      && breakEven.curves.contains { curve in
        view.offer(curve.offer).map {
          $0.meters.contains(.time) && UseOfMachine.isFullyUsed($0, view.scenario)
        } ?? false
      }
  }
}
