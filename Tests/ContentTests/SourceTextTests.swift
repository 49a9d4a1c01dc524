import Content
import Diagnostics
import Testing

@Suite("Source text")
struct SourceTextTests {
  @Test(
    "Reads UTF-8 and ends lines with line feeds",
    arguments: [
      ("", ""), ("a\r\nb\n", "a\nb\n"), ("\u{FEFF}a", "a"), ("é\t🙂\n", "é\t🙂\n"),
      ("„–“ € ² ½ ×", "„–“ € ² ½ ×"), ("日本語 ひらがな が", "日本語 ひらがな が"),
      ("नमस्ते สวัสดี שָׁלוֹם e\u{301}", "नमस्ते สวัสดี שָׁלוֹם e\u{301}"),
      ("👩\u{200D}👩 ❤\u{FE0F}", "👩\u{200D}👩 ❤\u{FE0F}"),
    ])
  func reads(written: String, text: String) {
    var findings: [Diagnostic] = []
    let source = SourceText(Array(written.utf8), file: "a", into: &findings)
    #expect(source?.text == text)
    #expect(findings.isEmpty)
  }

  @Test(
    "Refuses what no page can carry, at its place",
    arguments: [
      (Array("a\nbé".utf8) + [0xFF], "a:2:3: error: byte that is not UTF-8"),
      ([0x61, 0xC3], "a:1:2: error: byte that is not UTF-8"),
      ([0xED, 0xA0, 0x80], "a:1:1: error: byte that is not UTF-8"),
      (Array("é\u{0}".utf8), "a:1:2: error: 'U+0000', a character that no page can carry"),
      (Array("\u{7}".utf8), "a:1:1: error: 'U+0007', a character that no page can carry"),
      (Array("a\u{2028}".utf8), "a:1:2: error: 'U+2028', a character that no page can carry"),
      (Array("a\u{85}".utf8), "a:1:2: error: 'U+0085', a character that no page can carry"),
      (Array("a\u{FEFF}".utf8), "a:1:2: error: 'U+FEFF', a character that no page can carry"),
      (Array("ab\u{202E}".utf8), "a:1:3: error: 'U+202E', a character that no page can carry"),
      (Array("\u{2066}".utf8), "a:1:1: error: 'U+2066', a character that no page can carry"),
      (Array("\u{FFFE}".utf8), "a:1:1: error: 'U+FFFE', a character that no page can carry"),
      (Array("a\u{200B}b".utf8), "a:1:2: error: 'U+200B', a character that no page can carry"),
      (Array("a\u{AD}b".utf8), "a:1:2: error: 'U+00AD', a character that no page can carry"),
      (Array("a\u{2060}".utf8), "a:1:2: error: 'U+2060', a character that no page can carry"),
      (Array("\u{E0041}".utf8), "a:1:1: error: 'U+E0041', a character that no page can carry"),
      (
        Array(("a" + String(repeating: "\u{301}", count: 9)).utf8),
        "a:1:10: error: more than 8 marks on one letter"
      ),
      (
        Array(("は" + String(repeating: "\u{3099}", count: 2_000)).utf8),
        "a:1:10: error: more than 8 marks on one letter"
      ),
      (Array("a\rb".utf8), "a:1:2: error: carriage return without a line feed"),
      (Array("a\r".utf8), "a:1:2: error: carriage return without a line feed"),
    ] as [([UInt8], String)])
  func refuses(bytes: [UInt8], headline: String) {
    var findings: [Diagnostic] = []
    #expect(SourceText(bytes, file: "a", into: &findings) == nil)
    #expect(findings.map { "\($0.location): \($0.severity): \($0.message)" } == [headline])
  }

  @Test func refusesMoreThanAMebibyte() {
    var findings: [Diagnostic] = []
    let most = [UInt8](repeating: 97, count: SourceText.maximumByteCount)
    #expect(SourceText(most, file: "a", into: &findings) != nil)
    #expect(SourceText(most + [97], file: "a", into: &findings) == nil)
    #expect(findings.map(\.message) == ["a file of over 1 MiB"])
  }
}
