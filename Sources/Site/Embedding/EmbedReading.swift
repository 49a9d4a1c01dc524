package import Content
package import Diagnostics
package import Pricing
package import Publishing
package import Reports

/// As much of a site as some tables and charts of it need: no other scenario is read, and claims
/// and pages only where they are asked for.
package struct EmbedReading: Sendable {
  /// What writes them; `nil` if there was any mistake.
  package private(set) var embedding: Embedding?

  /// Every finding.
  package private(set) var diagnostics: [Diagnostic]

  /// The texts that findings point into, by path.
  package private(set) var texts: [String: String]

  /// Reads a site.
  ///
  /// - Parameters:
  ///   - source: The folder of the site.
  ///   - requests: What is asked for.
  ///   - day: The day as of which it is priced; `nil` for what it says itself.
  ///   - baseURL: The address of the published site; `nil` for what `content/site.yaml` says.
  /// - Throws: ``Publishing/BuildError/reading(_:)``.
  package init(
    _ source: String, for requests: [EmbedRequest], on day: CalendarDate?, baseURL: String?
  ) async throws(BuildError) {
    do throws(SiteError) {
      let files = try SiteFiles(below: "content", of: source)
      let templates = try SiteFiles(below: "templates", of: source)
      let language = try SiteLanguage(files, templates)
      self = try await language.speaking { () async throws(SiteError) in
        try await EmbedReading(
          files, try templates.readAll(), in: language, for: requests, on: day, baseURL: baseURL)
      }
    } catch { throw .reading(error) }
  }

  private init(
    _ files: SiteFiles, _ templateFiles: [SiteFile], in language: SiteLanguage,
    for requests: [EmbedRequest], on day: CalendarDate?, baseURL: String?
  ) async throws(SiteError) {
    async let compiling = Self.compile(templateFiles)
    let (needed, unread) = try Self.needed(files, for: requests)
    var loader = ContentLoader()
    let content = loader.load(needed, leaving: unread, on: day)
    (diagnostics, texts) = (loader.diagnostics, loader.texts)
    let prices = await SitePrices(content)
    let (templates, findings) = await compiling
    diagnostics += language.diagnostics + findings + prices.diagnostics
    for file in templateFiles { texts[file.path] = String(decoding: file.bytes, as: UTF8.self) }
    guard let content, let templates, (language.diagnostics + prices.diagnostics).isEmpty else {
      return
    }
    let context = SiteContext(
      content: content, scenarios: [], priced: prices.scenarios, claims: prices.claims,
      baseURL: baseURL.map(SiteFormat.withoutSlash) ?? content.settings.baseURL)
    embedding = Embedding(context, templates.templates, into: &diagnostics)
  }

  private static func compile(_ files: [SiteFile]) async -> (SiteTemplates?, [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let templates = await SiteTemplates(files, into: &diagnostics)
    return (templates, diagnostics)
  }

  /// The files without which the requests cannot be met, and the paths of the other scenarios.
  private static func needed(
    _ files: SiteFiles, for requests: [EmbedRequest]
  ) throws(SiteError) -> (files: [SiteFile], unread: [String]) {
    let scenarios = Set(requests.map(\.scenario))
    let needsClaims = requests.contains(where: \.needsClaims)
    let left = needsClaims ? ["content/pages/"] : ["content/pages/", "content/claims/"]
    var needed: [SiteFile] = []
    var words = MentionedWords()
    for path in files.paths where ScenarioLibrary.id(of: path) == nil {
      guard !left.contains(where: path.hasPrefix) else { continue }
      let file = try files.read(path)
      if path.hasPrefix("content/claims/") { words.add(file.bytes) }
      needed.append(file)
    }
    let paired = try PairedScenarios(requests, files)
    var unread: [String] = []
    for path in files.paths {
      guard let id = ScenarioLibrary.id(of: path) else { continue }
      if scenarios.contains(id) || words.contains(id) {
        needed.append(try files.read(path))
        continue
      }
      let file = paired.isEmpty ? nil : try files.read(path)
      if let file, paired.mayBe(file) { needed.append(file) } else { unread.append(path) }
    }
    return (needed, unread)
  }
}
