import Diagnostics
import Testing

@testable import Site

@Suite("Check of a stylesheet")
struct StylesheetCheckTests {
  @Test(
    "Accepts what closes",
    arguments: [
      "", "a { b: c }", "a{b:url(\"}{\")}", "/* { [ ( \" ' */ a {}", "a::after { content: '\\'}' }",
      "@media (x) { a[b=\"]\"] { c: d(e, (f)) } }", ".a\\{ { b: c }", "a { b: \"x\\\ny\" }",
    ])
  func accepts(text: String) {
    #expect(StylesheetCheck.findings(in: Array(text.utf8), file: "a.css").isEmpty)
  }

  @Test(
    "Refuses what does not, where it begins",
    arguments: [
      ("a {\n  b: c\n", "a.css:1:3: error: '{' is not closed"),
      ("a { b: c }\n}\n", "a.css:2:1: error: '}' without an opening '{'"),
      ("a { b: d(e; }\n", "a.css:1:9: error: '(' is not closed"),
      ("a[b { c: d }", "a.css:1:2: error: '[' is not closed"),
      ("a {}\n/* b", "a.css:2:1: error: a comment without an end"),
      ("a { b: \"c; }\n}", "a.css:1:8: error: a string that does not end on its line"),
      ("a { b: 'c", "a.css:1:8: error: a string that does not end on its line"),
      ("a { b: '\\", "a.css:1:8: error: a string that does not end on its line"),
    ])
  func refuses(text: String, message: String) throws {
    let findings = StylesheetCheck.findings(in: Array(text.utf8), file: "a.css")
    let first = try #require(findings.first)
    #expect(findings.count == 1)
    #expect("\(first.location): \(first.severity.rawValue): \(first.message)" == message)
    #expect(first.hint != nil)
  }
}
