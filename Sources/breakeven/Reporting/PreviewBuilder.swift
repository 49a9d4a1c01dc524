import Diagnostics
import Publishing
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
  /// - Returns: What keeps it from being shown, as a terminal without colours has it; `nil` if it
  ///   can be shown.
  /// - Throws: ``BuildError`` for what is no mistake of the author's.
  func build() async throws -> String? {
    let watch = Stopwatch()
    let report = try await builder.build()
    reporting.report(report.diagnostics, texts: report.texts)
    guard let summary = report.summary, !reporting.fails(with: report.diagnostics) else {
      return FindingsWriter.plainText(of: report.diagnostics, texts: report.texts)
    }
    if !reporting.quiet {
      let text = SummaryText(summary, milliseconds: watch.milliseconds)
      try Console.write(
        reporting.format == .json
          ? text.json(output: false) : text.lines(verb: "Built", output: false))
    }
    return nil
  }

  /// Builds the site once more; whatever stops that may be over at the next change.
  func rebuild() async -> String? {
    do { return try await build() } catch {
      let findings = Failure(error).findings
      FindingsWriter(format: reporting.format).write(findings)
      return FindingsWriter.plainText(of: findings)
    }
  }
}
