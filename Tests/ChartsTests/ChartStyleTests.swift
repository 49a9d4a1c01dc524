import Testing

@testable import Charts

@Suite("Rules of chart files")
struct ChartStyleTests {
  private let palette = """
    :root { --ink: #111; --s1: #22a }
    @media screen and (prefers-color-scheme: dark) { :root { --ink: #eee } }
    """

  @Test(arguments: [
    (ChartStyle.Theme.light, ".a text,.b{fill:#111;stroke:#22a}.c{top:0}"),
    (.dark, ".a text,.b{fill:#eee;stroke:#22a}.c{top:0}"),
    (
      .adaptive,
      ".a text,.b{fill:#111;stroke:#22a}.c{top:0}"
        + "@media screen and (prefers-color-scheme:dark){.a text,.b{fill:#eee}}"
    ),
  ])
  func replaceNamesByColours(theme: ChartStyle.Theme, css: String) throws {
    let drawing = """
      /* Why. */
      .a text, .b { fill: var(--ink);
        stroke: var(--s1); }
      .c { top: 0 }
      """
    let style = try ChartStyle(palette: palette, drawing: drawing, theme: theme)
    #expect(style.text(colours: []) == css)
  }

  @Test func leaveOutColoursThatAreNotDrawn() throws {
    let drawing = ".s1 rect, .s2 rect { fill: var(--s1) } .phase-idle path { fill: var(--s1) }"
    let style = try ChartStyle(palette: palette, drawing: drawing, theme: .light)
    #expect(style.text(colours: ["s2"]) == ".s2 rect{fill:#22a}")
    #expect(style.text(colours: ["phase-idle"]) == ".phase-idle path{fill:#22a}")
  }

  @Test func keepOtherConditionsAsTheyAre() throws {
    let drawing = "@media print { .a { fill: var(--ink) } }"
    let style = try ChartStyle(palette: palette, drawing: drawing, theme: .adaptive)
    #expect(style.text(colours: []) == "@media print{.a{fill:#111}}")
  }

  @Test(arguments: [
    (".a { fill: #111", 1), (".a { fill }\n", 1), ("/* one\ntwo */ }", 2), ("fill: #111;", 1),
    (".a { .b { fill: #111 } }", 1),
  ])
  func refuseWhatIsMalformed(css: String, line: Int) {
    #expect(throws: ChartStyleError.malformed(.drawing, line: line)) {
      try ChartStyle(palette: palette, drawing: css, theme: .light)
    }
    #expect(throws: ChartStyleError.malformed(.palette, line: line)) {
      try ChartStyle(palette: css, drawing: "", theme: .light)
    }
  }

  @Test func refuseAColourThatThePaletteDoesNotHave() {
    #expect(throws: ChartStyleError.unknownColour("--grey", line: 3)) {
      try ChartStyle(
        palette: palette, drawing: ".a {\n top: 0;\n fill: var(--grey) }", theme: .dark)
    }
  }

  @Test(arguments: ChartStyle.Theme.allCases)
  func areSelfContainedAndSmallInThePublishedFiles(theme: ChartStyle.Theme) throws {
    let style = try ChartStyle(
      palette: StyleFiles.text("palette.css"), drawing: StyleFiles.text("drawing.css"),
      theme: theme)
    let css = style.text(colours: ["s1", "s2", "s3"])
    #expect(!css.contains("var(") && !css.contains("url(") && !css.contains("@import"))
    #expect(!css.contains(".s4") && css.contains(".s3"))
    #expect(css.utf8.count < 6_000)
  }

  /// The layout measures text with these sizes, so the style sheet may not say otherwise.
  @Test(arguments: TextStyle.allCases)
  func haveTheSizesThatTextIsMeasuredWith(style: TextStyle) throws {
    #expect(style.size >= 11)
    let css = try StyleFiles.text("drawing.css")
    let weight = style.isBold ? " font-weight: 600;" : ""
    #expect(
      css.contains(".chart .\(style.rawValue) { font-size: \(Int(style.size))px;\(weight) fill"))
  }
}
