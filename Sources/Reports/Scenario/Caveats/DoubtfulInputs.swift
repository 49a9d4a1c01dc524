import Messages
import Pricing
import Wording

/// The inputs of a scenario that rest on published figures which nothing bears out.
struct DoubtfulInputs {
  /// The claims in the order of the inputs, each with the names of those that it speaks against.
  let claims: [(claim: AuditedClaim, names: [String])]

  /// - Parameters:
  ///   - inputs: What the scenario is computed from.
  ///   - statements: The figures that do not come out.
  ///   - provider: What readers call a provider, by its id.
  init(
    _ inputs: [ScenarioInput], _ statements: DoubtfulStatements,
    calling provider: (String) -> String?
  ) {
    var claims: [(claim: AuditedClaim, names: [String])] = []
    for input in inputs where !input.isAsked {
      for claim in statements.claims(in: input.citation) {
        // A price is what its seller says, whether or not anybody can compute it.
        if input.provider != nil, VerdictKind(claim.verdict) == .open { continue }
        let name = input.name(calling: provider)
        if let known = claims.firstIndex(where: { $0.claim.claim.id == claim.claim.id }) {
          if !claims[known].names.contains(name) { claims[known].names.append(name) }
        } else {
          claims.append((claim, [name]))
        }
      }
    }
    self.claims = claims
  }

  /// The inputs in one line, each with the gravest of what is said of it; `nil` if there are none.
  var summary: String? {
    var said: Set<String> = []
    let kinds: [VerdictKind] = [.inconsistent, .off, .open]
    let parts: [String] = kinds.compactMap { kind in
      var names: [String] = []
      for name in claims.filter({ VerdictKind($0.claim.verdict) == kind }).flatMap(\.names)
      where said.insert(name).inserted { names.append(name) }
      return names.isEmpty ? nil : Self.doubt(kind, of: UnitText.list(names))
    }
    return parts.isEmpty ? nil : localized("In doubt: \(parts.joined(separator: "; "))")
  }

  /// What is said of inputs by figures that do not come out.
  private static func doubt(_ kind: VerdictKind, of names: String) -> String {
    switch kind {
    case .inconsistent: localized("\(names), which other published figures contradict")
    case .off: localized("\(names), about which a published figure does not come out")
    case .open, .reproduced, .restated, .consistent:
      localized("\(names), which nothing here bears out")
    }
  }
}
