import Content
import Messages
import Pricing
import Templates
import Wording

/// Offers of one provider that have the same rules of scaling, with what the rules say.
struct RuleSet {
  let card: RateCard
  let offers: [ListedOffer]

  /// The rules, oldest first; at least one.
  var rules: [ScalingRules] { offers.first?.offer.rules ?? [] }

  /// The same and those that are announced.
  var allRules: [ScalingRules] { rules + (offers.first?.announced.rules ?? []) }

  /// The names of the offers, the first of many.
  var names: String {
    let names = offers.map(\.offer.name)
    guard let first = names.first, names.count > 2 else { return UnitText.list(names) }
    return localized("\(first) and \(names.count - 1) more")
  }

  /// The first of the offers on its provider's page.
  var link: LinkTarget {
    .file(SitePaths.provider(card.id), anchor: offers.first.map { Anchor.offer($0.offer.id) })
  }

  /// Every set of rules that a source states, by the names of the providers.
  static func all(in content: SiteContent) -> [RuleSet] {
    content.rateCards.sorted { ($0.name, $0.id) < ($1.name, $1.id) }.flatMap { card in
      var sets: [RuleSet] = []
      for listed in card.offers where listed.offer.rules.last?.citation != nil {
        if let index = sets.firstIndex(where: {
          $0.allRules == listed.offer.rules + listed.announced.rules
        }) {
          sets[index] = RuleSet(card: card, offers: sets[index].offers + [listed])
        } else {
          sets.append(RuleSet(card: card, offers: [listed]))
        }
      }
      return sets
    }
  }
}
