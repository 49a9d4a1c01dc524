import Messages
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
    let caption = localized(
      view.groupNames.isEmpty
        ? "Every crossing of two offers"
        : "Every crossing of two offers that can take each other’s place")
    return table(Anchor.crossings(view.scenario.id), caption, captionDetail, groups, files)
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
      Anchor.ends(view.scenario.id), localized("The crossings at each pair of ends"),
      localized("With every range at one of its ends each crossing is one place."), groups, files)
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
      order: order, driver: DriverText.title(driver), groups: groups, files: files)
  }

  private var order: String {
    switch driver {
    case .tokens: localized("Sorted by tokens a month, lowest first.")
    case .hours: localized("Sorted by hours of work a month, lowest first.")
    case .busyShare: localized("Sorted by share of the month busy, lowest first.")
    }
  }

  /// That crossings may lie where curves are only continued; empty where none can.
  private var continued: String {
    let words = builders.lazy.compactMap {
      StatedPart($0.breakEven)?.words($0.breakEven.sweep.range)
    }
    return words.first.map { " \($0.capitalisedSentence)." } ?? ""
  }

  private var captionDetail: String {
    let crossings = builders.flatMap(\.breakEven.crossings)
    let open = crossings.filter { !$0.isExact }
    return [
      rule, open.isEmpty ? nil : places(of: open),
      open.contains { !$0.first.isMeeting }
        ? localized(
          "Where the first is the edge of the range, what is so before it is not worked out.")
        : nil,
    ].compactMap(\.self).joined(separator: " ")
  }

  /// What counts as a crossing.
  private var rule: String {
    switch driver {
    case .tokens:
      localized("Each is the first whole token at which the other offer is no dearer.")
    case .hours:
      localized("Each is the first whole hour at which the other offer is no dearer.")
    case .busyShare:
      localized(
        "Each is the first share, to a ten-thousandth of a percent, at which the other offer is no "
          + "dearer.")
    }
  }

  /// What both places of crossings are: at the edge of the range nothing needs to be certain.
  private func places(of open: [Crossing]) -> String {
    switch (open.contains(where: \.last.isMeeting), open.contains { !$0.last.isMeeting }) {
    case (_, false):
      localized("Of two places, the first is where that may be so, the last where it is certain.")
    case (true, true):
      localized(
        "Of two places, the first is where that may be so, the last where it is certain, or the edge "
          + "of the range, where it is not certain yet.")
    case (false, true):
      localized(
        "Of two places, the first is where that may be so, the last the edge of the range, where it "
          + "is not certain yet.")
    }
  }
}
