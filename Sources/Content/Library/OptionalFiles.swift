import Diagnostics
import Pricing

/// The files that a site need not have.
extension ContentLoader {
  /// What a file says that a site may have or not.
  mutating func optional<Document>(
    _ path: String, _ all: [SiteFile], _ shape: Shape,
    _ read: (Mapping, inout Findings) -> Document?
  ) -> Document? {
    guard let file = all.first(where: { $0.path == path }), let mapping = mapping(file, shape)
    else { return nil }
    var findings = Findings()
    let document = read(mapping, &findings)
    diagnostics += findings.diagnostics
    return document
  }

  /// What currencies are worth, as far as the site says.
  ///
  /// - Parameters:
  ///   - all: The files of the site.
  ///   - updated: The day of the site; `nil` if it cannot be read.
  /// - Returns: The rates, and whether any could not be read.
  mutating func exchangeRates(_ all: [SiteFile], updated: CalendarDate?) -> ExchangeRates {
    guard let file = all.first(where: { $0.path == "content/exchange-rates.yaml" }) else {
      return ExchangeRates()
    }
    let known = diagnostics.count
    var findings = Findings()
    let rates = ExchangeRateFormat.rates(
      mapping(file, ExchangeRateFormat.shape), updated: updated, &cited, into: &findings)
    diagnostics += findings.diagnostics
    return ExchangeRates(rates, isComplete: diagnostics.count == known)
  }
}
