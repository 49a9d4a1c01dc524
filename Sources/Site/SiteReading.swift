import Content
import Diagnostics
import Pricing
import Publishing
import Reports

/// A site as it was read: its content, its templates, and the prices that reports refer to.
struct SiteReading: Sendable {
  /// The content; `nil` if there was any mistake in it.
  let content: SiteContent?

  /// The templates; `nil` if there was any mistake in them.
  let templates: SiteTemplates?

  /// What the next build need not do again.
  let memory: SiteMemory

  /// Every mistake so far.
  private(set) var diagnostics: [Diagnostic]

  /// The texts that findings point into, by path.
  private(set) var texts: [String: String]

  private let files: SiteFiles
  private let prices: SitePrices

  /// Reads a site, all but the scenarios that nothing refers to.
  ///
  /// - Parameters:
  ///   - listing: The files of the site.
  ///   - language: Its language, which is spoken already.
  ///   - day: The day as of which it is priced; `nil` for what it says itself.
  ///   - memory: What a build before this one has done already.
  ///   - structures: What a build with the same templates found valid; `nil` if there was none.
  /// - Throws: ``BuildError/reading(_:)``.
  init(
    _ listing: SiteListing, in language: SiteLanguage, on day: CalendarDate?,
    reusing memory: SiteMemory,
    knowing structures: [UInt64]? = nil
  ) async throws(BuildError) {
    files = listing.content
    do throws(SiteError) {
      let templateFiles = try listing.templates.readAll()
      async let compiling = Self.compile(
        templateFiles, reusing: memory.templates, knowing: structures)

      let (needed, unread) = try Self.needed(files)
      var loader = ContentLoader(knowing: memory.parsed)
      let content = loader.load(needed, leaving: unread, on: day)
      (diagnostics, texts) = (loader.diagnostics, loader.texts)
      prices = await SitePrices(content, reusing: memory)
      let (templates, findings) = await compiling
      diagnostics += language.diagnostics + findings + prices.diagnostics
      // Which hosts may be named is known with both alone.
      let foreign = templates?.foreign ?? []
      let named = content.map { content in foreign.compactMap { $0.finding(content.settings) } }
      diagnostics += named ?? []
      for file in templateFiles { texts[file.path] = String(decoding: file.bytes, as: UTF8.self) }
      self.content = language.diagnostics.isEmpty ? content : nil
      self.templates = named?.isEmpty == false ? nil : templates
      self.memory = memory.updated(
        templates.map { CompiledTemplates($0, of: templateFiles) }, prices)
      if content == nil || templates == nil, let library = loader.library {
        try readOthers(unread, library)
      }
    } catch { throw .reading(error) }
  }

  /// Looks for mistakes in scenarios that will not be reported, so that all mistakes come at once.
  private mutating func readOthers(
    _ paths: [String], _ library: ScenarioLibrary
  ) throws(SiteError) {
    for path in paths {
      let reading = library.read(try files.read(path))
      guard !reading.diagnostics.isEmpty else { continue }
      diagnostics += reading.diagnostics
      texts[path] = reading.text
    }
  }

  private static func compile(
    _ files: [SiteFile], reusing compiled: CompiledTemplates?, knowing structures: [UInt64]?
  ) async -> (SiteTemplates?, [Diagnostic]) {
    if let known = compiled?.templates(for: files) { return (known, []) }
    var diagnostics: [Diagnostic] = []
    let templates = await SiteTemplates(
      files, knowing: structures, schemas: compiled?.schemas(for: files), into: &diagnostics)
    return (templates, diagnostics)
  }

  /// The files without which reports cannot be made, and the paths of the other scenarios.
  static func needed(
    _ files: SiteFiles
  ) throws(SiteError) -> (files: [SiteFile], unread: [String]) {
    var needed: [SiteFile] = []
    var words = MentionedWords()
    var scenarios: [(id: String, path: String)] = []
    for path in files.paths {
      if let id = ScenarioLibrary.id(of: path) {
        scenarios.append((id, path))
        continue
      }
      let file = try files.read(path)
      if path.hasPrefix("content/claims/") || path.hasPrefix("content/pages/") {
        words.add(file.bytes)
      }
      needed.append(file)
    }
    var unread: [String] = []
    for (id, path) in scenarios {
      if words.contains(id) { needed.append(try files.read(path)) } else { unread.append(path) }
    }
    return (needed, unread)
  }

  // MARK: Prices

  /// Everything that reports are made from; `nil` where a price or a claim cannot be worked out.
  func context(baseURL: String?) -> SiteContext? {
    guard let content, prices.diagnostics.isEmpty else { return nil }
    return SiteContext(
      content: content, scenarios: sources(content), priced: prices.scenarios,
      claims: prices.claims,
      baseURL: baseURL.map(SiteFormat.withoutSlash) ?? content.settings.baseURL)
  }

  /// Every scenario, in the order of the site: priced already, or read when it is reported.
  private func sources(_ content: SiteContent) -> [ScenarioSource] {
    let priced = prices.scenarios.map { ($0.document.scenario.id, $0) }
    let known = Dictionary(priced) { first, _ in first }
    let unread = UnreadScenarios(files: files, library: content.library)
    return content.scenarioIDs.map { id in
      guard let scenario = known[id] else {
        return ScenarioSource(id: id) { day in unread.read(id, on: day) }
      }
      let path = ScenarioLibrary.path(of: id)
      let text = texts[path] ?? ""
      return ScenarioSource(id: id) { day in
        day == nil
          ? .success(ScenarioReading(scenario, FileFindings(path: path, text: text)))
          : unread.read(id, on: day)
      }
    }
  }
}

/// Where scenarios are that wait for their report: one object, because a site may have fifty
/// thousand of them.
private final class UnreadScenarios: Sendable {
  private let files: SiteFiles
  private let library: ScenarioLibrary

  init(files: SiteFiles, library: ScenarioLibrary) {
    self.files = files
    self.library = library
  }

  /// Reads and prices a scenario, with the prices of a day where one is given.
  func read(_ id: String, on day: CalendarDate?) -> Result<ScenarioReading, BuildError> {
    let path = ScenarioLibrary.path(of: id)
    let file: SiteFile
    do throws(SiteError) { file = try files.read(path) } catch { return .failure(.reading(error)) }
    let reading = library.read(file, on: day)
    let result = reading.document.map(PricingResult.init)
    return .success(
      ScenarioReading(
        result?.scenario,
        FileFindings(
          path: path, text: reading.text,
          diagnostics: reading.diagnostics + [result?.finding].compactMap(\.self))))
  }
}
