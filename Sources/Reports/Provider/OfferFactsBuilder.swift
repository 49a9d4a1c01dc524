import Content
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
          rate, label: "Also stated: \(statement.subject)",
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
    for (name, answer) in [
      ("Custom weights", features.customWeights), ("Own container", features.ownContainer),
      ("Data control", features.dataControl),
    ] {
      rows.append(fact(name, answer.value.rawValue, answer.citation, &sources))
    }
    let catalogue = Features.Catalogue.allCases.filter(features.catalogue.value.contains)
    let models = catalogue.isEmpty ? "not stated" : UnitText.list(catalogue.map(\.rawValue))
    rows.append(fact("Catalogue", models, features.catalogue.citation, &sources))
    let isStated = rows.contains { $0.value != Features.Answer.notStated.rawValue }
    guard isStated else { return [] }
    let cold = offer.mayStartCold() ? "possible" : "none: machines are kept ready"
    return rows + [fact("Cold start", cold, nil, &sources)]
  }

  /// Prices in proportion to the rates.
  func adjustments(_ sources: inout PageSources) -> [OfferFact] {
    var rows: [OfferFact] = []
    for adjustment in offer.adjustments {
      let factor = "\(ConditionText.factor(adjustment)) on \(ConditionText.subject(adjustment))"
      let since =
        adjustment.from.map { day in
          let date = TimeText.date(day)
          return day > content.settings.day ? ", announced from \(date)" : ", since \(date)"
        } ?? ""
      rows.append(
        fact(
          ConditionText.words(adjustment).capitalisedSentence, factor + since, adjustment.citation,
          &sources))
    }
    return rows
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
