import Content
import Messages

/// Templates with the files that they were compiled from, to build several sites with.
///
/// Compiling takes longer than all else that is done for a small site.
struct CompiledTemplates: Sendable {
  private let files: [SiteFile]
  private let templates: SiteTemplates

  /// The language that their words are in; `nil` for English.
  private let language = Language.current

  /// Keeps templates.
  ///
  /// - Parameters:
  ///   - templates: What came of the files.
  ///   - files: All files of `templates/`, sorted by path.
  init(_ templates: SiteTemplates, of files: [SiteFile]) {
    self.templates = templates
    self.files = files
  }

  /// The templates, if these are the files that they were compiled from.
  func templates(for files: [SiteFile]) -> SiteTemplates? {
    files == self.files && Language.current == language ? templates : nil
  }

  /// The schemas, if they were compiled from these files, for templates that may have changed.
  func schemas(for files: [SiteFile]) -> SiteTemplates.Schemas? {
    func schemas(_ files: [SiteFile]) -> [SiteFile] {
      files.filter { $0.path.hasPrefix("templates/schema/") }
    }
    return schemas(files) == schemas(self.files) ? templates.compiledSchemas : nil
  }
}
