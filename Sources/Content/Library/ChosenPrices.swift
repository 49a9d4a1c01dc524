import Diagnostics
import Pricing

extension ScenarioReader {
  /// The offer at the prices that a row, or the scenario, chooses.
  mutating func chosen(
    _ offer: Offer, _ entry: Mapping, _ common: [Located<Choice>]
  ) -> Offer {
    let when = entry.mapping("when")
    // A row that chooses nothing takes the price of whoever chose nothing, whatever the others do.
    guard when.map({ !$0.writtenKeys.isEmpty }) ?? true else { return offer }
    let own = ConditionFormat.choices(when)
    for choice in own where !offer.offeredChoices.contains(choice.value) {
      refuse(choice, of: [offer], "'\(offer.id)'")
    }
    let inherited = common.filter { choice in !own.contains { $0.value.axis == choice.value.axis } }
    let place = own.first?.location ?? entry.location
    let choices = (own + inherited).map(\.value)
    let workloads = askedOfWorkloads.map { asked in
      let others = choices.filter { choice in
        own.contains { $0.value == choice } || !asked.contains { $0.axis == choice.axis }
      }
      let added = asked.filter { choice in !others.contains { $0.axis == choice.axis } }
      return (own: asked, all: others + added)
    }
    return findings.exact(place) { () throws(PricingError) in
      try offer.choosing(choices, for: workloads)
    } ?? offer
  }

  /// What workloads choose for themselves, each choice once.
  private var askedOfWorkloads: [[Choice]] {
    var asked: [[Choice]] = []
    for workload in mapping.mappings("workloads") {
      let choices = ConditionFormat.choices(workload.mapping("when")).map(\.value)
      if !choices.isEmpty, !asked.contains(choices) { asked.append(choices) }
    }
    return asked
  }

  /// A choice that no offer of the scenario has a price for is a slip.
  mutating func checkThatSomeoneSells(_ common: [Located<Choice>]) {
    let offers = mapping.mappings("offers")
      .compactMap { $0.text("offer").flatMap { self.offers.listed[$0.value]?.offer } }
    guard offers.count == mapping.mappings("offers").count else { return }
    let ofWorkloads = mapping.mappings("workloads")
      .flatMap { ConditionFormat.choices($0.mapping("when")) }
    for choice in common + ofWorkloads
    where !offers.contains(where: { $0.offeredChoices.contains(choice.value) }) {
      refuse(choice, of: offers, "any offer of this scenario")
    }
  }

  private mutating func refuse(_ choice: Located<Choice>, of offers: [Offer], _ subject: String) {
    let axis = choice.value.axis
    let known = Set(
      offers.flatMap(\.offeredChoices).filter { $0.axis == axis }.map(\.value)
    ).sorted()
    findings.error(
      choice.location, "no price of \(subject) is for \(axis.rawValue) '\(choice.value.value)'",
      hint: known.isEmpty
        ? "remove it, or add a price with 'when: {\(axis.rawValue): \(choice.value.value)}'"
        : Suggestion.hint(for: choice.value.value, in: known, noun: "prices"))
  }
}
