import Content
import Messages
import Pricing
import Wording

/// The rates and rules of the two offers of a pair that meet most often.
struct PairRules {
  let context: SiteContext
  private let first: String?
  private let second: String?

  /// Finds the two offers.
  ///
  /// - Parameters:
  ///   - meetings: Offers that did the same work, by their ids in the rate cards.
  ///   - context: The site.
  init(_ meetings: [(first: String, second: String)], in context: SiteContext) {
    self.context = context
    first = Self.mostFrequent(meetings.map(\.first))
    second = Self.mostFrequent(meetings.map(\.second))
  }

  /// The first of those that occur most often.
  private static func mostFrequent(_ ids: [String]) -> String? {
    var counts: [String: Int] = [:]
    var order: [String] = []
    for id in ids {
      if counts[id] == nil { order.append(id) }
      counts[id, default: 0] += 1
    }
    return order.max { (counts[$0] ?? 0) < (counts[$1] ?? 0) }
  }

  /// The rows, in the order of the first offer.
  func rows(_ sources: inout PageSources) -> [SideBySideRow] {
    let (left, right) = (facts(first, &sources), facts(second, &sources))
    let order =
      left.map(\.name)
      + right.map(\.name).filter { name in !left.contains { $0.name == name } }
    // The other side has another meter, so the rule has no meaning for it.
    let absent = SideBySideValue(text: localized("does not apply"), citations: [])
    return order.map { name in
      SideBySideRow(
        name: name, first: left.first { $0.name == name }?.value ?? absent,
        second: right.first { $0.name == name }?.value ?? absent)
    }
  }

  private func facts(
    _ offer: String?, _ sources: inout PageSources
  ) -> [(name: String, value: SideBySideValue)] {
    guard let listed = offer.flatMap(context.content.listedOffer) else { return [] }
    let sheet = OfferSheetBuilder(context: context, listed: listed)
    var facts: [(name: String, value: SideBySideValue)] = []
    func add(_ name: String, _ text: String, _ citations: [Citation] = []) {
      facts.append((name, SideBySideValue(text: text, citations: citations)))
    }
    add(localized("Offer"), listed.offer.name)
    add(localized("Meter"), BillingText.words(listed.offer, on: nil).capitalisedSentence)
    for rate in listed.offer.rates(on: nil) {
      add(
        localized("Rate \(UnitText.per(rate.unit))"), OfferSheetBuilder.price(rate),
        sources.cite(rate.citation))
    }
    let phases = sheet.phases
    guard !phases.isEmpty else { return facts }
    let other = ForeignRules.sayers(of: listed.offer, context.content)
    let own = other.flatMap { context.content.listedOffer($0.own) }
      .map { OfferSheetBuilder(context: context, listed: $0) }
    let ownRules = own?.rules(&sources) ?? []
    for phase in phases {
      let ownState = own?.phases.first { $0.name == phase.name }?.state
      add(
        phase.name.capitalisedSentence, other?.words(phase.state, beside: ownState) ?? phase.state,
        sources.cite(listed.offer.rules(on: nil)?.citation))
    }
    for rule in sheet.rules(&sources) where !facts.contains(where: { $0.name == rule.name }) {
      let ownValue = ownRules.first { $0.name == rule.name }?.value
      add(
        rule.name, other?.words(rule.value, beside: ownValue) ?? rule.value, rule.citations)
    }
    return facts
  }
}
