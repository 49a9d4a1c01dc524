import Charts
import Content
import Diagnostics
import Templates
import XML

/// The templates of a site, compiled, each with the model that fills it.
struct SiteTemplates: Sendable {
  let index: Template<IndexPage>
  let scenario: Template<ScenarioPage>
  let scenarios: Template<ScenarioListPage>
  let provider: Template<ProviderPage>
  let providers: Template<ProviderListPage>
  let pair: Template<HeadToHeadPage>
  let billingRules: Template<BillingRulesPage>
  let gallery: Template<GalleryPage>
  let claims: Template<ClaimsPage>
  let prose: Template<ProsePage>
  let notFound: Template<NotFoundPage>
  let table: Template<TablePage>
  let arithmetic: Template<Arithmetic>
  let breakEven: Template<BreakEvenDrawing>
  let costBars: Template<CostBarsDrawing>
  let figures: FigureTemplates

  /// What every published page and picture has to follow, and every text from Markdown.
  let profiles: Profiles

  /// The rules that chart files carry, by theme.
  let styles: [ChartStyle.Theme: ChartStyle]

  /// Files that are published as they stand, with paths below the site's root.
  let assets: [SiteFile]

  /// The compiled schemas.
  struct Profiles: Sendable {
    let page: Schema
    let chart: Schema
    let fragment: Schema
  }

  private static let entries: [TemplateEntry] = [
    TemplateEntry("pages/index.xhtml", IndexPage.self),
    TemplateEntry("pages/scenario.xhtml", ScenarioPage.self),
    TemplateEntry("pages/scenarios.xhtml", ScenarioListPage.self),
    TemplateEntry("pages/provider.xhtml", ProviderPage.self),
    TemplateEntry("pages/providers.xhtml", ProviderListPage.self),
    TemplateEntry("pages/pair.xhtml", HeadToHeadPage.self),
    TemplateEntry("pages/billing-rules.xhtml", BillingRulesPage.self),
    TemplateEntry("pages/gallery.xhtml", GalleryPage.self),
    TemplateEntry("pages/claims.xhtml", ClaimsPage.self),
    TemplateEntry("pages/prose.xhtml", ProsePage.self),
    TemplateEntry("pages/not-found.xhtml", NotFoundPage.self),
    TemplateEntry("pages/table.xhtml", TablePage.self),
    TemplateEntry("parts/arithmetic.xhtml", Arithmetic.self),
    TemplateEntry("charts/break-even.svg", BreakEvenDrawing.self),
    TemplateEntry("charts/cost-bars.svg", CostBarsDrawing.self),
  ]

