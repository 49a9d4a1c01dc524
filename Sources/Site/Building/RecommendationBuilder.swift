import Content
import Pricing
import Wording

/// Makes the table that says what to take, and who is out for what.
struct RecommendationBuilder {
  let view: ScenarioView

  func table(_ sources: inout PageSources) -> RecommendationTable {
    let recommendations = Recommendation.all(
      for: view.priced, requiring: view.document.requirements)
    let base = recommendations[0]
    var rows: [RecommendationRow] = []
    for one in recommendations {
      rows.append(row(one, besides: one == base ? [] : base.requirements, &sources))
    }
    return RecommendationTable(
      id: "\(view.scenario.id)-choice", caption: "What to take",
      captionDetail: "First what an offer must be able to do, then what it costs, in US dollars. "
        + "What nobody states counts as not known, and an offer that is not known to do it is out. "
        + view.basis,
      columns: zip(view.scenario.workloads, view.document.columns).map {
        ComparisonColumn(text: $0.name, detail: $1.detail, sort: "none")
      }, rows: rows)
  }

  private func row(
    _ one: Recommendation, besides base: [Requirement], _ sources: inout PageSources
  ) -> RecommendationRow {
    let added = one.requirements.filter { !base.contains($0) }.map(RequirementText.name)
    let requirement =
      added.isEmpty ? "Only the lowest price" : (base.isEmpty ? "" : "and ") + UnitText.list(added)
    return RecommendationRow(
      requirement: base.isEmpty ? requirement.capitalisedSentence : requirement,
      cells: one.choices.enumerated().map(cell), excluded: summary(one.excluded),
      exclusions: one.excluded.map { entry($0, &sources) })
  }

  private func cell(_ column: Int, _ choice: Recommendation.Choice) -> RecommendationCell {
    switch choice {
    case .cheapest(let offers):
      RecommendationCell(
        offers: UnitText.list(offers.map(view.name), conjunction: "or"),
        detail: offers.first.flatMap { amount($0, column) },
        link: offers.first.flatMap { link($0, column) })
    case .only(let offer):
      RecommendationCell(
        offers: view.name(offer),
        detail: amount(offer, column).map { "\($0), the only one left" },
        link: link(offer, column))
    case .oneOf(let offers):
      RecommendationCell(
        offers: UnitText.list(offers.map(view.name), conjunction: "or"),
        detail: "depends on where in its range each price lies")
    case .none:
      RecommendationCell(offers: "none", detail: "no offer that is left can be priced for it")
    }
  }

  private func invoice(_ offer: String, _ column: Int) -> Invoice? {
    view.priced.quotes.lazy.compactMap { $0[column].invoice }.first { $0.offer == offer }
  }

  private func link(_ offer: String, _ column: Int) -> String? {
    invoice(offer, column).map { "#\(InvoiceBuilder.anchor($0))" }
  }

  private func amount(_ offer: String, _ column: Int) -> String? {
    let decimals = ComparisonTableBuilder.decimals(column, view.priced)
    return invoice(offer, column).map { AmountText.range($0.low, $0.high, decimals: decimals) }
  }

  // MARK: Who is out

  private func summary(_ exclusions: [Recommendation.Exclusion]) -> String? {
    guard !exclusions.isEmpty else { return nil }
    let unknown = exclusions.count { $0.lacks.isEmpty }
    if unknown == 0 { return "\(exclusions.count) out" }
    return unknown == exclusions.count
      ? "\(exclusions.count) out because nobody says"
      : "\(exclusions.count) out, \(unknown) of them because nobody says"
  }

  private func entry(
    _ exclusion: Recommendation.Exclusion, _ sources: inout PageSources
  ) -> ExclusionEntry {
    let lacks = exclusion.lacks.map(RequirementText.lack)
    let unknown = exclusion.notStated.map(RequirementText.name)
    let reasons =
      lacks
      + (unknown.isEmpty ? [] : ["nobody states \(UnitText.list(unknown, conjunction: "or"))"])
    var citations: [Citation] = []
    for requirement in exclusion.lacks {
      for citation in sources.cite(
        view.offer(exclusion.offer)?.citation(for: requirement, on: view.scenario.date))
      where !citations.contains(where: { $0.mark == citation.mark }) {
        citations.append(citation)
      }
    }
    return ExclusionEntry(
      offer: view.name(exclusion.offer), reason: reasons.joined(separator: "; "),
      citations: citations)
  }
}
