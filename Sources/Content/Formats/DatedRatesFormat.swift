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
    ] + EvidenceFormat.words + RateKeys.fields)

  /// Prices in force and prices to come, each where it stands.
  struct Rates {
    var present: [Located<Rate>] = []
    var announced: [Located<Rate>] = []

    /// All of them, in the author's order.
    var all: [Located<Rate>] = []
  }

  static func rates(
    _ entries: [Mapping], _ days: SourceDays, _ cited: inout [Located<String>],
    into findings: inout Findings
  ) -> Rates {
    var rates = Rates()
    for entry in entries {
      let stated = Self.stated(entry, days, &cited, &findings)
      if let from = entry.date("from"), days.isFarAhead(from.value) {
        findings.warning(
          from.location, "'\(from.value)' is more than a year after the day of the site",
          hint: "check the year")
      }
      rates.all += stated
      // One entry has one day.
      if days.isAnnounced(stated.first?.value.day) {
        rates.announced += stated
      } else {
        rates.present += stated
      }
    }
    checkOrder(of: rates.all, &findings)
    checkSteps(of: rates.all, &findings)
    if rates.present.isEmpty, let first = rates.announced.first {
      findings.error(
        first.location, "only prices that are announced, so that nothing can be priced",
        hint: "add the price that holds now, or 'not stated'")
    }
    return rates
  }

  private static func stated(
    _ entry: Mapping, _ days: SourceDays, _ cited: inout [Located<String>],
    _ findings: inout Findings
  ) -> [Located<Rate>] {
    let keys = RateKeys.all.map(\.key).filter { entry.has($0) }
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
    return RateKeys.rates(entry, day: day, citation: citation, into: &findings)
  }

  /// Rates of one unit stand in the order of their days.
  private static func checkOrder(of rates: [Located<Rate>], _ findings: inout Findings) {
    for (index, rate) in rates.enumerated() {
      guard let before = rates[..<index].last(where: { $0.value.unit == rate.value.unit }) else {
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

  /// A price a hundred times its predecessor is more often a slip than a price.
  private static func checkSteps(of rates: [Located<Rate>], _ findings: inout Findings) {
    for (index, rate) in rates.enumerated() {
      guard let new = rate.value.price,
        let old = rates[..<index].last(where: { $0.value.unit == rate.value.unit })?.value.price,
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
}
