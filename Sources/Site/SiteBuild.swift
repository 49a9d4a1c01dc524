public import Content
public import Publishing
import Reports

/// Builds a site: content → priced → reports → bytes → output.
public enum SiteBuild {
  /// The version of the program, as its manifest and `breakeven version` say it.
  public static let version = "0.1.0"

  /// Does what every build needs and no site changes: finding the fields of what templates show.
  public static func prepare() { _ = ReportKinds.templates }

  /// Builds the site and swaps it in.
  ///
  /// With any error the last good site stays as it was.
  ///
  /// - Parameter options: Where the site is and where it goes.
  /// - Returns: The findings, and the summary of what was published.
  /// - Throws: ``BuildError`` for what is no mistake of the author's.
  public static func build(_ options: SiteOptions) async throws(BuildError) -> SiteReport {
    try await build(options, reusing: .none)
  }

  /// Builds the site without doing again what a build before it has done.
  static func build(
    _ options: SiteOptions, reusing memory: SiteMemory
  ) async throws(BuildError) -> SiteReport {
    // Read while the files of the site are listed.
    let goesOn = options.reusesLastBuild && !options.isFresh
    async let found = goesOn ? BuildState(of: options.output) : nil
    let listing = try SiteListing(of: options.source)
    let last = options.reusesLastBuild ? LastBuild(await found, options, listing) : nil
    if let summary = await last?.summary(options) { return SiteReport(summary: summary) }
    let run = BuildRun(options: options, listing: listing, publishes: true, memory: memory)
    if last?.state != nil {
      let (report, isSure) = try await run.report(after: last, keeps: true)
      if isSure { return report }
    }
    return try await run.report(after: last, keeps: false).report
  }

  /// Does all that a build does, and writes nothing.
  ///
  /// - Parameters:
  ///   - options: Where the site is.
  ///   - files: Files of its content that are yet to be written.
  /// - Returns: The findings.
  /// - Throws: ``BuildError``.
  public static func check(
    _ options: SiteOptions, adding files: [SiteFile] = []
  ) async throws(BuildError) -> SiteReport {
    let listing = try SiteListing(of: options.source).adding(files)
    return try await BuildRun(options: options, listing: listing, publishes: false, memory: .none)
      .report(after: nil, keeps: false).report
  }
}
