import Charts
import Testing

@Suite("Charts of many offers")
struct LeadingOffersTests {
  /// So many dedicated machines from $2.10 an hour, the API, and the one that is cheapest at last.
  private static func scenario(_ others: Int, _ keys: String = "") -> String {
    let rows = (0..<others).map {
      "{offer: baseten-h100, as: fleet-\($0), name: Fleet \($0)}"
    }
    return """
      workloads:
        - {id: low, name: 10M tokens, input_tokens: 5M, output_tokens: 5M, hours: 50 h, runs: 1}
        - {id: high, name: 1B tokens, input_tokens: 500M, output_tokens: 500M, hours: 800 h, runs: 1}
      offers: [{offer: managed-api}, {offer: modal-h100}, \(rows.joined(separator: ", ")), {offer: gmi-h100}]
      vary: {driver: tokens, from: 1M, to: 10B}
      \(keys)
      """
  }

  private static func muted(_ chart: BreakEvenChart) -> [String] {
    chart.series.filter(\.isMuted).map(\.name)
  }

  @Test func ofEightAreAllNamed() throws {
    let chart = try SmallSite.breakEvenChart(Self.scenario(5))
    #expect(Set(chart.series.map(\.name)).count == 8)
    #expect(Self.muted(chart) == [])
    #expect(!chart.notes.contains { $0.hasPrefix("Grey: ") })
  }

  @Test func ofTwelveAreNamedThatAreCheapestSomewhere() throws {
    let chart = try SmallSite.breakEvenChart(Self.scenario(9))
    #expect(Self.muted(chart) == (0..<9).map { "Fleet \($0)" })
    let named = Set(chart.series.filter { !$0.isMuted }.map(\.name))
    #expect(named == ["Managed API", "Modal H100", "GMI H100"])
    // What is named has a colour of its own, and the rest neither rings nor places in the ribbon.
    let colours = chart.series.filter { !$0.isMuted && $0.edge != .high }.map(\.colour)
    #expect(Set(colours).count == 3)
    let shown = chart.cheapest.flatMap { [$0.series] + $0.alternatives }
    #expect(shown.allSatisfy { !chart.series[$0].isMuted })
    #expect(chart.crossings.allSatisfy { $0.label.contains("$1,440") || $0.at.y < 4_000 })
    let notes = try SmallSite.breakEvenNotes(Self.scenario(9))
    #expect(
      notes.contains(
        "Grey: Fleet 0, Fleet 1, Fleet 2, Fleet 3, Fleet 4, Fleet 5, Fleet 6, Fleet 7 and Fleet 8, "
          + "never the cheapest here; the table has their crossings too."))
  }

  @Test func andThoseThatTheScenarioAsksAbout() throws {
    let asked = "asks: {what: beside, offers: [gmi-h100, fleet-4]}"
    let chart = try SmallSite.breakEvenChart(Self.scenario(9, asked))
    #expect(Self.muted(chart) == (0..<9).filter { $0 != 4 }.map { "Fleet \($0)" })
  }

  @Test(arguments: ChartLayout.allCases)
  func areDrawnWithTheirNames(layout: ChartLayout) throws {
    let drawing = try SmallSite.breakEvenChart(Self.scenario(21)).laidOut(layout).onPage
    let names = drawing.labels.map { $0.names.map(\.text).joined(separator: " ") }
      .filter { !$0.isEmpty }
    #expect(Set(names) == ["Managed API", "Modal H100", "GMI H100"])
    #expect(drawing.lines.count { $0.colour == "rest" } == 21)
  }
}
