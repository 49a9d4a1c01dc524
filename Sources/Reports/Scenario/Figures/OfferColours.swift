import Charts
import Pricing

/// Which colour an offer has: that of its provider, which is the same in every chart of the site.
///
/// A provider's colour is its place in the site's list. Where two offers of one chart would have
/// the same, the later one takes the next colour that no provider of the chart has a claim to;
/// beyond ``ChartStyle/seriesColours`` offers, colours repeat.
enum OfferColours {
  /// The colours of the offers of a chart.
  ///
  /// - Parameters:
  ///   - offers: The offers with their providers, in the order of the chart.
  ///   - providers: All providers of the site, in its order.
  /// - Returns: Numbers from 1, by the id of the offer.
  static func assigned(
    to offers: [(id: String, provider: String)], providers: [String]
  ) -> [String: Int] {
    func claim(_ provider: String) -> Int {
      (providers.firstIndex(of: provider) ?? 0) % ChartStyle.seriesColours + 1
    }
    var colours: [String: Int] = [:]
    var taken: Set<Int> = []
    for offer in offers where !taken.contains(claim(offer.provider)) {
      colours[offer.id] = claim(offer.provider)
      taken.insert(claim(offer.provider))
    }
    for offer in offers where colours[offer.id] == nil {
      let start = claim(offer.provider)
      let free = (0..<ChartStyle.seriesColours)
        .map { (start + $0) % ChartStyle.seriesColours + 1 }.first { !taken.contains($0) }
      colours[offer.id] = free ?? start
      taken.insert(free ?? start)
      if taken.count == ChartStyle.seriesColours { taken = [] }
    }
    return colours
  }
}
