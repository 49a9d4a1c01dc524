import Charts

/// Which colour an offer has: that of its provider wherever no other offer of the chart has it.
///
/// A provider's colour is the one that its rate card states, or else a number made from its id,
/// so it is the same on every site, and no provider that a chart does not show has a say in it.
/// Where two offers of one chart would have the same, the later one takes the next colour that is
/// free; beyond ``ChartStyle/seriesColours`` offers, colours repeat.
enum OfferColours {
  /// The colours of the offers of a chart.
  ///
  /// - Parameters:
  ///   - offers: The offers with their providers, in the order of the chart.
  ///   - stated: The colours that providers state, from 1, by their ids; they come before those
  ///     that are made from an id.
  /// - Returns: Numbers from 1, by the id of the offer.
  static func assigned(
    to offers: [(id: String, provider: String)], stated: [String: Int] = [:]
  ) -> [String: Int] {
    var colours: [String: Int] = [:]
    var taken: Set<Int> = []
    func claim(_ isAsked: (_ provider: String) -> Bool) {
      for offer in offers where isAsked(offer.provider) {
        let colour = own(offer.provider, stated)
        if taken.insert(colour).inserted { colours[offer.id] = colour }
      }
    }
    claim { stated[$0] != nil }
    claim { stated[$0] == nil }
    for offer in offers where colours[offer.id] == nil {
      if taken.count == ChartStyle.seriesColours { taken = [] }
      let start = own(offer.provider, stated) - 1
      let free = (0..<ChartStyle.seriesColours)
        .map { (start + $0) % ChartStyle.seriesColours + 1 }.first { !taken.contains($0) }
      colours[offer.id] = free ?? start + 1
      taken.insert(free ?? start + 1)
    }
    return colours
  }

  /// The colour of a provider where no other offer has it.
  private static func own(_ provider: String, _ stated: [String: Int]) -> Int {
    stated[provider] ?? Int(hash(provider) % UInt64(ChartStyle.seriesColours)) + 1
  }

  /// The 64-bit FNV-1a hash of a text, which is the same in every run, unlike `Hasher`.
  private static func hash(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
