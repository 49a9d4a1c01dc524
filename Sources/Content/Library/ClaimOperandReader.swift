import Diagnostics
import Messages
import Pricing

extension ClaimFormulaReader {
  /// The value of a term that stands below one of ``ClaimFormat/sources``, and its name.
  mutating func operand(
    _ entry: Mapping, _ key: String, of id: String?
  ) -> (operand: ClaimOperand, name: String)? {
    switch key {
    case "value": return value(entry).map { ($0, "") }
    case "offer": return entry.text("offer").flatMap { rate(entry, of: $0) }
    case "invoice": return entry.mapping("invoice").flatMap { invoice($0) }
    case "crossing": return entry.mapping("crossing").flatMap { crossing($0) }
    case "quantity": return entry.text("quantity").flatMap { quantity($0) }
    case "claim": return entry.text("claim").flatMap { claim($0, from: id) }
    default:
      guard let scenario = entry.text("month_of"),
        let document = names.scenario(scenario, into: &findings)
      else { return nil }
      return (
        .monthHours(scenario: scenario.value, document.monthHours),
        localized("hours in a month")
      )
    }
  }

  private mutating func value(_ entry: Mapping) -> ClaimOperand? {
    guard let stated = entry.decimalRange("value"),
      let unit = Self.unit(entry, into: &findings)
    else { return nil }
    guard case .range(let range) = stated.value else { return .notStated(unit: unit) }
    let bounds = findings.exact(stated.location) { () throws(PricingError) in
      try Bounds(range.lowerBound.ratio(), range.upperBound.ratio())
    }
    let other = entry.text("source")
    if let other { cited.append(other) }
    let quote = entry.text("quote")?.value
    let isCited = other != nil || quote != nil
    let citation = isCited ? Citation(source: other?.value ?? source, quote: quote) : nil
    return bounds.map { .stated($0, unit: unit, citation: citation) }
  }

  private mutating func rate(
    _ entry: Mapping, of id: Located<String>
  ) -> (operand: ClaimOperand, name: String)? {
    guard let listed = names.offers[id.value] else {
      guard !names.doubtful.contains(id.value) else { return nil }
      findings.error(
        id.location, "'\(id.value)' is not an offer of any rate card",
        hint: Suggestion.hint(for: id.value, in: names.offers.keys.sorted(), noun: "offers"))
      return nil
    }
    let offer = listed.offer
    let units = RateUnit.allCases.filter(listed.history.units.contains)
    // A price of a card with mistakes may be one that could not be read.
    let isDoubtful = names.doubtful.contains(id.value)
    let known = units.map(\.rawValue)
    if let word = entry.text("rate") {
      guard let unit = RateUnit(rawValue: word.value), units.contains(unit) else {
        guard !isDoubtful else { return nil }
        findings.error(
          word.location, "'\(word.value)' is not what '\(id.value)' has a price for",
          hint: Suggestion.hint(for: word.value, in: known, noun: "prices"))
        return nil
      }
      return (.rate(offer: id.value, unit: unit), offer.name)
    }
    guard let unit = units.first, units.count == 1 else {
      guard !isDoubtful else { return nil }
      findings.error(
        id.location, "'\(id.value)' has \(units.isEmpty ? "no price" : "several prices")",
        hint: units.isEmpty
          ? "name another offer" : "add 'rate:' with one of \(known.joined(separator: ", "))")
      return nil
    }
    return (.rate(offer: id.value, unit: unit), offer.name)
  }

  private mutating func invoice(_ entry: Mapping) -> (operand: ClaimOperand, name: String)? {
    guard let id = entry.text("scenario"), let offer = entry.text("offer"),
      let workload = entry.text("workload"),
      let scenario = names.scenario(id, into: &findings)?.scenario
    else { return nil }
    let offers = scenario.offers.map(\.id)
    // An offer of a rate card with mistakes is missing from the scenario too.
    guard offers.contains(offer.value) || !names.doubtful.contains(offer.value) else { return nil }
    let isKnown = [
      ClaimNames.check(offer, isIn: offers, "offers", into: &findings),
      ClaimNames.check(
        workload, isIn: scenario.workloads.map(\.id), "workloads", into: &findings),
    ]
    guard !isKnown.contains(false) else { return nil }
    let parts = [
      scenario.offers.first { $0.id == offer.value }?.name,
      scenario.workloads.first { $0.id == workload.value }?.name,
    ]
    return (
      .invoice(scenario: id.value, offer: offer.value, workload: workload.value),
      parts.compactMap(\.self).joined(separator: ", ")
    )
  }

  private mutating func crossing(_ entry: Mapping) -> (operand: ClaimOperand, name: String)? {
    guard let id = entry.text("scenario"), entry.has("between"),
      let scenario = names.scenario(id, into: &findings)?.scenario
    else { return nil }
    guard let driver = scenario.sweep?.driver else {
      findings.error(
        id.location, "'\(id.value)' is a scenario without curves",
        hint: "name one that has 'vary'")
      return nil
    }
    let pair = entry.texts("between")
    guard pair.count == 2, pair[0].value != pair[1].value else {
      findings.error(
        entry.location(of: "between"), "a crossing is between two different offers",
        hint: "write it like [managed-api, gmi-h100]")
      return nil
    }
    let isKnown = pair.map {
      ClaimNames.check($0, isIn: scenario.offers.map(\.id), "offers", into: &findings)
    }
    guard !isKnown.contains(false) else { return nil }
    GroupingFormat.check(pair[0], pair[1], of: scenario, into: &findings)
    let offers = pair.map { word in
      scenario.offers.first { $0.id == word.value }?.name ?? word.value
    }
    let isDeciding = entry.text("which")?.value == "deciding"
    return (
      .crossings(
        scenario: id.value, between: .init(pair[0].value, pair[1].value),
        decidingOnly: isDeciding, unit: driver.claimUnit),
      // A third offer may cost less than both at a part of such a crossing, which then ends there.
      isDeciding
        ? localized("where it may be \(offers[0]) or \(offers[1]) that is cheapest of all")
        : localized("where \(offers[0]) and \(offers[1]) cost the same")
    )
  }

  private mutating func claim(
    _ word: Located<String>, from id: String?
  ) -> (operand: ClaimOperand, name: String)? {
    guard word.value != id else {
      findings.error(
        word.location, "'\(word.value)' is the claim itself",
        hint: "compute it from something else")
      return nil
    }
    guard let known = names.claims[word.value] else {
      findings.error(
        word.location, "'\(word.value)' is not a claim of this site",
        hint: Suggestion.hint(for: word.value, in: names.claims.keys.sorted(), noun: "claims"))
      return nil
    }
    return known.map { (.claim(word.value, unit: $0.unit), "") }
  }
}
