import ArgumentParser
import Content
import Pricing
import Publishing

/// Where the site is.
struct SiteFolder: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The folder with content/ and templates/.", valueName: "folder"))
  var source = "."

  /// An empty word would be the root of the file system in front of a path.
  func validate() throws {
    guard !source.isEmpty else {
      throw ValidationError("'--source' names no folder. Name one, or leave the option out")
    }
  }

  /// Everything in `content/` as of a day, with its warnings reported.
  ///
  /// - Throws: ``Failure``, ``SiteError``, or an exit code after findings.
  func content(on day: PricingDay, reporting: Reporting) throws -> SiteContent {
    let date = try day.date()
    return try Self.content(of: try SiteFiles.content(of: source), on: date, reporting: reporting)
  }

  /// What the files of `content/` say as of a day, with their warnings reported.
  ///
  /// - Throws: An exit code after findings.
  static func content(
    of files: [SiteFile], on day: CalendarDate? = nil, reporting: Reporting
  ) throws -> SiteContent {
    var loader = ContentLoader()
    let content = loader.load(files, on: day)
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
