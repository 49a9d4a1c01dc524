import Charts
import Content
import Diagnostics
import Publishing
import Reports
import Templates
import XML

/// The templates of a site, compiled, with the schemas and styles that stand beside them.
struct SiteTemplates: Sendable {
  /// What reports are filled into.
  let reports: ReportKinds

  /// The templates themselves, for what is made without a build.
  let templates: ReportTemplates

  /// What every published page and picture has to follow, and every text from Markdown.
  let schemas: PublishedSchemas

  /// The structures of these templates that libxml2 has found valid.
  let memory: StructureMemory

  /// The addresses on other hosts from which pages would load something.
  let foreign: [ForeignAddress]

  /// Files that are published as they stand, with paths below the site's root.
  let assets: [SiteFile]

  /// The schemas as they were compiled, for the next templates.
  let compiledSchemas: Schemas

  /// What schemas were compiled to, for documents that are likely to hold some names.
  struct Schemas: Sendable {
    let names: Set<String>
    let page: [Schema]
    let chart: [Schema]
  }

  /// Compiles the files of `templates/`; `nil` if there was any mistake in them.
  ///
  /// - Parameters:
  ///   - files: The files, with paths that start with `templates/`.
  ///   - structures: What a build with the same files and the same program found valid; `nil` if
  ///     there was none.
  ///   - schemas: The schemas of these files, if they are compiled already.
  ///   - diagnostics: Receives every mistake in templates, schemas and stylesheets.
  init?(
    _ files: [SiteFile], knowing structures: [UInt64]? = nil, schemas: Schemas? = nil,
    into diagnostics: inout [Diagnostic]
  ) async {
    let areRight = structures != nil
    memory = StructureMemory(of: structures ?? [])
    let folder = "templates/"
    let byPath = Dictionary(
      files.map { (String($0.path.dropFirst(folder.count)), $0.bytes) },
      uniquingKeysWith: { first, _ in first })
    let before = diagnostics.count
    for file in files where file.path.hasPrefix("\(folder)assets/") {
      if file.bytes.count > SiteFiles.maximumAssetByteCount {
        diagnostics.append(Self.tooLarge(file))
      } else if file.path.hasSuffix(".css") {
        diagnostics += StylesheetCheck.findings(in: file.bytes, file: file.path)
      }
    }
    guard diagnostics.count == before else { return nil }
    let sources = byPath.keys.sorted()
      .filter { path in !["assets/", "messages/", "schema/"].contains(where: path.hasPrefix) }
      .map { TemplateFile(path: $0, text: byPath[$0] ?? []) }
    // Schemas take long to compile; content is read on the other core meanwhile.
    let names = Self.names(in: sources)
    let known = schemas?.names == names ? schemas : nil
    async let page = Self.schemas(
      "page", as: [.template, .document, .fragment], expecting: names, areRight, from: byPath,
      or: known?.page)
    async let chart = Self.schemas(
      "chart", as: [.template, .document], expecting: names, areRight, from: byPath,
      or: known?.chart)
    async let bound = BoundTemplates(files: sources, entries: ReportKinds.templates)
    guard
      let compiled = Self.compiled(names, page: await page, chart: await chart, into: &diagnostics),
      let styles = Self.styles(byPath, into: &diagnostics),
      let embedded = Self.text("assets/embedded.css", byPath, into: &diagnostics)
    else { return nil }
    foreign = await bound.loaded.compactMap { ForeignAddress($0.text, at: $0.location) }
    do {
      let set = try await TemplateSet(bound, profiles: compiled.profiles, areRight: areRight)
      templates = ReportTemplates(set, styles: styles, embedded: embedded)
      reports = ReportKinds(templates)
    } catch {
      diagnostics += error.diagnostics
      return nil
    }
    compiledSchemas = compiled
    self.schemas = compiled.published
    assets = files.filter { $0.path.hasPrefix("\(folder)assets/") }
      .map { SiteFile(path: String($0.path.dropFirst(folder.count)), bytes: $0.bytes) }
  }

  /// Of such a file only the beginning has been read.
  private static func tooLarge(_ file: SiteFile) -> Diagnostic {
    Diagnostic(
      .error, at: SourceLocation(file: file.path), "a file of over 64 MiB",
      hint: "make it smaller, or publish it elsewhere and lead there")
  }

  /// What published documents are likely to hold: what templates do, and what Markdown becomes.
  private static func names(in templates: [TemplateFile]) -> Set<String> {
    templates.reduce(into: MarkdownBody.usualNames) {
      $0.formUnion(Markup.names(in: $1.text))
    }
  }

  private static func schemas(
    _ name: String, as roles: [Schema.Role], expecting names: Set<String>, _ areRight: Bool,
    from files: [String: [UInt8]], or known: [Schema]?
  ) async -> Result<[Schema], XMLError> {
    if let known { return .success(known) }
    do throws(XMLError) {
      let schemas = try Schema.schemas(
        "templates/schema/\(name).rng", as: roles, expecting: names, isRight: areRight
      ) { path in
        files[String(path.dropFirst("templates/".count))]
      }
      return .success(schemas)
    } catch { return .failure(error) }
  }

  private static func compiled(
    _ names: Set<String>, page: Result<[Schema], XMLError>, chart: Result<[Schema], XMLError>,
    into diagnostics: inout [Diagnostic]
  ) -> Schemas? {
    do throws(XMLError) {
      return Schemas(names: names, page: try page.get(), chart: try chart.get())
    } catch {
      diagnostics += error.diagnostics
      return nil
    }
  }

  /// The text of a style sheet that the program itself reads.
  private static func text(
    _ path: String, _ files: [String: [UInt8]], into diagnostics: inout [Diagnostic]
  ) -> String? {
    if let bytes = files[path] { return String(decoding: bytes, as: UTF8.self) }
    diagnostics.append(
      Diagnostic(
        .error, at: SourceLocation(file: "templates/\(path)"), "the file is missing",
        hint: "take it from the program with 'breakeven upgrade-templates --write'"))
    return nil
  }

  private static func styles(
    _ files: [String: [UInt8]], into diagnostics: inout [Diagnostic]
  ) -> [ChartStyle.Theme: ChartStyle]? {
    let paths = ["assets/charts/palette.css", "assets/charts/drawing.css"]
    let texts = paths.compactMap { text($0, files, into: &diagnostics) }
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

extension SiteTemplates.Schemas {
  /// What templates are checked by.
  fileprivate var profiles: TemplateSet.Profiles {
    TemplateSet.Profiles(page: page[0], chart: chart[0])
  }

  /// What published documents are checked by.
  fileprivate var published: PublishedSchemas {
    PublishedSchemas(page: page[1], chart: chart[1], fragment: page[2])
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
