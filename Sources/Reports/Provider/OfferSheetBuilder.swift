import Content
import Messages
import Pricing
import Wording

/// Makes an offer’s entry on its provider’s page: rates, phases and facts.
struct OfferSheetBuilder {
  let context: SiteContext
  let listed: ListedOffer

  /// The first scenarios that price the offer.
  var uses: [ScenarioOutcome.Placed<ScenarioOutcome.Listed>] = []

  private var offer: Offer { listed.offer }

  /// The entry, with a cell for each of the site's own fields that the card has.
  func sheet(_ sources: inout PageSources, _ fields: FieldColumns) -> OfferSheet {
    let isTimed = offer.meters.contains(.time)
    let facts = OfferFactsBuilder(listed: listed, content: context.content)
    return OfferSheet(
      id: Anchor.offer(offer.id), name: offer.name,
      meter: BillingText.words(offer, on: nil).capitalisedSentence,
      rates: rates(facts, &sources), phases: phases,
      facts: [
        FactTable(title: localized("What one gets"), facts: goods(&sources)),
        FactTable(
          title: localized("How it counts"), facts: isTimed ? rules(&sources) + doubts : []),
        FactTable(title: localized("What it allows"), facts: facts.features(&sources)),
        FactTable(
          title: localized("Prices in proportion"), facts: facts.adjustments(&sources)),
        FactTable(title: localized("Further"), facts: facts.fields(&sources)),
      ].filter { !$0.facts.isEmpty }, factsRead: factsRead, fields: fields.cells(listed.fields),
      usedIn: usedIn)
  }

  /// The model and the machine, as far as anybody says.
  private func goods(_ sources: inout PageSources) -> [OfferFact] {
    let facts: [(String, String, Pricing.Citation?)?] = [
      offer.goods?.model.map { (localized("Model"), GoodsText.line($0), $0.citation) },
      offer.goods?.machine.map { (localized("Machine"), GoodsText.line($0), $0.citation) },
    ]
    // The words for the price are quoted beside the price.
    let prices = Set(offer.rates.map(\.citation))
    return facts.compactMap(\.self).map { name, value, citation in
      OfferFact(
        name: name, value: value,
        quote: citation.flatMap { prices.contains($0) ? nil : $0.quote },
        citations: sources.cite(citation))
    }
  }

  private func rates(_ facts: OfferFactsBuilder, _ sources: inout PageSources) -> RateTable {
    let current = Set(offer.ratesInForce(on: nil))
    let alike = Dictionary(grouping: offer.rates.reversed(), by: \.unit)
    let decimals = alike.mapValues { Self.decimals(of: $0) }
    var rows: [RateRow] = []
    for rate in listed.announced.rates.reversed() {
      let badge = localized("announced, prices nothing yet")
      rows += row(rate, of: offer, decimals, badge: badge, &sources)
    }
    for unit in RateUnit.allCases {
      var newer: [Rate.Series: Rate] = [:]
      for rate in alike[unit] ?? [] {
        defer { newer[rate.series] = rate }
        guard current.contains(rate) else {
          // What it was charged for follows the rules of the last day on which it held.
          let last = newer[rate.series]?.day.date.dayBefore
          rows += row(
            rate, of: last.map { offer.withRules(on: $0) } ?? offer, decimals,
            badge: localized("superseded"), &sources)
          continue
        }
        let badge = [doubt(rate), age(rate)].compactMap(\.self).joined(separator: "; ")
        rows += row(rate, of: offer, decimals, badge: badge.isEmpty ? nil : badge, &sources)
      }
    }
    return RateTable(
      id: Anchor.rates(offer.id), caption: localized("\(offer.name): rates"),
      captionDetail: ratesDetail,
      rows: rows + facts.statements(&sources))
  }

  /// That published figures speak against the price.
  private func doubt(_ rate: Rate) -> String? {
    context.doubtful.contradict(rate) ? localized("published figures speak against it") : nil
  }

  /// That nobody has read the price for longer than the site allows.
  private func age(_ rate: Rate) -> String? {
    let content = context.content
    return content.settings.evidenceAge?.days(since: content.source(rate.citation.source))
      .map(SourceWords.notRead)
  }

  private func row(
    _ rate: Rate, of offer: Offer, _ decimals: [RateUnit: Int], badge: String?,
    _ sources: inout PageSources
  ) -> [RateRow] {
    guard let citation = sources.cite(rate.citation).first else { return [] }
    return [
      RateRow(
        rate,
        label: [
          UnitText.label(rate.unit), ConditionText.words(rate.condition),
          rate.isRoundedUp ? localized("what is begun costs the whole") : "", TermText.words(rate),
          rate.foreign.map { localized("quoted as \(ForeignText.price($0))") } ?? "",
        ]
        .filter { !$0.isEmpty }.joined(separator: ", "),
        price: ArithmeticBuilder(context.content).price(
          rate, of: offer, decimals: decimals[rate.unit] ?? 0, &sources),
        badge: badge, source: citation)
    ]
  }

  /// The currency, the day the rates were last read, and the order of the rows.
  private var ratesDetail: String {
    guard let read = context.lastRead(offer.rates.map(\.citation)) else {
      return localized("US dollars. The newest of a kind first.")
    }
    return localized(
      "US dollars, last read \(TimeText.date(read)). The newest of a kind first.")
  }

