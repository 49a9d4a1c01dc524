import Diagnostics
import Pricing

/// What the formulas of claims may refer to.
struct ClaimNames {
  /// The offers of all rate cards.
  let offers: [String: ListedOffer]

  /// The same in the order of their ids.
  let ordered: [ListedOffer]

  /// What rate cards with mistakes may offer too.
  let doubtful: MentionedWords

  /// The scenarios that could be read.
  let scenarios: [String: ScenarioDocument]

  /// The files of the site: who refers to a scenario with mistakes of its own is not blamed too.
  let files: Set<String>

  /// What each claim publishes; `nil` where that could not be read.
  let claims: [String: PublishedValue?]

  /// The scenario that an author names, or `nil` with a finding unless it has its own.
  func scenario(_ id: Located<String>, into findings: inout Findings) -> ScenarioDocument? {
    if let document = scenarios[id.value] { return document }
    guard !files.contains("content/scenarios/\(id.value).yaml") else { return nil }
    findings.error(
      id.location, "'\(id.value)' is not a scenario of this site",
      hint: Suggestion.hint(for: id.value, in: scenarios.keys.sorted(), noun: "scenarios"))
    return nil
  }

  /// Whether a word is one of a scenario's offers or workloads; if not, that is a finding.
  static func check(
    _ word: Located<String>, isIn known: [String], _ noun: String, into findings: inout Findings
  ) -> Bool {
    guard !known.contains(word.value) else { return true }
    findings.error(
      word.location, "'\(word.value)' is not one of the \(noun) of this scenario",
      hint: Suggestion.hint(for: word.value, in: known, noun: noun))
    return false
  }
}
