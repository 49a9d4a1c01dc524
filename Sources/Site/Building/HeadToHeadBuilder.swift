import Content
import Pricing
import Wording

/// Makes the page that puts two providers side by side.
struct HeadToHeadBuilder {
  let context: SiteContext
  let pair: ProviderPair
  private let duel: HeadToHead
  private let names: (first: String, second: String)

  private var page: String { SitePaths.pair(pair.id) }

  init(context: SiteContext, pair: ProviderPair) {
    self.context = context
    self.pair = pair
    duel = HeadToHead(pair.first.value, pair.second.value, in: context.priced)
    func name(_ id: String) -> String { context.content.rateCard(id)?.name ?? id }
    names = (name(pair.first.value), name(pair.second.value))
  }

  var title: String { "\(names.first) and \(names.second), side by side" }

  /// Who costs less how often, in a sentence without a full stop.
  var headline: String {
    let total = duel.rounds.count
    guard total > 0 else { return "\(title): no workload that both can be priced for" }
    if total == 1, let only = duel.rounds.first?.outcome {
      switch only {
      case .first: return "\(names.first) costs less for the one workload that both are priced for"
      case .second:
        return "\(names.second) costs less for the one workload that both are priced for"
      case .same: return "Both cost the same for the one workload that both are priced for"
      case .open: return "Their ranges overlap for the one workload that both are priced for"
      }
    }
    let parts = [
      (duel.count(of: .first), "\(names.first) costs less for"),
      (duel.count(of: .second), "\(names.second) costs less for"),
      (duel.count(of: .same), "both cost the same for"),
      (duel.count(of: .open), "their ranges overlap for"),
    ].filter { $0.0 > 0 }.map { count, text in "\(text) \(NumberText.whole(count))" }
    return "Of \(NumberText.whole(total)) shared workloads, \(parts.joined(separator: ", "))"
  }

  func headToHead() -> HeadToHeadPage {
    var sources = PageSources(context.content)
    let rules = rules(&sources)
    return HeadToHeadPage(
      frame: FrameBuilder(context: context).frame(
        of: page, title: title, description: "\(headline).", kind: "pair"),
      title: title, headline: headline,
      basis: "US dollars. The lowest offer of each provider for the same work; a range stays a "
        + "range, and an offer that is not enough for the work takes no part.",
      first: provider(pair.first.value, names.first),
      second: provider(pair.second.value, names.second), groups: groups,
      rules: rules, crossings: crossings, sources: sources.entries)
  }

  private func provider(_ id: String, _ name: String) -> PageLink {
    PageLink(title: name, link: SitePaths.link(from: page, to: SitePaths.provider(id)))
  }

  // MARK: Workloads

  private var groups: [HeadToHeadGroup] {
    let rounds = Dictionary(grouping: duel.rounds, by: \.scenario)
    return context.scenarios.compactMap { document, priced in
      guard let rounds = rounds[priced.scenario.id] else { return nil }
      let view = ScenarioView(context: context, document: document, priced: priced, page: page)
      return HeadToHeadGroup(
        scenario: document.title,
        link: SitePaths.link(from: page, to: SitePaths.scenario(priced.scenario.id)),
        rows: rounds.compactMap { row($0, view) })
    }
  }

  private func row(_ round: HeadToHead.Round, _ view: ScenarioView) -> HeadToHeadRow? {
    guard let workload = view.scenario.workloads.first(where: { $0.id == round.workload })
    else { return nil }
    let decimals = AmountText.decimals(
      for: [round.first, round.second].flatMap { [$0.low, $0.high ?? $0.low] })
    func cell(_ invoice: Invoice, _ winning: HeadToHead.Outcome) -> OfferAmount {
      OfferAmount(
        offer: view.name(invoice.offer),
        amount: AmountText.range(invoice.low, invoice.high, decimals: decimals),
        link: SitePaths.link(from: page, to: SitePaths.scenario(round.scenario))
          + "#invoice-\(invoice.offer)-\(round.workload)",
        lowest: round.outcome == winning)
    }
    return HeadToHeadRow(
      workload: workload.name, first: cell(round.first, .first),
      second: cell(round.second, .second), outcome: outcome(round))
  }

  private func outcome(_ round: HeadToHead.Round) -> String {
    switch round.outcome {
    case .same: "the same"
    case .open: "depends on where in its range each price lies"
    case .first: "\(names.first)\(Self.factor(round.first, round.second))"
    case .second: "\(names.second)\(Self.factor(round.second, round.first))"
    }
  }

