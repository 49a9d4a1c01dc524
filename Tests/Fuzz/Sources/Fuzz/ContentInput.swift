import Content
import Diagnostics
import Foundation
import Pricing

/// The content of the fixture site, in which one file is made up.
struct FixtureContent {
  /// The files, sorted by their paths.
  let files: [SiteFile]

  /// What they say.
  let content: SiteContent

  init(home: String) {
    let folder = "\(home)/Tests/SiteTests/Fixtures/site"
    let paths = (FileManager.default.subpaths(atPath: "\(folder)/content") ?? []).sorted()
    let files = paths.compactMap { path in
      FileManager.default.contents(atPath: "\(folder)/content/\(path)").map {
        SiteFile(path: "content/\(path)", bytes: Array($0))
      }
    }
    var loader = ContentLoader()
    guard let content = loader.load(files) else { fatalError("\(loader.diagnostics)") }
    (self.files, self.content) = (files, content)
  }

  /// Reads the content with another file in it, or one more.
  ///
  /// The law: a finding, or content and what it costs; and each finding has a place.
  func load(_ bytes: [UInt8], at path: String) {
    var loader = ContentLoader()
    let content = loader.load(
      files.filter { $0.path != path } + [SiteFile(path: path, bytes: bytes)])
    let isWrong = loader.diagnostics.contains { $0.severity == .error }
    law(isWrong == (content == nil), "a finding or content, and not both")
    for finding in loader.diagnostics {
      let lines = loader.texts[finding.location.file].map(SourceLines.init)
      let text = DiagnosticFormat.text.text(of: finding, source: lines)
      law(text.hasPrefix("content/"), "a finding has a place")
    }
    for scenario in content?.scenarios ?? [] { _ = try? scenario.scenario.priced() }
  }
}

/// YAML: the first byte says of which kind.
struct ContentInput: Input {
  private let content: FixtureContent

  init(home: String) { content = FixtureContent(home: home) }

  func read(_ bytes: [UInt8]) {
    guard let kind = bytes.first else { return }
    let path =
      switch kind {
      case UInt8(ascii: "r"): "rate-cards/alpha-cloud.yaml"
      case UInt8(ascii: "c"): "claims/survey.yaml"
      case UInt8(ascii: "o"): "sources.yaml"
      case UInt8(ascii: "g"): "gallery.yaml"
      case UInt8(ascii: "t"): "site.yaml"
      default: "scenarios/job.yaml"
      }
    content.load(Array(bytes.dropFirst()), at: "content/\(path)")
  }
}

/// Markdown with front matter.
struct PageInput: Input {
  private let content: FixtureContent

  init(home: String) { content = FixtureContent(home: home) }

  func read(_ bytes: [UInt8]) { content.load(bytes, at: "content/pages/method.md") }
}
