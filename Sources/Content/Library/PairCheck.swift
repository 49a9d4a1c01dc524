import Diagnostics
import Pricing

/// Whether the pairs of `content/site.yaml` can be put side by side.
struct PairCheck {
  /// The providers by id, and those of each scenario.
  private let known: [String]
  private let meetings: [Set<String>]

  init(cards: [RateCard], scenarios: [ScenarioDocument]) {
    known = cards.map(\.id)
    meetings = scenarios.map { Set($0.scenario.offers.map(\.provider)) }
  }

  /// Every pair that is unknown, listed twice, or never does the same work.
  func findings(_ pairs: [ProviderPair]) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var seen: [Set<String>: ProviderPair] = [:]
    for pair in pairs {
      let ids = [pair.first, pair.second]
      let unknown = ids.filter { !known.contains($0.value) }
      findings += unknown.map { id in
        Diagnostic(
          .error, at: id.location, "'\(id.value)' is not a provider of this site",
          hint: Suggestion.hint(for: id.value, in: known, noun: "providers"))
      }
      guard unknown.isEmpty else { continue }
      let both = Set(ids.map(\.value))
      if both.count == 1 {
        findings.append(
          Diagnostic(
            .error, at: pair.second.location, "'\(pair.second.value)' beside itself",
            hint: "name another provider"))
      } else if seen.updateValue(pair, forKey: both) != nil {
        findings.append(
          Diagnostic(
            .error, at: pair.first.location,
            "'\(pair.first.value)' and '\(pair.second.value)' are paired twice",
            hint: "remove one of the two"))
      } else if !meetings.contains(where: both.isSubset) {
        findings.append(
          Diagnostic(
            .error, at: pair.first.location,
            "'\(pair.first.value)' and '\(pair.second.value)' never meet in a scenario",
            hint: "write a scenario with offers of both, or remove the pair"))
      }
    }
    return findings
  }
}
