import Diagnostics

/// Renders, validates and writes the files of a plan, on all cores.
struct SiteRenderer {
  let plan: SitePlan
  let profiles: SiteTemplates.Profiles

  /// Where files are written; `nil` to check only.
  let output: OutputFolder?

  let baseURL: String?

  /// What came of all files.
  struct Rendering {
    var diagnostics: [Diagnostic] = []
    var validated = 0
    fileprivate var facts: [PageFacts] = []

    /// The numbers of the summary line.
    func summary(of plan: SitePlan, output: String) -> BuildSummary {
      func count(_ kind: SitePlan.Kind) -> Int { plan.files.count { $0.kind == kind } }
      return BuildSummary(
        pages: count(.page), charts: count(.chart), dataFiles: count(.data),
        documentsValidated: validated, output: "\(output)/\(SitePaths.index)")
    }
  }

  /// Does the work.
  ///
  /// - Returns: The findings of all files, and how many were valid.
  /// - Throws: ``OutputError`` if a file cannot be written.
  func run() async throws -> Rendering {
    let parts = try await Parallel.map(plan.files, slice: 32) { try render($0) }
    var rendering = Rendering()
    for part in parts {
      rendering.diagnostics += part.diagnostics
      rendering.validated += part.validated
      rendering.facts += part.facts
    }
    rendering.diagnostics += brokenLinks(rendering.facts)
    return rendering
  }

  private func render(_ file: SitePlan.File) throws -> Rendering {
    var rendering = Rendering()
    let bytes = file.bytes()
    if file.kind == .page || file.kind == .chart {
      let (facts, diagnostics) = PageChecker(profiles: profiles).facts(
        bytes, path: file.path, isChart: file.kind == .chart)
      rendering.diagnostics = diagnostics
      rendering.validated = diagnostics.isEmpty ? 1 : 0
      if file.kind == .page { rendering.facts = [facts] }
    }
    try output?.write(bytes, to: file.path)
    return rendering
  }

  private func brokenLinks(_ facts: [PageFacts]) -> [Diagnostic] {
    let paths = plan.files.map(\.path) + plan.writtenLater
    let checker = LinkChecker(facts, paths: paths)
    return facts.flatMap { page in
      checker.broken(in: page, baseURL: baseURL).map { link in
        Diagnostic(
          .error, at: plan.place(of: link.target, on: page.path),
          "'\(link.target)' leads to no page, file or anchor of the site",
          hint: checker.completed(link, in: page).map {
            "write '\($0)', which works from a disk too"
          }
            ?? "name a published file, relative to \(page.path)")
      }
    }
  }
}
