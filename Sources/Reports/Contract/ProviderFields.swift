import Messages
import Pricing
import Wording

/// What is in `data/providers/<id>.json`.
enum ProviderFields {
  static let provider = DataShape(
    "provider", "A rate card.",
    [
      DataField("provider", .id, "The id of the provider."), DataField("name", .text, "Its name."),
      DataField("offers", .list(.object(offer)), "Everything it sells that a scenario may use."),
    ])

  private static let offer = DataShape(
    "offer", "One thing that is sold.",
    [
      DataField("offer", .id, "The id of the offer."), DataField("name", .text, "Its name."),
      DataField("billing", CommonFields.billing, "What it counts."),
      .optional("model", .object(model), "The model that is served, as far as anybody says."),
      .optional("machine", .object(machine), "The machine, as far as anybody says."),
      DataField("rates", .list(.object(rate)), "Its prices, oldest first."),
      DataField(
        "announced_rates", .list(.object(rate)), "Prices that begin after the day of the site."),
      DataField("also_stated", .list(.object(statement)), "What other sources say of its prices."),
      DataField("rules", .list(.object(rules)), "How time is billed, oldest first."),
      DataField(
        "announced_rules", .list(.object(rules)), "Rules that begin after the day of the site."),
      DataField("features", .object(features), "What it allows."),
      DataField(
        "adjustments", .list(.object(adjustment)),
        "Prices in proportion to others; they are shown and price nothing."),
      .optional(
        "fields", .map(.object(field)),
        "What its card says in fields of the site's own, by their ids."),
    ])

  private static let field = DataShape(
    "field", "What a card says in a field of the site's own.",
    [
      DataField("name", .text, "The head of its column."), DataField("value", .text, "The words."),
      .optional("source", .id, "The id of the source that says so, where one is named."),
    ])

  private static let model = DataShape(
    "model", "The model that is served.",
    [
      .optional("name", .text, "Its name."), .optional("class", .text, "What kind of model it is."),
      .optional(
        "access", .choice(Goods.Access.allCases.map(\.rawValue)),
        "Whether its weights are published."),
    ] + optional(CommonFields.evidence))

  private static let machine = DataShape(
    "machine", "The machine of one replica.",
    [
      DataField("name", .text, "Its name."), DataField("count", .whole, "How many there are."),
      .optional("detail", .text, "What qualifies it, such as its memory."),
    ] + optional(CommonFields.evidence))

  private static let price: [DataField] =
    [DataField("unit", CommonFields.unit, "What is charged for.")] + CommonFields.day + [
      DataField(
        "low_usd", .nullable(.dollars), "Dollars a unit, the low end; null if nobody states it."),
      DataField("high_usd", .nullable(.dollars), "The high end; null if nobody states it."),
    ] + CommonFields.evidence + CommonFields.foreign + [
      .optional("exchange_source", .id, "The id of the source that states the exchange rate.")
    ]

  private static let rate = DataShape(
    "rate", "A price from a day on.",
    price + [
      .optional("when", .text, "When it holds instead of the base price: in a batch, in a region."),
      .optional("rounded_up", .flag, "True where a unit begun costs as much as a whole one."),
    ] + CommonFields.term)

  private static let statement = DataShape(
    "statement", "What another source says of a price.",
    [DataField("of", .text, "Whose price it is, in that source's words.")] + price + [
      DataField(
        "verdict", .nullable(.text),
        "How it relates to the rate in force; null where there is none to compare.")
    ])

  /// In English in every site, as all descriptions are kept; the titles of rules would not be.
  private static let rules = Language.$bound.withValue(nil) { rulesAsDescribed }

  private static var rulesAsDescribed: DataShape {
    DataShape(
      "rules", "How time is billed from a day on.",
      CommonFields.day + optional(CommonFields.evidence) + [
        DataField("minimum_replicas", .whole, "Replicas that always run.")
      ]
        + RuleKey.all.map {
          DataField(
            $0.key, .object(rule), "\($0.title): billed, free, not stated, or a length of time.")
        }
        + RuleKey.seldom.map {
          DataField.optional($0.key, .object(rule), "\($0.title), where it is stated.")
        })
  }

  private static let rule = fact(
    "rule", .text, "A rule and its evidence, where it has evidence of its own.")

  private static let features = DataShape(
    "features", "What an offer allows.",
    [
      DataField("custom_weights", .object(answer), "Whether it serves the customer's own weights."),
      DataField("own_container", .object(answer), "Whether it runs the customer's own container."),
      DataField(
        "data_control", .object(answer), "Whether the customer decides how data is handled."),
      DataField("catalogue", .object(catalogue), "What models it has ready to call."),
    ])

  private static let answer = fact(
    "answer", .choice(Features.Answer.allCases.map(\.rawValue)), "An answer and its evidence.")

  private static let catalogue = fact(
    "catalogue", .nullable(.list(.choice(Features.Catalogue.allCases.map(\.rawValue)))),
    "Kinds of models and the evidence; null where nobody says.")

  private static let adjustment = DataShape(
    "adjustment", "A price in proportion to another.",
    [
      DataField("when", .text, "Under which condition."), DataField("on", .text, "Of which price."),
      DataField(
        "factor_low", .nullable(.exact), "The factor, the low end; null if nobody states it."),
      DataField("factor_high", .nullable(.exact), "The high end; null if nobody states it."),
      DataField("from", .nullable(.date), "Since when; null if nobody says."),
    ] + CommonFields.evidence)

  private static func fact(_ name: String, _ value: DataType, _ description: String) -> DataShape {
    DataShape(
      name, description,
      [DataField("value", value, "What is known.")] + optional(CommonFields.evidence))
  }

  private static func optional(_ fields: [DataField]) -> [DataField] {
    fields.map { .optional($0.key, $0.type, $0.description) }
  }
}
