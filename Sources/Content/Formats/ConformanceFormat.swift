import Diagnostics
import Pricing

/// The format of `content/conformance.yaml`, which `script/conformance` writes.
public enum ConformanceFormat {
  private static let share = Shape(
    "share", "Entries that have something in common.",
    [
      Field("feature", .line, .required, "What they have.", example: "Cached input"),
      Field("entries", .count, .required, "How many there are.", example: "1743"),
      Field("expressed", .count, .required, "How many are expressed exactly.", example: "1740"),
    ])

  private static let missing = Shape(
    "missing key", "A key that no rate card can say.",
    [
      Field("key", .line, .required, "The key.", example: "cost_per_dance"),
      Field("entries", .count, .required, "How many entries have it.", example: "2"),
    ])

  private static let reason = Shape(
    "reason", "Why calls cost something else in the list's own program.",
    [
      Field("provider", .line, .required, "The provider of the list.", example: "openrouter"),
      Field("calls", .count, .required, "How many calls.", example: "4"),
      Field("text", .text, .required, "Why.", example: "Its price has no last digit."),
    ])

  private static let calls = Shape(
    "calls", "Calls priced by the list's own program and by the engine.",
    [
      Field(
        "program", .line, .required, "What was asked.", example: "genai-prices 0.2.3, calc_price"),
      Field("equal", .count, .required, "The same to the last digit.", example: "6300"),
      Field(
        "rounding", .count, .required, "Off by what rounding each line explains.", example: "12"),
      Field("explained", .count, .required, "Others with a known reason.", example: "4"),
      Field("unexplained", .count, .required, "Others.", example: "0"),
      Field(
        "entries", .count, .optional, "The entries that calls were of.", example: "4372"),
      Field(
        "entries_equal", .count, .optional,
        "Those that cost the same in every call, but for rounding.",
        example: "3914"),
      Field("reasons", .list(of: .shape(reason)), .optional, "The known reasons."),
    ])

  private static let list = Shape(
    "public list", "A public price list, as it was read.",
    [
      Field("list", .identifier, .required, "The name of its package.", example: "litellm"),
      Field("version", .line, .optional, "The version of the package.", example: "1.109.1"),
      Field(
        "url", .address, .optional, "The page of the list.",
        example: "https://pypi.org/project/litellm/"),
      Field("entries", .count, .required, "Its entries that state a price.", example: "4457"),
      Field("expressed", .count, .required, "Those expressed exactly.", example: "4430"),
      Field("features", .list(of: .shape(share)), .optional, "The same by feature."),
      Field("missing", .list(of: .shape(missing)), .optional, "What no rate card can say."),
      Field("calls", .shape(calls), .optional, "What its own program makes of the same calls."),
    ])

  private static let price = Shape(
    "listed price", "What a list says.",
    [
      Field("list", .identifier, .required, "The list, as above.", example: "litellm"),
      Field("usd", .decimal, .required, "Dollars for the unit.", example: "0.15"),
    ])

  private static let disagreement = Shape(
    "disagreement", "A price of one model that two lists state otherwise.",
    [
      Field("model", .line, .required, "The model, with its provider.", example: "openai/gpt-4o"),
      Field(
        "unit", .choice(RateUnit.allCases.map(\.rawValue)), .required, "What the price is for.",
        example: "million-input-tokens"),
      Field("prices", .list(of: .shape(price)), .required, "What each list says."),
    ])

  /// The keys of the file.
  public static let shape = Shape(
    "conformance", "How much of public price lists is expressed, and how it compares.",
    [
      Field(
        "day", .date, .required, "The day as of which calls were priced and lists compared.",
        example: "2026-11-21"),
      Field("lists", .list(of: .shape(list)), .required, "The lists."),
      Field(
        "disagreements", .list(of: .shape(disagreement)), .optional,
        "Prices that two lists state otherwise on that day."),
    ])

  static func document(
    _ mapping: Mapping, into findings: inout Findings
  ) -> ConformanceDocument? {
    var (lists, names): ([ConformanceDocument.PublicList], [String]) = ([], [])
    for entry in mapping.mappings("lists") {
      guard let list = publicList(entry, &findings) else { continue }
      if names.contains(list.name) {
        findings.error(
          entry.location(of: "list"), "'\(list.name)' is written twice",
          hint: "keep one of them, so that no count is shown twice")
      }
      names.append(list.name)
      lists.append(list)
    }
    let disagreements = mapping.mappings("disagreements").compactMap {
      disagreement($0, among: names, &findings)
    }
    guard let day = mapping.date("day") else { return nil }
    return ConformanceDocument(day: day.value, lists: lists, disagreements: disagreements)
  }

