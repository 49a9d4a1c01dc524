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
    let stretches = CheapestStretches(breakEven.cheapest, driver).stretches
    guard let first = stretches.first, Set(breakEven.curves.map(\.offer)).count > 1 else {
      return nil
    }
    let text =
      stretches.count == 1
      ? Self.everywhere(first, breakEven, view) : Self.sequence(stretches, driver, view)
    headline = text + Self.notCompared(breakEven.gaps.map(\.offer), view)
    let isOpen = stretches.contains { !$0.isCertain }
    rangeNote =
      isOpen
      ? "Where one or another is named, it depends on where in their ranges prices and other "
        + "inputs lie." : nil
    sentences = Self.crossingSentences(breakEven) + [rangeNote].compactMap(\.self)
  }

  /// Who is the cheapest if nothing ever changes.
  private static func everywhere(
    _ stretch: CheapestStretch, _ breakEven: BreakEven, _ view: ScenarioView
  ) -> String {
    let range = "over the whole range of \(DriverText.title(breakEven.sweep.driver).lowercased())"
    let offers = stretch.offers
    guard stretch.isCertain else { return "\(any(of: offers, view)) may be the cheapest \(range)" }
    guard offers.count > 1 else { return "\(names(offers, view)) is the cheapest \(range)" }
    return offers.count == Set(breakEven.curves.map(\.offer)).count
      ? "\(names(offers, view)) cost the same \(range)"
      : "\(names(offers, view)) are the cheapest \(range), at the same cost"
  }

  /// Who is the cheapest, or may be, up to each bound, and who beyond the last.
  private static func sequence(
    _ stretches: [CheapestStretch], _ driver: Driver, _ view: ScenarioView
  ) -> String {
    // More than a reader keeps in mind; the list of stretches has them all.
    if stretches.count > 4, let first = stretches.first, let last = stretches.last {
      let (start, end) = (stretches[1].range.lowerBound, last.range.lowerBound)
      return "\(phrase(first, isFirst: true, view)) up to \(DriverText.short(start, driver)) "
        + "\(DriverText.unit(driver)), \(phrase(last, isFirst: false, view)) from "
        + "\(DriverText.short(end, driver)) on; between them it changes"
    }
    return stretches.enumerated().map { index, stretch in
      let place =
        index + 1 < stretches.count
        ? "up to \(DriverText.short(stretches[index + 1].range.lowerBound, driver))" : "beyond"
      let text = "\(phrase(stretch, isFirst: index == 0, view)) \(place)"
      return index == 0 ? "\(text) \(DriverText.unit(driver))" : text
    }.joined(separator: ", ")
  }

  /// Who is the cheapest on a stretch, with the verb the first time.
  private static func phrase(
    _ stretch: CheapestStretch, isFirst: Bool, _ view: ScenarioView
  ) -> String {
    let isTie = stretch.isCertain && stretch.offers.count > 1
    let names = stretch.isCertain ? names(stretch.offers, view) : any(of: stretch.offers, view)
    let same = isTie ? " at the same cost" : ""
    return isFirst ? "\(names) \(isTie ? "are" : "is") cheapest\(same)" : "\(names)\(same)"
  }

  /// One of some offers, by name, or how many where the names would fill the sentence.
  private static func any(of offers: [String], _ view: ScenarioView) -> String {
    let names = view.scenario.offers.filter { offers.contains($0.id) }.map(\.name)
    return names.count <= 3
      ? UnitText.list(names, conjunction: "or") : "one of \(NumberText.whole(names.count)) offers"
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

  /// How many crossings there are, and how many of them matter: those of the table and the chart.
  private static func crossingSentences(_ breakEven: BreakEven) -> [String] {
    let count = breakEven.crossings.count
    guard count > 0 else { return [] }
    let deciding = breakEven.crossings.count { $0.decides }
    let meets = count == 1 ? "Costs cross once" : "Costs cross \(count) times"
    let changes =
      deciding == 0
      ? "that never changes which offer is cheapest"
      : deciding == count
        ? "\(count == 1 ? "that" : "each") changes which offer is cheapest"
        : "\(deciding) of the crossings \(deciding == 1 ? "changes" : "change") which offer is cheapest"
    return ["\(meets); \(changes)."]
  }
}
