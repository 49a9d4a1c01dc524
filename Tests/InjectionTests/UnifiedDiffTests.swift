import Foundation
import TestSupport
import Testing

@testable import Injection

@Suite("Unified differences")
struct UnifiedDiffTests {
  @Test(
    "What diff -u prints",
    arguments: [
      ("a\nb\n", "a\nb\n", ""),
      ("a\nb\nc\n", "a\nx\nc\n", "@@ -1,3 +1,3 @@\n a\n-b\n+x\n c\n"),
      ("", "a\n", "@@ -0,0 +1 @@\n+a\n"),
      ("a\n", "", "@@ -1 +0,0 @@\n-a\n"),
      ("a", "a\n", "@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n"),
      ("a\r\nb\r\n", "a\r\nc\r\n", "@@ -1,2 +1,2 @@\n a\r\n-b\r\n+c\r\n"),
      (
        "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\n5\n6\n7\n8\nx\n",
        "@@ -6,4 +6,4 @@\n 6\n 7\n 8\n-9\n+x\n"
      ),
      (
        "a\n2\n3\n4\n5\n6\n7\n8\nb\n", "x\n2\n3\n4\n5\n6\n7\n8\ny\n",
        "@@ -1,4 +1,4 @@\n-a\n+x\n 2\n 3\n 4\n@@ -6,4 +6,4 @@\n 6\n 7\n 8\n-b\n+y\n"
      ),
    ])
  func hunks(old: String, new: String, hunks: String) {
    let head = hunks.isEmpty ? "" : "--- a/x.md\n+++ b/x.md\n"
    #expect(UnifiedDiff.text(from: old, to: new, path: "x.md") == head + hunks)
  }

  @Test("Applied by git, a difference makes the new file", arguments: 0..<12 as Range<UInt64>)
  func applies(seed: UInt64) async throws {
    var random = SplitMix(seed: seed &+ 99)
    func text() -> String {
      (0..<random.int(in: 0...30)).map { _ in "line \(random.int(in: 0...6))" }
        .joined(separator: "\n") + (random.int(in: 0...1) == 0 ? "\n" : "")
    }
    let (old, new) = (text() + "x", text() + "y")
    let folder = try TemporaryFolder()
    try folder.write(old, to: "x.md")
    try folder.write(UnifiedDiff.text(from: old, to: new, path: "x.md"), to: "p")
    #expect(try await OtherProgram.run("git", ["apply", "p"], in: folder.path).code == 0)
    #expect(try String(contentsOfFile: folder.at("x.md"), encoding: .utf8) == new)
  }
}
