import Diagnostics
import Pricing
import Testing

@testable import Content

/// A set of rules between braces is written on as one on lines of its own.
@Suite("Writing down a rule that changes, between braces")
struct RuleRepricingTests {
  private static let start = """
    name: Acme
    summary: Sells.
    offers:
      - id: box
        name: Box
        rates:
          - {from: 2026-01-01, usd_per_gpu_hour: 3.95, source: old}

    """

  @Test(
    "In the layout that is there",
    arguments: [
      // The only set: it becomes the first of a list.
      (
        """
            scaling: {source: old, idle_timeout: 60 s, billed: {active: billed}} # theirs
            machine: {name: H100}

        """,
        """
            scaling:
              - {source: old, idle_timeout: 60 s, billed: {active: billed}} # theirs
              - {from: 2026-12-01, source: old, idle_timeout: 30 s, billed: {active: billed}, \
        evidence: {idle_timeout: {source: news}}}
            machine: {name: H100}

        """
      ),
      // Over lines, with the value in quotes, a comma at the end and comments.
      (
        """
            scaling: {
              source: old, # the page
              idle_timeout: "60 s", # a minute, {they say}
            }
            machine: {name: H100}

        """,
        """
            scaling:
              - {
                source: old, # the page
                idle_timeout: "60 s", # a minute, {they say}
              }
              - {
                from: 2026-12-01, source: old, # the page
                idle_timeout: 30 s, evidence: {idle_timeout: {source: news}}, # a minute, {they say}
              }
            machine: {name: H100}

        """
      ),
      // A list of lines, of which the newest has a day and evidence of its own.
      (
        """
            scaling:
              - {source: old, idle_timeout: 90 s}
              - {source: old, idle_timeout: 60 s, from: 2026-10-01, evidence: {idle_timeout: \
        {source: old, quote: 'it''s 60 s, {or so}'}, active: {source: old}}, billed: {active: billed}}
            # the machine
            machine: {name: H100}

        """,
        """
              - {from: 2026-12-01, source: old, idle_timeout: 30 s, \
        evidence: {active: {source: old}, idle_timeout: {source: news}}, billed: {active: billed}}
            # the machine
        """
      ),
      // A list between brackets, whose newest set ends with its day.
      (
        """
            scaling: [{source: old, idle_timeout: 90 s}, {source: old, idle_timeout: 60 s, \
        evidence: {idle_timeout: {source: old}}, from: 2026-10-01}]

        """,
        """
        from: 2026-10-01}, {from: 2026-12-01, source: old, idle_timeout: 30 s, \
        evidence: {idle_timeout: {source: news}}}]

        """
      ),
      // Lines, with evidence between braces.
      (
        """
            scaling:
              source: old
              evidence: {active: {source: old}, idle_timeout: {source: old}} # both
              idle_timeout: '60 s'
              billed: {active: billed}

        """,
        """
              - from: 2026-12-01
                source: old
                evidence: {active: {source: old}, idle_timeout: {source: news}} # both
                idle_timeout: 30 s
                billed: {active: billed}

        """
      ),
    ])
  func keepsTheLayout(rules: String, expected: String) throws {
    let text = try RepricingTests.edited(
      Self.start + rules, .rule("idle_timeout"), expect: "60 s", to: "30 s")
    #expect(text.contains(expected), "\(text)")
  }

  @Test func changesAValueBetweenInnerBraces() throws {
    let card =
      Self.start + "    scaling: {source: old, billed: {idle_tail: free, active: billed}}\n"
    let text = try RepricingTests.edited(
      card, .rule("billed.idle_tail"), expect: "free", to: "not stated")
    #expect(text.contains("billed: {idle_tail: not stated, active: billed}, evidence"), "\(text)")
  }

  @Test func changesHowOftenAnAutoscalerDecides() throws {
    let card =
      Self.start + "    scaling: {source: old, idle_timeout: 5 min, decision_interval: 60 s}\n"
    let text = try RepricingTests.edited(
      card, .rule("decision_interval"), expect: "60 s", to: "30 s")
    let rule = "decision_interval: 30 s, evidence: {decision_interval: {source: news}}"
    #expect(text.contains(rule), "\(text)")
  }

  @Test("Puts what would end a value in quotes, and refuses a value on several lines")
  func refuses() throws {
    #expect(EntryWriter.scalar("30 s") == "30 s")
    #expect(EntryWriter.scalar("30 s, minimum_replicas: 2") == "\"30 s, minimum_replicas: 2\"")
    let folded =
      Self.start + "    scaling:\n      source: old\n      idle_timeout: >-\n        60 s\n"
    let refusal = #expect(throws: Repricing.Refusal.self) {
      try RepricingTests.edited(folded, .rule("idle_timeout"), expect: "60 s", to: "30 s")
    }
    #expect(refusal?.finding.message == "a value on several lines")
    #expect(refusal?.finding.location.line == 10)
  }
}
