import Diagnostics
import Testing

@testable import Messages

@Suite("A file of messages")
struct MessageFileTests {
  private func file(_ text: String, tag: String = "de") -> MessageFile {
    MessageFile(Array(text.utf8), path: "de.po", tag: tag)
  }

  @Test("Is read as gettext writes it: comments, a head, texts over several lines, escapes")
  func isRead() {
    let file = file(
      #"""
      # Anything.
      msgid ""
      msgstr ""
      "Language: de\n"

      #: Reports/Finding.swift
      #, fuzzy
      msgid ""
      "a \"long\" "
      "text"
      msgstr ""
      "ein \"langer\" "
      "Text\\"
      #~ msgid "old"
      #~ msgstr "alt"
      """# + "\r\n")
    #expect(file.mistakes == [])
    #expect(
      file.pattern(of: #"a "long" text"#, context: nil) == MessagePattern(#"ein "langer" Text\"#))
    #expect(file.pattern(of: "old", context: nil) == nil)
  }

  @Test(
    "What is wrong with it is told at its place",
    arguments: [
      ("msgid \"a\"\nmsgstr \"b\nmsgstr \"c\"", "de.po:2", "a line that gettext would not read"),
      ("mgsid \"a\"", "de.po:1", "'mgsid' is no word of gettext"),
      ("msgid \"a {0}\"\nmsgstr \"b {1}\"", "de.po:1", "{1} is not in the message"),
      (
        "msgid \"a\"\nmsgstr \"b\"\n\nmsgid \"a\"\nmsgstr \"c\"", "de.po:4",
        "\"a\" is translated twice"
      ),
      (
        "msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0] \"c\"", "de.po:1",
        "1 forms where the language has 2"
      ),
      ("msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0] \"c\"\nmsgstr[1] \"\"", "de.po:1", "2 forms"),
    ])
  func mistakes(text: String, place: String, message: String) throws {
    let mistake = try #require(file(text).mistakes.first)
    #expect("\(mistake)".contains("\(place):") && mistake.message.hasPrefix(message))
  }

  @Test("Is read as well where its lines end as on Windows")
  func readsCarriageReturns() {
    let text = """
      # A comment
      msgid "one"
      msgstr "eins, "
      "zwei"

      msgid "two"
      msgstr "zwei"

      """
    let file = file(text.replacing("\n", with: "\r\n"))
    #expect(file.mistakes.isEmpty)
    #expect(file.pattern(of: "one", context: nil) == MessagePattern("eins, zwei"))
    #expect(file.pattern(of: "two", context: nil) == MessagePattern("zwei"))
  }

  @Test("A message that is not translated yet is none")
  func empty() {
    let file = file("msgid \"a\"\nmsgstr \"\"")
    #expect(file.mistakes == [] && file.pattern(of: "a", context: nil) == nil)
  }

  @Test(
    "Counts have the forms of the language",
    arguments: [
      ("de", [1: 0, 0: 1, 2: 1, 21: 1]), ("fr", [0: 0, 1: 0, 2: 1]), ("ja", [0: 0, 1: 0, 5: 0]),
      ("pl", [1: 0, 2: 1, 5: 2, 12: 2, 22: 1, 21: 2]), ("ru", [1: 0, 21: 0, 11: 2, 3: 1, 13: 2]),
      ("cs", [1: 0, 3: 1, 5: 2, 22: 2]), ("sk", [1: 0, 4: 1, 5: 2]), ("hr", [1: 0, 21: 0, 5: 2]),
      ("vi", [1: 0, 2: 0]), ("de-CH", [1: 0, 2: 1]),
    ] as [(String, [Int: Int])])
  func forms(tag: String, forms: [Int: Int]) {
    for (count, form) in forms.sorted(by: { $0.key < $1.key }) {
      #expect(PluralRule(of: tag).form(of: count) == form, "\(tag) \(count)")
    }
  }

  @Test(
    "A place is a number between braces, and nothing else is",
    arguments: [
      ("{0} of {1}", ["0", " of ", "1"]), ("{x} {", ["{x} {"]), ("", [""]),
      ("{{0}}", ["{", "0", "}"]),
      ("a{12}", ["a", "12"]),
    ])
  func places(text: String, pieces: [String]) {
    let found = MessagePattern(text).pieces.map { piece in
      switch piece {
      case .words(let words): words
      case .place(let number): "\(number)"
      }
    }
    #expect(found == pieces)
  }
}
