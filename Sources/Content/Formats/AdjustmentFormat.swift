import Diagnostics
import Pricing

/// The keys of prices in proportion.
enum AdjustmentFormat {
  static let shape = Shape(
    "adjustment", "A price in proportion to the rates: half of them in a batch.",
    [
      Field(
        "when", .shape(ConditionFormat.shape), .optional,
        "The condition; left out for a part that always costs so much of its whole."),
      Field(
        "on", .list(of: .choice(Quantity.allCases.map(\.id))), .optional,
        "What is multiplied, with its parts; every price if left out.",
        example: "[input-tokens]"),
      Field(
        "factor", .decimalRange, .required, "By what: 0.5 is half the rate.", example: "0.5"),
      Field(
        "words", .line, .optional, "The condition in the vendor's words, where they say more.",
        example: "outside 01\u{2013}04 UTC, and on Chinese holidays"),
      Field(
        "subject", .line, .optional, "What is multiplied in the vendor's words.",
        example: "selected models"),
      Field(
        "from", .date, .optional, "The first day on which it holds, if anybody says.",
        example: "2026-08-16"),
      Field(
        "source", .identifier, .required, "The id of the source.", example: "openai-pricing"),
    ] + EvidenceFormat.words)

  static func adjustments(
    _ entries: [Mapping], _ cited: inout [Located<String>], into findings: inout Findings
  ) -> [Adjustment] {
    var adjustments: [Adjustment] = []
    for entry in entries {
      let citation = EvidenceFormat.citation(
        entry, holding: [entry.figure("factor")].compactMap(\.self), &cited, &findings)
      let condition = ConditionFormat.condition(entry.mapping("when"), into: &findings)
      if condition.beyond != nil {
        findings.error(
          entry.location, "'beyond' at a price in proportion",
          hint: "write the prices of both parts among the rates")
      }
      let quantities = entry.texts("on").compactMap { Quantity(id: $0.value) }
      if condition.isAlways, quantities.isEmpty, !entry.has("when"), !entry.has("on") {
        findings.error(
          entry.location, "a price in proportion that always holds, for everything",
          hint: "add 'when: {tier: batch}', or 'on:' with the part that costs so much of its whole")
      }
      guard let citation, let stated = entry.decimalRange("factor") else { continue }
      let factor = findings.exact(stated.location) { () throws(PricingError) in
        try stated.value.bounds { decimal throws(PricingError) in try decimal.ratio() }
      }
      guard let factor else { continue }
      adjustments.append(
        Adjustment(
          condition: condition, quantities: quantities, factor: factor,
          from: entry.date("from")?.value, detail: entry.text("words")?.value,
          subject: entry.text("subject")?.value, citation: citation))
    }
    return adjustments
  }
}
