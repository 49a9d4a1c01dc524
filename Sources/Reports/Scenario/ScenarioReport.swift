import Content
import Diagnostics
import Encoders
import Messages
import Pricing
import Publishing
import Templates
import Wording

/// All that any file says about a scenario, made once.
struct ScenarioReport: Sendable {
  let view: ScenarioView

  /// What the scenario shows, in sentences.
  let finding: Finding

  /// What a reader has to know before believing it.
  private(set) var caveats: ScenarioCaveats

  /// What to take, by what an offer must be able to do.
  let recommendations: [Recommendation]

  /// The charts.
  let figures: ScenarioFigures

  /// Which offer is cheapest on which stretch.
  let spans: [CheapestSpan]

  /// The published figures that it shows: those computed from its invoices, and those that speak
  /// against its inputs.
  let claims: [AuditedClaim]

  /// The page for readers.
  private(set) var page: ScenarioPage

  /// The arithmetic of every amount; `nil` where it is not published.
  let invoices: InvoicesPage?

  /// Makes the report; `nil` if a chart cannot be drawn, or the table has not what is wanted of it.
  ///
  /// - Parameters:
  ///   - scenario: The scenario and its prices.
  ///   - context: The site.
  ///   - kinds: What charts are drawn with.
  ///   - diagnostics: Receives what keeps a chart from being drawn, what of the table does not exist,
  ///     and which offers are compared with nothing.
  init?(
    _ scenario: PricedDocument, in context: SiteContext, _ kinds: FigureKinds,
    into diagnostics: inout [Diagnostic]
  ) {
    let view = ScenarioView(scenario, in: context)
    diagnostics += LeftOutFindings(view: view).diagnostics
    let finding = Finding(view)
    guard let figures = ScenarioFigures(view, finding, kinds, into: &diagnostics) else {
      return nil
    }
    (self.view, self.finding, self.figures) = (view, finding, figures)
    recommendations = Recommendation.all(for: view.priced, requiring: view.document.requirements)

    let families = context.content.settings.published
    let (id, document) = (view.scenario.id, view.document)
    let hasArithmeticPage = families.contains(.invoices)
    var sources = PageSources(context.content, listedOn: view.page)
    Tally.note("comparison \(view.scenario.id)")
    var tableBuilder = ComparisonTableBuilder(view, hasArithmeticPage: hasArithmeticPage)
    var table: ComparisonTable
    do throws(EmbedMistake) {
      table = try tableBuilder.table(&sources, files: Self.comparisonFiles(id).links(families))
    } catch {
      diagnostics.append(error.diagnostic)
      return nil
    }
    table.use = Self.use(Self.comparisonFiles(id), table.caption, context)
    var recommendation = RecommendationBuilder(
      view: view, recommendations: recommendations, hasArithmeticPage: hasArithmeticPage
    ).table(&sources)
    recommendation?.files = Self.choiceFiles(id).links(families)
    let breakEven = CrossingTableBuilder(view)
    var crossings = breakEven?.table(&sources, files: Self.crossingFiles(id).links(families))
    crossings?.use = Self.use(Self.crossingFiles(id), document.title, context)
    let crossingEnds = breakEven?.ends(&sources, files: Self.endFiles(id).links(families))
    spans = breakEven?.spans() ?? []
    let claims = context.claims(about: id)
    let claimEntries = ClaimEntryBuilder(context: context, isTheirPage: false)
    let claimed = claims.map { claimEntries.entry($0, &sources) }
    invoices = hasArithmeticPage ? Self.invoices(view, &sources) : nil
    let assumptions = Self.assumptions(view, &sources)
    caveats = ScenarioCaveats(view, listing: sources.order)
    self.claims = claims + caveats.claims

    page = ScenarioPage(
      frame: FrameBuilder(context: context).frame(
        of: view.page, title: document.title, description: "\(finding.headline).",
        kind: "scenario", preview: Self.preview(id, figures, families),
        dataset: Self.dataset(view, finding), filters: table.searched != nil),
      title: document.title, question: document.question,
      headline: finding.headline.keepingRangesTogether,
      standfirst: document.summary, basis: view.basis, remarks: caveats.remarks,
      warning: caveats.warning(view), findings: finding.sentences, table: table,
      recommendation: recommendation, figures: figures.all.map(\.shown), spans: spans,
      crossings: crossings, crossingEnds: crossingEnds, claims: claimed,
      claimsSummary: claims.isEmpty ? nil : ClaimsReports.summary(claims),
      arithmetic: hasArithmeticPage
        ? PageLink(
          localized("Every invoice, line by line, with its arithmetic"),
          to: SitePaths.arithmetic(id))
        : nil,
      doubts: caveats.doubts, assumptions: assumptions, sources: sources.entries,
      downloads: Self.downloads(id, families))
  }

