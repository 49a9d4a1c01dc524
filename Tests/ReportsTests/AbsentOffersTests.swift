import Content
import Pricing
import Testing
import Wording

@testable import Reports

/// Offers of a site that a scenario does not compare.
@Suite("Who is not compared and would cost less, or may")
struct AbsentOffersTests {
  @Test(
    "Who is not compared and would cost less is named, if the page says who is cheapest",
    arguments: [
      (
        "offers: [{offer: g}, {offer: s}]",
        [
          "Not among these offers, though it would cost less: Raw at $1,368 for “Full” (read 21\u{A0}November 2026)."
        ]
      ),
      ("offers: [{offer: g}, {offer: s}, {offer: raw}]", []),
      ("offers: [{offer: g}, {offer: s}, {offer: raw, left_out: too old}]", []),
      (
        "offers: [{offer: g}, {offer: s}]\nasks: {what: beside, offers: [g, s]}",
        [
          "Not among these offers, though it would cost less: Raw at $1,368 for “Full” (read 21\u{A0}November 2026)."
        ]
      ),
      ("offers: [{offer: s}, {offer: other}]", []),
    ])
  func absent(keys: String, remarks: [String]) throws {
    #expect(ScenarioCaveats(try SmallSite.machines(keys), listing: []).remarks == remarks)
  }

  @Test(
    "Who is not compared and would cost less if work comes in one run is named too, with that condition",
    arguments: [
      // Tenth: from one run, $144, to a machine that never stops, $1,440.
      (
        "{offer: g}, {offer: s}", "",
        [
          "Not among these offers, though it would cost less: Cold at $144 for “Tenth”, "
            + "if all of the work comes in one run (read 21\u{A0}November 2026)."
        ]
      ),
      // One of a seller's ways to bill the same machine is enough.
      (
        "{offer: g}, {offer: s}",
        "  - {id: twice, name: Twice, like: cold, machine: {name: H100}, "
          + "rates: [{usd_per_gpu_hour: 2.1, source: article}]}\n",
        [
          "Not among these offers, though it would cost less: Cold at $144 for “Tenth”, "
            + "if all of the work comes in one run (read 21\u{A0}November 2026)."
        ]
      ),
      ("{offer: g}, {offer: s}, {offer: cold}", "", []),
      // In one run $72 to $2,160, beside $144: it may.
      (
        "{offer: g}, {offer: s}, {offer: cold}",
        "  - {id: wide, name: Wide, like: cold, machine: {name: H100}, "
          + "rates: [{usd_per_gpu_hour: 1 to 30, source: article}]}\n",
        [
          "Not among these offers, though it may cost less: Wide, from $72 for “Tenth”, "
            + "if it starts seldom."
        ]
      ),
    ])
  func mayCostLess(offers: String, more: String, remarks: [String]) throws {
    let cards = """
        - {id: g, name: G, machine: {name: H100}, rates: [{usd_per_gpu_hour: 2, source: article}], \
      scaling: {minimum_replicas: 1, idle_timeout: never, billed: {kept_warm: billed}, source: article, quote: so}}
        - {id: s, name: S, machine: {name: H100}, rates: [{usd_per_gpu_hour: 4, source: article}], \
      scaling: {idle_timeout: 0 s, billing_increment: 1 s, billed: {idle_tail: free}, source: article, quote: so}}
        - {id: cold, name: Cold, machine: {name: H100}, rates: [{usd_per_gpu_hour: 2, source: article}], \
      scaling: {idle_timeout: 0 s, billing_increment: 1 s, start: {loading: 30 s}, \
      billed: {loading: billed, idle_tail: free}, source: article, quote: so}}

      """
    let view = try SmallSite.view(
      cards + more,
      """
      workloads: [{id: t, name: Tenth, hours: 72 h}, {id: f, name: Full, hours: 720 h}]
      offers: [\(offers)]
      """)
    #expect(ScenarioCaveats(view, listing: []).remarks == remarks)
  }

  @Test(
    "Who costs less only if a price holds that other figures contradict would, and who wins without a lead may",
    arguments: [
      ("1.9", 2, "it would cost less: Raw at $1,368 (read 21\u{A0}November 2026)."),
      (
        "1.9", 3,
        "it would cost less: Raw at $1,368, if its price, which is in doubt, holds "
          + "(read 21\u{A0}November 2026)."
      ),
      // As much as the others at most, and less for every other price.
      ("1 to 2", 2, "it may cost less: Raw, from $720."),
    ])
  func doubtfulPrice(price: String, computed: Int, remark: String) throws {
    let offers = SmallSite.machineOffers.replacing(
      "usd_per_gpu_hour: 1.9, source: article",
      with: "usd_per_gpu_hour: \(price), source: article, quote: $\(price) an hour")
    let claim = """
      source: article
      claims:
        - id: two
          quote: $\(price) an hour
          says: It is 2.
          published: {value: 2, unit: h}
          formula: [{value: \(computed), unit: h, name: it, source: article}]
      """
    let view = try SmallSite.view(
      offers,
      """
      workloads: [{id: f, name: Full, hours: 720 h, runs: 1}]
      offers: [{offer: g}, {offer: s}]
      """, ["content/claims/article.yaml": claim])
    let remarks = ScenarioCaveats(view, listing: []).remarks
    #expect(remarks == ["Not among these offers, though \(remark)"])
  }

  @Test(
    "Every workload is named for which one that is not compared would cost less, or may",
    arguments: [
      ("2", "4", "$144", ", and costs less for “Half” and “Full” too"),
      ("1.5 to 2.5", "2", "$108–180", ", and costs less for “Half” too and may for “Full”"),
      ("2.5 to 2.9", "1.4", "$180–209", ", and may cost less for “Half”"),
    ])
  func severalWorkloads(price: String, keptWarm: String, amount: String, more: String) throws {
    func machine(_ id: String, _ price: String, least: Int = 0) -> String {
      """
        - {id: \(id), name: \(id.uppercased()), machine: {name: H100}, rates: [{usd_per_gpu_hour: \(price), \
      source: article}], scaling: {minimum_replicas: \(least), idle_timeout: \(least == 0 ? "0 s" : "never"), \
      billing_increment: 1 s, billed: {idle_tail: free, kept_warm: billed}, source: article, quote: so}}

      """
    }
    let view = try SmallSite.view(
      machine("a", "3") + machine("b", keptWarm, least: 1) + machine("c", price),
      """
      workloads:
        - {id: t, name: Tenth, hours: 72 h, runs: 1}
        - {id: h, name: Half, hours: 360 h, runs: 1}
        - {id: f, name: Full, hours: 720 h, runs: 1}
      offers: [{offer: a}, {offer: b}]
      """)
    let remarks = ScenarioCaveats(view, listing: []).remarks
    #expect(
      remarks == [
        "Not among these offers, though it would cost less: C at \(amount) for “Tenth” "
          + "(read 21\u{A0}November 2026)\(more)."
      ])
  }
}
