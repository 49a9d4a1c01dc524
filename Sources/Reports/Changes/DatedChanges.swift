import Content
import Pricing
import Wording

/// Everything that is not what it was, as far as the site knows it on its day.
struct DatedChanges: Sendable {
  /// Changes whose first day a source states, the latest first, so that those that are announced lead.
  let dated: [DatedChange]

  /// Changes of which no source tells the first day, the latest source first.
  let undated: [DatedChange]

  /// The days on which something of an offer changes, by the id of the offer.
  let days: [String: Set<CalendarDate>]

  /// Finds the changes in the history of every offer.
  init(_ content: SiteContent) {
    let day = content.settings.day
    var all: [DatedChange] = []
    for card in content.rateCards.sorted(by: { ($0.name, $0.id) < ($1.name, $1.id) }) {
      for listed in card.offers {
        all += Self.prices(of: listed, day)
        if listed.statesRules == listed.offer.id { all += Self.rules(of: listed, in: card, day) }
        all += Self.factors(of: listed, content)
      }
    }
    var twins: [String: Int] = [:]
    for index in all.indices {
      let id = all[index].id
      all[index].twins = twins[id] ?? 0
      twins[id, default: 0] += 1
    }
    let ordered = all.enumerated().sorted {
      ($1.element.day.date, $0.offset) < ($0.element.day.date, $1.offset)
    }.map(\.element)
    dated = ordered.filter { $0.day.began != nil }
    undated = ordered.filter { $0.day.began == nil }
    var days: [String: Set<CalendarDate>] = [:]
    for change in dated {
      for offer in change.offers { days[offer.id, default: []].insert(change.day.date) }
    }
    self.days = days
  }

  /// The prices of an offer that differ from those before them, and those for what cost nothing
  /// before.
  private static func prices(of listed: ListedOffer, _ day: CalendarDate) -> [DatedChange] {
    let rates = listed.history.rates
    guard rates.count > 1 else { return [] }
    var latest: [Rate.Series: Rate] = [:]
    var changes: [DatedChange] = []
    for dated in rates {
      let rate = dated.value
      let old = latest.updateValue(rate, forKey: rate.series)
      if let old {
        // What a currency is worth is no change of the price.
        guard !old.hasPrice(of: rate), rate.foreign?.isSameQuotation(old.foreign) != true else {
          continue
        }
      } else {
        // What an offer has charged for from its first day on is no change.
        guard let began = rate.day.began, rate.price != nil,
          rates.contains(where: { $0.value.day.date < began })
        else { continue }
      }
      changes.append(
        DatedChange(
          .price(old: old, new: rate), rate.day, recorded: dated.recorded, dated.isRecordStated,
          on: day, of: [listed], rate.citation))
    }
    return changes
  }

  /// What the rules that an offer states say differently from those before them, for all offers of
  /// its card that take them over.
  private static func rules(
    of listed: ListedOffer, in card: RateCard, _ day: CalendarDate
  ) -> [DatedChange] {
    let rules = listed.history.rules
    guard rules.count > 1 else { return [] }
    let offers = card.offers.filter { $0.statesRules == listed.offer.id }
    return zip(rules, rules.dropFirst()).flatMap { old, new -> [DatedChange] in
      guard let first = new.value.day else { return [] }
      return RuleKey.differences(old.value.policy, new.value.policy).map { rule, before, now in
        DatedChange(
          .rule(rule, old: before, new: now), first, recorded: new.recorded, new.isRecordStated,
          on: day, of: offers, new.value.citation(of: rule.subject))
      }
    }
  }

  /// Prices in proportion since a day.
  private static func factors(of listed: ListedOffer, _ content: SiteContent) -> [DatedChange] {
    let day = content.settings.day
    return listed.offer.adjustments.compactMap { factor in
      guard let from = factor.from else { return nil }
      let read = content.source(factor.citation.source)?.read
      // A site that looks back does not announce what nobody had read.
      guard from <= day || read.map({ $0 <= day }) ?? false else { return nil }
      return DatedChange(
        .factor(factor), .began(from), recorded: read, false, on: day, of: [listed],
        factor.citation)
    }
  }
}

extension DatedChange {
  fileprivate init(
    _ subject: Subject, _ day: EvidenceDay, recorded: CalendarDate?, _ isStated: Bool,
    on today: CalendarDate, of offers: [ListedOffer], _ citation: Pricing.Citation?
  ) {
    self.init(
      subject: subject, day: day, recorded: recorded ?? today, isRecordStated: isStated,
      isAnnounced: day.began.map { $0 > today } ?? false, provider: offers[0].offer.provider,
      offers: offers.map { ($0.offer.id, $0.offer.name) }, citation: citation)
  }
}