  /// How many times as much the dearer one costs, from the closest ends to the farthest.
  private static func factor(_ winner: Invoice, _ loser: Invoice) -> String {
    guard let winnerHigh = winner.high, let loserHigh = loser.high, winner.low > .zero,
      let least = try? Ratio(loser.low.picodollars, over: winnerHigh.picodollars),
      let most = try? Ratio(loserHigh.picodollars, over: winner.low.picodollars)
    else { return "" }
    let texts = [least, most].map(NumberText.multiple)
    return texts[0] == texts[1]
      ? "; the other costs \(texts[0]) times as much"
      : "; the other costs \(texts[0])–\(texts[1]) times as much"
  }

  private func view(_ scenario: String) -> ScenarioView? {
    context.view(of: scenario, on: page)
  }

  // MARK: Crossings

  private var crossings: [CrossingLink] {
    context.scenarios.flatMap { document, priced -> [CrossingLink] in
      guard let breakEven = priced.breakEven else { return [] }
      let view = ScenarioView(context: context, document: document, priced: priced, page: page)
      let builder = BreakEvenBuilder(view: view, breakEven: breakEven)
      func provider(_ curve: String) -> String? {
        breakEven.curve(curve).flatMap { view.offer($0.offer)?.provider }
      }
      return breakEven.crossings.filter { crossing in
        Set([crossing.before, crossing.after].compactMap(provider))
          == [pair.first.value, pair.second.value]
      }.map { crossing in
        let driver = breakEven.sweep.driver
        func name(_ curve: String) -> String { builder.name(curve)?.full ?? curve }
        return CrossingLink(
          text: "\(name(crossing.after)) is no dearer than \(name(crossing.before)) from "
            + "\(DriverText.exact(crossing.x, driver)) \(DriverText.unit(driver)) on, at "
            + "\(AmountText.annotation(crossing.cost))",
          scenario: document.title,
          link: SitePaths.link(from: page, to: SitePaths.scenario(priced.scenario.id))
            + "#crossings")
      }
    }
  }

  // MARK: Rules

  /// The rates and rules of the two offers that meet most often.
  private func rules(_ sources: inout PageSources) -> [SideBySideRow] {
    let first = facts(mostPriced(duel.rounds.map { ($0.scenario, $0.first.offer) }), &sources)
    let second = facts(mostPriced(duel.rounds.map { ($0.scenario, $0.second.offer) }), &sources)
    let order =
      first.map(\.name)
      + second.map(\.name).filter { name in
        !first.contains { $0.name == name }
      }
    // The other side has another meter, so the rule has no meaning for it.
    let absent = SideBySideValue(text: "does not apply", citations: [])
    return order.map { name in
      SideBySideRow(
        name: name, first: first.first { $0.name == name }?.value ?? absent,
        second: second.first { $0.name == name }?.value ?? absent)
    }
  }

  /// The offer of a rate card that is priced most often; the first of several.
  private func mostPriced(_ meetings: [(scenario: String, offer: String)]) -> String? {
    var counts: [String: Int] = [:]
    var order: [String] = []
    for (scenario, id) in meetings {
      guard let view = view(scenario), let base = view.base(id) else { continue }
      if counts[base] == nil { order.append(base) }
      counts[base, default: 0] += 1
    }
    return order.max { (counts[$0] ?? 0) < (counts[$1] ?? 0) }
  }

  private func facts(
    _ offer: String?, _ sources: inout PageSources
  ) -> [(name: String, value: SideBySideValue)] {
    guard let listed = offer.flatMap(context.content.listedOffer) else { return [] }
    let builder = OfferSheetBuilder(context: context, listed: listed, page: page)
    let sheet = builder.sheet(&sources)
    var facts = [("Offer", SideBySideValue(text: sheet.name, citations: []))]
    facts.append(("Meter", SideBySideValue(text: sheet.meter, citations: [])))
    for rate in listed.offer.rates(on: nil) {
      facts.append(
        (
          "Rate \(UnitText.per(rate.unit))",
          SideBySideValue(
            text: OfferSheetBuilder.price(rate), citations: sources.cite(rate.citation))
        ))
    }
    let isTimed = !sheet.phases.isEmpty
    for phase in sheet.phases {
      facts.append(
        (
          phase.name.capitalisedSentence,
          SideBySideValue(
            text: phase.state,
            citations: isTimed ? sources.cite(listed.offer.rules(on: nil)?.citation) : [])
        ))
    }
    for rule in builder.rules(&sources) where !facts.contains(where: { $0.0 == rule.name }) {
      facts.append((rule.name, SideBySideValue(text: rule.value, citations: rule.citations)))
    }
    return facts.map { (name: $0.0, value: $0.1) }
  }
}
