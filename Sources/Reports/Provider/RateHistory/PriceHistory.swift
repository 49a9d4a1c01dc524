import Content
import Pricing

/// What an offer charges for one thing under one condition, as far as it is not always the same.
struct PriceHistory {
  let offer: Offer

  /// The prices, each unlike the one before; the oldest first, announced ones last.
  let prices: [Entry]

  /// The decimals that the prices need, so that all show as many.
  let decimals: Int

  /// A price from the day on which it is first stated to hold.
  struct Entry {
    /// The rate that states it first.
    let first: Rate

    /// The rate that states it last: another source may say the same later.
    fileprivate(set) var last: Rate
  }

  /// The rate that holds last, announced or not.
  var latest: Rate { prices[prices.count - 1].first }

  /// The rate that it comes after.
  var previous: Rate { prices[prices.count - 2].first }

  /// The prices of a card that became other ones on a day that a source states, in its order.
  static func changed(in card: RateCard) -> [PriceHistory] {
    var histories: [PriceHistory] = []
    for listed in card.offers where listed.history.rates.count > 1 {
      var order: [Rate.Series] = []
      var entries: [Rate.Series: [Entry]] = [:]
      for rate in listed.history.rates.map(\.value) {
        if entries[rate.series] == nil { order.append(rate.series) }
        entries[rate.series, default: []].add(rate)
      }
      histories += order.compactMap { series in
        guard let prices = entries[series],
          prices.dropFirst().contains(where: { $0.first.day.began != nil })
        else { return nil }
        return PriceHistory(
          offer: listed.offer, prices: prices,
          decimals: OfferSheetBuilder.decimals(of: prices.lazy.map(\.first)))
      }
    }
    return histories
  }
}

extension [PriceHistory.Entry] {
  fileprivate mutating func add(_ rate: Rate) {
    if let known = last, known.first.price == rate.price {
      self[count - 1].last = rate
    } else {
      append(PriceHistory.Entry(first: rate, last: rate))
    }
  }
}
