import Diagnostics
import TestSupport
import Testing
import XML

@Suite("Refusing XML")
struct RefusalTests {
  @Test(
    "Refuses what may reach outside or hide text",
    arguments: [
      ("<!DOCTYPE a>\n<a/>", "a.xml:1:1: error: a DOCTYPE is not allowed"),
      (
        "<!-- x -->\n <!DOCTYPE a [<!ENTITY n 'x'>]><a>&n;</a>",
        "a.xml:2:2: error: a DOCTYPE is not allowed"
      ),
      ("<!DOCTYPE html>\n<a/>", "a.xml:1:1: error: a DOCTYPE is not allowed"),
      ("<a><?php x ?></a>", "a.xml:1:4: error: a processing instruction is not allowed"),
      (
        "<?xml version='1.0' encoding='latin1'?><a/>",
        "a.xml:1:31: error: 'latin1' is not the encoding of this file"
      ),
      ("<a>\n &nbsp;</a>", "a.xml:2:8: error: '&nbsp;' is not defined"),
    ])
  func refuses(source: String, report: String) throws {
    let error = try #require(throws: XMLError.self) { try Element(parsing: source, file: "a.xml") }
    let lines = error.diagnostics.map { "\($0)".split(separator: "\n")[0] }
    #expect(lines == [Substring(report)])
  }

  @Test(
    "Names the first byte that is no text",
    arguments: [
      ([0x0A, 0xC3, 0x28], 2, 1), ([0x78, 0xC3, 0xA9, 0x00], 1, 3), ([0xFF, 0xFE], 1, 1),
    ])
  func refusesOtherEncodings(bytes: [UInt8], line: Int, column: Int) throws {
    let error = try #require(throws: XMLError.self) { try Element(parsing: bytes, file: "a") }
    #expect(
      error.diagnostics.map(\.location) == [
        Diagnostics.SourceLocation(file: "a", line: line, column: column)
      ])
    #expect(error.diagnostics[0].message == "the file is not UTF-8 text from here on")
  }

  @Test(arguments: [(128, true), (129, false), (300, false)])
  func refusesADepthBeyondTheLimit(depth: Int, isAccepted: Bool) {
    let source = String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
    let accepted = (try? Element(parsing: source, file: "a")) != nil
    #expect(accepted == isAccepted)
  }

  @Test func tellsWhereTheDepthIsExceeded() throws {
    let limits = ParsingLimits(bytes: 100, depth: 2)
    let error = try #require(throws: XMLError.self) {
      try Element(parsing: "<a>\n <b/>\n <b><c/></b></a>", file: "a", limits: limits)
    }
    #expect(
      error.diagnostics.map(\.description) == ["a:3:5: error: elements stand more than 2 deep"])
  }

  @Test func refusesASizeBeyondTheLimit() throws {
    let limits = ParsingLimits(bytes: 4)
    #expect(throws: Never.self) { try Element(parsing: "<a/>", file: "a", limits: limits) }
    let error = try #require(throws: XMLError.self) {
      try Element(parsing: "<aa/>", file: "a", limits: limits)
    }
    #expect(error.diagnostics[0].message == "a file of over 4 bytes")
  }

  @Test func aPublishedPageMayStartWithTheDocumentTypeOfHTML() throws {
    let page = Array("<!DOCTYPE html>\n<html/>".utf8)
    let document = try PublishedDocument(parsing: page, file: "a")
    #expect(
      document.location(ofElement: 0) == Diagnostics.SourceLocation(file: "a", line: 2, column: 1))
    #expect(throws: XMLError.self) {
      _ = try PublishedDocument(parsing: Array("<!DOCTYPE html SYSTEM 'x'><html/>".utf8), file: "a")
    }
  }

  @Test func reportsEveryKindOfMistakeInOurWords() throws {
    let sources = [
      "", "text", "<a/><b/>", "<a>", "<a>\n<b></a>", "<a>\n  <b c=1/>\n</a>", "<a b/>",
      "<a b='1' b='2'/>", "<a b='<'/>", "<a>a & b</a>", "<a>&amp</a>", "<a>&#0;</a>",
      "<a>\u{1}</a>", "<t:a/>", "<a t:b=''/>", "<a", "<a><!-- -- --></a>", "<a><![CDATA[x</a>",
      "<a>\n ü &x; &y;\n &z;\n</a>", "<a>]]></a>", "<1/>", "<a xmlns:t=''/>",
    ]
    var report = ""
    for source in sources {
      report += "\(source.debugDescription)\n"
      let error = try #require(throws: XMLError.self, "\(source)") {
        try Element(parsing: source, file: "a.xml")
      }
      for diagnostic in error.diagnostics { report += "    \(diagnostic)\n" }
    }
    try expectGolden(report, "syntax-mistakes.txt")
  }
}
