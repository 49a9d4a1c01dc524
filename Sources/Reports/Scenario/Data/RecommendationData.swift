import Diagnostics
import Pricing

/// What to take for each workload of a scenario, and who is out for what, for programs.
struct RecommendationData {
  private let recommendation: Recommendation
  private let group: String?
  private let scenario: Scenario

  /// - Parameters:
  ///   - recommendation: What to take.
  ///   - group: What the offers among which it chooses are called; `nil` where there are no others.
  ///   - scenario: The scenario.
  init(_ recommendation: Recommendation, of group: String?, _ scenario: Scenario) {
    self.recommendation = recommendation
    self.group = group
    self.scenario = scenario
  }

  var json: JSONValue {
    .object(
      (group.map { [("group", .string($0))] } ?? []) + [
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
