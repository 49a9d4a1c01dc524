import Diagnostics
import Pricing

/// The keys that say for how long a machine is paid, and what must be right about them.
struct CommitmentRates {
  /// For how long a buyer commits.
  private(set) var term: Term?

  /// Over how many months a purchase is spread.
  private(set) var amortisation: Int?

  static let keys = ["term", "renewed_by", "amortised_months"]

  static let fields: [Field] = [
    Field(
      "term", .line, .optional,
      "How long a buyer of machine time commits: months or years. What is not used of it is paid too; a job "
        + "pays at least the whole term.", example: "1 year"),
    Field(
      "renewed_by", .line, .optional,
      "By how much a term goes on where a job takes longer; as much again if left out.",
      example: "1 month"),
    Field(
      "amortised_months", .count, .optional,
      "For 'usd_per_machine': over how many months its price is spread.", example: "36"),
  ]

  /// A price without any of it.
  init() {}

  /// Reads the keys of an entry.
  init(_ entry: Mapping, into findings: inout Findings) {
    let first = Self.months(entry.text("term"), into: &findings)
    let next = Self.months(entry.text("renewed_by"), into: &findings)
    term = first.map { Term(months: $0, renewal: next) }
    if let renewal = entry.text("renewed_by") {
      if !entry.has("term") {
        findings.error(
          renewal.location, "'renewed_by' without a term that it goes on after",
          hint: "add 'term', such as 'term: 1 year'")
      } else if let first, let next, !first.isMultiple(of: next) {
        findings.error(
          renewal.location, "a term of \(first) months that is renewed by \(next)",
          hint: "write a length of which the term is a multiple, or leave 'renewed_by' out")
      }
    }
    guard let months = entry.count("amortised_months") else {
      for key in entry.writtenKeys where key.hasSuffix("_per_machine") {
        guard !entry.has("amortised_months") else { break }
        findings.error(
          entry.location(of: key), "the price of a machine, and not how long it is used",
          hint: "add 'amortised_months', such as 'amortised_months: 36'")
      }
      return
    }
    amortisation = months.value
    if !entry.writtenKeys.contains(where: { $0.hasSuffix("_per_machine") }) {
      findings.error(
        months.location, "'amortised_months' without the price of a machine",
        hint: "add 'usd_per_machine', or leave it out")
    } else if !(1...600).contains(months.value) {
      amortisation = nil
      findings.error(
        months.location, "a machine that is paid off in \(months.value) months",
        hint: "write a number from 1 to 600")
    }
  }

  /// A length such as `1 month` or `3 years`.
  private static func months(
    _ text: Located<String>?, into findings: inout Findings
  ) -> Int? {
    guard let text else { return nil }
    let words = text.value.split(separator: " ", omittingEmptySubsequences: false)
    if words.count == 2, let count = Int(words[0]), (1...100).contains(count) {
      if ["month", "months"].contains(words[1]) { return count }
      if ["year", "years"].contains(words[1]) { return count * 12 }
    }
    findings.error(
      text.location, "\(Mistake.quoted(text.value)) is no number of months or years",
      hint: "write it like '1 month' or '3 years'")
    return nil
  }

  /// Reports rules by which machines would stop that are paid for in any case.
  static func check(_ scaling: [Mapping], into findings: inout Findings) {
    for rules in scaling {
      for key in [
        "idle_timeout", "decision_interval", "billing_increment", "minimum_charge", "start",
      ] {
        guard rules.has(key), rules.text(key)?.value != "never" else { continue }
        findings.error(
          rules.location(of: key),
          "'\(key)' of machines that are paid for whole months, used or not",
          hint: "leave it out; 'minimum_replicas' and 'maximum_replicas' hold")
      }
    }
  }

  /// Reports terms of what nobody holds, and terms of one machine that contradict each other.
  static func check(_ rates: [Located<Rate>], into findings: inout Findings) {
    for (index, rate) in rates.enumerated() {
      guard let term = rate.value.term else { continue }
      let unit = rate.value.unit
      if unit.part == .bought {
        findings.error(
          rate.location, "a term of a machine that is bought",
          hint: "leave 'term' out; what is bought is paid in any case")
        continue
      }
      guard let part = unit.part, part != .kilowatts else {
        findings.error(
          rate.location, "a term at a price \(unit.per), for which nobody commits to a machine",
          hint: "leave 'term' out; it is for the time of a machine, such as 'usd_per_gpu_hour'")
        continue
      }
      let twin = rates[..<index].first { other in
        other.value.condition == rate.value.condition && other.value.unit != unit
          && other.value.day == rate.value.day && other.value.term.map { $0 != term } ?? false
      }
      if let twin {
        findings.error(
          rate.location,
          "another term \(unit.per) than \(twin.value.unit.per), though both are of one machine",
          hint: "write the same term at both, or make two offers of it")
      }
    }
  }
}
