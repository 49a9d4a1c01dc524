import Charts
import Content
import Diagnostics
import Pricing
import Templates
import XML

/// Every file of a site: where it goes, what it is, and how it is made.
struct SitePlan: Sendable {
  /// What a file is, which decides how it is checked.
  enum Kind: Sendable {
    /// A page that stands in the site: checked against the page profile, its links followed.
    case page

    /// A picture: checked against the chart profile.
    case chart

    /// Data for programs and other sites.
    case data

    /// A file that is published as it stands.
    case asset
  }

  /// One file.
  struct File: Sendable {
    /// The path below the site's root.
    let path: String

    /// What it is.
    let kind: Kind

    /// Makes the bytes; called once, on any thread.
    let bytes: @Sendable () -> [UInt8]

    init(_ path: String, _ kind: Kind, bytes: @escaping @Sendable () -> [UInt8]) {
      self.path = path
      self.kind = kind
      self.bytes = bytes
    }
  }

  /// The files, sorted by path.
  let files: [File]

  /// Links that authors wrote, by the page they end up on, with their places.
  let authoredLinks: [String: [Located<String>]]

  /// Files that are written after all others.
  let writtenLater = [Manifest.fileName]

  /// Where a link of a page stands: in the author's file, if an author wrote it.
  func place(of target: String, on page: String) -> SourceLocation {
    authoredLinks[page]?.first { $0.value == target }?.location ?? SourceLocation(file: page)
  }
}

/// Decides which files a site has.
struct SitePlanner {
  let context: SiteContext
  let templates: SiteTemplates

  /// The plan, with whatever keeps it from being made.
  ///
  /// - Parameter diagnostics: Receives what is wrong with charts and prose.
  /// - Returns: `nil` if anything was wrong.
  /// - Throws: Nothing of its own; what is wrong is a finding.
  func plan(into diagnostics: inout [Diagnostic]) async throws -> SitePlan? {
    let before = diagnostics.count
    var files = templates.assets.map { asset in
      SitePlan.File(asset.path, .asset) { asset.bytes }
    }
    let indices = Array(context.content.scenarios.indices)
    for (part, findings) in try await Parallel.map(indices, slice: 2, scenarioFiles) {
      files += part
      diagnostics += findings
    }
    files += providerFiles() + pairFiles() + billingRulesFiles()
    files += frontFiles(&diagnostics)
    files += galleryFiles(&diagnostics)
    files += claimFiles()
    guard diagnostics.count == before else { return nil }
    files += ProviderTables(context: context).files
    files += SiteData(context: context).files
    return SitePlan(files: files.sorted { $0.path < $1.path }, authoredLinks: authoredLinks)
  }

  private var authoredLinks: [String: [Located<String>]] {
    Dictionary(
      context.content.pages.map { page in
        (
          page.id == "index" ? SitePaths.index : SitePaths.page(page.id),
          page.body.links + page.body.images
        )
      }, uniquingKeysWith: +)
  }

  private func view(_ index: Int, page: String) -> ScenarioView {
    ScenarioView(
      context: context, document: context.content.scenarios[index], priced: context.priced[index],
      page: page)
  }

  // MARK: Scenarios

  /// The files of one scenario, or what keeps its charts from being drawn.
  @Sendable private func scenarioFiles(_ index: Int) -> ([SitePlan.File], [Diagnostic]) {
    let id = context.priced[index].scenario.id
    let page = SitePaths.scenario(id)
    let view = view(index, page: page)
    var diagnostics: [Diagnostic] = []
    guard let figures = ScenarioFigures(view, templates, into: &diagnostics) else {
      return ([], diagnostics)
    }
    let template = templates.scenario
    var files = [
      SitePlan.File(page, .page) {
        template.render(ScenarioPageBuilder(view: view).page(figures: figures.figures(on: page)))
      },
      SitePlan.File("data/scenarios/\(id).json", .data) {
        Array(ScenarioData(view.priced, of: view.document).json.utf8)
      },
    ]
    files += figures.files.map { chart in SitePlan.File(chart.path, .chart) { chart.bytes } }
    files += figures.data.map { data in SitePlan.File(data.path, .data) { data.bytes } }
    let table = self.view(index, page: "\(SitePaths.table(id)).html")
    let crossings = self.view(index, page: "\(SitePaths.crossings(id)).html")
    files += ScenarioTables(view: table, template: templates.table).files
    files += CrossingTables(view: crossings, template: templates.table).files
    files += InvoiceTable(view: view).files
    return (files, [])
  }

