import Content
import Pricing

/// Makes an offer's entry on its provider's page: rates, phases, rules.
struct OfferSheetBuilder {
  let context: SiteContext
  let listed: ListedOffer
  let page: String

  private var offer: Offer { listed.offer }

  func sheet(_ sources: inout PageSources) -> OfferSheet {
    let isTimed = offer.meters.contains(.time)
    return OfferSheet(
      id: offer.id, name: offer.name, meter: offer.billingModel.rawValue.capitalisedSentence,
      hardware: listed.hardware, rates: rates(&sources), phases: isTimed ? phases : [],
      rules: isTimed ? rules(&sources) : [], usedIn: usedIn)
  }

  private func rates(_ sources: inout PageSources) -> RateTable {
    let current = Set(offer.rates(on: nil))
    var rows: [RateRow] = []
    for rate in offer.rates.sorted(by: { ($1.from, $0.unit.rawValue) < ($0.from, $1.unit.rawValue) }
    ) {
      guard let citation = sources.cite(rate.citation).first else { continue }
      rows.append(
        RateRow(
          label: UnitText.label(rate.unit), price: Self.price(rate), unit: UnitText.per(rate.unit),
          from: TimeText.date(rate.from), superseded: !current.contains(rate),
          sourceTitle: citation.title, sourceLink: citation.link, quote: rate.citation.quote))
    }
    return RateTable(
      id: "\(offer.id)-rates", caption: "\(offer.name): rates in US dollars", rows: rows)
  }

  static func price(_ rate: Rate) -> String {
    guard let price = rate.price else { return "not stated" }
    return AmountText.exactRange(price.low, price.high)
  }

  private var phases: [PhaseState] {
    let scaling = offer.scaling
    return Phase.allCases.map { phase in
      let billing = scaling.billing(of: phase)
      return PhaseState(
        name: UnitText.phase(phase), state: billing.rawValue,
        kind: billing.rawValue.replacing(" ", with: "-"))
    }
  }

  private func rules(_ sources: inout PageSources) -> [BillingRule] {
    let citations = sources.cite(offer.rules(on: nil)?.citation)
    return ruleTexts.map { BillingRule(name: $0.0, value: $0.1, citations: citations) }
  }

  private var ruleTexts: [(String, String)] {
    let scaling = offer.scaling
    var rules = [("Minimum replicas", NumberText.whole(scaling.minimumReplicas))]
    if let maximum = scaling.maximumReplicas {
      rules.append(("Maximum replicas", NumberText.whole(maximum)))
    }
    switch scaling.idleTimeout {
    case .notStated: rules.append(("Idle timeout", "not stated"))
    case .never: rules.append(("Idle timeout", "never: a replica stays until it is deleted"))
    case .after(let timeout) where timeout.high > .zero:
      rules.append(("Idle timeout", TimeText.range(timeout)))
    case .after:
      rules.append(("Idle timeout", "none: a machine is given back as soon as its work is done"))
    }
    let increment = scaling.billingIncrement
    rules.append(
      ("Billing increment", increment == .zero ? "not stated" : TimeText.length(increment)))
    if scaling.minimumCharge > .zero {
      rules.append(("Minimum charge", TimeText.length(scaling.minimumCharge)))
    }
    for phase in Phase.timed {
      if let length = scaling.durations[phase] {
        rules.append((UnitText.phase(phase).capitalisedSentence, TimeText.range(length)))
      }
    }
    if offer.unitsPerReplica != .one {
      let isMemory = offer.rates.contains { $0.unit == .gigabyteSecond }
      let size = NumberText.trimmed(offer.unitsPerReplica, decimals: 3)
      rules.append((isMemory ? "Memory" : "GPUs of a replica", isMemory ? "\(size)\u{A0}GB" : size))
    }
    return rules
  }

  private var usedIn: [PageLink] {
    (context.scenariosByOffer[offer.id] ?? []).map { document in
      PageLink(
        title: document.title,
        link: SitePaths.link(from: page, to: SitePaths.scenario(document.scenario.id)))
    }
  }
}
