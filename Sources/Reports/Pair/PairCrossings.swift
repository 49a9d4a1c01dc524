import Content
import Messages
import Pricing
import Templates
import Wording

/// Where the curves of two providers meet in a scenario, in sentences about two offers each.
enum PairCrossings {
  /// A sentence for each two offers of the two providers that meet.
  static func links(_ both: Set<String>, _ view: ScenarioView) -> [CrossingLink] {
    guard let sweep = view.scenario.sweep else { return [] }
    func provider(_ curve: CostCurve) -> String? { view.offer(curve.offer)?.provider }
    var pairs: [[Crossing]] = []
    for crossing in view.priced.groups.compactMap(\.breakEven).flatMap(\.crossings) {
      let curves = [crossing.first.before, crossing.first.after]
      guard Set(curves.compactMap(provider)) == both else { continue }
      let offers = Set(curves.map(\.offer))
      let known = pairs.firstIndex {
        Set([$0[0].first.before.offer, $0[0].first.after.offer]) == offers
      }
      if let known { pairs[known].append(crossing) } else { pairs.append([crossing]) }
    }
    return pairs.map { crossings in
      CrossingLink(
        text: text(crossings, sweep, view), scenario: view.document.title,
        link: .file(view.page, anchor: "crossings"))
    }
  }

  /// Where two offers meet, without a full stop.
  private static func text(
    _ crossings: [Crossing], _ sweep: Sweep, _ view: ScenarioView
  ) -> String {
    let (crossing, driver, axis) = (crossings[0], sweep.driver, AxisText(sweep))
    func name(_ offer: String) -> String {
      let curve = [crossing.first.before, crossing.first.after].first {
        $0.offer == offer && $0.end == nil
      }
      return localized("“\(curve.flatMap { view.curveName($0)?.full } ?? view.name(offer))”")
    }
    func place(_ x: Int) -> String { DriverText.inSentence(x, driver) }
    let both = [crossing.first.before, crossing.first.after].map { name($0.offer) }
    let (start, end) = (place(crossing.first.x), place(crossing.last.x))
    guard crossings.count == 1 else {
      let last = place(crossings.map(\.last.x).max() ?? crossing.last.x)
      let (names, count) = (UnitText.list(both), crossings.count)
      return localized(
        crossings.allSatisfy(\.isExact)
          ? "The order of \(names) changes \(UnitText.times(count)) between \(start) and \(last)"
          : "The order of \(names) changes, or may change, once or more in each of \(count) stretches between \(start) and \(last)"
      )
    }
    let (before, after) = (name(crossing.before), name(crossing.after))
    if crossing.isExact, crossing.before != crossing.after {
      let amount = AmountText.annotation(crossing.first.cost)
      let range = onward(from: start, axis).capitalisedSentence
      return localized("\(range), \(after) is no dearer than \(before), at \(amount)")
    }
    if crossing.before == crossing.after {
      let other = both.first { $0 != before } ?? before
      return localized(
        "\(before) costs less than \(other) \(axis.words(sweep.range)), but perhaps not between "
          + "\(start) and \(end)")
    }
    // An interval that reaches one end of the axis meets at its other one.
    guard crossing.first.isMeeting else {
      let certain = localized("\(after) no more \(onward(from: end, axis)), beside \(before)")
      return "\(certain); \(openBefore(axis))"
    }
    guard crossing.last.isMeeting else {
      let certain = localized("\(before) costs less \(axis.before(start)), beside \(after)")
      return "\(certain); \(openBehind(axis))"
    }
    let certain = localized(
      "\(before) costs less \(axis.before(start)), \(after) no more \(onward(from: end, axis))")
    return "\(certain); \(localized("between, either may cost less"))"
  }

  /// All from a place on, as far as the axis goes: `from 40 h on`, `from 40 h to 720 h, where the chart
  /// ends`.
  private static func onward(from place: String, _ axis: AxisText) -> String {
    guard let end = axis.end else { return localized("from \(place) on") }
    return localized("from \(place) to \(end), \(AxisText.edge)")
  }

  /// That nothing is certain from where the axis begins to a place that is named.
  private static func openBefore(_ axis: AxisText) -> String {
    guard let start = axis.start else { return localized("below, either may cost less") }
    return localized("from \(start) to there, either may cost less")
  }

  /// That nothing is certain from a place that is named to where the axis ends.
  private static func openBehind(_ axis: AxisText) -> String {
    guard let end = axis.end else { return localized("from there on, either may cost less") }
    return localized("from there to \(end), \(AxisText.edge), either may cost less")
  }
}
