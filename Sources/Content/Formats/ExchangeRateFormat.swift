import Diagnostics
import Pricing

/// The format of `content/exchange-rates.yaml`.
public enum ExchangeRateFormat {
  private static let rate = Shape(
    "exchange rate", "What one unit of a currency was worth on a day, as a source says.",
    [
      Field(
        "currency", .choice(Currency.allCases.map(\.code)), .required,
        "The code of the currency, as in ISO 4217.", example: "EUR"),
      Field(
        "on", .date, .required,
        "The day from which on prices are converted by it, until the next one listed.",
        example: "2026-11-20"),
      Field(
        "usd", .decimal, .required, "US dollars for one unit of the currency.", example: "1.1523"),
      Field(
        "source", .identifier, .required, "The id of the source that states it.",
        example: "central-bank"),
    ] + EvidenceFormat.words)

  /// The keys of the file.
  public static let shape = Shape(
    "list of exchange rates", "What currencies are worth in US dollars, day by day.",
    [
      Field(
        "exchange_rates", .list(of: .shape(rate)), .required,
        "The rates, in any order. A new one is a new entry; an old one is never overwritten.")
    ])

  /// Reads the exchange rates that are known on the day of the site.
  ///
  /// - Parameters:
  ///   - mapping: The file; `nil` where there is none, or it cannot be read.
  ///   - updated: The day of the site; `nil` if it cannot be read.
  ///   - cited: Receives the sources.
  ///   - findings: Receives what is wrong.
  /// - Returns: Those that could be read, oldest first.
  static func rates(
    _ mapping: Mapping?, updated: CalendarDate?, _ cited: inout [Located<String>],
    into findings: inout Findings
  ) -> [ExchangeRate] {
    var rates: [ExchangeRate] = []
    for entry in mapping?.mappings("exchange_rates") ?? [] {
      let citation = EvidenceFormat.citation(
        entry, holding: [entry.figure("usd")].compactMap(\.self), &cited, &findings)
      guard let citation, let currency = entry.text("currency").flatMap({ Currency($0.value) }),
        let day = entry.date("on"), let stated = entry.decimal("usd"),
        let dollars = findings.exact(
          stated.location, { () throws(PricingError) in try stated.value.ratio() })
      else { continue }
      if dollars == .zero {
        findings.error(
          stated.location, "a currency that is worth nothing",
          hint: "write US dollars for one \(currency.code)")
      }
      if let updated, day.value > updated {
        findings.error(
          day.location, "an exchange rate of \(day.value), after \(updated), the day of the site",
          hint: "check the day, or write a later 'updated' in content/site.yaml")
      }
      if rates.contains(where: { $0.currency == currency && $0.day == day.value }) {
        findings.error(
          day.location, "two exchange rates of \(currency.code) on \(day.value)",
          hint: "remove one")
      }
      rates.append(
        ExchangeRate(currency: currency, day: day.value, dollars: dollars, citation: citation))
    }
    return rates.sorted { $0.day < $1.day }
  }
}

/// What currencies were worth, by the day.
struct ExchangeRates: Hashable, Sendable {
  /// Oldest first within a currency.
  private let rates: [Currency: [ExchangeRate]]

  /// Whether the list could be read: otherwise a rate that seems missing may be in it.
  let isComplete: Bool

  init(_ rates: [ExchangeRate] = [], isComplete: Bool = true) {
    self.rates = Dictionary(grouping: rates, by: \.currency)
    self.isComplete = isComplete
  }

  /// The rate that holds on a day; `nil` where none is known that early.
  func rate(of currency: Currency, on day: CalendarDate) -> ExchangeRate? {
    rates[currency]?.last { $0.day <= day }
  }

  /// The rates from a later day on, up to another.
  func later(
    than rate: ExchangeRate, before end: CalendarDate?, upTo last: CalendarDate?
  ) -> [ExchangeRate] {
    (rates[rate.currency] ?? []).filter { other in
      other.day > rate.day && end.map { other.day < $0 } ?? true
        && last.map { other.day <= $0 } ?? true
    }
  }
}
