import Messages
package import Pricing

/// Requirements as readers say them.
package enum RequirementText {
  /// What is required: `your own weights`.
  package static func name(_ requirement: Requirement) -> String {
    switch requirement {
    case .customWeights: localized("your own weights")
    case .ownContainer: localized("your own container")
    case .noColdStart: localized("no cold start")
    case .dataControl: localized("control over your data")
    case .openModels: localized("open models to call with the same offer")
    case .proprietaryModels: localized("proprietary models with the same offer")
    }
  }

  /// What an offer does that does not meet it.
  package static func lack(_ requirement: Requirement) -> String {
    switch requirement {
    case .customWeights: localized("serves no weights but its own")
    case .ownContainer: localized("runs no container of yours")
    case .noColdStart: localized("may start cold")
    case .dataControl: localized("decides itself how data is handled")
    case .openModels: localized("has no open models that are ready to call")
    case .proprietaryModels: localized("has no proprietary models")
    }
  }
}
