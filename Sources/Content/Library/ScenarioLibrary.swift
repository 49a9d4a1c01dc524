public import Diagnostics
public import Pricing

/// Reads scenarios one at a time, so that a site need not hold all of them.
public struct ScenarioLibrary: Sendable {
  private let offers: ScenarioReader.Offers
  private let site: ScenarioReader.SiteMonth
  private let sources: CitationCheck

  /// A scenario as it was read, or what is wrong with it.
  public struct Reading: Sendable {
    /// The scenario; `nil` if there is any mistake in it.
    public let document: ScenarioDocument?

    /// The text, for the excerpts of findings.
    public let text: String

    /// Every mistake.
    public let diagnostics: [Diagnostic]
  }

  init(offers: ScenarioReader.Offers, site: ScenarioReader.SiteMonth, sources: CitationCheck) {
    self.offers = offers
    self.site = site
    self.sources = sources
  }

  /// The id of the scenario that a file holds; `nil` for any other file.
  public static func id(of path: String) -> String? {
    guard path.hasPrefix(folder), path.hasSuffix(ending) else { return nil }
    // By bytes: a site may have fifty thousand of them.
    return String(path.utf8.dropFirst(folder.utf8.count).dropLast(ending.utf8.count))
  }

  /// The file that a scenario stands in.
  public static func path(of id: String) -> String { "\(folder)\(id)\(ending)" }

  static let folder = "content/scenarios/"
  static let ending = ".yaml"

  /// Reads a scenario.
  ///
  /// - Parameters:
  ///   - file: A file of `content/scenarios/`.
  ///   - day: The day whose prices and rules it is given, as far as they are known on that of the
  ///     site; `nil` for that of the site.
  /// - Returns: The scenario, or what is wrong with it.
  /// - Complexity: O(*n*) in the bytes of the file.
  public func read(_ file: SiteFile, on day: CalendarDate? = nil) -> Reading {
    read(file, on: day, knowing: nil)
  }

  /// Reads a scenario whose file may have been taken apart before.
  func read(
    _ file: SiteFile, on day: CalendarDate? = nil, knowing parsed: ParsedFiles?
  ) -> Reading {
    let parse = { ParsedFile($0, as: ScenarioFormat.shape) }
    let parts = parsed?.file(file, parse) ?? parse(file)
    var diagnostics = parts.findings
    guard let text = parts.text else {
      return Reading(document: nil, text: "", diagnostics: diagnostics)
    }
    guard let id = Self.id(of: file.path), let mapping = parts.mapping
    else { return Reading(document: nil, text: text.text, diagnostics: diagnostics) }
    var reader = ScenarioReader(mapping, id: id, site: site, offers: offers, on: day)
    let document = reader.document()
    diagnostics += reader.findings.diagnostics + sources.findings(reader.cited)
    let isRight = !diagnostics.contains { $0.severity == .error }
    return Reading(
      document: isRight ? document : nil, text: text.text, diagnostics: diagnostics)
  }
}

/// Whether what is cited is a source of the site.
struct CitationCheck: Sendable {
  private let known: Set<String>
  private let ids: [String]
  private let doubtful: MentionedWords
  private let isReadable: Bool

  /// - Parameters:
  ///   - sources: The sources; `nil` if they could not be read: then every citation would look
  ///     wrong, and none of them is.
  ///   - doubtful: What the list of sources may say besides.
  init(_ sources: [SourceDocument]?, doubtful: MentionedWords) {
    known = Set(sources?.map(\.id) ?? [])
    ids = known.sorted()
    self.doubtful = doubtful
    isReadable = sources != nil
  }

  /// A finding for each citation of nothing.
  func findings(_ cited: [Located<String>]) -> [Diagnostic] {
    guard isReadable else { return [] }
    return cited.filter { !known.contains($0.value) && !doubtful.contains($0.value) }.map { id in
      Diagnostic(
        .error, at: id.location, "'\(id.value)' is not a source of this site",
        hint: Suggestion.hint(for: id.value, in: ids, noun: "sources"))
    }
  }
}
