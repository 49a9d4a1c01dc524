import Content
import Messages
import Pricing
import Wording

/// Rules of a provider's offers that somebody else states, where the provider's own pages say otherwise
/// of another of its offers that bills in the same way.
struct ForeignRules {
  private let found: [(provider: String, sentence: String)]

  init(_ content: SiteContent) {
    let sets = RuleSet.all(in: content)
    found = sets.compactMap { set in
      guard let rules = set.rules.last, let source = Self.source(of: rules, content),
        !Self.isOwn(source, set.card)
      else { return nil }
      let own = sets.first { other in
        other.card.id == set.card.id && other.billingModel == set.billingModel
          && other.rules.last.flatMap { Self.source(of: $0, content) }
            .map { Self.isOwn($0, set.card) } == true
      }
      guard let own, let stated = own.rules.last, let page = Self.source(of: stated, content) else {
        return nil
      }
      let differences = RuleKey.differences(rules.policy, stated.policy)
        .filter { ![$0.old, $0.new].contains(RuleText.notStated) }.map {
          $0.rule.spokenTitle
        }
      guard !differences.isEmpty else { return nil }
      return (
        set.card.id,
        localized(
          "The rules of \(set.spokenNames) are in the words of \(source.publisher), "
            + "\(TimeText.day(source.day)). \(set.card.name)’s own pages, \(TimeText.day(page.day)), say "
            + "otherwise about \(UnitText.list(differences)): those are the rules of "
            + "\(own.spokenNames).")
      )
    }
  }

  /// A sentence or two for each set of rules, of all providers or of some.
  func sentences(of providers: [String]? = nil) -> [String] {
    found.filter { providers?.contains($0.provider) ?? true }.map(\.sentence)
  }

  /// Who states the rules of an offer, where its seller states those of another that bills alike.
  struct Sayers {
    /// Who published them.
    let publisher: String

    /// The id of the offer whose rules are the seller's own words.
    let own: String

    /// Who sells both.
    let seller: String

    /// A rule with who says so, and what the seller says where that is something else.
    func words(_ text: String, beside own: String?) -> String {
      guard text != RuleText.notStated, let own, own != RuleText.notStated, own != text else {
        return text
      }
      return localized("\(text), according to \(publisher); \(own), according to \(seller)")
    }
  }

  /// Who states the rules of an offer; `nil` for its seller, or where the seller says nothing.
  static func sayers(of offer: Offer, _ content: SiteContent) -> Sayers? {
    guard let card = content.rateCard(offer.provider),
      let source = offer.rules(on: nil).flatMap({ Self.source(of: $0, content) }),
      !isOwn(source, card)
    else { return nil }
    let own = card.offers.map(\.offer).first { other in
      other.billingModel == offer.billingModel
        && other.rules(on: nil).flatMap { Self.source(of: $0, content) }.map { isOwn($0, card) }
          == true
    }
    return own.map { Sayers(publisher: source.publisher, own: $0.id, seller: card.name) }
  }

  private static func source(of rules: ScalingRules, _ content: SiteContent) -> SourceDocument? {
    (rules.citation?.source).flatMap(content.source)
  }

  private static func isOwn(_ source: SourceDocument, _ card: RateCard) -> Bool {
    source.publisher.lowercased() == card.name.lowercased()
  }
}

extension RuleSet {
  fileprivate var billingModel: BillingModel? { offers.first?.offer.billingModel }

  /// The names of the offers in a sentence, the first of many.
  fileprivate var spokenNames: String {
    let names = offers.map(\.offer.name.spoken)
    return names.count > 3
      ? localized("\(names[0]) and \(names.count - 1) more") : UnitText.list(names)
  }
}

extension RuleKey {
  /// What the rule is about, in a sentence; other languages keep the capital that a noun may have.
  fileprivate var spokenTitle: String { Language.isEnglish ? title.lowercased() : title }
}
