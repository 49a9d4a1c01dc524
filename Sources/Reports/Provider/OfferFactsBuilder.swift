import Content
import Messages
import Pricing
import Wording

/// Makes what an offer's entry says beside its rates and rules: features, prices in proportion,
/// and what other sources say.
struct OfferFactsBuilder {
  let listed: ListedOffer
  let content: SiteContent

  private var offer: Offer { listed.offer }

  /// What other sources say about the price, with how that relates to the rate in force.
  func statements(_ sources: inout PageSources) -> [RateRow] {
    // The rules are those of the offer; who says something else about its price says nothing of them.
    var priceOnly = offer
    priceOnly.rules = []
    let decimals = OfferSheetBuilder.decimals(of: offer)
    var rows: [RateRow] = []
    for statement in offer.statements {
      let rate = statement.rate
      guard let citation = sources.cite(rate.citation).first else { continue }
      rows.append(
        RateRow(
          rate, label: localized("Also stated: \(statement.subject)"),
          price: ArithmeticBuilder(content).price(
            rate, of: priceOnly, decimals: decimals[rate.unit] ?? 0, &sources),
          badge: statement.verdict(on: offer)?.text, source: citation))
    }
    return rows
  }

  /// What the offer allows, as far as a source says anything about it.
  func features(_ sources: inout PageSources) -> [OfferFact] {
    let features = offer.features
    var rows: [OfferFact] = []
    let answers = [
      (localized("Custom weights"), features.customWeights),
      (localized("Own container"), features.ownContainer),
      (localized("Data control"), features.dataControl),
    ]
    for (name, answer) in answers {
      rows.append(fact(name, localized(name: answer.value.rawValue), answer.citation, &sources))
    }
    let catalogue = Features.Catalogue.allCases.filter(features.catalogue.value.contains)
    let models =
      catalogue.isEmpty
      ? localized("not stated") : UnitText.list(catalogue.map { localized(name: $0.rawValue) })
    rows.append(fact(localized("Catalogue"), models, features.catalogue.citation, &sources))
    let isStated = !catalogue.isEmpty || answers.contains { $0.1.value != .notStated }
    guard isStated else { return [] }
    let cold = localized(offer.mayStartCold() ? "possible" : "none: machines are kept ready")
    return rows + [fact(localized("Cold start"), cold, nil, &sources)]
  }

  /// Prices in proportion to the rates.
  func adjustments(_ sources: inout PageSources) -> [OfferFact] {
    var rows: [OfferFact] = []
    for adjustment in offer.adjustments {
      rows.append(
        fact(
          ConditionText.words(adjustment).capitalisedSentence, factor(adjustment),
          adjustment.citation, &sources))
    }
    return rows
  }

  /// What an adjustment multiplies, by how much and since when.
  private func factor(_ adjustment: Adjustment) -> String {
    let (factor, subject) = (ConditionText.factor(adjustment), ConditionText.subject(adjustment))
    guard let day = adjustment.from else { return localized("\(factor) on \(subject)") }
    let date = TimeText.date(day)
    return localized(
      day > content.settings.day
        ? "\(factor) on \(subject), announced from \(date)"
        : "\(factor) on \(subject), since \(date)")
  }

  /// What the card says in fields of the site's own.
  func fields(_ sources: inout PageSources) -> [OfferFact] {
    var rows: [OfferFact] = []
    for value in listed.fields {
      rows.append(fact(value.field.name, value.text, value.citation, &sources))
    }
    return rows
  }

  private func fact(
    _ name: String, _ value: String, _ citation: Pricing.Citation?, _ sources: inout PageSources
  ) -> OfferFact {
    OfferFact(
      name: name, value: value, quote: citation?.quote, citations: sources.cite(citation))
  }
}
