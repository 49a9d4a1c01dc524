import Testing

@testable import Charts

@Suite("Text measure and line breaks")
struct LineBreakingTests {
  @Test(arguments: [
    ("", 0.0), ("0", 0.642), ("00", 1.284), ("1", 0.642), ("\u{4E2D}", 1), ("\u{0411}", 0.69),
    ("i", 0.278),
  ])
  func measuresInTheWiderOfTwoFonts(text: String, em: Double) {
    #expect(abs(TextStyle.detail.width(of: text) - em * 12) < 1e-9)
  }

  @Test(arguments: [
    ("Serverless GPU", ["Serverless", "GPU"]), ("H100", ["H100"]),
    ("One that goes on and on for ever", ["One that", "goes on…"]),
    ("DeepSeek-R1-Distill-Llama-70B hosted", ["DeepSeek-", "R1-Distill…"]),
    ("GPT-5.4-mini", ["GPT-5.4-", "mini"]), ("", []),
  ])
  func shortensWhatHasNoRoom(text: String, expected: [String]) {
    let lines = LineBreaking.shortened(text, to: 2, width: 84, style: .name)
    #expect(lines.map(\.text) == expected)
    #expect(lines.allSatisfy { $0.width <= 84 })
  }

  @Test func measuresBoldTextWider() {
    #expect(TextStyle.name.width(of: "Managed") > TextStyle.detail.width(of: "Managed"))
  }

  @Test(arguments: ["20.6M tokens", "one two three four five six seven eight", "a b"])
  func neverExceedsTheWidthWhileWordsFit(text: String) {
    for width in stride(from: 80.0, through: 400, by: 7) {
      for line in LineBreaking.lines(of: text, width: width, style: .note) {
        #expect(line.width <= width && line.width == TextStyle.note.width(of: line.text))
      }
    }
  }

  @Test func keepsANumberAndItsUnitOnOneLine() {
    for width in stride(from: 60.0, through: 300, by: 3) {
      let lines = LineBreaking.lines(
        of: "a serverless GPU runs 800 h for 20 GB of tokens", width: width, style: .note)
      #expect(!lines.contains { $0.text.hasSuffix("800") || $0.text.hasSuffix("20") })
    }
  }

  @Test(arguments: [
    ("80 GB", true), ("$4 h", true), ("20 h,", true), ("5 \u{B5}s", true), ("7 %", true),
    ("20 or", false), ("4 days", false), ("$ h", false), ("20 (h)", false), ("a b", false),
    ("9 \u{E4}\u{E4}\u{E4}", false),
  ])
  func takesTwoLettersAfterANumberForAUnit(text: String, isKept: Bool) {
    let lines = LineBreaking.lines(of: text, width: 1, style: .note)
    #expect(lines.count == (isKept ? 1 : 2))
    #expect(lines.map(\.text).joined(separator: " ").replacing("\u{A0}", with: " ") == text)
  }

  @Test(arguments: [
    ("20 \u{2212} 5\u{202F}\u{2013}\u{B7}", [642, 318, 838, 318, 642, 200, 500, 318]),
    ("\u{1F600}\u{20AC}\u{0416}", [1000, 665, 690]),
  ])
  func measuresEveryCharacterByItself(text: String, advances: [Int]) {
    // The first number has two digits.
    let sum = advances.reduce(0, +) + (text.hasPrefix("2") ? 642 : 0)
    #expect(TextStyle.aside.width(of: text) == Double(sum) * 12 / 1000)
  }

  @Test func leavesNoWordAloneOnTheLastLine() {
    let text = "every line of this note has company at its end, even the last"
    for width in stride(from: 140.0, through: 330, by: 5) {
      let lines = LineBreaking.lines(of: text, width: width, style: .note)
      #expect(lines.count == 1 || lines.last?.text.contains(" ") == true, "at \(width)")
    }
  }

  @Test func evensOutATitle() {
    let title = "Serverless beats a $15 API above 20.6M tokens a month; an H100 wins later"
    let lines = LineBreaking.lines(of: title, width: 600, style: .title)
    #expect(lines.count == 2)
    let widths = lines.map(\.width)
    #expect((widths.max() ?? 0) < 1.3 * (widths.min() ?? 0))
  }

  @Test(arguments: ["", "  \n "])
  func breaksNothingIntoNothing(text: String) {
    #expect(LineBreaking.lines(of: text, width: 100, style: .note).isEmpty)
  }
}
