@testable import Reports

extension SmallSite {
  /// Two ways to rent an H100, a cheaper one that is often left out, another machine, and tokens.
  static let machineOffers = """
      - {id: g, name: G, machine: {name: H100}, rates: [{usd_per_gpu_hour: 2, source: article}], \
    scaling: {minimum_replicas: 1, idle_timeout: never, billed: {kept_warm: billed}, source: article, quote: so}}
      - {id: s, name: S, machine: {name: H100}, rates: [{usd_per_gpu_hour: 4, source: article}], \
    scaling: {idle_timeout: 0 s, billing_increment: 1 s, billed: {idle_tail: free}, source: article, quote: so}}
      - {id: raw, name: Raw, machine: {name: H100}, rates: [{usd_per_gpu_hour: 1.9, source: article}], \
    scaling: {minimum_replicas: 1, idle_timeout: never, billed: {kept_warm: billed}, source: article, quote: so}}
      - {id: other, name: Other, machine: {name: B200}, rates: [{usd_per_gpu_hour: 1, source: article}]}
      - {id: api, name: API, rates: [{usd_per_million_tokens: 4, source: article}]}
    """

  /// A scenario of these offers for a tenth of a month and all of it.
  static func machines(_ keys: String) throws -> ScenarioView {
    try SmallSite.view(
      machineOffers,
      """
      workloads: [{id: t, name: Tenth, hours: 72 h, runs: 1}, {id: f, name: Full, hours: 720 h, runs: 1}]
      \(keys)
      """)
  }
}