  /// Compiles the files of `templates/`; `nil` if there was any mistake in them.
  ///
  /// - Parameters:
  ///   - files: The files, with paths that start with `templates/`.
  ///   - diagnostics: Receives every mistake in templates, schemas and stylesheets.
  init?(_ files: [SiteFile], into diagnostics: inout [Diagnostic]) {
    let folder = "templates/"
    let byPath = Dictionary(
      files.map { (String($0.path.dropFirst(folder.count)), $0.bytes) },
      uniquingKeysWith: { first, _ in first })
    let before = diagnostics.count
    for file in files where file.path.hasPrefix("\(folder)assets/") && file.path.hasSuffix(".css") {
      diagnostics += StylesheetCheck.findings(in: file.bytes, file: file.path)
    }
    guard diagnostics.count == before else { return nil }
    guard let profiles = Self.profiles(byPath, into: &diagnostics),
      let styles = Self.styles(byPath, into: &diagnostics)
    else { return nil }
    let templates = byPath.keys.sorted()
      .filter { !$0.hasPrefix("assets/") && !$0.hasPrefix("schema/") }
      .map { TemplateFile(path: $0, text: byPath[$0] ?? []) }
    do {
      let set = try TemplateSet(
        files: templates, entries: Self.entries + FigureTemplates.entries,
        profiles: profiles.template)
      index = set.template("pages/index.xhtml", for: IndexPage.self)
      scenario = set.template("pages/scenario.xhtml", for: ScenarioPage.self)
      scenarios = set.template("pages/scenarios.xhtml", for: ScenarioListPage.self)
      provider = set.template("pages/provider.xhtml", for: ProviderPage.self)
      providers = set.template("pages/providers.xhtml", for: ProviderListPage.self)
      pair = set.template("pages/pair.xhtml", for: HeadToHeadPage.self)
      billingRules = set.template("pages/billing-rules.xhtml", for: BillingRulesPage.self)
      gallery = set.template("pages/gallery.xhtml", for: GalleryPage.self)
      claims = set.template("pages/claims.xhtml", for: ClaimsPage.self)
      prose = set.template("pages/prose.xhtml", for: ProsePage.self)
      notFound = set.template("pages/not-found.xhtml", for: NotFoundPage.self)
      table = set.template("pages/table.xhtml", for: TablePage.self)
      arithmetic = set.template("parts/arithmetic.xhtml", for: Arithmetic.self)
      breakEven = set.template("charts/break-even.svg", for: BreakEvenDrawing.self)
      costBars = set.template("charts/cost-bars.svg", for: CostBarsDrawing.self)
      figures = FigureTemplates(set)
    } catch {
      diagnostics += error.diagnostics
      return nil
    }
    self.profiles = profiles.published
    self.styles = styles
    assets = files.filter { $0.path.hasPrefix("\(folder)assets/") }
      .map { SiteFile(path: String($0.path.dropFirst(folder.count)), bytes: $0.bytes) }
  }

  private static func profiles(
    _ files: [String: [UInt8]], into diagnostics: inout [Diagnostic]
  ) -> (template: TemplateSet.Profiles, published: Profiles)? {
    func schemas(_ name: String, _ roles: [Schema.Role]) throws(XMLError) -> [Schema] {
      try Schema.schemas("templates/schema/\(name).rng", as: roles) { path in
        files[String(path.dropFirst("templates/".count))]
      }
    }
    do {
      let page = try schemas("page", [.template, .document, .fragment])
      let chart = try schemas("chart", [.template, .document])
      return (
        TemplateSet.Profiles(page: page[0], chart: chart[0]),
        Profiles(page: page[1], chart: chart[1], fragment: page[2])
      )
    } catch {
      diagnostics += error.diagnostics
      return nil
    }
  }

  private static func styles(
    _ files: [String: [UInt8]], into diagnostics: inout [Diagnostic]
  ) -> [ChartStyle.Theme: ChartStyle]? {
    let paths = ["assets/charts/palette.css", "assets/charts/drawing.css"]
    let texts = paths.compactMap { path -> String? in
      if let bytes = files[path] { return String(decoding: bytes, as: UTF8.self) }
      diagnostics.append(
        Diagnostic(
          .error, at: SourceLocation(file: "templates/\(path)"), "the file is missing",
          hint: "write the colours and rules of the charts"))
      return nil
    }
    guard texts.count == 2 else { return nil }
    var styles: [ChartStyle.Theme: ChartStyle] = [:]
    do {
      for theme in ChartStyle.Theme.allCases {
        styles[theme] = try ChartStyle(palette: texts[0], drawing: texts[1], theme: theme)
      }
    } catch {
      diagnostics.append(error.diagnostic)
      return nil
    }
    return styles
  }
}

extension ChartStyleError {
  /// The mistake as an author sees it.
  fileprivate var diagnostic: Diagnostic {
    switch self {
    case .malformed(let file, let line):
      Diagnostic(
        .error,
        at: SourceLocation(file: "templates/assets/charts/\(file.rawValue).css", line: line),
        "a rule that does not end as rules do", hint: "check the braces and colons around it")
    case .unknownColour(let name, let line):
      Diagnostic(
        .error, at: SourceLocation(file: "templates/assets/charts/drawing.css", line: line),
        "'\(name)' is not a colour of the palette",
        hint: "define it in templates/assets/charts/palette.css")
    }
  }
}
