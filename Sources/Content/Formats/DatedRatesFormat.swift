import Diagnostics
import Pricing

/// The dated prices of an offer, and what must be right about their days.
enum DatedRatesFormat {
  static let shape = Shape(
    "dated rate", "Prices with the source that states them.",
    [
      Field(
        "from", .date, .optional,
        "The first day on which they hold; left out where no source tells, and then they are dated "
          + "by their source. A day after that of the site announces them: they price nothing yet.",
        example: "2026-05-28"),
      Field(
        "source", .identifier, .required, "The id of the source that states them.",
        example: "modal-pricing"),
      Field(
        "when", .shape(ConditionFormat.shape), .optional,
        "When they hold instead of the prices without it, unit by unit: in a batch, for long input."
      ),
      Field(
        PackageRates.key, .boolean, .optional,
        "Whether a unit begun costs as much as a whole one: of 'usd_per_thousand_requests: 5', 1,001 requests "
          + "cost 10. For what is counted, but tokens.", example: "true"),
    ] + DatedSpan.fields + EvidenceFormat.words + RateKeys.fields + CommitmentRates.fields,
    takesCurrencies: true)

  /// Prices in force and prices to come.
  struct Rates {
    var present: [Rate] = []
    var announced: [Rate] = []

    /// Both, in the author's order, with the days on which they were recorded.
    var known: [Dated<Rate>] = []

    /// The units of all of them, known or not.
    var units: Set<RateUnit> = []

    /// The first day on which one of them is stated to hold.
    var begins: CalendarDate?
  }

  /// A price where it stands, and the days of its entry.
  private struct Entry {
    let rate: Located<Rate>
    let span: DatedSpan
    /// Whether its condition is what its author wrote; if not, that is reported, and nothing follows from it.
    var hasCondition = true
  }

  static func rates(
    _ entries: [Mapping], _ days: SourceDays, _ cited: inout [Located<String>],
    into findings: inout Findings
  ) -> Rates {
    var all: [Entry] = []
    for entry in entries {
      let known = findings.diagnostics.count
      let condition = ConditionFormat.condition(entry.mapping("when"), into: &findings)
      let isRead = findings.diagnostics.count == known && entry.mapping("when")?.isWhole ?? true
      let stated = Self.stated(entry, condition, days, &cited, &findings)
      let span = DatedSpan(entry, days, into: &findings)
      all += stated.map { Entry(rate: $0, span: span, hasCondition: isRead) }
    }
    check(all.filter(\.hasCondition), into: &findings)
    PackageRates.check(all.map(\.rate), into: &findings)
    CommitmentRates.check(all.map(\.rate), into: &findings)
    GraduatedRates.check(all.map(\.rate), into: &findings)
    let ends = ends(of: all)
    all = converted(all, days, &findings)
    var rates = sorted(all + ends, days)
    rates.begins = all.compactMap(\.rate.value.day.began).min()
    if rates.present.isEmpty, days.isCurrent, let first = all.first(where: { $0.span.from != nil }),
      !rates.announced.isEmpty
    {
      findings.error(
        first.rate.location, "only prices that are announced, so that nothing can be priced",
        hint: "add the price that holds now, or 'not stated'")
    }
    return rates
  }

  /// What is wrong with prices beside each other.
  private static func check(_ all: [Entry], into findings: inout Findings) {
    checkOrder(of: all.map(\.rate), &findings)
    checkSpans(of: all, &findings)
    checkSteps(of: all.map(\.rate), &findings)
    checkWindows(of: all.map(\.rate), &findings)
    checkInputs(of: all.map(\.rate), &findings)
  }

  /// Prices by how they stand on the day of the site.
  private static func sorted(_ all: [Entry], _ days: SourceDays) -> Rates {
    var rates = Rates()
    var seen: Set<Rate.Series> = []
    for entry in all {
      let rate = entry.rate.value
      rates.units.insert(rate.unit)
      let isOldest = seen.insert(rate.series).inserted
      switch days.standing(of: rate.day, recorded: entry.span.recorded, isOldest: isOldest) {
      case .present: rates.present.append(rate)
      case .announced: rates.announced.append(rate)
      case .unknown: continue
      }
      rates.known.append(Dated(rate, entry.span))
    }
    return rates
  }

  /// The same with prices of other currencies as they are by each later exchange rate, as long as they
  /// hold.
  private static func converted(
    _ all: [Entry], _ days: SourceDays, _ findings: inout Findings
  ) -> [Entry] {
    guard all.contains(where: { $0.rate.value.foreign != nil }) else { return all }
    var result: [Entry] = []
    for (index, entry) in all.enumerated() {
      result.append(entry)
      let rate = entry.rate.value
      guard let exchange = rate.foreign?.exchange else { continue }
      let next = all[(index + 1)...].first { $0.rate.value.series == rate.series }
      let ends = [next?.rate.value.day.date, entry.span.to?.value].compactMap(\.self).min()
      for other in days.exchange.later(than: exchange, before: ends, upTo: days.day)
      where other.day > rate.day.date {
        let changed = findings.exact(entry.rate.location) { () throws(PricingError) in
          try rate.converted(by: other)
        }
        guard let changed = changed ?? nil else { continue }
        result.append(Entry(rate: Located(changed, at: entry.rate.location), span: entry.span))
      }
    }
    return result
  }

