import Diagnostics
import Pricing
import Testing

@testable import Content

/// Of the prices of an offer under conditions the one that is asked for gets a dated entry.
@Suite("Writing down a price under a condition")
struct ConditionalRepricingTests {
  private static let card =
    RepricingTests.head + """
        - id: box
          name: Box
          rates:
            - {from: 2026-01-01, usd_per_gpu_hour: 3.95, source: old}
            - {from: 2026-01-01, when: {tier: batch}, usd_per_gpu_hour: 2, source: old}
            - from: 2026-01-01
              when:
                tier: batch
                region: eu
              usd_per_gpu_hour: 1.50
              source: old
            - {from: 2026-01-01, when: {hours: "16:30-00:30", time_zone: UTC}, usd_per_gpu_hour: 1, source: old}

      """

  @Test(
    "The newest entry with the same condition is the one before it",
    arguments: [
      ([], "3.95", "{from: 2026-12-01, usd_per_gpu_hour: 3.49, source: news}"),
      (
        [("tier", "batch")], "2",
        "{from: 2026-12-01, when: {tier: batch}, usd_per_gpu_hour: 3.49, source: news}"
      ),
      (
        [("region", "eu"), ("tier", "batch")], "1.5",
        "{from: 2026-12-01, when: {region: eu, tier: batch}, usd_per_gpu_hour: 3.49, source: news}"
      ),
      (
        [("hours", "16:30-00:30"), ("time_zone", "UTC")], "1",
        "when: {hours: \"16:30-00:30\", time_zone: UTC}, usd_per_gpu_hour: 3.49, source: news}"
      ),
    ] as [([(String, String)], String, String)])
  func picks(condition: [(String, String)], expected: String, entry: String) throws {
    let text = try RepricingTests.edited(Self.card, expect: expected, when: condition)
    let added = text.split(separator: "\n").filter { !Self.card.contains($0) }
    #expect(text.contains(entry), "\(text)")
    #expect(added.count == 1, "\(added)")
  }

  @Test(
    "What is not there, or says something else, is refused where it stands",
    arguments: [
      (
        [("tier", "flex")], "3.95", "2026-12-01",
        "'box' has no price under 'tier=flex'",
        "write no --when, or --when 'tier=batch', or --when 'region=eu, tier=batch', or --when "
          + "'hours=16:30-00:30, time_zone=UTC'"
      ),
      (
        [("tier", "batch")], "3.95", "2026-12-01", "the newest entry says '2', not '3.95'",
        "look at it, and repeat the command with --expect '2'"
      ),
      (
        [("tier", "batch")], "2", "2026-01-01",
        "'2026-01-01' is not after 2026-01-01, the day of the newest entry at "
          + "content/rate-cards/acme.yaml:8:67",
        "write a later day; entries are never changed or put between others"
      ),
    ] as [([(String, String)], String, String, String, String)])
  func refuses(
    condition: [(String, String)], expected: String, from: String, message: String, hint: String
  ) throws {
    let refusal = #expect(throws: Repricing.Refusal.self) {
      try RepricingTests.edited(Self.card, expect: expected, from: from, when: condition)
    }
    #expect(refusal?.finding.message == message)
    #expect(refusal?.finding.hint == hint)
  }

  @Test func withoutABasePriceTheConditionIsAskedFor() throws {
    let card =
      RepricingTests.head + """
          - id: box
            name: Box
            rates:
              - {from: 2026-01-01, when: {tier: batch}, usd_per_gpu_hour: 2, source: old}

        """
    let refusal = #expect(throws: Repricing.Refusal.self) {
      try RepricingTests.edited(card, expect: "2")
    }
    #expect(refusal?.finding.message == "every price of 'box' in this unit is under a condition")
    #expect(refusal?.finding.hint == "write --when 'tier=batch'")
    #expect(refusal?.finding.location.line == 7)
  }
}
