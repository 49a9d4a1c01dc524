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
    let headline = Headline(view).text
    self.headline = headline
    let changes = view.priced.groups.enumerated().compactMap { group, priced in
      priced.breakEven.flatMap { breakEven in
        Set(breakEven.curves.map(\.offer)).count > 1
          ? ChangeFinding(breakEven, besides: headline, of: view.groupName(group), view) : nil
      }
    }
    rangeNote = changes.lazy.compactMap(\.rangeNote).first
    // Said once, as the headline.
    let said = "\(headline)."
    sentences =
      (changes.flatMap(\.sentences) + [rangeNote].compactMap(\.self)
      + ComparisonFinding(view).sentences).filter { $0 != said }
  }
}
