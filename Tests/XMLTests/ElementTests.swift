import Diagnostics
import Testing
import XML

@Suite("Reading XML")
struct ElementTests {
  private func place(_ line: Int, _ column: Int) -> Diagnostics.SourceLocation {
    Diagnostics.SourceLocation(file: "a.xml", line: line, column: column)
  }

  private func read(_ source: String) throws -> Element {
    try Element(parsing: source, file: "a.xml")
  }

  @Test func keepsOrderAndResolvesReferences() throws {
    let root = try read("<a z='1' b='&lt;&#x41;'>x&amp;y<![CDATA[<&]]><b/>&#233;</a>")
    #expect(root.attributes.map(\.name) == ["z", "b"])
    #expect(root["b"] == "<A")
    guard case .text(let text) = root.children[0], case .text(let last) = root.children[2] else {
      Issue.record("the children are not text, element, text")
      return
    }
    #expect(text.text == "x&y<&")
    #expect(last.text == "é")
  }

  @Test func resolvesNamespacesByScope() throws {
    let root = try read(
      "<a xmlns='urn:one' xmlns:t='urn:t' t:if='x'><b xmlns='urn:two'/><t:c xmlns:t='urn:u'/><d/></a>"
    )
    #expect(root.namespace == "urn:one")
    #expect(root.elements.map(\.namespace) == ["urn:two", "urn:u", "urn:one"])
    #expect(root.attributes.map(\.namespace) == ["urn:t"])
    #expect(root["if", namespace: "urn:t"] == "x")
    #expect(root["if"] == nil)
  }

  @Test func placesStartTagsAndAttributesOverSeveralLines() throws {
    let root = try read("<!-- <x> -->\n<a\n  é='ö'\n  b = \"2\"><!-- y --><c/>\n ü<d>\n</d></a>")
    #expect(root.location == place(2, 1))
    #expect(root.attributes.map(\.location) == [place(3, 3), place(4, 3)])
    #expect(root.attributes.map(\.value.start) == [place(3, 6), place(4, 8)])
    #expect(root.elements.map(\.location) == [place(4, 21), place(5, 3)])
  }

  @Test(
    "The start of a comment holds none of its end",
    arguments: ["<a><!--><b>--><c/></a>", "<!-->--><a><c/></a>", "<a><!----><c/><!-- > --></a>"])
  func comments(source: String) throws {
    #expect(try read(source).elements.map(\.name) == ["c"])
  }

  @Test(
    "Finds where a character of a text was written",
    arguments: [
      ("<a>x!</a>", 1, 5),
      ("<a>&amp;&#x20AC;!</a>", 1, 17),
      ("<a>\n\nü !</a>", 3, 3),
      ("<a>x\r\n!</a>", 2, 1),
      ("<a><![CDATA[&amp;]]>!</a>", 1, 21),
      ("<a>y<![CDATA[\n!]]></a>", 2, 1),
      ("<a><![CDATA[!]]></a>", 1, 13),
      ("<a>👩‍👩‍👧!</a>", 1, 9),
      ("\u{FEFF}<a>!</a>", 1, 4),
    ])
  func findsCharacters(source: String, line: Int, column: Int) throws {
    let root = try read(source)
    guard case .text(let text)? = root.children.first, let mark = text.text.firstIndex(of: "!")
    else {
      Issue.record("there is no mark in the text")
      return
    }
    #expect(text.location(at: mark) == place(line, column))
  }

  @Test(
    "Finds where a character of a value was written",
    arguments: [
      ("<a b='&lt;!'/>", 1, 11), ("<a b='x\n\t!'/>", 2, 2), ("<a\n b='&quot;\r\n !'/>", 3, 2),
    ])
  func findsCharactersOfValues(source: String, line: Int, column: Int) throws {
    let value = try #require(try read(source).attributes.first?.value)
    let mark = try #require(value.text.firstIndex(of: "!"))
    #expect(value.location(at: mark) == place(line, column))
  }

  @Test func normalisesWhiteSpaceInValuesButNotInReferences() throws {
    #expect(try read("<a b='1\n2\t3\r\n4&#10;5'/>")["b"] == "1 2 3 4\n5")
  }

  @Test func writesWhatItRead() throws {
    let source = "<a b=\"&lt;&quot;\">x&amp;&gt;<c xmlns=\"urn:c\"/> y</a>"
    #expect(String(decoding: try read(source).markup(), as: UTF8.self) == source)
  }

  @Test func writesHTMLSoThatBothParsersReadTheSame() throws {
    let source = "<p xmlns='\(Markup.xhtml)'><br></br><td/><!-- x --><b class='a'></b></p>"
    #expect(
      String(decoding: try read(source).markup(inside: Markup.xhtml), as: UTF8.self)
        == "<p><br/><td></td><b class=\"a\"></b></p>")
  }
}
