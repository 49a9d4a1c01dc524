import Pricing
import Wording

/// What the curves of a scenario show beside the headline.
struct ChangeFinding {
  /// What a range of places means; `nil` if there is none.
  let rangeNote: String?

  /// A sentence each, without the note.
  let sentences: [String]

  /// - Parameters:
  ///   - breakEven: The curves of offers that can take each other's place.
  ///   - headline: What is said already.
  ///   - group: What these offers are called; `nil` if there are no others.
  ///   - view: The scenario.
  init(_ breakEven: BreakEven, besides headline: String, of group: String?, _ view: ScenarioView) {
    let driver = breakEven.sweep.driver
    let all = CheapestStretches(breakEven.cheapest, driver).stretches
    let open = all.filter { !$0.isCertain }.flatMap(\.offers)
    let told = CheapestStretches.told(all, of: breakEven.sweep)
    let within =
      told.contains { $0.count > 1 }
      ? ", and in a stretch of several parts on the place in it as well" : ""
    rangeNote =
      open.isEmpty
      ? nil
      : "Where one or another is named, which it is depends on "
        + "\(Dependence(of: open, view).words)\(within)."
    let main = CheapestStretches.wide(all, of: breakEven.sweep)
    let isSaid = all.dropFirst().allSatisfy {
      headline.contains(DriverText.short($0.range.lowerBound, driver))
    }
    let continued = StatedPart(breakEven).flatMap { $0.words(breakEven.sweep.range) }
    let isCut = main.count != all.count || !isSaid || continued != nil
    sentences =
      (isCut ? [Self.sequence(told, AxisText(breakEven.sweep), driver, of: group, view)] : [])
      + [Self.unstated(breakEven, continued, view)].compactMap(\.self)
      + Self.notCompared(breakEven, view) + Self.crossings(breakEven, of: group)
  }

  /// Every stretch, with what the headline has no room for.
  private static func sequence(
    _ stretches: [CheapestStretches.Told], _ axis: AxisText, _ driver: Driver, of group: String?,
    _ view: ScenarioView
  ) -> String {
    let parts = stretches.enumerated().map { index, told in
      let stretch = told.stretch
      let names = view.scenario.offers.filter { stretch.offers.contains($0.id) }.map(\.name.spoken)
      let all =
        names.count > 3 && !stretch.isCertain
        ? CandidateNames.oneOf(names)
        : UnitText.list(names, conjunction: stretch.isCertain ? "and" : "or")
      let who = told.count > 1 ? "\(all), in \(told.count) parts," : all
      let edge = axis.isCutOff(stretch.range) ? ", \(AxisText.edge)" : ""
      let end = (axis.end(of: stretch.range).map { " to \($0)" } ?? "") + edge
      return index == 0
        ? "\(who) \(axis.words(stretch.range, unit: DriverText.unit(driver)))\(edge)"
        : "then \(who)\(end)"
    }
    return
      "\(group.map { "Cheapest, \($0)" } ?? "Cheapest of all"): \(parts.joined(separator: "; "))."
  }

  /// Where places rest on work that no source states; `nil` where all of it is stated.
  private static func unstated(
    _ breakEven: BreakEven, _ continued: String?, _ view: ScenarioView
  ) -> String? {
    let isInterpolated = BreakEvenBuilder(view: view, breakEven: breakEven).isInterpolated
    let parts = [isInterpolated ? "interpolated between the stated volumes" : nil, continued]
    let words = parts.compactMap(\.self).joined(separator: ", ")
    return words.isEmpty ? nil : "\(words.capitalisedSentence): no source states the work there."
  }

  /// Whom the curves do not speak of.
  private static func notCompared(_ breakEven: BreakEven, _ view: ScenarioView) -> [String] {
    let names = breakEven.gaps.map { view.spoken($0.offer) }
    guard !names.isEmpty else { return [] }
    return ["Not compared: \(UnitText.list(names))."]
  }

  /// How many crossings there are, and how many of them matter: those of the table and the chart.
  ///
  /// Within a stretch costs may cross once for each step of a machine's bill, so that only stretches
  /// are counted, and never how often.
  private static func crossings(_ breakEven: BreakEven, of group: String?) -> [String] {
    let count = breakEven.crossings.count
    guard count > 0 else { return [] }
    let deciding = breakEven.crossings.count { $0.decides }
    let isSure = breakEven.crossings.allSatisfy { crossing in
      let (place, pair) = (crossing.first.x, [crossing.first.before, crossing.first.after])
      return !crossing.decides
        || crossing.isExact
          && breakEven.isCertain(around: place...place, of: Set(pair.map(\.offer)))
    }
    let open = breakEven.crossings.filter { !$0.isExact }
    let touching = breakEven.crossings.count { $0.isExact && $0.isAtEdge }
    let meets = Self.meets(exact: count - open.count - touching, touching: touching, open: open)
    let start = group.map { "\($0): \(meets)" } ?? meets
    let changes = !isSure ? "can change" : deciding == 1 ? "changes" : "change"
    let which =
      deciding == 0
      ? "none of that changes which offer is cheapest"
      : deciding < count
        ? "\(deciding == 1 ? "one" : String(deciding)) of "
          + "\(open.isEmpty && touching == 0 ? "them" : "these \(count)") "
          + "\(changes) which offer is cheapest"
        : "\(count == 1 ? "that" : "each") \(isSure ? "changes" : "can change") which offer is "
          + "cheapest"
    return ["\(start.capitalisedSentence); \(which)."]
  }

  /// - Parameters:
  ///   - exact: How many places there are at which the order changes.
  ///   - touching: At how many ends of the axis two offers cost the same, and no more is seen of them.
  ///   - open: The crossings that are stretches.
  /// - Returns: A clause.
  private static func meets(exact: Int, touching: Int, open: [Crossing]) -> String {
    let once = open.allSatisfy(\.isOneAtMost) ? "" : ", once or more"
    let stretches = open.count == 1 ? "in one stretch" : "in \(open.count) stretches"
    let places = exact == 1 ? "a single place" : "single places"
    let parts = [
      exact == 0
        ? nil : "cross \(UnitText.times(exact))" + (open.isEmpty ? "" : " at \(places)"),
      touching == 0 ? nil : "meet \(UnitText.times(touching)) at an end of the axis",
      open.isEmpty
        ? nil
        : "\(stretches) \(touching + exact == 0 ? "costs" : "they") cross, or may cross\(once)",
    ].compactMap(\.self)
    return touching + exact == 0 ? parts[0] : "costs \(UnitText.list(parts))"
  }
}

extension Crossing {
  /// Whether two straight lines meet: whatever prices are, that is at one place.
  fileprivate var isOneAtMost: Bool {
    ([first, last] + ends).flatMap { [$0.before, $0.after] }.allSatisfy { curve in
      curve.pieces.count == 1 && curve.pieces.allSatisfy { $0.power == nil && $0.roundings.isEmpty }
    }
  }
}
