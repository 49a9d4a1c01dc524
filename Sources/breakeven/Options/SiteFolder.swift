import ArgumentParser
import Content
import Publishing

/// Where the site is.
struct SiteFolder: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The folder with content/ and templates/.", valueName: "folder"))
  var source = "."

  /// Everything in `content/`, with its warnings reported.
  ///
  /// - Throws: ``SiteError``, or an exit code after findings.
  func content(reporting: Reporting) throws -> SiteContent {
    try Self.content(of: try SiteFiles.content(of: source), reporting: reporting)
  }

  /// What the files of `content/` say, with their warnings reported.
  ///
  /// - Throws: An exit code after findings.
  static func content(of files: [SiteFile], reporting: Reporting) throws -> SiteContent {
    var loader = ContentLoader()
    let content = loader.load(files)
    reporting.report(loader.diagnostics, texts: loader.texts)
    guard let content, !reporting.fails(with: loader.diagnostics) else { throw ExitCode.failure }
    return content
  }

  /// A path below a folder; an absolute one stays as it is, and `.` leaves no trace.
  static func joined(_ folder: String, _ path: String) -> String {
    if path.hasPrefix("/") || folder == "." { return path }
    return folder.hasSuffix("/") ? folder + path : "\(folder)/\(path)"
  }
}
