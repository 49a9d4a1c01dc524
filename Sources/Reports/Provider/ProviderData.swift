import Content
import Diagnostics
import Messages
import Pricing
import Wording

/// `data/providers/<id>.json`: a rate card for programs, with the evidence for everything in it.
///
/// Prices are decimal strings; `null` stands for what nobody states.
struct ProviderData {
  let card: RateCard

  /// The card as one object.
  var json: JSONValue {
    .object([
      ("provider", .string(card.id)), ("name", .string(card.name)),
      ("offers", .array(card.offers.map(offer))),
    ])
  }

  private func offer(_ listed: ListedOffer) -> JSONValue {
    let offer = listed.offer
    var members: [(String, JSONValue)] = [
      ("offer", .string(offer.id)), ("name", .string(offer.name)),
      ("billing", .string(offer.billingModel.rawValue)),
    ]
    if let model = offer.goods?.model { members.append(("model", self.model(model))) }
    if let machine = offer.goods?.machine { members.append(("machine", self.machine(machine))) }
    members += [
      ("rates", .array(offer.rates.map { .object(rate($0)) })),
      ("announced_rates", .array(listed.announced.rates.map { .object(rate($0)) })),
      ("also_stated", .array(offer.statements.map { statement($0, on: offer) })),
      ("rules", .array(offer.rules.filter { $0.citation != nil }.map(rules))),
      ("announced_rules", .array(listed.announced.rules.map(rules))),
      ("features", features(offer.features)),
      ("adjustments", .array(listed.offer.adjustments.map(adjustment))),
    ]
    if !listed.fields.isEmpty {
      members.append(("fields", .object(listed.fields.map { ($0.field.id, field($0)) })))
    }
    return .object(members)
  }

  private func field(_ value: FieldValue) -> JSONValue {
    .object(
      [("name", .string(value.field.name)), ("value", .string(value.text))]
        + (value.citation.map(Self.evidence) ?? []))
  }

  private func model(_ model: Goods.Model) -> JSONValue {
    let said = [
      ("name", model.name), ("class", model.modelClass), ("access", model.access?.rawValue),
    ]
    return .object(
      said.compactMap { key, value in value.map { (key, JSONValue.string($0)) } }
        + (model.citation.map(Self.evidence) ?? []))
  }

  private func machine(_ machine: Goods.Machine) -> JSONValue {
    .object(
      [("name", .string(machine.name)), ("count", .number(machine.count))]
        + (machine.detail.map { [("detail", JSONValue.string($0))] } ?? [])
        + (machine.citation.map(Self.evidence) ?? []))
  }

  private func rate(_ rate: Rate) -> [(String, JSONValue)] {
    [
      ("unit", .string(rate.unit.rawValue)), rate.day.member,
    ]
      + (rate.condition.isAlways
        ? [] : [("when", .string(ConditionText.words(rate.condition)))]) + [
        ("low_usd", rate.price.map { .string($0.low.dollarText) } ?? .null),
        ("high_usd", rate.price.map { .string($0.high.dollarText) } ?? .null),
      ] + (rate.isRoundedUp ? [("rounded_up", .boolean(true))] : []) + rate.termMembers
      + Self.evidence(rate.citation)
      + (rate.foreign.map {
        $0.members + [("exchange_source", .string($0.exchange.citation.source))]
      } ?? [])
  }

  private func statement(_ statement: Statement, on offer: Offer) -> JSONValue {
    .object(
      [("of", .string(statement.subject))] + rate(statement.rate)
        + [("verdict", statement.verdict(on: offer).map { .string($0.text) } ?? .null)])
  }

  private func rules(_ rules: ScalingRules) -> JSONValue {
    // Programs compare what a rule says, so it is said in English in every language.
    let cells: [(String, JSONValue)] = Language.$bound.withValue(nil) {
      RuleKey.columns(of: [rules.policy]).map { key in
        let own = rules.evidence[key.subject].map(Self.evidence) ?? []
        return (key.key, JSONValue.object([("value", .string(key.text(rules.policy)))] + own))
      }
    }
    return .object(
      (rules.day.map { [$0.member] } ?? [])
        + (rules.citation.map(Self.evidence) ?? [])
        + [("minimum_replicas", .number(rules.policy.minimumReplicas))] + cells)
  }

  private func features(_ features: Features) -> JSONValue {
    func fact(_ value: JSONValue, _ citation: Pricing.Citation?) -> JSONValue {
      .object([("value", value)] + (citation.map(Self.evidence) ?? []))
    }
    func answer(_ answer: Features.Fact<Features.Answer>) -> JSONValue {
      fact(.string(answer.value.rawValue), answer.citation)
    }
    let models = Features.Catalogue.allCases.filter(features.catalogue.value.contains)
    return .object([
      ("custom_weights", answer(features.customWeights)),
      ("own_container", answer(features.ownContainer)),
      ("data_control", answer(features.dataControl)),
      (
        "catalogue",
        fact(
          models.isEmpty ? .null : .strings(models.map(\.rawValue)), features.catalogue.citation)
      ),
    ])
  }

  private func adjustment(_ adjustment: Adjustment) -> JSONValue {
    .object(
      [
        ("when", .string(ConditionText.words(adjustment))),
        ("on", .string(ConditionText.subject(adjustment))),
        ("factor_low", adjustment.factor.map { .string($0.low.exactText()) } ?? .null),
        ("factor_high", adjustment.factor.map { .string($0.high.exactText()) } ?? .null),
        ("from", adjustment.from.map { .string($0.description) } ?? .null),
      ] + Self.evidence(adjustment.citation))
  }

  private static func evidence(_ citation: Pricing.Citation) -> [(String, JSONValue)] {
    [("source", .string(citation.source))]
      + (citation.quote.map { [("quote", JSONValue.string($0))] } ?? [])
      + (citation.working.map { [("worked_out", JSONValue.string($0))] } ?? [])
  }
}
