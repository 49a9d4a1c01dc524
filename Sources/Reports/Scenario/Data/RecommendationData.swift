import Diagnostics
import Pricing

/// What to take for each workload of a scenario, and who is out for what, for programs.
struct RecommendationData {
  private let recommendation: Recommendation
  private let scenario: Scenario

  init(_ recommendation: Recommendation, _ scenario: Scenario) {
    self.recommendation = recommendation
    self.scenario = scenario
  }

  var json: JSONValue {
    .object([
      ("requires", .strings(recommendation.requirements.map(\.rawValue))),
      ("choices", .array(zip(scenario.workloads, recommendation.choices).map(choice))),
      ("excluded", .array(recommendation.excluded.map(excluded))),
    ])
  }

  private func choice(_ workload: Workload, _ choice: Recommendation.Choice) -> JSONValue {
    let (kind, offers) =
      switch choice {
      case .cheapest(let offers): ("cheapest", offers)
      case .oneOf(let offers): ("one-of", offers)
      case .only(let offer): ("only", [offer])
      case .none: ("none", [])
      }
    return .object([
      ("workload", .string(workload.id)), ("choice", .string(kind)), ("offers", .strings(offers)),
    ])
  }

  private func excluded(_ exclusion: Recommendation.Exclusion) -> JSONValue {
    .object([
      ("offer", .string(exclusion.offer)),
      ("lacks", .strings(exclusion.lacks.map(\.rawValue))),
      ("not_stated", .strings(exclusion.notStated.map(\.rawValue))),
    ])
  }
}
