import Diagnostics
import Pricing

/// Something that the engine works out and a page of prose shows.
public enum PageFigure: Hashable, Sendable {
  /// An invoice with its arithmetic.
  case invoice(Reference)

  /// A price taken apart: each part is what its offer costs beyond the offer before it.
  case composite([Part])

  /// An invoice of a scenario; all three ids exist.
  public struct Reference: Hashable, Sendable {
    /// The id of the scenario.
    public let scenario: String

    /// The id of an offer in it.
    public let offer: String

    /// The id of one of its workloads.
    public let workload: String
  }

  /// A part of a price.
  public struct Part: Hashable, Sendable {
    /// What the part pays for.
    public let name: String

    /// What costs this part more than the parts before it.
    public let reference: Reference
  }
}

/// The format of what the engine works out for a page.
enum PageFigureFormat {
  private static let scenario = Field(
    "scenario", .identifier, .required, "The id of a scenario.", example: "job-20m")
  private static let offer = Field(
    "offer", .identifier, .required, "The id of an offer in it.", example: "runpod-h100")
  private static let workload = Field(
    "workload", .identifier, .optional, "The id of a workload in it, if it has several.",
    example: "job")

  /// The keys of a block that ask for a figure.
  static let fields = [
    Field(
      "invoice", .shape(Shape("invoice", "One invoice.", [scenario, offer, workload])),
      .optional, "An invoice with its arithmetic."),
    Field(
      "composite",
      .shape(
        Shape(
          "composite", "A price taken apart.",
          [
            scenario, workload,
            Field(
              "parts",
              .list(
                of: .shape(
                  Shape(
                    "part", "What an offer costs beyond the offer before it.",
                    [
                      Field("name", .line, .required, "What it pays for.", example: "Base cost"),
                      offer,
                    ]))), .required, "The parts, the whole price last."),
          ])), .optional, "A price taken apart."),
  ]

  /// The figure that an entry of a block asks for.
  ///
  /// - Parameters:
  ///   - entry: What stands below the key.
  ///   - isComposite: Whether the key asks for a price taken apart.
  ///   - scenarios: Those that can be read, by id.
  ///   - unreadable: Whether a scenario is there, but has mistakes of its own.
  ///   - findings: Receives every mistake.
  /// - Returns: `nil` if there was any mistake.
  static func figure(
    _ entry: Mapping, isComposite: Bool, _ scenarios: [String: ScenarioDocument],
    unreadable: (String) -> Bool, into findings: inout [Diagnostic]
  ) -> PageFigure? {
    guard let name = entry.text("scenario"), !unreadable(name.value) else { return nil }
    guard let document = scenarios[name.value] else {
      findings.append(unknown(name, scenarios.keys.sorted(), of: "this site", "scenario"))
      return nil
    }
    guard let workload = Self.workload(entry, document, &findings) else { return nil }
    func reference(_ entry: Mapping) -> PageFigure.Reference? {
      let ids = document.scenario.offers.map(\.id)
      guard let offer = entry.text("offer") else { return nil }
      guard ids.contains(offer.value) else {
        findings.append(
          unknown(offer, ids.sorted(), of: "the scenario '\(name.value)'", "offer"))
        return nil
      }
      return .init(scenario: name.value, offer: offer.value, workload: workload)
    }
    if !isComposite { return reference(entry).map(PageFigure.invoice) }
    return .composite(
      entry.mappings("parts").compactMap { part in
        reference(part).map { .init(name: part.text("name")?.value ?? "", reference: $0) }
      })
  }

  /// The one workload, or the one that is named.
  private static func workload(
    _ entry: Mapping, _ document: ScenarioDocument, _ findings: inout [Diagnostic]
  ) -> String? {
    let (id, ids) = (document.scenario.id, document.scenario.workloads.map(\.id))
    guard let named = entry.text("workload") else {
      if ids.count == 1 { return ids[0] }
      findings.append(
        Diagnostic(
          .error, at: entry.location, "'\(id)' has \(ids.count) workloads, and none is named",
          hint: "add 'workload:' with one of \(ids.joined(separator: ", "))"))
      return nil
    }
    if ids.contains(named.value) { return named.value }
    findings.append(unknown(named, ids, of: "the scenario '\(id)'", "workload"))
    return nil
  }

  private static func unknown(
    _ word: Located<String>, _ known: [String], of place: String, _ noun: String
  ) -> Diagnostic {
    Diagnostic(
      .error, at: word.location,
      "'\(word.value)' is not \(noun == "offer" ? "an" : "a") \(noun) of \(place)",
      hint: Suggestion.hint(for: word.value, in: known, noun: "\(noun)s"))
  }
}
