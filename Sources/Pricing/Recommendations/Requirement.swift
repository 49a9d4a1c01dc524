/// What a buyer cannot do without, whatever it costs.
public enum Requirement: String, CaseIterable, Hashable, Sendable {
  /// One's own or fine-tuned weights are served.
  case customWeights = "custom weights"

  /// One's own container runs, and so any inference stack.
  case ownContainer = "own container"

  /// No request waits until a machine has started.
  case noColdStart = "no cold start"

  /// The customer decides where data is processed and who sees it.
  case dataControl = "data control"

  /// Models whose weights are published can be called without deploying them.
  case openModels = "open models"

  /// Models that only their makers let others serve can be called.
  case proprietaryModels = "proprietary models"
}

extension Offer {
  /// Whether the offer is known to meet a requirement.
  ///
  /// - Parameters:
  ///   - requirement: What has to be so.
  ///   - date: The day whose rules of scaling hold; `nil` for the latest.
  /// - Returns: ``Features/Answer/notStated`` where nobody says.
  public func answer(to requirement: Requirement, on date: CalendarDate?) -> Features.Answer {
    switch requirement {
    case .customWeights: features.customWeights.value
    case .ownContainer: features.ownContainer.value
    case .dataControl: features.dataControl.value
    case .noColdStart: mayStartCold(on: date) ? .no : .yes
    case .openModels: lists(.openModels)
    case .proprietaryModels: lists(.proprietaryModels)
    }
  }

  private func lists(_ kind: Features.Catalogue) -> Features.Answer {
    let kinds = features.catalogue.value
    return kinds.isEmpty ? .notStated : kinds.contains(kind) ? .yes : .no
  }

  /// Who says whether a requirement is met; `nil` where nobody does.
  public func citation(for requirement: Requirement, on date: CalendarDate?) -> Citation? {
    switch requirement {
    case .customWeights: features.customWeights.citation
    case .ownContainer: features.ownContainer.citation
    case .dataControl: features.dataControl.citation
    case .openModels, .proprietaryModels: features.catalogue.citation
    case .noColdStart: nil
    }
  }
}
