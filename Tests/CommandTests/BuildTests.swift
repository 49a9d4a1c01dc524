import Foundation
import TestSupport
import Testing

@Suite("breakeven build")
struct BuildTests {
  @Test func endsWithThePageToOpenAndTheSummary() async throws {
    try await withFolder { folder in
      let build = try await Program.run(["build", "--output", folder], in: nil)
      #expect(build.code == 0)
      let lines = build.output.split(separator: "\n")
      #expect(lines.first.map(String.init) == "\(folder)/index.html")
      let summary =
        /Built \d+ pages?, \d+ charts?, \d+ data files? in \d+ ms \(\d+ documents? valid, \d+ of them by libxml2 itself\)/
      #expect(lines.count == 2 && lines.last?.wholeMatch(of: summary) != nil)
      #expect(FileManager.default.fileExists(atPath: "\(folder)/index.html"))
    }
  }

  @Test func tellsProgramsInOneObject() async throws {
    try await withFolder { folder in
      let build = try await Program.run(["build", "--format", "json", "-o", folder], in: nil)
      let decoder = JSONDecoder()
      decoder.keyDecodingStrategy = .convertFromSnakeCase
      let object = try decoder.decode(Summary.self, from: Data(build.output.utf8))
      #expect(object.pages > 0 && object.documentsValidated > 0)
      #expect(object.output == "\(folder)/index.html")
    }
  }

  @Test func staysQuiet() async throws {
    try await withFolder { folder in
      let build = try await Program.run(["build", "-q", "-o", folder], in: nil)
      #expect(build.transcript == "exit 0\n")
      #expect(FileManager.default.fileExists(atPath: "\(folder)/index.html"))
    }
  }

  @Test func checkWritesNothing() async throws {
    try await withFolder { folder in
      let check = try await Program.run(["check", "--output", folder], in: nil)
      #expect(check.code == 0)
      #expect(
        check.output.hasPrefix("Checked ")
          && check.output.hasSuffix(" of them by libxml2 itself)\n"))
      #expect(!FileManager.default.fileExists(atPath: folder))
    }
  }

  @Test func aBrokenSiteIsNotWritten() async throws {
    try await withFolder { folder in
      let build = try await Program.run(["build", "--output", folder], in: "broken")
      #expect(build.code == 1 && build.output.isEmpty)
      #expect(!FileManager.default.fileExists(atPath: folder))
    }
  }

  private struct Summary: Decodable {
    var pages: Int
    var documentsValidated: Int
    var output: String
  }

  /// Lends a path at which there is nothing yet.
  private func withFolder(_ body: (String) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "breakeven-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await body(folder)
  }
}
