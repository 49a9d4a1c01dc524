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
    #expect(style.text(classes: ["a", "b", "c"]) == css)
  }

  @Test func restyleNothingButChartsInThePageThatTheyArePutInto() throws {
    let rules = try StyleSheet(StyleFiles.text("drawing.css"), file: .drawing).rules
    let scoped = rules.flatMap { $0.selector.split(separator: ",") }.filter {
      $0 == ".chart" || $0.hasPrefix(".chart ")
    }
    #expect(rules.flatMap { $0.selector.split(separator: ",") } == scoped)
  }

  @Test func leaveOutWhatIsNotDrawn() throws {
    let drawing = """
      .chart .s1 rect, .chart .s2 rect { fill: var(--s1) } .chart .line.s1 { top: 0 }
      .chart .phase-idle path { fill: var(--s1) } .chart { top: 1px }
      """
    let style = try ChartStyle(palette: palette, drawing: drawing, theme: .light)
    #expect(style.text(classes: ["s2", "line"]) == ".c .s2 rect{fill:#22a}.chart{top:1px}")
    #expect(
      style.text(classes: ["phase-idle"])
        == ".c .phase-idle path{fill:#22a}.chart{top:1px}")
  }

  @Test func keepOtherConditionsAsTheyAre() throws {
    let drawing = "@media print { .a { fill: var(--ink) } .b { top: 0 } } .a { fill: var(--s1) }"
    let style = try ChartStyle(palette: palette, drawing: drawing, theme: .adaptive)
    #expect(
      style.text(classes: ["a", "b"]) == ".a{fill:#22a}@media print{.a{fill:#111}.b{top:0}}")
  }

  @Test func areWrittenShort() throws {
    let style = try ChartStyle(
      palette: ":root { --a: #ffffff; --b: #ffeedc }",
      drawing: ".a { fill: var(--a) !important; stroke: var(--b) }", theme: .light)
    #expect(style.text(classes: ["a"]) == ".a{fill:#fff!important;stroke:#ffeedc}")
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
    let css = style.text(classes: BreakEvenDrawing.classes.union(["s1", "s2", "s3"]))
    #expect(!css.contains("var(") && !css.contains("url(") && !css.contains("@import"))
    #expect(!css.contains(".s4") && css.contains(".s3") && !css.contains(".segment"))
    #expect(css.utf8.count < 4_000)
  }

  /// The layout measures text with these sizes, so the style sheet may not say otherwise.
  @Test(arguments: TextStyle.allCases)
  func haveTheSizesThatTextIsMeasuredWith(style: TextStyle) throws {
    let rules = try StyleSheet(StyleFiles.text("drawing.css"), file: .drawing).rules
    func value(_ name: String) -> String? {
      rules.filter { rule in
        rule.selector.split(separator: ",").contains {
          [".chart", ".chart .\(style)"].contains($0)
        }
      }.flatMap(\.declarations).last { $0.name == name }?.value
    }
    #expect(value("font-size") == "\(Int(style.size))px")
    #expect(value("font-weight") == (style.isBold ? "600" : nil))
  }

  /// Pages show a drawing of 740 pixels at 687 or more, and one of 312 at 288 or more.
  @Test(arguments: TextStyle.allCases)
  func leaveEveryTextElevenPixelsHighAsPublished(style: TextStyle) {
    #expect(style.size * 687 / ChartLayout.wide.width >= 11)
    #expect(style.size * 288 / ChartLayout.compact.width >= 11)
  }
}
