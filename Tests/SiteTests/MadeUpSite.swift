import Foundation
import TestSupport

/// A site of made-up prices: ten providers of five offers each, and one scenario of all of them
/// for five workloads, as large as what issue 8 sets the limits for.
struct MadeUpSite {
  /// The id of the scenario.
  static let scenario = "load"

  private var random = SplitMix(seed: 20_261_121)

  /// Puts its content in the place of that of a site.
  mutating func write(to site: FixtureSite) throws {
    try site.remove("content")
    try site.write(
      """
      title: Made-up prices
      tagline: As many as there can be
      description: A site of made-up prices.
      updated: 2026-11-21
      licence: All rights reserved
      scenario_order: [\(Self.scenario)]

      """, to: "content/site.yaml")
    let providers = (1...10).map { "provider-\($0)" }
    try site.write(
      "sources:\n" + providers.map(Self.sources).joined(), to: "content/sources.yaml")
    for (place, provider) in providers.enumerated() {
      let offers = (1...5).map { offer("\(provider)-\($0)", kind: place * 5 + $0, of: provider) }
      try site.write(
        "name: \(provider.capitalized)\nsummary: Nobody charges these prices.\noffers:\n"
          + offers.joined(), to: "content/rate-cards/\(provider).yaml")
    }
    try site.write(scenario(of: providers), to: "content/scenarios/\(Self.scenario).yaml")
  }

  private static func sources(_ provider: String) -> String {
    ["pricing", "docs"].map { page in
      """
        - id: \(provider)-\(page)
          title: What \(page) says
          publisher: \(provider.capitalized)
          read: 2026-11-20
          url: https://\(provider).example.com/\(page)

      """
    }.joined()
  }

  /// One offer; its meter is the next of a round of kinds.
  private mutating func offer(_ id: String, kind: Int, of provider: String) -> String {
    let cents = random.int(in: 150...400)
    let short = random.int(in: 2...9)
    let (rates, rules): ([String], String?) =
      switch kind % 6 {
      case 0: (["usd_per_million_tokens: \(dollars(100...9_000))"], nil)
      case 1:
        (
          [
            "usd_per_million_input_tokens: \(dollars(10...500))",
            "usd_per_million_output_tokens: \(dollars(500...2_500))",
          ], nil
        )
      case 2:
        (
          [
            "usd_per_million_input_tokens: \(dollars(10...150)) to \(dollars(160...300))",
            "usd_per_million_output_tokens: \(dollars(300...900)) to \(dollars(910...1_500))",
          ], nil
        )
      case 3: (["usd_per_request: 0.00\(cents)"], nil)
      case 4:
        (
          ["usd_per_gpu_hour: \(dollars(cents...cents))"],
          """
                minimum_replicas: 1
                idle_timeout: never
                billed: {active: billed, kept_warm: billed}
          """
        )
      default:
        (
          ["usd_per_gpu_hour: \(dollars(250...440)) to \(dollars(450...650))"],
          """
                minimum_replicas: 0
                idle_timeout: 60 s
                billing_increment: 1 s
                start: {loading: \(short) s to \(short + 20) s}
                billed: {loading: billed, active: billed, idle_tail: billed}
                evidence:
                  start: {source: \(provider)-docs, quote: It takes \(short) to \(short + 20) seconds}
                  idle_tail: {source: \(provider)-docs, quote: An idle replica is billed}
          """
        )
      }
    let quote = rates.map { $0.drop { $0 != ":" }.dropFirst(2) }.joined(separator: ", ")
    return """
        - id: \(id)
          name: Plan \(kind) of \(provider.capitalized)
          rates:
            - from: 2026-11-01
      \(rates.map { "        \($0)\n" }.joined())\
              source: \(provider)-pricing
              quote: The price is $\(quote)

      """
        + (rules.map { rules in
          """
              scaling:
                source: \(provider)-docs
                quote: You pay for the time in which a replica is up
          \(rules)

          """
        } ?? "")
  }

  private mutating func dollars(_ cents: ClosedRange<Int>) -> String {
    let amount = random.int(in: cents)
    return "\(amount / 100).\(amount % 100 < 10 ? "0" : "")\(amount % 100)"
  }

  private mutating func scenario(of providers: [String]) -> String {
    let traffic = [
      "hours: 40 h\n    runs: 1", "hours: 655 h\n    runs: 1", "session: 34 min",
      "hours: 210 h\n    runs: 1",
      "burst: {work: 23 s, every: 530 s}",
    ]
    let workloads = traffic.enumerated().map { place, traffic in
      let tokens = random.int(in: 1...900) * 100_000
      return """
          - id: work-\(place + 1)
            name: \(tokens / 1_000_000)M tokens in
            input_tokens: \(tokens)
            output_tokens: \(tokens / random.int(in: 2...9))
            requests: \(tokens / 1_000)
            \(traffic)

        """
    }
    let offers = providers.flatMap { provider in (1...5).map { "  - offer: \(provider)-\($0)\n" } }
    return """
      title: A made-up load
      question: Which of 50 plans is cheapest for a made-up load?
      summary: Five workloads, priced with every plan.
      workloads:
      \(workloads.joined())offers:
      \(offers.joined())
      """
  }
}
