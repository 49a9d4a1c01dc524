import Diagnostics
import Pricing

/// The keys of what other sources say about the price of an offer.
enum StatementFormat {
  static let shape = Shape(
    "statement",
    "What another source says about the price, on the day of that source; it prices nothing.",
    [
      Field(
        "of", .line, .required, "What the source speaks of: the same hardware, or more than that.",
        example: "all GPUs"),
      Field(
        "source", .identifier, .required, "The id of the source.", example: "gmi-contract-free"),
    ] + EvidenceFormat.words + RateKeys.fields, takesCurrencies: true)

  static func statements(
    _ entries: [Mapping], _ days: SourceDays, _ cited: inout [Located<String>],
    into findings: inout Findings
  ) -> [Statement] {
    var statements: [Statement] = []
    for entry in entries {
      let stated = RateKeys.prices(of: entry, into: &findings)
      let citation = EvidenceFormat.citation(
        entry, holding: stated.compactMap { entry.figure($0.key) }, &cited, &findings)
      guard stated.count == 1 else {
        findings.error(
          entry.location, "a statement needs exactly one price",
          hint: "add a price such as 'usd_per_gpu_hour: 1 to 4', or make two statements of it")
        continue
      }
      guard let citation, let subject = entry.text("of"),
        let day = days.day(from: nil, source: citation.source),
        // What was read later was not known on the day of the site.
        days.standing(of: .read(day.date), recorded: nil, isOldest: false) == .present
      else { continue }
      statements += RateKeys.rates(
        entry, day: day, citation: citation, .always, days.exchange, into: &findings
      )
      .map { Statement($0.value, of: subject.value) }
    }
    return statements.sorted { $0.rate.day.date < $1.rate.day.date }
  }
}
