import Diagnostics
import Foundation
import Pricing
import Publishing
import TestSupport
import Testing

@testable import Site

/// A copy of the small whole site in a folder of its own, which a test may change and build.
struct FixtureSite {
  /// Holds the site below `site/` and what is published below `published/`.
  let folder: TemporaryFolder

  var source: String { folder.at("site") }
  var output: String { folder.at("published/output") }

  private static let tests = URL(filePath: #filePath).deletingLastPathComponent()
  private static let fixtures = tests.appending(path: "Fixtures")

  /// The folder with this repository's own `content/` and `templates/`.
  static let repository = tests.appending(path: "../..").standardizedFileURL

  /// The names of the broken sites, sorted.
  static func mistakes() throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      atPath: fixtures.appending(path: "broken").path
    ).sorted()
  }

  /// Copies the whole site with the repository's templates, and lays a broken one's files over it.
  init(mistake: String) throws { try self.init(adding: "broken/\(mistake)") }

  /// Copies the whole site with the repository's templates.
  ///
  /// - Parameter overlay: The folder of fixtures whose files are laid over it.
  /// - Throws: An error if files cannot be copied.
  init(adding overlay: String? = nil) throws {
    folder = try TemporaryFolder()
    let files = FileManager.default
    try files.copyItem(atPath: Self.fixtures.appending(path: "site").path, toPath: source)
    try files.copyItem(
      at: Self.repository.appending(path: "templates"), to: URL(filePath: "\(source)/templates"))
    if let overlay { try lay(Self.fixtures.appending(path: overlay)) }
  }

  /// The file `REMOVE` lists what a broken site lacks, a path a line.
  private func lay(_ folderOfFiles: URL) throws {
    let files = FileManager.default
    for path in try files.subpathsOfDirectory(atPath: folderOfFiles.path).sorted() {
      let file = folderOfFiles.appending(path: path)
      guard try file.resourceValues(forKeys: [.isDirectoryKey]).isDirectory != true else {
        continue
      }
      let text = try String(contentsOf: file, encoding: .utf8)
      if path == "REMOVE" {
        for line in text.split(separator: "\n") { try remove(String(line)) }
      } else {
        try write(text, to: path)
      }
    }
  }

  /// The same site without charts, which take most of a build.
  func withoutCharts() throws -> FixtureSite {
    let settings = try #require(folder.text("site/content/site.yaml"))
    try write("publish: [pages, data]\n\(settings)", to: "content/site.yaml")
    try remove("content/gallery.yaml")
    return self
  }

  /// Removes a file of the site.
  func remove(_ path: String) throws {
    try FileManager.default.removeItem(atPath: "\(source)/\(path)")
  }

  /// The repository's templates, compiled once for all sites that do not change them.
  static let compiled = Task {
    let files = try SiteFiles(below: "templates", of: repository.path).readAll()
    var diagnostics: [Diagnostic] = []
    let templates = try #require(await SiteTemplates(files, into: &diagnostics), "\(diagnostics)")
    return SiteMemory.none.updated(
      CompiledTemplates(templates, of: files), await SitePrices(nil))
  }

  /// Builds the site into ``output``.
  func build(baseURL: String? = nil, on day: CalendarDate? = nil) async throws -> SiteReport {
    try await SiteBuild.build(
      SiteOptions(source: source, output: output, baseURL: baseURL, day: day),
      reusing: try await Self.compiled.value)
  }

  /// Writes a file of the site.
  func write(_ text: String, to path: String) throws { try folder.write(text, to: "site/\(path)") }

  /// Replaces the only occurrence of some words in a file of the site.
  func replace(_ words: String, with others: String, in path: String) throws {
    let text = try #require(folder.text("site/\(path)"))
    try #require(text.ranges(of: words).count == 1, "'\(words)' in \(path)")
    try write(text.replacing(words, with: others), to: path)
  }

  /// A published file, or `nil`.
  func published(_ path: String) -> String? { folder.text("published/output/\(path)") }

  /// Every file below a folder, as bytes by path.
  static func bytes(below path: String) throws -> [String: Data] {
    var result: [String: Data] = [:]
    for name in FileManager.default.subpaths(atPath: path) ?? [] {
      let file = URL(filePath: path).appending(path: name)
      if try file.resourceValues(forKeys: [.isDirectoryKey]).isDirectory != true {
        result[name] = try Data(contentsOf: file)
      }
    }
    return result
  }
}

extension SiteReport {
  /// What an author sees in a terminal.
  var transcript: String {
    diagnostics.map {
      DiagnosticFormat.text.text(of: $0, source: texts[$0.location.file].map(SourceLines.init))
    }.joined()
  }
}
