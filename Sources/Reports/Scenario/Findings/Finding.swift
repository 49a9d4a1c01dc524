import Pricing

/// What a scenario shows, said in sentences that are derived from its figures.
struct Finding {
  /// The answer to what the scenario asks, in one sentence without a full stop.
  let headline: String

  /// What a range of places on the curves means; `nil` if there is none.
  let rangeNote: String?

  /// What else there is to say, a sentence each.
  let sentences: [String]

  init(_ view: ScenarioView) {
    headline = Headline(view).text
    let change = view.priced.breakEven.flatMap { breakEven in
      Set(breakEven.curves.map(\.offer)).count > 1 ? ChangeFinding(breakEven, view) : nil
    }
    rangeNote = change?.rangeNote
    // Said once, as the headline.
    let said = "\(headline)."
    sentences = ((change?.sentences ?? []) + ComparisonFinding(view).sentences).filter {
      $0 != said
    }
  }
}
