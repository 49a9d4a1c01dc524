import Diagnostics
import Pricing

/// The order in which `scenario_order` puts the scenarios of a site.
struct ScenarioOrder {
  private let wanted: [Located<String>]

  init(_ wanted: [Located<String>]) { self.wanted = wanted }

  /// The scenarios in this order, and those that it does not name behind them.
  ///
  /// - Complexity: O(*n* log *n*) in the number of scenarios.
  func sorted(_ ids: [String]) -> [String] {
    let places = Dictionary(
      wanted.enumerated().map { ($0.element.value, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    return ids.enumerated()
      .map { (place: places[$0.element] ?? places.count, number: $0.offset) }
      .sorted { $0 < $1 }
      .map { ids[$0.number] }
  }

  /// What is wrong with the list: names of nothing, and names that stand there twice.
  ///
  /// - Parameters:
  ///   - ids: The scenarios, for suggestions.
  ///   - paths: The files of the site; a scenario with mistakes of its own is known all the same.
  /// - Returns: One finding for each such name, in the order of the list.
  func findings(ids: [String], paths: [String]) -> Findings {
    guard !wanted.isEmpty else { return Findings() }
    let folder = "content/scenarios/"
    let asked = Set(wanted.map(\.value))
    var known: Set<String> = []
    // By bytes, and only those that are asked for: a site may have fifty thousand.
    for path in paths where path.hasPrefix(folder) {
      let file = path.utf8.dropFirst(folder.utf8.count)
      let end = file.lastIndex(of: UInt8(ascii: ".")) ?? file.endIndex
      let name = String(path[file.startIndex..<end])
      if asked.contains(name) { known.insert(name) }
    }
    var findings = Findings()
    var seen: Set<String> = []
    for name in wanted {
      if !known.contains(name.value) {
        findings.error(
          name.location, "'\(name.value)' is not a scenario of this site",
          hint: Suggestion.hint(for: name.value, in: ids, noun: "scenarios"))
      } else if !seen.insert(name.value).inserted {
        findings.error(name.location, "'\(name.value)' is listed twice", hint: "remove one of them")
      }
    }
    return findings
  }
}
