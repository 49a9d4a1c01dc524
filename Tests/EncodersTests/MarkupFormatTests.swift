import Pricing
import TestSupport
import Testing

@testable import Encoders

@Suite("Tables in other people's markup")
struct MarkupFormatTests {
  /// A table with everything in it that some markup language reads as its own.
  private static func hostile() throws -> Table {
    let cost = Table.Cell.Exact.amount(low: try Money(dollars: "1440"), high: nil)
    var table = Table(
      id: "hostile", caption: ".Caption: 50 % & *all* {of} it",
      notes: [
        "1. A note that looks like an item.", "NOTE: one that looks like a warning::",
        ".. a directive", "# a heading \\textbf{x} $x_1^2$ ~50 --- it's ‘so’",
      ],
      columns: [
        .init(key: "offer", title: "Offer | [x]"), .init(key: "cost", title: "- Cost"),
        .init(key: "text", title: "|==="),
      ],
      rows: [
        [
          .init("{offer} <b>&amp;</b> _a_ `code` **x**"), .init("$1,440", cost, badge: "lowest"),
          .init("https://example.org/a_b, a@b.org, link:x[y], (C) ... -- ->"),
        ],
        [
          .init("* item"), .init("not stated", .state("not stated")),
          .init(":role:`x` word_ |sub| C:\\temp a; b"),
        ],
        [.init(""), .init("$0", cost, notes: ["=== {x} |y| \u{201C}quoted\u{201D}"]), .init("+")],
      ])
    table.origin = TableOrigin(
      language: "en", page: "A [page]_ | of *ours*", publication: "{Costs}",
      address: "https://example.org/s/x_y/",
      sources: "Source: Example, 28 May 2026.", licence: "CC BY 4.0.")
    return table
  }

  @Test(
    "Every name keeps its letters",
    arguments: [
      TableFormat.markdown, .asciidoc, .restructuredText, .latex,
    ].map(\.ending))
  func golden(ending: String) throws {
    let formats: [TableFormat] = [.markdown, .asciidoc, .restructuredText, .latex]
    let format = try #require(formats.first { $0.ending == ending })
    try expectGolden(
      String(decoding: format.file(try Self.hostile()), as: UTF8.self), "hostile.\(ending)")
  }

  @Test(
    "Text on its way into AsciiDoc",
    arguments: [
      ("a*b", "a&#42;b"), ("NOTE: x", "NOTE&#58; x"), ("of 3: x", "of 3: x"),
      ("a::b", "a&#58;&#58;b"), ("x; y", "x; y"), ("*; y", "&#42;&#59; y"), ("1. x", "1&#46; x"),
      ("iv) x", "iv&#41; x"), ("3.5 h", "3.5 h"), ("end. New", "end. New"),
      ("...", "&#46;&#46;&#46;"),
      ("a - b", "a - b"), ("a -- b", "a &#45;&#45; b"), ("=x", "&#61;x"), ("(C)", "&#40;C)"),
      ("(a)", "(a)"), ("((a))", "&#40;&#40;a&#41;&#41;"), ("$$a$$", "&#36;&#36;a&#36;&#36;"),
      ("• x", "&#8226; x"), ("a • x", "a • x"), ("a\nb", "a b"), ("", ""),
    ])
  func asciidoc(text: String, escaped: String) {
    #expect(AsciiDocText.inline(text) == escaped)
  }

  @Test(
    "Text on its way into reStructuredText",
    arguments: [
      ("a*b", "a\\*b"), ("word_ x", "word\\_ x"), ("a_b", "a_b"), ("_x", "\\_x"),
      ("x::", "x\\:\\:"),
      ("a: b", "a: b"), ("10:30", "10\\:30"), ("1. x", "1\\. x"), ("A) x", "A\\) x"),
      ("3.5", "3.5"), ("- x", "\\- x"), ("(a) x", "\\(a) x"), ("a (b)", "a (b)"), ("$5", "$5"),
      ("$$$$", "\\$$$$"), ("$", "\\$"), ("\\\\", "\\ \\\\\\\\"), ("• x", "\\• x"), ("…", "…"),
      ("", ""),
    ])
  func restructuredText(text: String, escaped: String) {
    #expect(RestructuredText.inline(text) == escaped)
  }

  @Test(
    "Text on its way into LaTeX",
    arguments: [
      ("50 % & $5", "50 \\% \\& \\$5"), ("a_b#c", "a\\_b\\#c"),
      ("\\x{y}", "\\textbackslash{}x\\{y\\}"),
      ("a--b", "a-{}-b"), ("–-", "--{}-"), ("?‘", "?{}`"), ("\"", "\\string\""), ("4–8", "4--8"),
      ("2 × 3 ÷ 4 − 1", "2 $\\times$ 3 $\\div$ 4 $-$ 1"),
      ("[x]*", "{[}x{]}*"), ("\u{A0}~^", "~\\textasciitilde{}\\textasciicircum{}"),
      ("“it’s”", "``it's''"), ("<a>|b", "\\textless{}a\\textgreater{}$|$b"), ("", ""),
    ])
  func latex(text: String, escaped: String) {
    #expect(LaTeXText.inline(text) == escaped)
  }

  @Test(
    "A paragraph of Markdown begins no list and no heading",
    arguments: [
      ("# x", "\\# x"), ("12. x", "12\\. x"), ("1) x", "1\\) x"), ("- x", "\\- x"),
      ("+ x", "\\+ x"),
      ("> x", "\\> x"), ("3.5 x", "3.5 x"), ("plain", "plain"), ("$x$ for $5", "\\$x\\$ for $5"),
      ("https://a_b and a@b", "https\\://a\\_b and a\\@b"),
      ("www.a_b and ww.c", "www\\.a\\_b and ww.c"), ("{x}", "\\{x\\}"), ("", ""),
    ])
  func markdownParagraphs(text: String, escaped: String) {
    var output: [UInt8] = []
    MarkdownText.append(paragraph: text, to: &output)
    #expect(String(decoding: output, as: UTF8.self) == escaped)
  }

  @Test func aTableWithoutAnOriginEndsWithItsNotes() throws {
    var table = try Self.hostile()
    table.origin = nil
    for format in [TableFormat.markdown, .asciidoc, .restructuredText, .latex] {
      let text = String(decoding: format.file(table), as: UTF8.self)
      #expect(!text.contains("example.org/s/") && !text.contains("CC BY"))
    }
  }
}
