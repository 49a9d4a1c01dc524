import Diagnostics
import Testing

@Suite("Diagnostic formats")
struct DiagnosticFormatTests {
  let diagnostic = Diagnostic(
    .error, at: SourceLocation(file: "content/site.yaml", line: 2, column: 3),
    "'tite' is not a key of a site", hint: "did you mean 'title'?")

  @Test func textShowsTheLineWithACaret() {
    let text = DiagnosticFormat.text.text(of: diagnostic, source: "a: 1\n  tite: x\nb: 2")
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
    let text = DiagnosticFormat.text.text(of: Diagnostic(.error, at: place, "m"), source: source)
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
      DiagnosticFormat.text.text(of: Diagnostic(.warning, at: place, "m"), source: "")
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
}
