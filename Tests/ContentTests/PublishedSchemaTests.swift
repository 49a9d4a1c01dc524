import Content
import Foundation
import Testing

/// The schemas that editors read beside the content of this repository.
@Suite("Schemas of the content formats")
struct PublishedSchemaTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../content/schema").standardizedFileURL

  /// By their names, as a whole shape is a page of log for each case.
  private static let shapes: [String: Shape] = [
    "site": SiteFormat.shape, "sources": SourceFormat.shape,
    "exchange-rates": ExchangeRateFormat.shape, "gallery": GalleryFormat.shape,
    "conformance": ConformanceFormat.shape, "rate-card": RateCardFormat.shape,
    "scenario": ScenarioFormat.shape, "claims": ClaimFormat.shape, "page": PageFormat.shape,
  ]

  @Test("Are what the reader accepts", arguments: shapes.keys.sorted())
  func isUpToDate(name: String) throws {
    let shape = try #require(Self.shapes[name])
    let file = Self.folder.appending(path: "\(name).schema.json")
    let text = JSONSchema.text(of: shape)
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    let written = try? String(contentsOf: file, encoding: .utf8)
    #expect(written == text, "run with UPDATE_GOLDEN=1 to write content/schema")
  }

  @Test("Name a schema that is there", arguments: ["rate-cards", "scenarios", "claims"])
  func areNamedByTheContent(folder: String) throws {
    let content = Self.folder.deletingLastPathComponent()
    let files = try FileManager.default.contentsOfDirectory(
      atPath: content.appending(path: folder).path)
    try #require(!files.isEmpty)
    for name in files {
      let file = content.appending(components: folder, name)
      let first = try String(contentsOf: file, encoding: .utf8).prefix { $0 != "\n" }
      let path = try #require(first.split(separator: "$schema=").last, "\(name) names no schema")
      let schema = content.appending(path: "\(folder)/\(path)").standardizedFileURL
      #expect(FileManager.default.fileExists(atPath: schema.path), "\(name)")
    }
  }
}
