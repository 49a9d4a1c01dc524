import Content
import Pricing

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
    let low = Self.byOffer(breakEven.cheapestAtLow)
    let high = Self.byOffer(breakEven.cheapestAtHigh)
    guard let first = low.first, Set(breakEven.curves.map(\.offer)).count > 1 else { return nil }
    guard low.count > 1 else {
      let isCertain = high.map(\.offer) == [first.offer]
      headline =
        "\(view.name(first.offer)) is the cheapest over the whole range of "
        + DriverText.title(driver).lowercased()
        + (isCertain ? "" : ", at the low end of its range")
      rangeNote = nil
      sentences = Self.crossingSentences(breakEven, view)
      return
    }
    let agree = low.map(\.offer) == high.map(\.offer)
    let bounds = low.indices.dropFirst().map { index in
      Self.bound(low[index].start, agree ? high[index].start : low[index].start, driver)
    }
    var text = "\(view.name(first.offer)) is cheapest up to \(bounds[0]) \(DriverText.unit(driver))"
    for (index, span) in low.enumerated().dropFirst() {
      text +=
        index == low.count - 1
        ? ", \(view.name(span.offer)) beyond" : ", \(view.name(span.offer)) up to \(bounds[index])"
    }
    headline = agree ? text : "\(text), all at the low end of their ranges"
    rangeNote =
      agree ? Self.rangeNote(zip(low, high).map { (low: $0.start, high: $1.start) }, driver) : nil
    sentences = Self.crossingSentences(breakEven, view) + [rangeNote].compactMap(\.self)
  }

  /// The stretches of an envelope by offer, whichever of its curves.
  private static func byOffer(_ envelope: Envelope) -> [(offer: String, start: Int)] {
    envelope.spans.reduce(into: []) { result, span in
      if result.last?.offer != span.offer { result.append((span.offer, span.range.lowerBound)) }
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
