import Testing

@testable import Charts

@Suite("Text measure and line breaks")
struct LineBreakingTests {
  @Test(arguments: [
    ("", 0.0), ("0", 0.642), ("00", 1.284), ("1", 0.642), ("\u{4E2D}", 1), ("\u{0411}", 0.6),
    ("i", 0.237),
  ])
  func measuresEightPercentMoreThanTheFont(text: String, em: Double) {
    #expect(abs(TextStyle.detail.width(of: text) - em * 12 * 1.08) < 1e-9)
  }

  @Test func measuresBoldTextWider() {
    #expect(TextStyle.name.width(of: "Managed") > TextStyle.detail.width(of: "Managed"))
  }

  @Test(arguments: ["20.6M tokens", "one two three four five six seven eight", "a b"])
  func neverExceedsTheWidthWhileWordsFit(text: String) {
    for width in stride(from: 80.0, through: 400, by: 7) {
      for line in LineBreaking.lines(of: text, width: width, style: .note) {
        #expect(TextStyle.note.width(of: line) <= width)
      }
    }
  }

  @Test func keepsANumberAndItsUnitOnOneLine() {
    for width in stride(from: 60.0, through: 300, by: 3) {
      let lines = LineBreaking.lines(
        of: "a serverless GPU runs 800 h for 20 GB of tokens", width: width, style: .note)
      #expect(!lines.contains { $0.hasSuffix("800") || $0.hasSuffix("20") })
    }
  }

  @Test func leavesNoWordAloneOnTheLastLine() {
    let text = "every line of this note has company at its end, even the last"
    for width in stride(from: 140.0, through: 330, by: 5) {
      let lines = LineBreaking.lines(of: text, width: width, style: .note)
      #expect(lines.count == 1 || lines.last?.contains(" ") == true, "at \(width)")
    }
  }

  @Test func evensOutATitle() {
    let title = "Serverless beats a $15 API above 20.6M tokens a month; an H100 wins later"
    let lines = LineBreaking.lines(of: title, width: 600, style: .title)
    #expect(lines.count == 2)
    let widths = lines.map { TextStyle.title.width(of: $0) }
    #expect((widths.max() ?? 0) < 1.3 * (widths.min() ?? 0))
  }

  @Test(arguments: ["", "  \n "])
  func breaksNothingIntoNothing(text: String) {
    #expect(LineBreaking.lines(of: text, width: 100, style: .note).isEmpty)
  }
}
