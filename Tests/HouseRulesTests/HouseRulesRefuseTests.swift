import Testing

/// Small bad samples, each beside a good one: a rule that cannot fail keeps nothing in order.
@Suite("House rules refuse")
struct HouseRulesRefuseTests {
  @Test(
    "A forbidden word, where it is forbidden",
    arguments: [
      ("Sources/Site/A.swift", "  unsafe pointer.pointee"),
      ("Sources/Content/Cards.swift", "nonisolated(unsafe) var count = 0"),
      ("Sources/Site/A.swift", "let url = \"https://example.com\"; unsafe free(url)"),
      ("Sources/Charts/A.swift", "final class Cache: @unchecked Sendable {}"),
      ("Tests/SiteTests/A.swift", "let text = try! String()"),
      ("Sources/Templates/A.swift", "let node = value as! Node"),
      ("Sources/Site/A.swift", "var model: [String: Any]"),
      ("Sources/Pricing/Money.swift", "let dollars: Double"),
      ("Sources/Pricing/Money.swift", "let dollars = Swift.Float(1)"),
      ("README.md", "TODO write this"),
      ("Sources/Site/A.swift", "// FIXME: slow"),
      ("content/site.yml", "# XXX"),
      ("CONTRIBUTING.md", "Run it in `/home/me/breakeven`."),
      ("Tests/SiteTests/A.swift", "let folder = \"/\("root")/output\""),
      ("Tests/SiteTests/A.swift", "let gzip = Process()"),
      ("script/bootstrap", "pip install --index-url https://example.org/simple x"),
    ])
  func aForbiddenWord(path: String, line: String) {
    let repository = Repository(files: [.init(path: path, text: "first line\n\(line)\n")])
    let findings = ForbiddenWords.all.flatMap { $0.findings(in: repository) }
    #expect(!findings.isEmpty)
    #expect(findings.allSatisfy { $0.path == path && $0.line == 2 })
  }

  @Test(
    "But not a word that only looks like one",
    arguments: [
      ("Sources/XML/Parser.swift", "unsafe xmlFreeDoc(document)"),
      ("Sources/Content/Markdown/MarkdownTree.swift", "unsafe cmark_node_free(node)"),
      ("Sources/Site/A.swift", "let withUnsafe = isunsafe // unsafe, says who?"),
      ("Sources/Site/A.swift", "throw Problem(\"an \\\"unsafe\\\" address\")"),
      ("Sources/Site/A.swift", "let alias = try? AnyView(bias)"),
      ("Sources/Charts/Scale.swift", "let pixels: Double"),
      ("Sources/Pricing/Money.swift", "/// No `Double` touches money."),
      ("Sources/Pricing/Money.swift", "let isDoubled = DoubleEntry()"),
      ("Tests/TestSupport/OtherProgram.swift", "try await Subprocess.run(program)"),
      ("content/pages/faq.md", "https://example.com/home/ and https://example.com/Users/x"),
      ("Sources/Site/A.swift", "let mastodon = \"TODOS\""),
    ])
  func notAWordThatLooksLikeOne(path: String, line: String) {
    let repository = Repository(files: [.init(path: path, text: line)])
    #expect(ForbiddenWords.all.flatMap { $0.findings(in: repository) } == [])
  }

  @Test("A file of one line too many", arguments: [(300, 0), (301, 1)])
  func aLongFile(lines: Int, findings: Int) {
    let text = String(repeating: "\n", count: lines)
    let repository = Repository(files: [.init(path: "Sources/Site/A.swift", text: text)])
    #expect(FileLength.findings(in: repository).count == findings)
  }

  @Test(
    "An import that points the wrong way",
    arguments: [
      ("Sources/Charts/A.swift", "import Pricing", "Charts must not import Pricing"),
      ("Sources/Pricing/A.swift", "import Foundation", "Pricing must not import Foundation"),
      (
        "Sources/Pricing/A.swift", "public import Diagnostics",
        "Pricing must not import Diagnostics"
      ),
      ("Sources/Site/A.swift", "import Foundation", "Site must not import Foundation"),
      ("Sources/XML/A.swift", "import struct Site.Page", "XML must not import Site"),
      (
        "Sources/Site/A.swift", "@preconcurrency internal import CLibXML2",
        "Site must not import CLibXML2"
      ),
      ("Sources/Extra/A.swift", "", "target 'Extra' has no place in the graph"),
    ])
  func anImport(path: String, line: String, message: String) {
    let repository = Repository(files: [.init(path: path, text: "/// A file.\n\(line)\n")])
    #expect(TargetGraph.findings(in: repository).map(\.message) == [message])
  }

  @Test(
    "But not an import that points the right way, nor the word in a sentence",
    arguments: [
      ("Sources/Site/A.swift", "public import Pricing"),
      ("Sources/XML/A.swift", "internal import CLibXML2"),
      ("Sources/Content/A.swift", "import struct FoundationEssentials.URL"),
      ("Sources/Charts/A.swift", "/// Callers import Pricing themselves."),
      ("Tests/ChartsTests/A.swift", "import Pricing"),
    ])
  func notAnImportThatPointsTheRightWay(path: String, line: String) {
    let repository = Repository(files: [.init(path: path, text: line)])
    #expect(TargetGraph.findings(in: repository) == [])
  }
}
