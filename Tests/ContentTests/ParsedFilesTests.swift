import Diagnostics
import Testing

@testable import Content

@Suite("What is remembered of files of content")
struct ParsedFilesTests {
  private static let shape = PageFormat.shape

  private static func file(_ text: String, at path: String = "content/pages/a.md") -> SiteFile {
    SiteFile(path: path, bytes: Array(text.utf8))
  }

  @Test func aFileIsTakenApartAgainOnlyIfItsBytesChanged() {
    let memory = ParsedFiles()
    var parsed: [String] = []
    func title(_ file: SiteFile) -> String? {
      let result = memory.file(file) { file in
        parsed.append(file.path)
        return ParsedFile(file, frontMatter: Self.shape)
      }
      return result.page?.frontMatter.text("title")?.value
    }
    let (old, new) = (Self.file("---\ntitle: A\n---\n"), Self.file("---\ntitle: B\n---\n"))
    let other = Self.file("---\ntitle: A\n---\n", at: "content/pages/b.md")
    #expect([old, old, other, new, new, old].map(title) == ["A", "A", "A", "B", "B", "A"])
    #expect(parsed == [old, other, new, old].map(\.path))
    memory.keep([other.path])
    #expect([old, other].map(title) == ["A", "A"])
    #expect(parsed.suffix(1) == [old.path])
  }

  @Test func mistakesAreRememberedToo() {
    let memory = ParsedFiles()
    let wrong = Self.file("---\ntitel: A\n---\n")
    let findings = (0..<2).map { _ in
      memory.file(wrong) { ParsedFile($0, frontMatter: Self.shape) }.findings
    }
    #expect(findings[0] == findings[1])
    #expect(findings[0].contains { $0.message.contains("titel") }, "\(findings[0])")
  }
}
