import Content
import Diagnostics
import Messages
import Publishing

/// The language that `content/site.yaml` names, with its messages from `templates/messages/`.
///
/// It is found before anything else is read, because all that is made says something in it.
struct SiteLanguage: Sendable {
  /// The language; `nil` for English in the program's own words.
  private(set) var language: Language?

  /// What is wrong with it.
  private(set) var diagnostics: [Diagnostic] = []

  /// Where messages of languages lie, a file each.
  static let folder = "templates/messages/"

  /// Finds the language of a site.
  ///
  /// - Parameters:
  ///   - content: The files below `content/`; what is wrong with the settings is found when they are
  ///     read.
  ///   - templates: The files below `templates/`.
  /// - Throws: ``Publishing/SiteError`` for a file that is there and cannot be read.
  init(_ content: SiteFiles, _ templates: SiteFiles) throws(SiteError) {
    guard let tag = try Self.tag(content) else { return }
    let isEnglish = SiteFormat.isEnglish(tag.value)
    let base = tag.value.prefix { $0 != "-" }
    let paths = ["\(Self.folder)\(tag.value).po", "\(Self.folder)\(base).po"]
    guard let path = paths.first(where: templates.paths.contains) else {
      if !isEnglish { diagnostics = [Self.unknown(tag, templates)] }
      return
    }
    let file = MessageFile(try templates.read(path).bytes, path: path, tag: tag.value)
    diagnostics = file.mistakes
    language = Language(tag.value, file, isComplete: !isEnglish)
  }

  /// Does something in the language.
  ///
  /// - Parameter work: What is done; it and all tasks that it begins say everything in the language.
  /// - Returns: What the work returns.
  /// - Throws: What the work throws.
  func speaking<Output, Failure: Error>(
    _ work: () async throws(Failure) -> Output
  ) async throws(Failure) -> Output {
    let result: Result<Output, Failure> = await Language.$bound.withValue(language) {
      do throws(Failure) { return .success(try await work()) } catch { return .failure(error) }
    }
    return try result.get()
  }

  private static func tag(_ content: SiteFiles) throws(SiteError) -> Located<String>? {
    let path = "content/site.yaml"
    guard content.paths.contains(path) else { return nil }
    let file = try content.read(path)
    // Most sites say nothing, and need not be read twice.
    guard file.bytes.firstRange(of: "language".utf8) != nil else { return nil }
    var findings: [Diagnostic] = []
    guard let text = SourceText(file.bytes, file: path, into: &findings) else { return nil }
    return Mapping.read(text, as: SiteFormat.shape, into: &findings)?.text("language")
  }

  private static func unknown(_ tag: Located<String>, _ templates: SiteFiles) -> Diagnostic {
    let known = templates.paths.filter { $0.hasPrefix(folder) && $0.hasSuffix(".po") }
      .map { String($0.dropFirst(folder.count).dropLast(".po".count)) }
    return Diagnostic(
      .error, at: tag.location, "no messages in '\(tag.value)'",
      hint: known.isEmpty
        ? "write \(folder)\(tag.value).po, or take a file from the program with "
          + "'breakeven upgrade-templates --write'"
        : "write \(folder)\(tag.value).po, or one of \(known.joined(separator: ", "))")
  }
}