  /// The same report where other offers are not compared and may cost less, of which its page alone
  /// speaks.
  func besides(_ absent: AbsentOffers) -> ScenarioReport {
    var report = self
    report.caveats.absent = absent
    report.page.remarks = report.caveats.remarks
    return report
  }

  /// The summary for lists.
  var card: ScenarioCard {
    ScenarioCardBuilder(view: view, finding: finding, hasAbsent: caveats.absent.sentence != nil)
      .card()
  }

  /// Where its tables and charts are from, for copies of them.
  var origin: TableOrigin {
    view.context.origin(
      of: view.page, title: view.document.title, sources: FigureSources.line(view))
  }

  // MARK: Files

  static func comparisonFiles(_ id: String) -> TableFiles {
    TableFiles(at: SitePaths.table(id), alone: true)
  }

  static func crossingFiles(_ id: String) -> TableFiles {
    TableFiles(at: SitePaths.crossings(id), alone: true)
  }

  static func endFiles(_ id: String) -> TableFiles {
    TableFiles(forRecordsAt: SitePaths.crossingEnds(id))
  }

  static func choiceFiles(_ id: String) -> TableFiles {
    TableFiles(forRecordsAt: SitePaths.choice(id))
  }

  /// How a table is used elsewhere.
  private static func use(
    _ files: TableFiles, _ title: String, _ context: SiteContext
  ) -> EmbedUse {
    EmbedUse(
      "table", "id=\(files.path.dropFirst("tables/".count))", at: SitePaths.embed(files.path),
      title: title, in: context)
  }

  static func invoiceFiles(_ id: String) -> TableFiles {
    TableFiles(forRecordsAt: SitePaths.invoices(id))
  }

  /// The first chart as a picture that link previews show, if there is one.
  private static func preview(
    _ id: String, _ figures: ScenarioFigures, _ families: Set<PublishedFamily>
  ) -> String? {
    figures.all.isEmpty || !families.contains(.png) ? nil : "\(SitePaths.chart(id)).png"
  }

  private static func dataset(_ view: ScenarioView, _ finding: Finding) -> DatasetDescription {
    let (id, families) = (view.scenario.id, view.context.content.settings.published)
    let files: [(family: PublishedFamily, type: String, path: String)] = [
      (.data, "application/json", SitePaths.scenarioData(id)),
      (.csv, "text/csv", "\(SitePaths.table(id)).csv"),
    ]
    return DatasetDescription(
      context: view.context, page: view.page, title: view.document.title,
      description: "\(finding.headline). \(view.document.summary)",
      files: files.filter { families.contains($0.family) }.map { ($0.type, $0.path) })
  }

  private static func downloads(_ id: String, _ families: Set<PublishedFamily>) -> [PageLink] {
    (families.contains(.data)
      ? [
        PageLink(
          localized("Invoices, crossings and arithmetic as JSON"), to: SitePaths.scenarioData(id)),
        PageLink(localized("What tables and charts are, as JSON"), to: SitePaths.metadata(id)),
      ] : [])
      + invoiceFiles(id).links(families).map { link in
        PageLink(title: localized("Invoices as \(link.title)"), link: link.link)
      }
  }

