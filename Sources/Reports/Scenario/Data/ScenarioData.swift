import Content
import Diagnostics
import Pricing
import Wording

/// `data/scenarios/<id>.json`: a scenario and everything worked out for it, for programs.
///
/// A contract that others build on. Amounts are decimal strings, exact and without trailing
/// zeros; `null` stands for what a provider does not state.
struct ScenarioData: Sendable {
  private let priced: PricedScenario
  private let document: ScenarioDocument
  private let recommendations: [Recommendation]

  /// What the offers of each group are called; empty where there is one group.
  private let groupNames: [String]

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
    groupNames = priced.groups.count > 1 ? priced.groups.map { GoodsText.name($0.group) } : []
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
    if !groupNames.isEmpty || !scenario.grouping.alternatives.isEmpty {
      members.append(("groups", .array(priced.groups.map(group))))
    }
    members += [
      ("notes", data.notes),
      ("not_applicable", .array(notApplicable)),
      ("comparisons", .array(comparisons)),
      (
        "recommendations",
        .array(
          recommendations.map {
            RecommendationData(
              $0, of: groupNames.isEmpty ? nil : GoodsText.name($0.group), scenario
            )
            .json
          })
      ),
    ]
    members += BreakEvenData(priced.groups.compactMap(\.breakEven), names: groupNames).members
    return .object(members)
  }

  /// Offers that can take each other's place, with the reason where they are not the same thing.
  private func group(_ priced: PricedGroup) -> JSONValue {
    let offers = priced.group.rows.map { self.priced.scenario.offers[$0].id }
    let reason = priced.group.alternatives?.reason
    return .object(
      [("group", .string(GoodsText.name(priced.group))), ("offers", .strings(offers))]
        + (reason.map { [("because", JSONValue.string($0))] } ?? []))
  }

  /// Who is cheapest: for each workload, and in that for each group where there are several.
  private var comparisons: [JSONValue] {
    priced.scenario.workloads.indices.flatMap { column in
      priced.groups.map { group in
        let comparison = group.comparisons[column]
        let name = groupNames.isEmpty ? nil : GoodsText.name(group.group)
        return .object(
          [("workload", .string(comparison.workload))]
            + (name.map { [("group", JSONValue.string($0))] } ?? []) + [
              ("cheapest", .strings(comparison.cheapest)),
              ("candidates", .strings(comparison.candidates)),
            ])
      }
    }
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
    for count in workload.counts {
      let ends = [count.amount.low, count.amount.high].map { JSONValue.string($0.exactText()) }
      let amount = count.amount.isExact ? ends[0] : .object([("low", ends[0]), ("high", ends[1])])
      members.append((count.quantity.id.keyText, amount))
    }
    members += WorkloadTraffic.members(of: workload)
    var evidence: [(String, JSONValue)] = []
    for input in Workload.Input.allCases {
      guard let citation = workload.evidence[input] else { continue }
      evidence.append((input.rawValue.replacing(" ", with: "_"), data.place(of: citation)))
    }
    for count in workload.counts {
      guard case .stated(let citation) = count.basis else { continue }
      evidence.append(
        (count.quantity.id.keyText, data.place(of: citation)))
    }
    if !evidence.isEmpty { members.append(("evidence", .object(evidence))) }
    return .object(members)
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
