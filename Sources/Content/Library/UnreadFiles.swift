import Diagnostics

/// The files of `content/` that are no part of a site.
enum UnreadFiles {
  /// A file that nobody reads is a file that its author believes in.
  static func findings(_ files: [SiteFile]) -> [Diagnostic] {
    let known = [
      ("content/rate-cards/", ".yaml"), ("content/scenarios/", ".yaml"),
      ("content/claims/", ".yaml"), ("content/pages/", ".md"), ("content/schema/", ".json"),
    ]
    let single = ["site", "sources", "exchange-rates", "gallery", "conformance"].map {
      "content/\($0).yaml"
    }
    var findings: [Diagnostic] = []
    for file in files where !single.contains(file.path) {
      if known.contains(where: { file.path.hasPrefix($0.0) && file.path.hasSuffix($0.1) }) {
        continue
      }
      let folder = known.first { file.path.hasPrefix($0.0) }
      findings.append(
        Diagnostic(
          .error, at: SourceLocation(file: file.path), "a file that is not part of a site",
          hint: folder.map { "give it the ending \($0.1), or remove it" }
            ?? "move it to content/rate-cards, scenarios, claims or pages, or remove it"))
    }
    return findings
  }
}
