import Diagnostics
import Publishing
import Serving
import Site

/// Builds a site that is looked at, and says in the terminal what came of it.
struct PreviewBuilder: Sendable {
  private let builder: SiteRebuilder
  private let reporting: Reporting

  init(_ options: SiteOptions, _ reporting: Reporting) {
    builder = SiteRebuilder(options)
    self.reporting = reporting
  }

  /// Builds the site.
  ///
  /// - Returns: What came of it; findings as a terminal without colours has them.
  /// - Throws: ``BuildError`` for what is no mistake of the author's.
  func build() async throws -> PreviewBuild {
    let watch = Stopwatch()
    let report = try await builder.build()
    reporting.report(report.diagnostics, texts: report.texts)
    guard let summary = report.summary, !reporting.fails(with: report.diagnostics) else {
      return .refused(
        FindingsWriter.plainText(of: report.diagnostics, texts: report.texts))
    }
    if !reporting.quiet {
      let text = SummaryText(summary, milliseconds: watch.milliseconds)
      try Console.write(
        reporting.format == .json
          ? text.json(output: false) : text.lines(verb: "Built", output: false))
    }
    let files = summary.files
    return .shown(changed: files.new + files.changed + files.gone)
  }

  /// Does what a build left to do and nobody waits for.
  func settle() async { await builder.settle() }

  /// Builds the site once more; whatever stops that may be over at the next change.
  func rebuild() async -> PreviewBuild {
    do { return try await build() } catch {
      let findings = Failure(error).findings
      FindingsWriter(format: reporting.format).write(findings)
      return .refused(FindingsWriter.plainText(of: findings))
    }
  }
}
