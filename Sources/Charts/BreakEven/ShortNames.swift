/// Names of curves in a few short lines, no two of different offers alike.
///
/// A name is broken between words, or after a hyphen where a word has no room, and ends with an
/// ellipsis where it has more words than room. Where two names then look alike, what both begin with
/// goes; where that does not help, each is called by what qualifies it.
struct ShortNames {
  /// The most lines of a name: of up to five offers, and of more.
  private static let most = (few: 3, many: 2)

  /// What tells offers apart before they are shortened.
  private struct Offer: Hashable {
    let name: String
    let colour: Int
  }

  private let width: Double
  private let most: Int
  private var names: [Offer: [LineBreaking.Line]] = [:]

  /// The lines for each curve; none for those that have no name.
  ///
  /// - Parameters:
  ///   - series: The curves; those of one name and colour are one offer's.
  ///   - width: The room in pixels.
  /// - Returns: One to three lines for each.
  static func lines(
    of series: [BreakEvenChart.Series], width: Double
  ) -> [[LineBreaking.Line]] {
    let names = ShortNames(series.filter { !$0.isMuted }, width)
    return series.map { names.names[Offer(name: $0.name, colour: $0.colour)] ?? [] }
  }

  private init(_ series: [BreakEvenChart.Series], _ width: Double) {
    var order: [Offer] = []
    var details: [Offer: String] = [:]
    for line in series {
      let offer = Offer(name: line.name, colour: line.colour)
      if details.updateValue(line.detail, forKey: offer) == nil { order.append(offer) }
    }
    self.width = width
    most = order.count > 5 ? Self.most.many : Self.most.few
    for offer in order { names[offer] = short(offer.name) }
    for alike in alike(order) {
      for offer in alike {
        let others = alike.filter { $0 != offer }.map(\.name)
        names[offer] = short(Self.withoutCommonStart(offer.name, others))
      }
    }
    for offer in alike(order).joined() {
      if let detail = details[offer], !detail.isEmpty { names[offer] = short(detail) }
    }
  }

  private func short(_ text: String) -> [LineBreaking.Line] {
    LineBreaking.shortened(text, to: most, width: width, style: .name)
  }

  /// Offers whose names look the same, in groups of two or more.
  private func alike(_ order: [Offer]) -> [[Offer]] {
    var groups: [[String]: [Offer]] = [:]
    for offer in order { groups[names[offer]?.map(\.text) ?? [], default: []].append(offer) }
    return order.compactMap { offer in
      let group = groups[names[offer]?.map(\.text) ?? []] ?? []
      return group.count > 1 && group.first == offer ? group : nil
    }
  }

  /// A name without the words with which all of the others begin, too; the name if that is all of it.
  private static func withoutCommonStart(_ name: String, _ others: [String]) -> String {
    let words = name.split(separator: " ")
    let rest = others.map { $0.split(separator: " ") }
    let common = words.indices.prefix { index in
      rest.allSatisfy { index < $0.count && $0[index] == words[index] }
    }
    guard !common.isEmpty, common.count < words.count else { return name }
    return "…" + words[common.count...].joined(separator: " ")
  }
}
