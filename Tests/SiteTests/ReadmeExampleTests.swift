import Foundation
import Site
import TestSupport
import Testing

/// What the README shows of prices and workloads, as a site of its own that is built and priced.
@Suite("The examples of the README")
struct ReadmeExampleTests {
  /// The lines of the example that begins with some words, up to the next remark about where lines belong.
  private static func example(_ beginning: String) throws -> String {
    let readme = try String(
      contentsOf: FixtureSite.repository.appending(path: "README.md"), encoding: .utf8)
    let lines = readme.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let first = try #require(
      lines.firstIndex { $0.trimmingPrefix { $0 == " " }.hasPrefix(beginning) }, "\(beginning)")
    let isRemark = beginning.hasPrefix("#")
    let rest = lines[(isRemark ? first + 1 : first)...]
    return rest.prefix { !$0.hasPrefix("```") && !$0.hasPrefix("# ") }.joined(separator: "\n")
      .replacing(/source: (?:example|our-quotation|our-hosting)\b/, with: "source: survey")
  }

  /// An offer with what the README shows of one, between other lines of it.
  private static func offer(
    _ id: String, before: String = "", _ beginning: String, rest: String = ""
  ) throws -> String {
    "  - id: \(id)\n    name: \(id.capitalized)\n\(before)\(try example(beginning))\n\(rest)"
  }

  private static func scenario(
    _ workload: String, offers: String, when: String = ""
  ) -> String {
    """
    title: As the README has it
    question: What does it cost?
    summary: One example.
    workloads:
    \(workload)
    offers:
    \(offers)
    \(when)

    """
  }

  private static let built = Task {
    let site = try FixtureSite().withoutCharts()
    var cards = "name: Readme\nsummary: Sells what the README shows.\noffers:\n"
    cards += try offer("cached", "# in the rate card, under an offer: cache")
    cards += try offer("parts", "# in the rate card, under offers: a GPU, its processor")
    cards += try offer("package", before: "    rates:\n", "- {usd_per_thousand_requests: 5")
    cards += try offer("owned", "kw: 10.2", rest: "    machine: {name: H100}\n")
    cards += try offer(
      "eight", "machine: {name: H100, count: 8}",
      rest: """
            rates: [{usd_per_replica_hour: 20, source: survey}]
            scaling: {source: survey, idle_timeout: never, billed: {active: billed, kept_warm: billed}}

        """)
    try site.write(cards, to: "content/rate-cards/readme.yaml")
    let tokens =
      "  - id: tokens\n    name: Tokens\n" + (try example("# in a workload of a scenario"))
    let batch = try example("# in the scenario, at one of its offers, or in a workload")
    let machines = "  - {id: month, name: A month, hours: 500 h, runs: 1, gb_months: 500}"
    for (id, text) in [
      ("cached", scenario(tokens, offers: "  - offer: cached")),
      (
        "batch",
        scenario(
          tokens.replacing("requests: 2k ", with: "requests: 20k "), offers: "  - offer: cached",
          when: batch)
      ),
      ("parts", scenario(machines, offers: "  - offer: parts")),
      (
        "others",
        scenario(
          "  - {id: month, name: A month, hours: 500 h, runs: 1, requests: 1001}",
          offers: "  - offer: package\n  - offer: owned\nalternatives: {because: Both work.}")
      ),
      (
        "fleet",
        scenario(try example("# in a scenario, under workloads"), offers: "  - offer: eight")
      ),
      ("profile", scenario(try example("- id: chats"), offers: "  - offer: eight")),
    ] {
      try site.write(text, to: "content/scenarios/\(id).yaml")
    }
    #expect(try await site.build().transcript == "")
    return site
  }

  @Test(
    "Cost what their numbers come to",
    arguments: [
      // 100M to 200M uncached at $6 and the rest at $0.30, 20M out at $22.50, 2,000 searches at 1 ct.
      ("cached", "cached", "tokens", "1190", "1760"),
      // The same in short requests as a batch: $1.50 and $7.50, and what it leaves out at its own price.
      ("batch", "cached", "tokens", "440", "560"),
      // 500 h × 3600 × (0.000164 + 8 × 0.0000131 + 32 × 0.00000222) + 500 × 0.07 + 250.
      ("parts", "parts", "month", "896.712", "896.712"),
      // Two packages of a thousand.
      ("others", "package", "month", "10", "10"),
      // 280,000 ÷ 36 + 1,200 + 720 h × 10.2 kW × 70 % × $0.12, as it never stops.
      ("others", "owned", "month", "9594.673777777778", "9594.673777777778"),
      ("fleet", "eight", "train", "14400", "14400"),
      // Eight machines that work 23.4375 hours.
      ("fleet", "eight", "sprint", "3750", "3750"),
      // Four to five replicas that never stop; each line is rounded to the picodollar.
      ("profile", "eight", "chats", "57600.000000000001", "72000"),
    ])
  func totals(
    scenario: String, offer: String, workload: String, low: String, high: String
  ) async throws {
    let path = "data/scenarios/\(scenario).json"
    let data = try #require(try await Self.built.value.published(path))
    #expect(
      data.contains(
        #""offer":"\#(offer)","workload":"\#(workload)","low_usd":"\#(low)","high_usd":"\#(high)""#),
      "\(data.prefix(3000))")
  }
}
