package import Pricing

/// Requirements as readers say them.
package enum RequirementText {
  /// What is required: `your own weights`.
  package static func name(_ requirement: Requirement) -> String {
    switch requirement {
    case .customWeights: "your own weights"
    case .ownContainer: "your own container"
    case .noColdStart: "no cold start"
    case .dataControl: "control over your data"
    case .openModels: "open models to call with the same offer"
    case .proprietaryModels: "proprietary models with the same offer"
    }
  }

  /// What an offer does that does not meet it.
  package static func lack(_ requirement: Requirement) -> String {
    switch requirement {
    case .customWeights: "serves no weights but its own"
    case .ownContainer: "runs no container of yours"
    case .noColdStart: "may start cold"
    case .dataControl: "decides itself how data is handled"
    case .openModels: "has no open models that are ready to call"
    case .proprietaryModels: "has no proprietary models"
    }
  }
}
