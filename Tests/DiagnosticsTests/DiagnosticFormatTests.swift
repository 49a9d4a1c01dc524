import Diagnostics
import Testing

@Suite("Diagnostic formats")
struct DiagnosticFormatTests {
  let diagnostic = Diagnostic(
    .error, at: SourceLocation(file: "content/site.yaml", line: 2, column: 3),
    "'tite' is not a key of a site", hint: "did you mean 'title'?")

  @Test func textShowsTheLineWithACaret() {
    let text = DiagnosticFormat.text.text(
      of: diagnostic, source: SourceLines("a: 1\n  tite: x\nb: 2"))
    #expect(
      text == """
        content/site.yaml:2:3: error: 'tite' is not a key of a site
          2 |   tite: x
            |   ^
          hint: did you mean 'title'?

        """)
  }

  @Test func aLongLineIsCutAroundTheCaret() {
    let source = String(repeating: "x", count: 500) + "HERE" + String(repeating: "y", count: 500)
    let place = SourceLocation(file: "a", line: 1, column: 501)
    let text = DiagnosticFormat.text.text(
      of: Diagnostic(.error, at: place, "m"), source: SourceLines(source))
    let lines = text.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 110 })
    let caret = lines[2].firstIndex(of: "^").map {
      lines[2].distance(from: lines[2].startIndex, to: $0)
    }
    let here = lines[1].firstIndex(of: "H").map {
      lines[1].distance(from: lines[1].startIndex, to: $0)
    }
    #expect(caret == here)
  }

  @Test func aLineThatIsNotThereIsLeftOut() {
    let place = SourceLocation(file: "a", line: 9)
    #expect(
      DiagnosticFormat.text.text(of: Diagnostic(.warning, at: place, "m"), source: SourceLines(""))
        == "a:9: warning: m\n")
  }

  @Test func jsonIsOneObjectALine() {
    #expect(
      DiagnosticFormat.json.text(of: diagnostic, source: nil) == """
        {"file":"content/site.yaml","line":2,"column":3,"severity":"error",\
        "message":"'tite' is not a key of a site","hint":"did you mean 'title'?"}

        """)
  }

  @Test func githubEscapesWhatWouldEndTheCommand() {
    let place = SourceLocation(file: "a,b:c", line: 1)
    #expect(
      DiagnosticFormat.github.text(
        of: Diagnostic(.error, at: place, "100%", hint: "h"), source: nil)
        == "::error file=a%2Cb%3Ac,line=1::100%25%0Ahint: h\n")
  }

  @Test func readingOrderSortsByPlaceAndDropsRepeats() {
    let late = Diagnostic(.error, at: SourceLocation(file: "a", line: 10), "late")
    let early = Diagnostic(.error, at: SourceLocation(file: "a", line: 9), "early")
    #expect([late, early, late].inReadingOrder() == [early, late])
  }

  @Test("Spells out what a terminal would obey", arguments: [DiagnosticFormat.text, .github])
  func spellsOut(format: DiagnosticFormat) {
    let place = SourceLocation(file: "a\u{1B}[31m\nb", line: 1)
    let diagnostic = Diagnostic(.error, at: place, "m\u{202E}\u{9B}", hint: "h\u{7}")
    let text = format.text(of: diagnostic, source: SourceLines("\u{1B}x\u{7F}"))
    #expect(
      !text.unicodeScalars.contains { $0 != "\n" && $0.properties.generalCategory == .control })
    #expect(text.contains("m\\u{202E}\\u{9B}"))
    if format == .text {
      #expect(text.hasPrefix("a\\u{1B}[31m\\u{A}b:1: error: "))
      #expect(text.contains("  1 |  x \n"))
    }
  }

  @Test(
    "Finds lines",
    arguments: [
      ("", 1, ""), ("", 2, nil), ("a", 0, nil), ("a\nb", 1, "a"), ("a\nb", 2, "b"),
      ("a\nb\n", 3, ""), ("é\n🙂", 2, "🙂"), ("a", -1, nil),
    ] as [(String, Int, String?)])
  func finds(text: String, line: Int, found: String?) {
    let place = SourceLocation(file: "f", line: line)
    let shown = DiagnosticFormat.text.text(
      of: Diagnostic(.error, at: place, "m"), source: SourceLines(text))
    #expect(shown == "f:\(line): error: m\n" + (found.map { "  \(line) | \($0)\n" } ?? ""))
  }

  @Test func showsNoLineThatNobodyCouldRead() {
    let lines = SourceLines(String(repeating: "x", count: 5_000) + "\nshort")
    let long = Diagnostic(.error, at: SourceLocation(file: "f", line: 1), "m")
    #expect(DiagnosticFormat.text.text(of: long, source: lines) == "f:1: error: m\n")
  }
}
