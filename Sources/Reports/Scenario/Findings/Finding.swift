import Content
import Pricing
import Wording

/// What a scenario shows, said in sentences that are derived from its figures.
struct Finding {
  /// The finding in one sentence without a full stop.
  let headline: String

  /// What a range of places in the headline means; `nil` if it has none.
  let rangeNote: String?

  /// What else there is to say, a sentence each.
  let sentences: [String]

  init(_ view: ScenarioView) {
    let comparisons = ComparisonFinding(view)
    if let breakEven = view.priced.breakEven, let finding = BreakEvenFinding(breakEven, view) {
      headline = finding.headline
      rangeNote = finding.rangeNote
      sentences = finding.sentences + comparisons.sentences
    } else {
      headline = comparisons.headline
      rangeNote = nil
      // Said once, as the headline.
      let said = "\(comparisons.headline)."
      sentences = comparisons.sentences.filter { $0 != said }
    }
  }
}

/// What the curves of a scenario show.
struct BreakEvenFinding {
  let headline: String
  let rangeNote: String?
  let sentences: [String]

  init?(_ breakEven: BreakEven, _ view: ScenarioView) {
    let driver = breakEven.sweep.driver
    let low = CheapestStretches(breakEven.cheapestAtLow, driver).stretches
    let high = CheapestStretches(breakEven.cheapestAtHigh, driver).stretches
    guard let first = low.first, Set(breakEven.curves.map(\.offer)).count > 1 else { return nil }
    let agree = low.map(\.offers) == high.map(\.offers)
    var text: String
    if low.count == 1 {
      text = Self.everywhere(first.offers, breakEven, view)
      rangeNote = nil
    } else {
      let bounds = low.indices.dropFirst().map { index in
        let start = low[index].range.lowerBound
        return Self.bound(start, agree ? high[index].range.lowerBound : start, driver)
      }
      text = Self.sequence(low.map(\.offers), bounds, driver, view)
      let starts = zip(low, high).map { (low: $0.range.lowerBound, high: $1.range.lowerBound) }
      rangeNote = agree ? Self.rangeNote(starts, driver) : nil
    }
    if !agree {
      let isOne = low.count == 1 && first.offers.count == 1
      let all = low.count == 1 ? "" : "all "
      text += ", \(all)at the low end of \(isOne ? "its range" : "their ranges")"
    }
    headline = text + Self.notCompared(breakEven.gaps.map(\.offer), view)
    sentences = Self.crossingSentences(breakEven, view) + [rangeNote].compactMap(\.self)
  }

  /// Who is the cheapest if nothing ever changes.
  private static func everywhere(
    _ offers: [String], _ breakEven: BreakEven, _ view: ScenarioView
  ) -> String {
    let range = "over the whole range of \(DriverText.title(breakEven.sweep.driver).lowercased())"
    guard offers.count > 1 else { return "\(names(offers, view)) is the cheapest \(range)" }
    return offers.count == Set(breakEven.curves.map(\.offer)).count
      ? "\(names(offers, view)) cost the same \(range)"
      : "\(names(offers, view)) are the cheapest \(range), at the same cost"
  }

  /// Who is the cheapest up to each bound, and who beyond the last.
  private static func sequence(
    _ winners: [[String]], _ bounds: [String], _ driver: Driver, _ view: ScenarioView
  ) -> String {
    winners.enumerated().map { index, offers in
      let isTie = offers.count > 1
      let place = index < bounds.count ? "up to \(bounds[index])" : "beyond"
      let same = isTie ? " at the same cost" : ""
      guard index == 0 else { return "\(names(offers, view))\(same) \(place)" }
      let verb = isTie ? "are" : "is"
      return "\(names(offers, view)) \(verb) cheapest\(same) \(place) \(DriverText.unit(driver))"
    }.joined(separator: ", ")
  }

  private static func names(_ offers: [String], _ view: ScenarioView) -> String {
    // In the order of the scenario, as everywhere else.
    UnitText.list(view.scenario.offers.filter { offers.contains($0.id) }.map(\.name))
  }

  /// What a reader must not take the finding to speak of.
  private static func notCompared(_ offers: [String], _ view: ScenarioView) -> String {
    switch offers.count {
    case 0: ""
    case 1: "; \(names(offers, view)) is not compared"
    case 2: "; \(names(offers, view)) are not compared"
    default: "; \(offers.count) offers are not compared"
    }
  }

  /// The place of a change, or the two places between which it lies.
  private static func bound(_ first: Int, _ second: Int, _ driver: Driver) -> String {
    let (low, high) = (min(first, second), max(first, second))
    let (lowText, highText) = (DriverText.short(low, driver), DriverText.short(high, driver))
    guard lowText != highText else { return lowText }
    let shared = lowText.last == highText.last && lowText.last?.isLetter == true
    return "\(shared ? String(lowText.dropLast()) : lowText)–\(highText)"
  }

  /// Which end of the prices belongs to which end of a range of places.
  private static func rangeNote(_ starts: [(low: Int, high: Int)], _ driver: Driver) -> String? {
    let ranges = starts.dropFirst().filter {
      DriverText.short($0.low, driver) != DriverText.short($0.high, driver)
    }
    guard let first = ranges.first else { return nil }
    let text = bound(first.low, first.high, driver)
    let (from, to) =
      ranges.allSatisfy { $0.low > $0.high }
      ? ("its high end", "its low end")
      : ranges.allSatisfy { $0.low < $0.high }
        ? ("its low end", "its high end") : ("one end of its range", "the other")
    return "A range such as \(text) runs from the change with every price at \(from) to the "
      + "change with every price at \(to)."
  }

  private static func crossingSentences(_ breakEven: BreakEven, _ view: ScenarioView) -> [String] {
    let inside = breakEven.crossings.filter { !$0.isAtEdge }
    guard !inside.isEmpty else { return [] }
    let deciding = inside.count { $0.decides }
    let meets = inside.count == 1 ? "The curves meet once" : "The curves meet \(inside.count) times"
    let changes =
      deciding == 0
      ? "that never changes which offer is cheapest"
      : deciding == inside.count && deciding == 1
        ? "that changes which offer is cheapest"
        : "\(deciding) of the crossings \(deciding == 1 ? "changes" : "change") which offer is cheapest"
    return ["\(meets); \(changes)."]
  }
}
