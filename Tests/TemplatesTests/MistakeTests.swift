import Diagnostics
import Templates
import TestSupport
import Testing
import XML

@Suite("Mistakes in templates")
struct MistakeTests {
  private func mistakes(
    _ files: [TemplateFile], entries: [TemplateEntry] = [TemplateEntry("a.xhtml", Page.self)]
  ) async throws -> [String] {
    do {
      _ = try await TemplateSet(
        BoundTemplates(files: files, entries: entries), profiles: Shipped.profiles.get())
      return []
    } catch let error as TemplateError {
      return error.diagnostics.map(\.description)
    }
  }

  /// One template with a body from line 2 on.
  private func mistakes(_ body: String) async throws -> [String] {
    try await mistakes([
      TemplateFile(path: "a.xhtml", text: "<div \(root("Page"))>\n\(body)\n</div>")
    ])
  }

  @Test func everyMistakeIsNamedAtItsPlace() async throws {
    let bodies = [
      "<p>{{ page.titel }}</p>", "<p>{{ pag.headline }}</p>", "<p>ü &amp;\n {{ page.head }}</p>",
      "<p title='a\n {{ page.headlin }}'/>", "<p>{{ page.headline.x }}</p>", "<p>{{ page }}</p>",
      "<p>{{ page.table }}</p>", "<p>{{ page.notes }}</p>", "<p>{{ page.body }}</p>",
      "<p>{{ page.table.hidden }}</p>", "<p title='x{{ page.table.hidden }}'/>",
      "<p>{{ page.headline | upper }}</p>", "<p>{{ page.headline</p>", "<p>{{ }}</p>",
      "<p>{{ a {{ page.headline }}</p>", "<p>{{ page..headline }}</p>", "<p>{{ .page }}</p>",
      "<p t:fro='x'/>", "<p t:model='Page'/>", "<p t:layout='x'/>",
      "<p t:for='row of page.notes'/>",
      "<p t:for='row in page.nots'>{{ row.x }}</p>",
      "<p t:for='row in page.headline'>{{ row }}</p>",
      "<p t:for='page in page.notes'/>", "<p t:for='note in page.notes'>{{ note.x }}</p>",
      "<p t:for='note in page.notes'/>{{ note }}",
      "<p t:if='page.headline'/>", "<p t:if='page.table'/>", "<p t:if='not page.second'/>",
      "<p t:if='{{ page.second }}'/>",
      "<p t:else=''/>", "<p t:if='page.second'/>x<p t:else=''/>",
      "<p t:for='note in page.notes' t:if='page.second'/><p t:else=''/><p t:else=''/>",
      "<p t:if='page.second'/><p t:else='x'/>",
      "<p t:if='page.second'/><p t:else='' t:if='page.body'/>",
      "<p t:include='b.xhtml' t:with='page.table'/>", "<p t:include='a.xhtm' t:with='page.table'/>",
      "<p t:include='a.xhtml'/>", "<p t:with='page.table'/>",
      "<p t:include='a.xhtml' t:with='page.table'/>",
      "<p t:fragment='page.headline'/>", "<p t:fragment='page.bod'/>", "<p t:slot='mian'/>",
      "<p t:slot='main'/>", "<t:block/>", "<p x:y='1' xmlns:x='urn:x'/>",
      "<script src='a'>x</script>",
      "<p t:remove='yes'/>", "<p scop='x'/>", "<ul><p/></ul>", "<p data-x='1'/>",
      "<ul>{{ page.headline }}</ul>", "<p style='color:{{ page.headline }}'/>",
      "<img src='{{ page.headline }}'/>", "<th scope='{{ page.headline }}'/>",
      "<dl t:if='page.second'><dd/></dl><ul t:else=''><dd/></ul>", "<p>", "<p>&nbsp;</p>",
    ]
    var report = ""
    for body in bodies {
      let found = try await mistakes(body)
      #expect(!found.isEmpty, "\(body)")
      report += "\(body)\n" + found.map { "    \($0)\n" }.joined()
    }
    try expectGolden(report, "template-mistakes.txt")
  }

  @Test func everyTemplateIsReportedInOneGo() async throws {
    let text = """
      -- a.xhtml --
      <div \(root("Page"))>{{ page.x }}</div>
      -- b.xhtml --
      <div \(root("Pag"))></div>
      -- c.xhtml --
      <div xmlns="\(Markup.xhtml)"></div>
      -- d.xhtml --
      <div></div>
      -- e.svg --
      <div \(root("Page"))></div>
      -- f.xhtml --
      <div \(root("Table")) t:if="table.id">{{ table.y }}</div>
      -- g.xhtml --
      <div
      """
    let found = try await mistakes(
      files(text),
      entries: [TemplateEntry("a.xhtml", Page.self), TemplateEntry("z.xhtml", Table.self)])
    try expectGolden(found.joined(separator: "\n") + "\n", "many-templates.txt")
  }

  @Test func whatTemplatesExpectOfEachOtherIsChecked() async throws {
    let text = """
      -- a.xhtml --
      <main \(root("Page")) t:layout="b.xhtml"><div t:include="c.xhtml" t:with="page.frame"/></main>
      -- b.xhtml --
      <html \(root("Frame")) lang="en"><head><meta charset="utf-8"/><meta http-equiv="Content-Security-Policy" content=""/><title>x</title></head><body/></html>
      -- c.xhtml --
      <div \(root("Table"))><p t:include="d.xhtml" t:with="table"/></div>
      -- d.xhtml --
      <div \(root("Table"))><p t:include="c.xhtml" t:with="table"/></div>
      -- e.xhtml --
      <p \(root("Table")) t:layout="b.xhtml"/>
      """
    let found = try await mistakes(
      files(text),
      entries: [TemplateEntry("a.xhtml", Page.self), TemplateEntry("e.xhtml", Row.self)])
    try expectGolden(found.joined(separator: "\n") + "\n", "between-templates.txt")
  }

  @Test("Random changes to a template never trap", arguments: 0..<30)
  func randomChangesNeverTrap(seed: UInt64) async throws {
    var state = seed
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let source = """
      <div \(root("Page"))><p t:for="row in page.table.rows" t:if="row.link" class="{{ row.offer }}">
      {{ row.offer }}</p><p t:if="page.second">{{ page.second.id }}</p><b t:else="">x</b>
      <div t:fragment="page.body"/></div>
      """
    let words = [
      "{{", "}}", "t:for", "t:if", "t:else=''", "page", ".", "<p>", "</p>", "\"", "&", " ",
    ]
    for _ in 0..<20 {
      var text = Array(source.utf8)
      for _ in 0...random(4) {
        let index = random(text.count)
        switch random(3) {
        case 0: text.insert(contentsOf: words[random(words.count)].utf8, at: index)
        case 1: text.removeSubrange(index..<min(text.count, index + random(8)))
        default: text[index] = UInt8(random(128))
        }
      }
      let found = try await mistakes([TemplateFile(path: "a.xhtml", text: text)])
      #expect(found.allSatisfy { $0.hasPrefix("templates/a.xhtml") })
    }
  }
}