  private var factsRead: String? {
    let features = offer.features
    let rules = offer.rules(on: nil)
    let citations =
      [
        rules?.citation, features.customWeights.citation, features.ownContainer.citation,
        features.dataControl.citation, features.catalogue.citation,
      ].compactMap(\.self) + (rules?.evidence.values.map(\.self) ?? [])
      + offer.adjustments.map(\.citation) + listed.fields.compactMap(\.citation)
    return context.lastRead(citations).map { localized("Last read \(TimeText.date($0)).") }
  }

  /// Every digit of a price, with at least so many decimals.
  static func price(_ rate: Rate, decimals: Int = 0) -> String {
    guard let price = rate.price else { return localized("not stated") }
    return AmountText.exactRange(price.low, price.high, decimals: decimals)
  }

  /// The decimals that some rates need, so that all show as many.
  static func decimals(of rates: some Sequence<Rate>) -> Int {
    AmountText.exactDecimals(of: rates.compactMap(\.price).flatMap { [$0.low, $0.high] })
  }

  /// The decimals that an offer's rates need, by their unit.
  static func decimals(of offer: Offer) -> [RateUnit: Int] {
    Dictionary(grouping: offer.rates, by: \.unit).mapValues { decimals(of: $0) }
  }

  /// Which phases are billed; nothing for a meter that counts no time.
  var phases: [PhaseState] {
    guard offer.meters.contains(.time) else { return [] }
    let scaling = offer.scalingInUse
    return Phase.allCases.map { phase in
      let billing = RuleText.state(of: phase, in: scaling)
      return PhaseState(
        name: UnitText.phase(phase), state: RuleText.words(billing), kind: RuleText.kind(billing))
    }
  }

  /// The rules by which time is counted.
  func rules(_ sources: inout PageSources) -> [OfferFact] {
    let rules = offer.rules(on: nil)
    let common = sources.cite(rules?.citation)
    var rows: [OfferFact] = []
    for (name, value, subject) in ruleTexts {
      let own = subject.flatMap { rules?.evidence[$0] }
      rows.append(
        OfferFact(
          name: name, value: value, quote: own?.quote,
          citations: own.map { sources.cite($0) } ?? common))
    }
    return rows
  }

  /// That published figures speak against rules by which time is billed.
  private var doubts: [OfferFact] {
    guard context.doubtful.contradict(offer.scalingInUse) else { return [] }
    let words = localized("published figures speak against how time is billed")
    return [OfferFact(name: localized("In doubt"), value: words, quote: nil, citations: [])]
  }

  private var ruleTexts: [(String, String, ScalingRules.Subject?)] {
    let scaling = offer.scalingInUse
    var rules: [(String, String, ScalingRules.Subject?)] = [
      (localized("Minimum replicas"), NumberText.whole(scaling.minimumReplicas), nil)
    ]
    if let maximum = scaling.maximumReplicas {
      rules.append((localized("Maximum replicas"), NumberText.whole(maximum), nil))
    }
    if let concurrency = scaling.concurrency {
      let text = RuleText.concurrency(concurrency)
      rules.append((localized("Sessions at once on a replica"), text, .concurrency))
    }
    let timeout = RuleText.idleTimeout(scaling.idleTimeout)
    let meaning = timeout + RuleText.meaning(scaling.idleTimeout)
    rules.append((localized("Idle timeout"), meaning, .idleTimeout))
    if scaling.decisionInterval > .zero {
      let every = TimeText.length(scaling.decisionInterval)
      let text = localized("\(every): an idle replica stays up to that much longer")
      rules.append((localized("Decision interval"), text, .decisionInterval))
    }
    if scaling.commitment == nil {
      let increment = RuleText.increment(scaling.billingIncrement)
      rules.append((localized("Billing increment"), increment, .billingIncrement))
    }
    if scaling.minimumCharge > .zero {
      rules.append((localized("Minimum charge"), TimeText.length(scaling.minimumCharge), nil))
    }
    for phase in Phase.timed {
      if let length = scaling.durations[phase] {
        rules.append((UnitText.phase(phase).capitalisedSentence, TimeText.range(length), .start))
      }
    }
    for part in RateUnit.Part.allCases where offer.replica[part] != .one {
      let size = NumberText.trimmed(offer.replica[part], decimals: 3)
      let text = part == .gpus ? size : "\(size)\u{A0}\(localized(name: part.many))"
      rules.append((localized(name: part.sizeLabel), text, nil))
    }
    if offer.replica.powerShare != .one {
      let share = NumberText.percent(offer.replica.powerShare, decimals: 2)
      rules.append((localized("Power drawn"), localized("\(share) of it on average"), nil))
    }
    return rules
  }

  private var usedIn: [PageLink] {
    let shown = uses.prefix(ScenarioOutcome.mostUses)
    let links = shown.map { PageLink($0.value.title, to: SitePaths.scenario($0.value.id)) }
    return uses.count > shown.count
      ? links + [PageLink(localized("and more scenarios"), to: SitePaths.scenarios)] : links
  }
}
