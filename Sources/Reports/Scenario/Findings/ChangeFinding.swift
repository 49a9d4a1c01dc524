import Messages
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
    rangeNote = open.isEmpty ? nil : Self.rangeNote(of: told, Dependence(of: open, view).words)
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

  /// What decides where several offers are named.
  private static func rangeNote(of told: [CheapestStretches.Told], _ why: String) -> String {
    guard told.contains(where: { $0.count > 1 }) else {
      return localized("Where one or another is named, which it is depends on \(why).")
    }
    return localized(
      "Where one or another is named, which it is depends on \(why), and in a stretch of several parts on the place in it as well."
    )
  }

  /// Every stretch, with what the headline has no room for.
  private static func sequence(
    _ stretches: [CheapestStretches.Told], _ axis: AxisText, _ driver: Driver, of group: String?,
    _ view: ScenarioView
  ) -> String {
    let parts = stretches.enumerated().map { index, told -> String in
      let stretch = told.stretch
      let names = view.scenario.offers.filter { stretch.offers.contains($0.id) }.map(\.name.spoken)
      let all =
        names.count > 3 && !stretch.isCertain
        ? CandidateNames.oneOf(names)
        : UnitText.list(names, conjunction: stretch.isCertain ? "and" : "or")
      let who = told.count > 1 ? localized("\(all), in \(told.count) parts,") : all
      let edge = axis.isCutOff(stretch.range) ? ", \(AxisText.edge)" : ""
      guard index > 0 else {
        return "\(who) \(axis.words(stretch.range, unit: DriverText.unit(driver)))\(edge)"
      }
      guard let end = axis.end(of: stretch.range) else { return localized("then \(who)") + edge }
      return localized("then \(who) to \(end)") + edge
    }
    let all = parts.joined(separator: "; ")
    guard let group else { return localized("Cheapest of all: \(all).") }
    return localized("Cheapest, \(group): \(all).")
  }

  /// Where places rest on work that no source states; `nil` where all of it is stated.
  private static func unstated(
    _ breakEven: BreakEven, _ continued: String?, _ view: ScenarioView
  ) -> String? {
    let isInterpolated = BreakEvenBuilder(view: view, breakEven: breakEven).isInterpolated
    let interpolated = isInterpolated ? localized("interpolated between the stated volumes") : nil
    let words = [interpolated, continued].compactMap(\.self).joined(separator: ", ")
    guard !words.isEmpty else { return nil }
    return localized("\(words.capitalisedSentence): no source states the work there.")
  }

  /// Whom the curves do not speak of.
  private static func notCompared(_ breakEven: BreakEven, _ view: ScenarioView) -> [String] {
    let names = breakEven.gaps.map { view.spoken($0.offer) }
    guard !names.isEmpty else { return [] }
    return [localized("Not compared: \(UnitText.list(names)).")]
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
    let which =
      deciding < count
      ? someMatter(deciding, of: count, areAlike: open.isEmpty && touching == 0, isSure: isSure)
      : allMatter(count, isSure: isSure)
    return ["\(start.capitalisedSentence); \(which)."]
  }

  /// That all crossings matter.
  private static func allMatter(_ count: Int, isSure: Bool) -> String {
    isSure
      ? localized(
        count == 1
          ? "that changes which offer is cheapest" : "each changes which offer is cheapest")
      : localized(
        count == 1
          ? "that can change which offer is cheapest" : "each can change which offer is cheapest")
  }

  /// That some of the crossings matter, or none.
  private static func someMatter(
    _ deciding: Int, of count: Int, areAlike: Bool, isSure: Bool
  ) -> String {
    guard deciding > 0 else { return localized("none of that changes which offer is cheapest") }
    return switch (areAlike, isSure) {
    case (true, true):
      localized(
        deciding, one: "one of them changes which offer is cheapest",
        other: "\(deciding) of them change which offer is cheapest")
    case (true, false):
      localized(
        deciding, one: "one of them can change which offer is cheapest",
        other: "\(deciding) of them can change which offer is cheapest")
    case (false, true):
      localized(
        deciding == 1
          ? "one of these \(count) changes which offer is cheapest"
          : "\(deciding) of these \(count) change which offer is cheapest")
    case (false, false):
      localized(
        deciding == 1
          ? "one of these \(count) can change which offer is cheapest"
          : "\(deciding) of these \(count) can change which offer is cheapest")
    }
  }

  /// - Parameters:
  ///   - exact: How many places there are at which the order changes.
  ///   - touching: At how many ends of the axis two offers cost the same, and no more is seen of them.
  ///   - open: The crossings that are stretches.
  /// - Returns: A clause.
  private static func meets(exact: Int, touching: Int, open: [Crossing]) -> String {
    let isOnce = open.allSatisfy(\.isOneAtMost)
    guard touching + exact > 0 else { return crossing(in: open.count, isOnce: isOnce) }
    var parts: [String] = []
    if exact > 0 {
      let times = UnitText.times(exact)
      parts.append(
        open.isEmpty
          ? localized("cross \(times)")
          : localized(
            exact == 1
              ? "cross \(times) at a single place" : "cross \(times) at single places"))
    }
    if touching > 0 {
      parts.append(localized("meet \(UnitText.times(touching)) at an end of the axis"))
    }
    if !open.isEmpty { parts.append(crossingToo(in: open.count, isOnce: isOnce)) }
    return localized("costs \(UnitText.list(parts))", context: "crossings")
  }

  /// That costs cross in stretches and nowhere else.
  private static func crossing(in stretches: Int, isOnce: Bool) -> String {
    guard isOnce else {
      return localized(
        stretches, one: "in one stretch costs cross, or may cross, once or more",
        other: "in \(stretches) stretches costs cross, or may cross, once or more")
    }
    return localized(
      stretches, one: "in one stretch costs cross, or may cross",
      other: "in \(stretches) stretches costs cross, or may cross")
  }

  /// That costs cross in stretches, behind what else they do.
  private static func crossingToo(in stretches: Int, isOnce: Bool) -> String {
    guard isOnce else {
      return localized(
        stretches, one: "in one stretch they cross, or may cross, once or more",
        other: "in \(stretches) stretches they cross, or may cross, once or more")
    }
    return localized(
      stretches, one: "in one stretch they cross, or may cross",
      other: "in \(stretches) stretches they cross, or may cross")
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