  // MARK: Providers

  private func providerFiles() -> [SitePlan.File] {
    context.content.rateCards.flatMap { card in
      let (template, context) = (templates.provider, context)
      return [
        SitePlan.File(SitePaths.provider(card.id), .page) {
          template.render(ProviderPageBuilder(context: context, card: card).page())
        },
        SitePlan.File("data/providers/\(card.id).json", .data) {
          Array(ProviderData(card: card).json.utf8)
        },
      ]
    }
  }

  private func pairFiles() -> [SitePlan.File] {
    context.content.settings.pairs.map { pair in
      let (template, context) = (templates.pair, context)
      return SitePlan.File(SitePaths.pair(pair.id), .page) {
        template.render(HeadToHeadBuilder(context: context, pair: pair).headToHead())
      }
    }
  }

  private func billingRulesFiles() -> [SitePlan.File] {
    let (template, context) = (templates.billingRules, context)
    return [
      SitePlan.File(SitePaths.billingRules, .page) {
        template.render(BillingRulesPageBuilder(context: context).page())
      }
    ] + RuleTableFiles(context: context, template: templates.table).files
  }

  private func galleryFiles(_ diagnostics: inout [Diagnostic]) -> [SitePlan.File] {
    guard let gallery = context.content.gallery else { return [] }
    let builder = GalleryBuilder(context: context, templates: templates, gallery: gallery)
    guard let page = builder.page(into: &diagnostics) else { return [] }
    let template = templates.gallery
    return [SitePlan.File(SitePaths.gallery, .page) { template.render(page) }]
  }

  // MARK: Claims

  /// A site without claims has no page of them.
  private func claimFiles() -> [SitePlan.File] {
    guard !context.claims.isEmpty else { return [] }
    let (template, context) = (templates.claims, context)
    return [
      SitePlan.File(SitePaths.claims, .page) {
        template.render(ClaimsPageBuilder(context: context).page())
      },
      SitePlan.File("data/claims.json", .data) { Array(ClaimData(context: context).json.utf8) },
    ] + ClaimTables(context: context, template: templates.table).files
  }

  // MARK: Front page, lists and prose

  private func frontFiles(_ diagnostics: inout [Diagnostic]) -> [SitePlan.File] {
    let (builder, templates) = (FrontPageBuilder(context: context), templates)
    var files = [
      SitePlan.File(SitePaths.scenarios, .page) {
        templates.scenarios.render(builder.scenarioList())
      },
      SitePlan.File(SitePaths.providers, .page) {
        templates.providers.render(builder.providerList())
      },
      SitePlan.File(SitePaths.notFound, .page) { templates.notFound.render(builder.notFound()) },
    ]
    var frontBody: Fragment?
    for page in context.content.pages {
      var sources = PageSources(context.content)
      guard let body = fragment(page, &sources, &diagnostics) else { continue }
      if page.id == "index" {
        frontBody = body
      } else {
        files.append(
          SitePlan.File(SitePaths.page(page.id), .page) { [entries = sources.entries] in
            templates.prose.render(builder.prose(page, body: body, sources: entries))
          })
      }
    }
    if let answer = builder.answer(from: SitePaths.index),
      let figures = ScenarioFigures(answer, templates, into: &diagnostics)
    {
      let first = Array(figures.figures(on: SitePaths.index).prefix(1))
      if let index = builder.index(figures: first, body: frontBody) {
        files.append(SitePlan.File(SitePaths.index, .page) { templates.index.render(index) })
      }
    }
    return files
  }

  /// The text of a page with its figures.
  private func fragment(
    _ page: PageDocument, _ sources: inout PageSources, _ diagnostics: inout [Diagnostic]
  ) -> Fragment? {
    var parts: [Fragment] = []
    do {
      for (index, piece) in page.body.pieces.enumerated() {
        parts.append(
          try Fragment(parsing: piece, file: page.file, schema: templates.profiles.fragment))
        guard index < page.figures.count else { continue }
        let arithmetic = FigureArithmetic(context: context)
          .arithmetic(of: page.figures[index], &sources)
        parts.append(templates.arithmetic.fragment(arithmetic))
      }
      return Fragment(joining: parts)
    } catch {
      diagnostics += error.diagnostics
      return nil
    }
  }
}