  /// What holds after prices that end without a successor: nothing is stated then.
  private static func ends(of all: [Entry]) -> [Entry] {
    all.enumerated().compactMap { index, entry in
      let (rate, location) = (entry.rate.value, entry.rate.location)
      guard let end = entry.span.to,
        !all[(index + 1)...].contains(where: { $0.rate.value.series == rate.series })
      else { return nil }
      let rest = Rate(
        unit: rate.unit, price: nil, from: end.value,
        citation: Citation(source: rate.citation.source), condition: rate.condition)
      return Entry(rate: Located(rest, at: location), span: entry.span)
    }
  }

  private static func stated(
    _ entry: Mapping, _ condition: Condition, _ days: SourceDays, _ cited: inout [Located<String>],
    _ findings: inout Findings
  ) -> [Located<Rate>] {
    let keys = RateKeys.prices(of: entry, into: &findings).map(\.key)
    if keys.isEmpty {
      if let source = entry.text("source") { cited.append(source) }
      findings.error(
        entry.location, "a dated rate without a price",
        hint: "add a price such as 'usd_per_gpu_hour: 6.50'")
      return []
    }
    let citation = EvidenceFormat.citation(
      entry, holding: keys.compactMap(entry.figure), &cited, &findings)
    guard let citation,
      let day = days.day(from: entry.date("from")?.value, source: citation.source)
    else { return [] }
    return RateKeys.rates(
      entry, day: day, citation: citation, condition, days.exchange,
      isRoundedUp: entry.boolean(PackageRates.key)?.value ?? false,
      CommitmentRates(entry, into: &findings), into: &findings)
  }

  /// Rates of one unit stand in the order of their days.
  private static func checkOrder(of rates: [Located<Rate>], _ findings: inout Findings) {
    for (index, rate) in rates.enumerated() {
      guard let before = rates[..<index].last(where: { $0.value.series == rate.value.series })
      else {
        continue
      }
      let (old, new) = (before.value, rate.value)
      if old.day == new.day, old.day.began != nil || old.citation.source == new.citation.source {
        findings.error(
          rate.location, "two prices per \(new.unit.rawValue) of \(new.day.date)",
          hint: "remove one, or give it the day on which it began")
      } else if new.day.date < old.day.date, !old.day.isOfReading {
        findings.error(
          rate.location, "a price of \(new.day.date) after one of \(old.day.date)",
          hint: "write the prices oldest first")
      }
    }
  }

  /// Rates of one unit follow each other without a hole.
  private static func checkSpans(of all: [Entry], _ findings: inout Findings) {
    for (index, entry) in all.enumerated() {
      let series = entry.rate.value.series
      guard let before = all[..<index].last(where: { $0.rate.value.series == series }) else {
        continue
      }
      entry.span.check(after: before.span, of: "price per \(series.unit.rawValue)", into: &findings)
    }
  }

  /// A price a hundred times its predecessor is more often a slip than a price.
  private static func checkSteps(of rates: [Located<Rate>], _ findings: inout Findings) {
    for (index, rate) in rates.enumerated() {
      guard let new = rate.value.price,
        let old = rates[..<index].last(where: { $0.value.series == rate.value.series })?.value
          .price,
        old.low > .zero, new.low > .zero
      else { continue }
      let isHigher = new.low.picodollars >= old.high.picodollars * 100
      guard isHigher || new.high.picodollars * 100 <= old.low.picodollars else { continue }
      findings.warning(
        rate.location,
        "a price of \(new.high.dollarText), \(isHigher ? "100 times" : "a hundredth of") the "
          + "\(old.high.dollarText) before it or \(isHigher ? "more" : "less")",
        hint: "check the unit and the zeros")
    }
  }

  /// What no request asks for costs the same however long its input is.
  private static func checkInputs(of rates: [Located<Rate>], _ findings: inout Findings) {
    for rate in rates where rate.value.condition.input != nil {
      let unit = rate.value.unit
      if unit.isMovedByRequests { continue }
      findings.error(
        rate.location, "a step of a request's input at a price \(unit.per), which no request moves",
        hint:
          "leave 'input_over' or 'input_from' out; it is for tokens, requests and what they ask for"
      )
    }
  }

  /// Of two prices at one hour of the week nobody could say which holds.
  private static func checkWindows(of rates: [Located<Rate>], _ findings: inout Findings) {
    for (index, rate) in rates.enumerated() {
      guard let window = rate.value.condition.window else { continue }
      let twin = rates[..<index].first { other in
        let (first, second) = (other.value, rate.value)
        return first.unit == second.unit && first.condition != second.condition
          && first.condition.choices == second.condition.choices
          && first.condition.input == second.condition.input
          && first.condition.window?.overlaps(window) == true
      }
      if twin != nil {
        findings.error(
          rate.location, "two prices per \(rate.value.unit.rawValue) at the same hour",
          hint: "make the hours follow each other")
      }
    }
  }
}
