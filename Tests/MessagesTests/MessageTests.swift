import Diagnostics
import Testing

@testable import Messages

@Suite("A message")
struct MessageTests {
  private static let german = Language(
    "de",
    MessageFile(
      Array(
        """
        msgid "{0} costs less than {1}"
        msgstr "{1} ist teurer als {0}"

        msgid "May"
        msgstr "kann"

        msgctxt "month"
        msgid "May"
        msgstr "Mai"

        msgid "One replica is idle"
        msgid_plural "{0} replicas are idle"
        msgstr[0] "Ein Replikat ruht"
        msgstr[1] "{0} Replikate ruhen"

        msgid "a long text about {0} that goes on, as {1} does"
        msgstr "ein langer Text über {0}, wie {1}"
        """.utf8), path: "de.po", tag: "de"))

  private func inGerman<Output>(_ say: () -> Output) -> Output {
    Language.$bound.withValue(Self.german, operation: say)
  }

  private func comparison(_ one: String, _ other: String) -> String {
    localized("\(one) costs less than \(other)")
  }

  @Test("Is what it says in English")
  func english() { #expect(comparison("A", "{1}") == "A costs less than {1}") }

  @Test("Has its values where its translation wants them")
  func translated() {
    #expect(inGerman { comparison("A", "{1}") } == "{1} ist teurer als A")
    #expect(comparison("A", "B") == "A costs less than B")
  }

  @Test("Is told apart by its context")
  func context() {
    #expect(inGerman { localized("May") } == "kann")
    #expect(inGerman { localized("May", context: "month") } == "Mai")
    #expect(localized("May", context: "month") == "May")
  }

  @Test(
    "Has the form for its count", arguments: [(0, "0 Replikate ruhen"), (1, "Ein Replikat ruht")])
  func plural(count: Int, text: String) {
    let say = { localized(count, one: "One replica is idle", other: "\(count) replicas are idle") }
    #expect(inGerman(say) == text)
    #expect(say() == (count == 1 ? "One replica is idle" : "\(count) replicas are idle"))
  }

  @Test("May be written in parts")
  func parts() {
    let say = { (one: String) in
      localized("a long text about \(one) " + "that goes on, " + "as \(one) does")
    }
    #expect(inGerman { say("X") } == "ein langer Text über X, wie X")
    #expect(say("X") == "a long text about X that goes on, as X does")
  }

  @Test("Is told if the language lacks it, once, and said in English")
  func missing() {
    let language = Language("de", MessageFile([], path: "templates/messages/de.po", tag: "de"))
    Language.$bound.withValue(language) {
      #expect(comparison("A", "B") == "A costs less than B")
      #expect(comparison("C", "D") == "C costs less than D")
      #expect(localized(name: "GPU-hour") == "GPU-hour")
    }
    #expect(
      language.findings.map(\.message) == [
        "no words for \"GPU-hour\"", "no words for \"{0} costs less than {1}\"",
      ])
  }

  @Test("May be missing where the language is English in other words")
  func partly() {
    let file = MessageFile(
      Array("msgid \"May\"\nmsgstr \"Might\"".utf8), path: "en.po", tag: "en")
    let language = Language("en", file, isComplete: false)
    Language.$bound.withValue(language) {
      #expect(localized("May") == "Might")
      #expect(comparison("A", "B") == "A costs less than B")
    }
    #expect(language.findings.isEmpty)
  }

  @Test("Is said in the language of its task, whatever others do meanwhile")
  func tasks() async {
    let texts = await withTaskGroup(of: String.self) { group in
      for place in 0..<100 {
        group.addTask {
          await Language.$bound.withValue(place.isMultiple(of: 2) ? Self.german : nil) {
            async let text = self.comparison("A", "B")
            return await text
          }
        }
      }
      return await group.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
    }
    #expect(texts == ["A costs less than B": 50, "B ist teurer als A": 50])
  }
}
