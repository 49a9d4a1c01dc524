import Pricing
import Wording

/// Makes the tables of crossings, in which those of offers that can take each other's place stand
/// together.
struct CrossingTableBuilder {
  private let view: ScenarioView
  private let builders: [BreakEvenBuilder]
  private let driver: Driver

  /// Looks for curves; `nil` for a scenario without.
  init?(_ view: ScenarioView) {
    guard let sweep = view.scenario.sweep else { return nil }
    self.view = view
    driver = sweep.driver
    builders = view.priced.groups.enumerated().compactMap { place, group in
      group.breakEven.map {
        BreakEvenBuilder(view: view, breakEven: $0, group: view.groupHead(place))
      }
    }
  }

  /// Makes the table; `nil` if no two offers meet.
  ///
  /// - Parameters:
  ///   - sources: The sources of the scenario's page.
  ///   - files: The same rows as files.
  /// - Returns: The table with its files.
  func table(_ sources: inout PageSources, files: [PageLink]) -> CrossingTable? {
    var groups: [CrossingGroup] = []
    for builder in builders { add(builder, builder.rows(&sources), to: &groups) }
    let others = view.groupNames.isEmpty ? "" : " that can take each other’s place"
    return table(
      Anchor.crossings(view.scenario.id), "Every crossing of two offers\(others)", captionDetail,
      groups,
      files)
  }

  /// The break-even of each pair of ends, where prices are bands; `nil` if none are.
  ///
  /// - Parameters:
  ///   - sources: The sources of the scenario's page.
  ///   - files: The same rows as files.
  /// - Returns: The table with its files.
  func ends(_ sources: inout PageSources, files: [PageLink]) -> CrossingTable? {
    var groups: [CrossingGroup] = []
    for builder in builders { add(builder, builder.endRows(&sources), to: &groups) }
    return table(
      Anchor.ends(view.scenario.id), "The crossings at each pair of ends",
      "With every range at one of its ends each crossing is one place.", groups, files)
  }

  /// Which offers are cheapest, or may be, on which stretch, where two of a group have curves.
  func spans() -> [CheapestSpan] {
    let compared = builders.filter { Set($0.breakEven.curves.map(\.offer)).count > 1 }
    return (view.groupNames.isEmpty ? builders : compared).flatMap { $0.spans() }
  }

  private func add(
    _ builder: BreakEvenBuilder, _ rows: [CrossingRow], to groups: inout [CrossingGroup]
  ) {
    guard !rows.isEmpty else { return }
    groups.append(CrossingGroup(name: builder.group, rows: rows))
  }

  private func table(
    _ id: String, _ caption: String, _ detail: String, _ groups: [CrossingGroup],
    _ files: [PageLink]
  ) -> CrossingTable? {
    guard !groups.isEmpty else { return nil }
    return CrossingTable(
      id: id, caption: caption, captionDetail: "\(detail)\(continued) \(view.basis)",
      order: "Sorted by \(DriverText.title(driver).lowercased()), lowest first.",
      driver: DriverText.title(driver), groups: groups, files: files)
  }

  /// That crossings may lie where curves are only continued; empty where none can.
  private var continued: String {
    let words = builders.lazy.compactMap {
      StatedPart($0.breakEven)?.words($0.breakEven.sweep.range)
    }
    return words.first.map { " \($0.capitalisedSentence)." } ?? ""
  }

  private var captionDetail: String {
    let place =
      switch driver {
      case .tokens: "whole token"
      case .hours: "whole hour"
      case .busyShare: "share, to a ten-thousandth of a percent,"
      }
    let crossings = builders.flatMap(\.breakEven.crossings)
    let open = crossings.filter { !$0.isExact }
    return [
      "Each is the first \(place) at which the other offer is no dearer.",
      open.isEmpty
        ? nil
        : "Of two places, the first is where that may be so, the last \(last(of: open)).",
      open.contains { !$0.first.isMeeting }
        ? "Where the first is the edge of the range, what is so before it is not worked out." : nil,
    ].compactMap(\.self).joined(separator: " ")
  }

  /// What the last places of crossings are: at the edge of the range nothing needs to be certain.
  private func last(of open: [Crossing]) -> String {
    let certain = "where it is certain"
    let edge = "the edge of the range, where it is not certain yet"
    guard open.contains(where: { !$0.last.isMeeting }) else { return certain }
    return open.contains(where: \.last.isMeeting) ? "\(certain), or \(edge)" : edge
  }
}
