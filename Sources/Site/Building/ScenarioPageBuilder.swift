import Content
import Pricing
import Wording

/// Makes the page of a scenario.
struct ScenarioPageBuilder {
  let view: ScenarioView

  /// The page, with the charts that were drawn for it.
  func page(figures: [ChartFigure]) -> ScenarioPage {
    var sources = PageSources(view.context.content)
    let finding = Finding(view)
    var tableBuilder = ComparisonTableBuilder(view)
    let table = tableBuilder.table(&sources)
    let recommendation = RecommendationBuilder(view: view).table(&sources)
    let breakEven = view.priced.breakEven.map { BreakEvenBuilder(view: view, breakEven: $0) }
    let crossings = breakEven?.table(&sources)
    let claims = view.context.claims.filter {
      $0.claim.formula.invoicedScenarios.contains(view.scenario.id)
    }
    let claimEntries = ClaimEntryBuilder(context: view.context, page: view.page)
    let claimed = claims.map { claimEntries.entry($0, &sources) }
    let invoices = InvoiceBuilder(view: view).invoices(&sources)
    let assumptions = assumptions(&sources)
    let document = view.document
    return ScenarioPage(
      frame: FrameBuilder(context: view.context).frame(
        of: view.page, title: document.title, description: "\(finding.headline).",
        kind: "scenario", preview: figures.first.map { _ in "charts/\(view.scenario.id).svg" }),
      title: document.title, question: document.question,
      headline: finding.headline.keepingRangesTogether,
      standfirst: document.summary, basis: view.basis, findings: finding.sentences, table: table,
      recommendation: recommendation,
      figures: figures, spans: breakEven?.spans() ?? [], crossings: crossings,
      claims: claimed, claimsSummary: claims.isEmpty ? nil : ClaimsPageBuilder.summary(claims),
      invoices: invoices, assumptions: assumptions, notes: [], sources: sources.entries,
      invoiceFiles: TableFiles.links(
        from: view.page, to: SitePaths.invoices(view.scenario.id), alone: false),
      downloads: [
        PageLink(
          title: "Invoices, crossings and arithmetic as JSON",
          link: SitePaths.link(from: view.page, to: "data/scenarios/\(view.scenario.id).json"))
      ])
  }

  /// What is taken for granted, and where the figures of the workloads come from.
  private func assumptions(_ sources: inout PageSources) -> [Assumption] {
    var result = view.document.assumptions.map {
      Assumption(text: $0.text, citations: sources.cite($0.citation))
    }
    for (workload, column) in zip(view.scenario.workloads, view.document.columns) {
      guard let quote = column.citation?.quote else { continue }
      result.append(
        Assumption(
          text: "\(workload.name): “\(quote)”.", citations: sources.cite(column.citation)))
    }
    return result
  }
}
