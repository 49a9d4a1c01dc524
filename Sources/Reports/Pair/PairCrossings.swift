import Content
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
    let edge = axis.end.map { " to \($0), \(AxisText.edge)" }
    func name(_ offer: String) -> String {
      let curve = [crossing.first.before, crossing.first.after].first {
        $0.offer == offer && $0.end == nil
      }
      return "“\(curve.flatMap { view.curveName($0)?.full } ?? view.name(offer))”"
    }
    func place(_ x: Int) -> String { DriverText.inSentence(x, driver) }
    let both = [crossing.first.before, crossing.first.after].map { name($0.offer) }
    let (start, end) = (place(crossing.first.x), place(crossing.last.x))
    guard crossings.count == 1 else {
      let last = crossings.map(\.last.x).max() ?? crossing.last.x
      let times =
        crossings.allSatisfy(\.isExact)
        ? " \(UnitText.times(crossings.count))"
        : ", or may change, once or more in each of \(crossings.count) stretches"
      return "The order of \(UnitText.list(both)) changes\(times) between \(start) and "
        + place(last)
    }
    let (before, after) = (name(crossing.before), name(crossing.after))
    if crossing.isExact, crossing.before != crossing.after {
      return "From \(start)\(edge ?? " on"), \(after) is no dearer than \(before), at "
        + AmountText.annotation(crossing.first.cost)
    }
    if crossing.before == crossing.after {
      let other = both.first { $0 != before } ?? before
      return
        "\(before) costs less than \(other) \(axis.words(sweep.range)), but perhaps not between "
        + "\(start) and \(end)"
    }
    let below = crossing.first.isMeeting ? "\(before) costs less \(axis.before(start))" : nil
    let above = crossing.last.isMeeting ? "\(after) no more from \(end)\(edge ?? " on")" : nil
    let certain = [below, above].compactMap(\.self)
    let rest =
      below == nil
      ? axis.start.map { "from \($0) to there" } ?? "below"
      : above == nil ? "from there\(edge ?? " on")" : "between"
    let pair = below == nil || above == nil ? ", beside \(below == nil ? before : after)" : ""
    return "\(certain.joined(separator: ", "))\(pair); \(rest), either may cost less"
  }
}
