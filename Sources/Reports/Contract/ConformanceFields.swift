/// What is in `data/conformance.json`.
enum ConformanceFields {
  static let conformance = DataShape(
    "conformance", "How the engine compares with public price lists.",
    [
      DataField("day", .date, "The day as of which calls were priced and lists compared."),
      DataField("lists", .list(.object(list)), "The lists, in the order of the page."),
      DataField(
        "disagreements", .list(.object(disagreement)),
        "Prices that two lists state otherwise on that day."),
    ])

  private static let list = DataShape(
    "public-list", "A public price list, as it was read.",
    [
      DataField("list", .id, "The name of its package."),
      DataField("version", .nullable(.text), "Its version; null if nobody says."),
      DataField("url", .nullable(.text), "The page of the list; null if nobody says."),
      DataField("entries", .whole, "Its entries that state a price."),
      DataField("expressed", .whole, "Those that rate cards express exactly."),
      DataField("features", .list(.object(share)), "The same of entries with a feature."),
      DataField("missing", .list(.object(missing)), "What no rate card can say."),
      .optional(
        "calls", .object(calls), "What its own program makes of the same calls, if that was tried."),
    ])

  private static let share = DataShape(
    "share", "Entries that have a feature.",
    [
      DataField("feature", .text, "The feature."), DataField("entries", .whole, "How many."),
      DataField("expressed", .whole, "How many of them are expressed exactly."),
    ])

  private static let missing = DataShape(
    "missing-key", "A key that no rate card can say.",
    [
      DataField("key", .text, "The key."),
      DataField("entries", .whole, "How many entries have it."),
    ])

  private static let calls = DataShape(
    "calls", "Calls priced by the list's own program and by the engine.",
    [
      DataField("program", .text, "What was asked."),
      DataField("equal", .whole, "The same to the last digit."),
      DataField("rounding", .whole, "Off by what rounding each line once explains."),
      DataField("explained", .whole, "Other amounts, for a known reason."),
      DataField("unexplained", .whole, "Other amounts."),
      .optional("entries", .whole, "The entries that calls were of, where that is known."),
      .optional(
        "entries_equal", .whole,
        "Those of them that cost the same in every call, but for rounding."),
      DataField("reasons", .list(.object(reason)), "The known reasons."),
    ])

  private static let reason = DataShape(
    "reason", "Why some calls cost something else in the list's own program.",
    [
      DataField("provider", .text, "The provider of the list."),
      DataField("calls", .whole, "How many calls."), DataField("text", .text, "Why."),
    ])

  private static let disagreement = DataShape(
    "disagreement", "A price of one model that two lists state otherwise.",
    [
      DataField("model", .text, "The model, with its provider."),
      DataField("unit", CommonFields.unit, "What the price is for."),
      DataField("prices", .list(.object(price)), "What each list says."),
    ])

  private static let price = DataShape(
    "listed-price", "What a list says.",
    [DataField("list", .id, "The list."), DataField("usd", .dollars, "Dollars for the unit.")])
}
