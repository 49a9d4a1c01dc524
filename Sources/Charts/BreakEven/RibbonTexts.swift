import Messages

/// What may stand in a span of the ribbon, the fullest first; nothing that could mean another span.
struct RibbonTexts {
  private let chart: BreakEvenChart
  private var colours: [String: Set<Int>] = [:]
  private var details: [String: Int] = [:]

  /// How many stretches are named in a list.
  private static let most = 5

  init(_ chart: BreakEvenChart) {
    self.chart = chart
    for series in Set(chart.cheapest.map(\.series)).map({ chart.series[$0] }) {
      colours[series.name, default: []].insert(series.colour)
      details[series.detail, default: 0] += 1
    }
  }

  /// What may be said of those who may be the cheapest.
  ///
  /// - Parameter shown: The indices of their curves, one at least.
  /// - Returns: The fullest first.
  func of(_ shown: [Int]) -> [String] {
    guard shown.count == 1 else { return [names(shown)] }
    let series = chart.series[shown[0]]
    // Which end of its range an offer is at goes without saying in the ribbon.
    var texts =
      series.detail.isEmpty || series.edge != .only ? [] : ["\(series.name) · \(series.detail)"]
    if colours[series.name]?.count == 1 { texts.append(series.name) }
    if !series.detail.isEmpty, details[series.detail] == 1 { texts.append(series.detail) }
    return texts
  }

  /// What stretches without a name or marks say in a list.
  ///
  /// It reads `Cheapest at 729M to 1.09B: A, B or C.` Of many the widest are named and the others
  /// counted.
  ///
  /// - Parameter stretches: From the left.
  /// - Returns: The list; `nil` if there are none, or nobody says where they end.
  func list(_ stretches: [RibbonStretch]) -> String? {
    let widths = stretches.map(\.box.width).sorted(by: >)
    let least = widths.count > Self.most ? widths[Self.most - 1] : 0
    let named = stretches.filter { $0.box.width >= least }.prefix(Self.most)
    var parts: [(shown: [Int], places: [String])] = []
    for stretch in named {
      let (from, to) = (
        chart.cheapest[stretch.spans.lowerBound].ends.from,
        chart.cheapest[stretch.spans.upperBound].ends.to
      )
      guard !from.isEmpty else { continue }
      let place = localized("\(from) to \(to)").replacing(" ", with: "\u{A0}")
      if let same = parts.firstIndex(where: { Set($0.shown) == Set(stretch.shown) }) {
        parts[same].places.append(place)
      } else {
        parts.append((stretch.shown, [place]))
      }
    }
    var texts = parts.map { part in
      let places = part.places.joined(separator: " \(localized("and")) ")
      return localized("at \(places): \(names(part.shown))", context: "ribbon")
    }
    guard !texts.isEmpty else { return nil }
    let more = stretches.count - named.count
    if more > 0 {
      texts.append(
        localized(
          more, one: "\(more) more stretch is no wider",
          other: "\(more) more stretches are no wider"))
    }
    return "\(chart.cheapestLabel) \(texts.joined(separator: "; "))."
  }

  /// `A or B`, `A, B or C`.
  private func names(_ shown: [Int]) -> String {
    let names = shown.map { chart.series[$0].name }
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return localized("\(names.dropLast().joined(separator: ", ")) or \(last)")
  }
}
