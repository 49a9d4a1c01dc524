import Content
import Diagnostics
import Foundation
import Testing

@Suite("Content path")
struct ContentPathTests {
  @Test(
    "Keeps paths inside the site",
    arguments: [
      ("a.md", "a.md"), ("images/é x.svg", "images/é x.svg"), ("./a/./b", "a/b"), ("..a", "..a"),
    ])
  func keeps(text: String, path: String) throws {
    #expect(try ContentPath(text).text == path)
  }

  @Test(
    "Refuses ways out and ways to nothing",
    arguments: [
      "/etc/passwd", "../a", "a/../../b", "a/..", "~/a", "C:/a", "file:///a", "a\\b", "a\u{0}b",
      "", ".", "a/", "a//b", "a\nb",
    ])
  func refuses(text: String) {
    #expect(throws: Mistake.self) { try ContentPath(text) }
  }

  @Test func refusesSymbolicLinksThatLeaveTheSite() throws {
    let manager = FileManager.default
    let folder = manager.temporaryDirectory.appending(component: "path-\(UUID().uuidString)")
    defer { try? manager.removeItem(at: folder) }
    let site = folder.appending(component: "site")
    try manager.createDirectory(
      at: site.appending(component: "real"), withIntermediateDirectories: true)
    for (name, target) in [("in", "real"), ("out", "../"), ("chain", "out"), ("etc", "/etc")] {
      try manager.createSymbolicLink(
        atPath: site.appending(component: name).path, withDestinationPath: target)
    }
    func findings(_ path: String) -> [String] {
      var findings: [Diagnostic] = []
      let place = Diagnostics.SourceLocation(file: "card.yaml", line: 3, column: 7)
      _ = ContentPath(Located(path, at: place), inSiteAt: site.path, into: &findings)
      return findings.map { "\($0.location): \($0.message)" }
    }
    #expect(findings("in/a.md").isEmpty)
    #expect(findings("real/missing/a.md").isEmpty)
    for path in ["out/a.md", "chain/a.md", "etc/hosts", "etc/missing"] {
      #expect(
        findings(path) == [
          "card.yaml:3:7: '\(path)' is a path that leaves the site by a symbolic link"
        ])
    }
    #expect(findings("../a") == ["card.yaml:3:7: '../a' is a path that leaves the site"])
  }
}