  private static func publicList(
    _ entry: Mapping, _ findings: inout Findings
  ) -> ConformanceDocument.PublicList? {
    guard let name = entry.text("list"), let all = share(entry, named: name.value, &findings)
    else { return nil }
    return .init(
      name: name.value, version: entry.text("version")?.value, address: entry.text("url")?.value,
      all: all,
      features: entry.mappings("features").compactMap { feature in
        feature.text("feature").flatMap { share(feature, named: $0.value, &findings) }
      },
      missing: entry.mappings("missing").compactMap { key in
        guard let name = key.text("key"), let entries = key.count("entries") else { return nil }
        return .init(name: name.value, entries: entries.value, expressed: 0)
      },
      calls: entry.mapping("calls").flatMap { calls($0, &findings) })
  }

  private static func share(
    _ entry: Mapping, named name: String, _ findings: inout Findings
  ) -> ConformanceDocument.Share? {
    guard let entries = entry.count("entries"), let expressed = entry.count("expressed") else {
      return nil
    }
    if expressed.value > entries.value {
      findings.error(
        expressed.location, "\(expressed.value) of \(entries.value) entries expressed",
        hint: "let script/conformance write the file")
    }
    return .init(name: name, entries: entries.value, expressed: expressed.value)
  }

  private static func calls(
    _ entry: Mapping, _ findings: inout Findings
  ) -> ConformanceDocument.Calls? {
    let reasons = entry.mappings("reasons").compactMap { reason -> ConformanceDocument.Reason? in
      guard let provider = reason.text("provider"), let calls = reason.count("calls"),
        let text = reason.text("text")
      else { return nil }
      return .init(provider: provider.value, calls: calls.value, text: text.value)
    }
    guard let program = entry.text("program"), let equal = entry.count("equal"),
      let rounding = entry.count("rounding"), let explained = entry.count("explained"),
      let unexplained = entry.count("unexplained")
    else { return nil }
    let sum = reasons.map(\.calls).reduce(0, +)
    if sum != explained.value {
      findings.error(
        explained.location, "\(explained.value) calls explained, by reasons for \(sum)",
        hint: "let script/conformance write the file")
    }
    return .init(
      program: program.value, equal: equal.value, rounding: rounding.value,
      explained: explained.value, unexplained: unexplained.value,
      entries: entries(entry, &findings), reasons: reasons)
  }

  private static func entries(
    _ entry: Mapping, _ findings: inout Findings
  ) -> ConformanceDocument.Calls.Entries? {
    let (all, same) = (entry.count("entries"), entry.count("entries_equal"))
    guard let asked = all, let equal = same else {
      if let alone = all ?? same {
        findings.error(
          alone.location, "one of 'entries' and 'entries_equal' without the other",
          hint: "let script/conformance write the file")
      }
      return nil
    }
    if equal.value > asked.value {
      findings.error(
        equal.location, "\(equal.value) of \(asked.value) entries cost the same",
        hint: "let script/conformance write the file")
    }
    return .init(asked: asked.value, equal: equal.value)
  }

  private static func disagreement(
    _ entry: Mapping, among lists: [String], _ findings: inout Findings
  ) -> ConformanceDocument.Disagreement? {
    var prices: [ConformanceDocument.Disagreement.Listed] = []
    for price in entry.mappings("prices") {
      guard let list = price.text("list"), let stated = price.decimal("usd") else { continue }
      if !lists.contains(list.value) {
        findings.error(
          list.location, "'\(list.value)' is not one of the lists of this file",
          hint: Suggestion.hint(for: list.value, in: lists, noun: "lists"))
      }
      let money = findings.exact(stated.location) { () throws(PricingError) in
        try Money(dollars: stated.value.description)
      }
      if let money { prices.append(.init(list: list, price: money)) }
    }
    if Set(prices.map(\.price)).count < 2, prices.count == entry.mappings("prices").count {
      findings.error(
        entry.location(of: "prices"), "a disagreement in which nobody disagrees",
        hint: "write two prices that differ, or remove it")
    }
    guard let model = entry.text("model"),
      let unit = entry.text("unit").flatMap({ RateUnit(rawValue: $0.value) })
    else { return nil }
    return .init(model: model.value, unit: unit, prices: prices)
  }
}
