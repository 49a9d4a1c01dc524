import Diagnostics
import Testing

@testable import Publishing

@Suite("Paths of a site")
struct PathLedgerTests {
  /// Claims paths, each `path` or `path by maker`, and says what is wrong.
  private func findings(_ claims: [String]) -> [String] {
    let ledger = PathLedger()
    for claim in claims {
      let parts = claim.split(separator: " by ").map(String.init)
      _ = ledger.claim(parts[0], for: ledger.maker(parts.count > 1 ? parts[1] : nil))
    }
    return ledger.findings.map { "\($0.location): \($0.message)" }.sorted()
  }

  @Test(
    "Takes paths that everybody can tell apart",
    arguments: [
      ["index.html", "a/index.html by a.md", "a/b/index.html by b.md"],
      ["llms.txt", "llms/index.html by llms.md", "llms.txt.html by x.md"],
      [
        "console/index.html by console.md", "common.css by a", "nullable/a.svg by a",
        "com10.js by a",
      ],
      ["e.css by a", "é.css by b"],
    ])
  func takes(claims: [String]) { #expect(findings(claims) == []) }

  @Test(
    "Refuses a path that is taken, at the author's file",
    arguments: [
      (["a/index.html", "a/index.html by a.md"], "a.md: 'a/index.html' would be made twice"),
      (["a by y.md", "a by x.md"], "y.md: 'a' would be made twice"),
      (["A.css by x", "a.css by y"], "y: 'a.css' would be made twice"),
      (["\u{E9}.css by x", "e\u{301}.css by y"], "y: '\u{E9}.css' would be made twice"),
      (["llms.txt", "llms.txt/index.html by l.md"], "l.md: 'llms.txt' would be made twice"),
      (["a/b/c by x", "a/B by y"], "y: 'a/b' would be made twice"),
      (["a/B by y", "a/b/c by x"], "y: 'a/b' would be made twice"),
      (
        ["a by x", "b by x", "a by y", "b by y"],
        "y: 'a' would be made twice, as 1 more paths would"
      ),
    ])
  func refuses(claims: [String], finding: String) {
    #expect(findings(claims) == [finding])
    #expect(findings(claims.reversed()) == [finding])
  }

  @Test(
    "Refuses what not every system can keep",
    arguments: ["con/index.html", "NUL.css", "a/com1.svg", "a./b.html", "lpt9", "a /b"])
  func refusesReserved(path: String) {
    #expect(findings(["\(path) by x"]) == ["x: '\(path)' cannot be copied to every system"])
  }

  @Test func saysTheSameWhicheverComesFirst() {
    let claims = (0..<40).map { "\($0 % 7)/\($0 % 3).html by \($0 % 5).md" }
    var random = SystemRandomNumberGenerator()
    let first = findings(claims)
    #expect(!first.isEmpty)
    for _ in 0..<20 { #expect(findings(claims.shuffled(using: &random)) == first) }
  }
}
