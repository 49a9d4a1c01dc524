public import Diagnostics
import Pricing

/// The charts that a scenario asks for beside those that every scenario has.
public struct AskedCharts: Hashable, Sendable {
  /// The id of the workload for which a chart shows what the cheapest offer hangs on.
  public let sensitivity: Located<String>?

  /// A machine against a price for tokens, by volume and busy share.
  public let heatMap: HeatMap?

  /// What a heat map compares; all three ids exist.
  public struct HeatMap: Hashable, Sendable {
    /// The id of the workload with the speed and the share of input.
    public let workload: String

    /// The id of the offer that holds a machine all month.
    public let alwaysOn: String

    /// The id of the offer that counts tokens.
    public let tokens: String

    /// The least and the most tokens a month.
    public let volumes: ClosedRange<Int>

    /// Where the map is asked for.
    public let location: SourceLocation
  }

  /// Reads what a scenario asks for, once its workloads and offers are known.
  init(_ mapping: Mapping, of scenario: Scenario, into findings: inout Findings) {
    sensitivity = mapping.text("sensitivity")
    if let sensitivity { Self.check(sensitivity, scenario, &findings) }
    heatMap = mapping.mapping("heat_map").flatMap {
      HeatMapFormat.heatMap($0, of: scenario, into: &findings)
    }
  }

  /// Whether a name is that of a workload.
  static func check(
    _ name: Located<String>, _ scenario: Scenario, _ findings: inout Findings
  ) {
    let ids = scenario.workloads.map(\.id)
    guard !ids.contains(name.value) else { return }
    findings.error(
      name.location, "'\(name.value)' is not a workload of this scenario",
      hint: Suggestion.hint(for: name.value, in: ids, noun: "workloads"))
  }
}