  /// A table by its files, made when it is asked for.
  typealias NamedTable = (files: TableFiles, make: @Sendable () -> any PublishedTable)

  /// Every table of the scenario with its files, that of the comparison first.
  var tables: [NamedTable] {
    let id = view.scenario.id
    var tables: [NamedTable] = [
      (Self.comparisonFiles(id), { [page] in page.table })
    ]
    if let crossings = page.crossings {
      tables.append((Self.crossingFiles(id), { crossings }))
    }
    if let ends = page.crossingEnds { tables.append((Self.endFiles(id), { ends })) }
    if let choice = page.recommendation { tables.append((Self.choiceFiles(id), { choice })) }
    for (values, files) in figures.all.compactMap(\.values) {
      tables.append((files, { values }))
    }
    tables.append((Self.invoiceFiles(id), { [view] in InvoiceTable(view: view) }))
    return tables
  }

  // MARK: Parts

  private static func invoices(_ view: ScenarioView, _ sources: inout PageSources) -> InvoicesPage {
    let (id, title) = (view.scenario.id, view.document.title)
    let builder = InvoicesBuilder(view: view)
    let workloads = builder.workloads(&sources)
    return InvoicesPage(
      frame: FrameBuilder(context: view.context).frame(
        of: SitePaths.arithmetic(id), title: localized("\(title): the invoices"),
        description: localized(
          "Every amount of “\(title)” with its arithmetic and its sources."),
        kind: "invoices"),
      title: title, scenario: PageLink(title, to: view.page), basis: view.basis,
      workloads: workloads, offers: builder.offers(&sources),
      files: invoiceFiles(id).links(view.context.content.settings.published))
  }

  /// In how many runs work comes that scenarios give as hours or shares, a sentence for each number.
  private static func runs(_ scenario: Scenario) -> [String] {
    let counts = Set(scenario.workloads.compactMap { $0.runs?.count }).sorted()
    return counts.map { count in
      let names = UnitText.list(
        scenario.workloads.filter { $0.runs?.count == count }.map(\.name.spoken))
      let number = NumberText.whole(count)
      return localized(
        count == 1
          ? "\(names): the work comes in one run, or in one on each replica that it needs."
          : "\(names): the work comes in \(number) runs, unless it needs more replicas.")
    }
  }

  /// What is taken for granted, and where the figures of the workloads come from.
  private static func assumptions(
    _ view: ScenarioView, _ sources: inout PageSources
  ) -> [Assumption] {
    var result = view.document.assumptions.map {
      Assumption(text: $0.text, citations: sources.cite($0.citation))
    }
    for (place, group) in view.priced.groups.enumerated() {
      guard let reason = group.group.alternatives else { continue }
      result.append(
        Assumption(
          text: alternatives(view.groupName(place), reason.reason).capitalisedSentence,
          citations: sources.cite(reason.citation)))
    }
    result += runs(view.scenario).map { Assumption(text: $0, citations: []) }
    for workload in view.scenario.workloads {
      for input in Workload.Input.allCases where input != .month {
        guard let citation = workload.evidence[input], let quote = citation.quote else { continue }
        let figure = localized(name: input.rawValue)
        let stated = localized("\(workload.name), \(figure): “\(quote)”.")
        let working = citation.working.map { localized("Worked out: \($0).") }
        result.append(
          Assumption(
            text: [stated, working].compactMap(\.self).joined(separator: " "),
            citations: sources.cite(citation)))
      }
    }
    return result
  }

  /// That the offers of a group can take each other's place, and why.
  private static func alternatives(_ group: String?, _ reason: String) -> String {
    guard let group else {
      return localized(
        "Every offer here can take each other’s place in this comparison: \(reason)")
    }
    return localized("\(group) can take each other’s place in this comparison: \(reason)")
  }
}
