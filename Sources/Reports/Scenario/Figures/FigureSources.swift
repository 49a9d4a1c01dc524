import Content
import Pricing
import Wording

/// The line under every chart that says where its figures come from.
enum FigureSources {
  /// The sources with the terms of use, for a file that stands alone.
  static func lineWithLicence(_ view: ScenarioView) -> String {
    "\(line(view)) \(view.context.content.settings.licence)."
  }

  /// Who states the rates, in the order of the offers.
  static func all(_ view: ScenarioView) -> [SourceDocument] {
    var seen: [String] = []
    for offer in view.scenario.offers {
      for rate in offer.rates(on: view.scenario.date) where !seen.contains(rate.citation.source) {
        seen.append(rate.citation.source)
      }
    }
    return seen.compactMap(view.context.content.source)
  }

  /// Publishers with the dates of what they published.
  static func line(_ view: ScenarioView) -> String { line(all(view)) }

  /// The same of some sources, in their order.
  static func line(_ sources: [SourceDocument]) -> String {
    var publishers: [(name: String, dates: [String])] = []
    for source in sources {
      let read = "read \(TimeText.date(source.read))"
      let date =
        source.published.map { "\(TimeText.date($0)) (\(read))" }
        ?? source.copied.map { "copy of \(TimeText.date($0)) (\(read))" } ?? read
      if let index = publishers.firstIndex(where: { $0.name == source.publisher }) {
        if !publishers[index].dates.contains(date) { publishers[index].dates.append(date) }
      } else {
        publishers.append((source.publisher, [date]))
      }
    }
    guard !publishers.isEmpty else { return "No source: no rate is in force." }
    let count = publishers.reduce(0) { $0 + $1.dates.count }
    let noun = count == 1 ? "Source" : "Sources"
    let texts = publishers.map { "\($0.name), \(UnitText.list($0.dates))" }
    return "\(noun): \(texts.joined(separator: "; "))."
  }
}
