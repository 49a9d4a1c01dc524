import Diagnostics
import Pricing

/// The keys of what other sources say about the price of an offer.
enum StatementFormat {
  static let shape = Shape(
    "statement", "What another source says about the price, on its own day; it prices nothing.",
    [
      Field("on", .date, .required, "The day on which it was said.", example: "2026-04-13"),
      Field(
        "of", .line, .required, "What the source speaks of: the same hardware, or more than that.",
        example: "all GPUs"),
      Field(
        "source", .identifier, .required, "The id of the source.", example: "gmi-contract-free"),
      Field("quote", .text, .optional, "Its words.", example: "~$1-$4/GPU-hour"),
    ] + RateKeys.fields)

  static func statements(
    _ entries: [Mapping], _ cited: inout [Located<String>], into findings: inout Findings
  ) -> [Statement] {
    var statements: [Statement] = []
    for entry in entries {
      if let source = entry.text("source") { cited.append(source) }
      let stated = RateKeys.all.filter { entry.has($0.key) }
      guard stated.count == 1 else {
        findings.error(
          entry.location, "a statement needs exactly one price",
          hint: "add a price such as 'usd_per_gpu_hour: 1 to 4', or make two statements of it")
        continue
      }
      guard let day = entry.date("on"), let source = entry.text("source"),
        let subject = entry.text("of")
      else { continue }
      let citation = Citation(source: source.value, quote: entry.text("quote")?.value)
      statements += RateKeys.rates(entry, from: day.value, citation: citation, into: &findings)
        .map { Statement($0, of: subject.value) }
    }
    return statements.sorted { $0.rate.from < $1.rate.from }
  }
}
