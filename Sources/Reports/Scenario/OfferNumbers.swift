import Content
import Pricing

/// The offers of a site by numbers that stay what they are from build to build.
package struct OfferNumbers: Sendable {
  /// Providers and offers with a slash between, by number; also offers that are sold no more.
  package private(set) var names: [String]
  private var numbers: [String: Int] = [:]

  /// Goes on with the names of the last build.
  package init(after names: [String], _ context: SiteContext) {
    self.names = names
    var known = Dictionary(
      names.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    for offer in context.content.rateCards.lazy.flatMap(\.offers).map(\.offer) {
      let name = "\(offer.provider)/\(offer.id)"
      if known[name] == nil {
        known[name] = self.names.count
        self.names.append(name)
      }
      numbers[offer.id] = known[name]
    }
  }

  /// The number of an offer of the site.
  func number(of offer: String) -> Int? { numbers[offer] }

  /// The provider of the offer with a number.
  package func provider(_ number: Int) -> String { String(names[number].prefix { $0 != "/" }) }

  /// The offer with a number, by its id in the rate card.
  package func offer(_ number: Int) -> String? {
    names.indices.contains(number) ? String(names[number].drop { $0 != "/" }.dropFirst()) : nil
  }
}
