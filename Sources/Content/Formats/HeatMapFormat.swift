import Diagnostics
import Pricing

/// The keys of a heat map: a machine that is held all month against a price for tokens.
enum HeatMapFormat {
  static let shape = Shape(
    "heat map", "A machine against a price for tokens, by volume and busy share.",
    [
      Field(
        "workload", .identifier, .required,
        "A workload of a month with a throughput; its volume is replaced.", example: "month"),
      Field(
        "always_on", .identifier, .required,
        "The offer of the scenario that holds a machine all month.", example: "gmi-h100"),
      Field(
        "tokens", .identifier, .required, "The offer of the scenario that counts tokens.",
        example: "managed-api"),
      Field("from", .count, .required, "The fewest tokens a month.", example: "100M"),
      Field("to", .count, .required, "The most tokens a month.", example: "10B"),
    ])

  /// What a map asks for; `nil` after a finding.
  static func heatMap(
    _ entry: Mapping, of scenario: Scenario, into findings: inout Findings
  ) -> AskedCharts.HeatMap? {
    let known = findings.diagnostics.count
    guard let workload = entry.text("workload"), let machine = entry.text("always_on"),
      let tokens = entry.text("tokens"), let from = entry.count("from"), let to = entry.count("to")
    else { return nil }
    AskedCharts.check(workload, scenario, &findings)
    check(machine, scenario, &findings, "always on", hint: "name one with 'minimum_replicas: 1'") {
      $0.meters == [.time]
        && ($0.isHeld || $0.scaling(on: scenario.date).minimumReplicas > 0)
    }
    check(tokens, scenario, &findings, "priced by the token", hint: "name one with token rates") {
      $0.meters == [.tokens]
    }
    checkSpeed(workload, machine, scenario, &findings)
    GroupingFormat.check(machine, tokens, of: scenario, into: &findings)
    let limit = 1_000_000_000_000
    if from.value < 1 || to.value > limit || to.value / max(1, from.value) < 2 {
      findings.error(
        from.location, "a range from \(from.value) to \(to.value) of tokens",
        hint: "write at least 1 for 'from', twice as much for 'to', and at most \(limit)")
    }
    guard findings.diagnostics.count == known else { return nil }
    return AskedCharts.HeatMap(
      workload: workload.value, alwaysOn: machine.value, tokens: tokens.value,
      volumes: from.value...to.value, location: entry.location)
  }

  private static func check(
    _ name: Located<String>, _ scenario: Scenario, _ findings: inout Findings, _ property: String,
    hint: String, _ isRight: (Offer) -> Bool
  ) {
    guard let offer = scenario.offers.first(where: { $0.id == name.value }) else {
      findings.error(
        name.location, "'\(name.value)' is not an offer of this scenario",
        hint: Suggestion.hint(
          for: name.value, in: scenario.offers.map(\.id).sorted(), noun: "offers"))
      return
    }
    if !isRight(offer) {
      findings.error(name.location, "'\(name.value)' is not \(property)", hint: hint)
    }
  }

  /// Without a speed a volume needs no machine, and once is no month.
  private static func checkSpeed(
    _ name: Located<String>, _ machine: Located<String>, _ scenario: Scenario,
    _ findings: inout Findings
  ) {
    guard let workload = scenario.workloads.first(where: { $0.id == name.value }) else { return }
    if case .once = workload.period {
      findings.error(
        name.location, "'\(name.value)' is not a month", hint: "name a workload of a month")
    }
    let own = scenario.offers.first { $0.id == machine.value }?.throughput
    if workload.throughput == nil, own == nil {
      findings.error(
        name.location, "'\(name.value)' has no throughput",
        hint: "add 'throughput' to the workload or to '\(machine.value)'")
    }
  }
}
