import Content
import Diagnostics
import TestSupport
import Testing

@Suite("Mistakes of YAML")
struct YAMLMistakeTests {
  static let mistakes: [(name: String, text: String)] = [
    ("anchor.yaml", "name: &a Example\nnote: *a\n"),
    ("bold.yaml", "note: *bold* words\n"),
    ("tag.yaml", "name: !!str 5\n"),
    ("tag-verbatim.yaml", "name: !<tag:example.com,2026:text> 5\n"),
    ("tag-escape.yaml", "name: !a%1Bb 5\n"),
    ("tag-unfinished.yaml", "name: !<tag 5\n"),
    ("anchor-and-tag.yaml", "name: &a !!str 5\nnote: &b\nopen: *b, or not\n"),
    ("anchored-key.yaml", "&a name: a\n*a : b\n"),
    ("directive.yaml", "%YAML 1.1\n---\nname: a\n"),
    ("unknown-directive.yaml", "%5 of all\n"),
    ("two-documents.yaml", "name: a\n---\nname: b\n"),
    ("document-end.yaml", "name: a\n...\n"),
    ("duplicate.yaml", "name: a\nnote: b\nname: c\noffers:\n- {id: a, id: b}\n"),
    ("duplicate-quoted.yaml", "name: a\n\"name\": c\n"),
    ("duplicate-escaped.yaml", "\"n\\x61me\": a\nname: c\n"),
    ("duplicate-of-many.yaml", (0..<20).map { "k\($0): a\n" }.joined() + "k18: b\n"),
    ("complex-key.yaml", "? [a, b]\n: c\n"),
    ("list-as-key.yaml", "[a, b]: c\n"),
    ("mapping-as-key.yaml", "{{a: b}: c}: d\n"),
    ("complex-key-in-braces.yaml", "offers:\n- {id: a, ? meter: time}\n"),
    ("complex-key-after-key.yaml", "name: ? a\n"),
    ("list-in-braces.yaml", "offers:\n- {id: a, [b, c]}\n"),
    ("key-of-two-lines.yaml", "offers:\n- {id: a, me\nter: time}\n"),
    ("long-key.yaml", String(repeating: "a", count: 1100) + ": a\nname: b\n"),
    ("no-key.yaml", ": a\n"),
    ("no-key-in-braces.yaml", "offers:\n- {: a}\n"),
    ("tab.yaml", "offers:\n\t- id: a\n"),
    ("tab-in-text.yaml", "note: a\n\tb\n"),
    ("tab-in-block.yaml", "note: |\n\ta\n"),
    ("tab-after-dash.yaml", "regions:\n-\ta\n"),
    ("open-quote.yaml", "name: 'Example\nnote: b\n"),
    ("open-double-quote.yaml", "name: \"Example\nnote: b\n"),
    ("open-quote-above-a-quote.yaml", "name: 'Example\nnote: 'b'\n"),
    ("apostrophe.yaml", "name: 'It's here'\n"),
    ("quotes-inside.yaml", "name: \"a\" and \"b\"\n"),
    ("quotes-in-list.yaml", "regions: [\"a\" \"b\"]\n"),
    ("after-list.yaml", "regions: [a] b\n"),
    ("open-list.yaml", "regions: [a, b\nname: c\n"),
    ("open-mapping.yaml", "offers:\n- {id: a\n"),
    ("open-at-end.yaml", "regions: [a, b"),
    ("open-before-marker.yaml", "regions: [a\n---\n"),
    ("closed-by-the-other.yaml", "regions: [a, b}\n"),
    ("bracket-in-braces.yaml", "offers:\n- {id: a[0]}\n"),
    ("dash-in-list.yaml", "regions: [\n- a\n]\n"),
    ("commas.yaml", "regions: [a,, b]\n"),
    ("comma.yaml", "name: , a\n"),
    ("colon-in-list.yaml", "regions: [a: b: c]\n"),
    ("colon-without-space.yaml", "offers:\n- {id:[a]}\n"),
    ("colon.yaml", "name: Llama: big\n"),
    ("colon-next-line.yaml", "name: a\n  note: b\n"),
    ("no-colon.yaml", "name: a\nnote\nfree-tokens: 1\n"),
    ("no-colon-comment.yaml", "name: a\nnote   # why\nfree-tokens: 1\n"),
    ("outdented.yaml", "offers:\n    - id: a\n  - id: b\n"),
    ("outdented-key.yaml", "aliases:\n    a: b\n  c: d\n"),
    ("list-in-mapping.yaml", "name: a\n- b\n"),
    ("key-in-list.yaml", "regions:\n  - a\n  b: c\n"),
    ("key-after-list.yaml", "- a\nb: c\n"),
    ("indented-start.yaml", "  name: a\nnote: b\n"),
    ("dash-after-key.yaml", "regions: - a\n"),
    ("escape.yaml", "name: \"a\\qb\"\n"),
    ("hexadecimal.yaml", "name: \"a\\xZZ\"\n"),
    ("control.yaml", "name: \"a\\u0007b\"\n"),
    ("surrogate.yaml", "name: \"\\uD800\"\n"),
    ("at-sign.yaml", "name: @home\n"),
    ("percent.yaml", "name: %5\n"),
    ("backtick.yaml", "name: `a`\n"),
    ("pipe-zero.yaml", "note: |0\n  more\n"),
    ("pipe-in-list.yaml", "regions: [|]\n"),
    ("after-pipe.yaml", "note: | text\n  more\n"),
    ("bracket.yaml", "name: ]\n"),
    ("blanks.yaml", "note: a" + String(repeating: "\n", count: 1100) + "  b\n"),
    ("deep.yaml", String(repeating: "[", count: 40) + "\n"),
    ("empty.yaml", ""),
    ("comments.yaml", "# nothing\n\n# here\n"),
    ("marker.yaml", "---\n"),
  ]

