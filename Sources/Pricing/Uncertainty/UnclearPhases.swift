/// Phases of which nobody says whether they are billed, and how the answer would be one for two
/// rows of a card.
///
/// Two rows of one card have one rule: what is free for one is free for the other. So a pair is held
/// against each other for each answer, not for the best of one and the worst of the other.
enum UnclearPhases {
  /// Beyond so many phases there are more answers than are worth asking about; each row then keeps
  /// both ends of its own.
  private static let most = 3

  /// Every answer for the phases that both rows leave open; one that says nothing if there are none.
  static func answers(_ one: Tariff, _ other: Tariff) -> [[Phase: Billing]] {
    guard one.offer.card == other.offer.card, one.billsTime, other.billsTime else {
      return [[:]]
    }
    let shared = one.unclearPhases.filter {
      other.unclearPhases.contains($0) && (one.mayCharge($0) || other.mayCharge($0))
    }
    guard shared.count <= most else { return [[:]] }
    return shared.reduce([[:]]) { answers, phase in
      answers.flatMap { answer in
        [Billing.free, .billed].map { answer.merging([phase: $0]) { _, new in new } }
      }
    }
  }
}

extension Tariff {
  /// Whether time of a phase can be on a bill at all: how long starts take is often not stated
  /// either, and then they are left out.
  fileprivate func mayCharge(_ phase: Phase) -> Bool {
    switch phase {
    case .active: true
    case .idleTail: policy.idleTimeout != .never
    case .keptWarm: policy.minimumReplicas > 0
    case .waiting, .pulling, .loading, .draining: policy.durations[phase] != nil
    }
  }

  /// The same rates and rules with an answer for some phases.
  func holding(_ answer: [Phase: Billing]) -> Tariff {
    guard !answer.isEmpty else { return self }
    var offer = offer
    for (phase, billing) in answer { offer.scaling.billing[phase] = billing }
    offer.rates = rates
    return Tariff(offer)
  }
}
