import Content
import Pricing
import Templates
import Wording

/// Finds what changed about rules, prices that are no longer stated, and dated conditions.
struct RuleChangesBuilder {
  let context: SiteContext

  private struct Change {
    let day: EvidenceDay
    let offer: String
    let link: LinkTarget
    let text: String
    let citation: Pricing.Citation?
  }

  /// Every change with its day, the latest first.
  func changes(_ sources: inout PageSources) -> [RuleChange] {
    let all = ruleChanges + withdrawnRates + datedConditions
    var rows: [RuleChange] = []
    for change in all.sorted(by: {
      ($1.day.date, $0.offer, $0.text) < ($0.day.date, $1.offer, $1.text)
    }) {
      rows.append(
        RuleChange(
          date: day(change.day), offer: change.offer, link: change.link,
          text: change.text, citations: sources.cite(change.citation)))
    }
    return rows
  }

  /// The first day of a change; where no source tells it, that of the source that has the new rule.
  private func day(_ day: EvidenceDay) -> String {
    guard let began = day.began else { return "day not stated, \(TimeText.day(day))" }
    let date = TimeText.date(began)
    return began > context.content.settings.day ? "\(date), announced" : date
  }

  /// The differences between each set of rules and the one that it replaced, or will.
  private var ruleChanges: [Change] {
    RuleSet.all(in: context.content).flatMap { set in
      zip(set.allRules, set.allRules.dropFirst()).flatMap { old, new in
        RuleKey.differences(old.policy, new.policy).compactMap { rule, before, after -> Change? in
          guard let day = new.day else { return nil }
          return Change(
            day: day, offer: set.names, link: set.link,
            text: "\(rule.title): \(before), now \(after)",
            citation: new.citation(of: rule.subject))
        }
      }
    }
  }

  /// Prices that were stated and are no longer, one change for all offers of a day.
  private var withdrawnRates: [Change] {
    context.content.rateCards.flatMap { card -> [Change] in
      let gone = card.offers.compactMap { listed -> (listed: ListedOffer, rate: Rate)? in
        let offer = listed.offer
        let withdrawn = offer.rates(on: nil).first { rate in
          rate.price == nil
            && offer.rates.prefix { $0 != rate }
              .contains { $0.unit == rate.unit && $0.price != nil }
        }
        return withdrawn.map { (listed, $0) }
      }
      var days: [EvidenceDay] = []
      for (_, rate) in gone where !days.contains(rate.day) { days.append(rate.day) }
      return days.map { day in
        let offers = gone.filter { $0.rate.day == day }
        let set = RuleSet(card: card, offers: offers.map(\.listed))
        return Change(
          day: day, offer: set.names, link: set.link,
          text: "A price \(UnitText.per(offers[0].rate.unit)), now not stated",
          citation: offers[0].rate.citation)
      }
    }
  }

  private var datedConditions: [Change] {
    context.content.rateCards.flatMap(\.offers).flatMap { listed in
      listed.offer.adjustments.compactMap { adjustment in
        adjustment.from.map { day in
          Change(
            day: .began(day), offer: listed.offer.name,
            link: .offer(listed.offer.id, of: listed.offer.provider),
            text: "\(AdjustmentText.factor(adjustment)) on "
              + "\(ConditionText.subject(adjustment)), \(ConditionText.words(adjustment))",
            citation: adjustment.citation)
        }
      }
    }
  }
}

/// Prices in proportion in the reader's words.
enum AdjustmentText {
  /// The factor: `× 0.5`, `× 1.75 to 2`, or that it is not stated.
  static func factor(_ adjustment: Adjustment) -> String {
    guard let factor = adjustment.factor else { return "factor not stated" }
    let low = NumberText.trimmed(factor.low, decimals: 6)
    return factor.isExact
      ? "×\u{A0}\(low)" : "×\u{A0}\(low) to \(NumberText.trimmed(factor.high, decimals: 6))"
  }
}
