import Content
import Diagnostics
import Pricing

/// `data/scenarios/<id>.json`: a scenario and everything worked out for it, for programs.
///
/// A contract that others build on. Amounts are decimal strings, exact and without trailing
/// zeros; `null` stands for what a provider does not state.
struct ScenarioData: Sendable {
  private let priced: PricedScenario
  private let document: ScenarioDocument
  private let recommendations: [Recommendation]

  /// Joins a scenario and its prices.
  ///
  /// - Precondition: The prices are those of the document's scenario.
  init(
    _ priced: PricedScenario, of document: ScenarioDocument, _ recommendations: [Recommendation]
  ) {
    precondition(priced.scenario.id == document.scenario.id, "prices of another scenario")
    self.priced = priced
    self.document = document
    self.recommendations = recommendations
  }

  /// Everything as one object.
  var json: JSONValue {
    let scenario = priced.scenario
    var data = InvoiceData(arithmetic: false)
    var invoices: [JSONValue] = []
    for invoice in priced.quotes.joined().lazy.compactMap(\.invoice) {
      invoices.append(data.json(invoice))
    }
    var members: [(String, JSONValue)] = [
      ("scenario", .string(scenario.id)), ("title", .string(document.title)),
      ("month_hours", .decimal(document.monthHours.decimalText)),
    ]
    if let date = scenario.date { members.append(("prices_on", .string(date.description))) }
    members += [
      ("workloads", .array(scenario.workloads.map { Self.workload($0, &data) })),
      ("invoices", .array(invoices)),
    ]
    members += data.references()
    let leftOut = zip(scenario.offers, document.rows).compactMap { offer, row in
      row.leftOut.map { reason in
        JSONValue.object([("offer", .string(offer.id)), ("reason", .string(reason))])
      }
    }
    if !leftOut.isEmpty { members.append(("left_out", .array(leftOut))) }
    members += [
      ("notes", data.notes),
      ("not_applicable", .array(notApplicable)),
      ("comparisons", .array(priced.comparisons.map(Self.comparison))),
      (
        "recommendations",
        .array(recommendations.map { RecommendationData($0, scenario).json })
      ),
    ]
    members +=
      priced.breakEven.map { BreakEvenData($0).members } ?? [("crossings", .array([]))]
    return .object(members)
  }

  /// What is asked for, and under `evidence` the citation of each figure that somebody states.
  private static func workload(_ workload: Workload, _ data: inout InvoiceData) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("id", .string(workload.id)), ("name", .string(workload.name)),
      ("period", .string(workload.period == .once ? "once" : "month")),
    ]
    if let tokens = workload.tokens { members.append(("tokens", .string(String(tokens.total)))) }
    if case .split(let input, let output) = workload.tokens {
      members.append(("input_tokens", .string(String(input))))
      members.append(("output_tokens", .string(String(output))))
    }
    if let requests = workload.requests {
      members.append(("requests", .string(String(requests))))
    }
    var evidence: [(String, JSONValue)] = []
    for input in Workload.Input.allCases {
      guard let citation = workload.evidence[input] else { continue }
      evidence.append((input.rawValue.replacing(" ", with: "_"), data.place(of: citation)))
    }
    if !evidence.isEmpty { members.append(("evidence", .object(evidence))) }
    return .object(members)
  }

  private static func comparison(_ comparison: Comparison) -> JSONValue {
    .object([
      ("workload", .string(comparison.workload)), ("cheapest", .strings(comparison.cheapest)),
      ("candidates", .strings(comparison.candidates)),
    ])
  }

  private var notApplicable: [JSONValue] {
    let scenario = priced.scenario
    return zip(scenario.offers, priced.quotes).flatMap { offer, row in
      zip(scenario.workloads, row).compactMap { workload, quote in
        guard case .notApplicable(let reason) = quote else { return nil }
        return InvoiceData.json(offer: offer.id, workload: workload.id, reason)
      }
    }
  }
}
