import Diagnostics
public import Pricing

/// A price in proportion to the rates of an offer: half of them in a batch, double for long input.
///
/// It is stated for readers. No invoice applies it, because providers say neither in which order
/// such factors multiply nor which of them exclude each other.
public struct Adjustment: Hashable, Sendable {
  /// When it holds, such as `batch`.
  public let condition: String

  /// What it multiplies, such as `output tokens`.
  public let target: String

  /// The factor: 0.5 is half the rate; `nil` where nobody states it.
  public let factor: Bounds<Ratio>?

  /// The first day on which it holds, if anybody says.
  public let from: CalendarDate?

  /// Who says so.
  public let citation: Citation
}

/// The keys of prices in proportion.
enum AdjustmentFormat {
  static let shape = Shape(
    "adjustment", "A price in proportion to the rates; stated for readers, applied to no invoice.",
    [
      Field("when", .line, .required, "The condition.", example: "batch"),
      Field("on", .line, .required, "What is multiplied.", example: "all tokens"),
      Field(
        "factor", .decimalRange, .required, "By what: 0.5 is half the rate.", example: "0.5"),
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
      guard let citation, let condition = entry.text("when"), let target = entry.text("on"),
        let stated = entry.decimalRange("factor")
      else { continue }
      let factor = findings.exact(stated.location) { () throws(PricingError) in
        try stated.value.bounds { decimal throws(PricingError) in try decimal.ratio() }
      }
      guard let factor else { continue }
      adjustments.append(
        Adjustment(
          condition: condition.value, target: target.value, factor: factor,
          from: entry.date("from")?.value,
          citation: citation))
    }
    return adjustments
  }
}