  @Test func sayWhatToDoInAnAuthorsWords() throws {
    let report = try Example.report(Self.mistakes) { source, findings in
      _ = Mapping.read(source, as: Example.card, into: &findings)
    }
    try expectGolden(report, "yaml-mistakes.txt")
  }

  @Test(
    "Leaves signs inside texts alone",
    arguments: [
      "a & b", "R&D *bold* !important", "'&a'", "'*a: it''s'", "\"*a \\\" &b\"", "a#b", "a - b",
      "|\n  *a\n  &b\n   ? c\n", ">-\n  !tag\n\n  [", "|2\n   *a\n  &b\n", "|+\n\n\n  &a\n",
      "a\n  *b\n  &c", "\"a\n  *b: c\"", "http://example.com:80/*", "-1", "a]b}", ":a",
    ])
  func leavesAlone(value: String) throws {
    let text = "name: a\nnote: \(value)\noffers: [{id: a, meter: time}]\n"
    let (mapping, findings) = try Example.read(text)
    #expect(findings.isEmpty)
    #expect(mapping?.text("note") != nil)
  }

  @Test(
    "Takes every way to write a mapping",
    arguments: [
      "---\nname: a\noffers:\n- id: a\n  meter: time\n",
      "name: a\noffers:\n  - id: a\n    meter: time\n  -\n    id: b\n    meter: time\n",
      "{name: a, offers: [{id: a, meter: time,},],}",
      "{\"name\":\"a\",\"offers\":[{\"id\":\"a\",\"meter\":\"time\"}]}",
      "{\n\t\"name\": \"a\", # why\n\"offers\":\n[{id: a,\nmeter: time}]\n}\n",
      "'name': a\noffers: # why\n\n# more\n- id: a\n\n  meter: time",
      "name:\n  a\noffers:\n- meter: time\n  id:\n    a\n",
    ])
  func takes(text: String) throws {
    let (mapping, findings) = try Example.read(text)
    #expect(findings.isEmpty)
    #expect(mapping?.text("name")?.value == "a")
    #expect(mapping?.mappings("offers").first?.text("id")?.value == "a")
  }
}
