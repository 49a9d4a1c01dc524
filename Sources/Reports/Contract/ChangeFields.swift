import Pricing
import Wording

/// What is in `data/changes.json`.
enum ChangeFields {
  static let changes = DataShape(
    "changes", "What changed, and what that moved.",
    [
      DataField(
        "changes", .list(.object(change)),
        "Prices, rules and prices in proportion, the latest day first; last those of which no source "
          + "tells the day."),
      DataField(
        "moves", .list(.object(move)),
        "What the changes of a day moved in a scenario, in the order of the site."),
    ])

  private static let change = DataShape(
    "change", "A price, a rule or a price in proportion before and from a day on.",
    [
      DataField("id", .id, "Its name, which no other change ever has."),
      DataField("provider", .id, "The id of the provider."),
      DataField("offers", .list(.id), "The offers that it is about."),
    ] + CommonFields.day + [
      DataField("recorded", .date, "The day on which it was written down."),
      DataField("announced", .flag, "Whether its day comes after that of the site."),
      DataField("kind", .choice(["price", "rule", "factor"]), "What it is."),
      .optional("unit", CommonFields.unit, "What a price is for."),
      .optional("rule", .choice(RuleKey.every.map(\.key)), "Which rule it is."),
      .optional("when", .text, "Under which condition a price or a factor holds."),
      .optional("on", .text, "What a factor multiplies."),
      .optional(
        "before_low_usd", .nullable(.dollars),
        "The price before, the low end; null if there was none, or nobody stated it."),
      .optional("before_high_usd", .nullable(.dollars), "The high end."),
      .optional(
        "now_low_usd", .nullable(.dollars),
        "The price from then on, the low end; null if nobody states it."),
      .optional("now_high_usd", .nullable(.dollars), "The high end."),
      .optional("before", .text, "What the rule said before."),
      .optional("now", .text, "What it says from then on."),
      .optional(
        "factor_low", .nullable(.exact), "The factor, the low end; null if nobody states it."),
      .optional("factor_high", .nullable(.exact), "The high end; null if nobody states it."),
      .optional("source", .id, "Who says so: the id of the source in content/sources.yaml."),
      .optional("quote", .text, "The words of the source."),
    ])

  /// What is in a row of `tables/changes.csv`; a field that does not apply is empty.
  static let record = DataShape(
    "row", "A change of `data/changes.json` as a line.",
    [
      DataField("id", .id, "Its name, which no other change ever has: its anchor on the page."),
      DataField("day", .date, "The day from which on it holds, as far as that is known."),
      DataField(
        "day_is", .choice(["from", "published", "copied", "read"]),
        "What the day is: the first one, or the day of the source where no source tells that."),
      DataField(
        "announced", .choice(["yes", "no"]), "Whether its day comes after that of the site."),
      DataField("recorded", .date, "The day on which it was written down."),
      DataField("provider", .id, "The id of the provider."),
      DataField("offers", .text, "The ids of the offers that it is about, with blanks between."),
      DataField("kind", .choice(["price", "rule", "factor"]), "What it is."),
      DataField(
        "subject", .text, "The unit of a price, the key of a rule, or what a factor multiplies."),
      DataField("when", .text, "Under which condition a price or a factor holds."),
      DataField("before", .text, "What it was, as the page has it."),
      DataField("now", .text, "What it is from that day on."),
      DataField("before_low_usd", .dollars, "The price before, the low end."),
      DataField("before_high_usd", .dollars, "The high end."),
      DataField("now_low_usd", .dollars, "The price from then on, the low end."),
      DataField("now_high_usd", .dollars, "The high end."),
      DataField(
        "percent_low", .decimal,
        "How much more that is than before, of the low ends; rounded after twelve decimals."),
      DataField("percent_high", .decimal, "The same of the high ends."),
      DataField("source", .id, "Who says so: the id of the source in content/sources.yaml."),
      DataField("url", .text, "The address of the source."),
    ])

  private static let move = DataShape(
    "move", "What the changes of a day moved in a scenario.",
    [
      DataField("from", .date, "The day."), DataField("scenario", .id, "The id of the scenario."),
      DataField(
        "offers", .list(.id), "Its offers of which anything is another one from that day on."),
      DataField(
        "known", .flag,
        "Whether it can be priced before and after; where not, nothing more is known."),
      DataField("invoices", .whole, "How many totals are other ones."),
      DataField("winners", .list(.object(winner)), "Workloads with another winner."),
      DataField(
        "crossings", .list(.object(crossing)),
        "Places at which the cheapest offer changes, and that moved, are new or are gone."),
    ])

  private static let winner = DataShape(
    "winner", "A workload with another winner.",
    [
      DataField("workload", .id, "The id of the workload."),
      DataField("name", .text, "Its name, and that of the offers among which one is cheapest."),
      DataField("before", .object(standing), "Who was cheapest."),
      DataField("now", .object(standing), "Who is."),
    ])

  private static let standing = DataShape(
    "standing", "Who is cheapest.",
    [
      DataField("cheapest", .list(.id), "Offers that cost least for all values of the inputs."),
      DataField("candidates", .list(.id), "Offers that may, where none certainly does."),
    ])

  private static let crossing = DataShape(
    "crossing", "Where two offers changed places, and where they do now.",
    [
      DataField("driver", .choice(Driver.allCases.map(\.rawValue)), "What the curves run over."),
      DataField(
        "between", .list(.id), "The two offers: the cheaper one below the place, and above it."),
      DataField("before", .nullable(.object(place)), "Where it was; null for a new one."),
      DataField("now", .nullable(.object(place)), "Where it is; null for one that is gone."),
    ])

  private static let place = DataShape(
    "place", "A place along the driver.",
    [
      DataField("at", .decimal, "The first place at which both may cost the same."),
      DataField("certain_at", .decimal, "From where on the order is certain."),
    ])
}
