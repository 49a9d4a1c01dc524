import Diagnostics
import Pricing

/// The files that a site need not have.
extension ContentLoader {
  /// The gallery of charts, if there is one.
  mutating func gallery(_ all: [SiteFile]) -> GalleryDocument? {
    guard let file = all.first(where: { $0.path == "content/gallery.yaml" }),
      let mapping = mapping(file, GalleryFormat.shape)
    else { return nil }
    var findings = Findings()
    let gallery = GalleryFormat.gallery(mapping, into: &findings)
    diagnostics += findings.diagnostics
    return gallery
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
