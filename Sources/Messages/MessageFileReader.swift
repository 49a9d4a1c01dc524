import Diagnostics

/// Takes a file of gettext apart: keywords, each followed by texts between quotation marks.
struct MessageFileReader {
  /// A message with what it is in the language.
  struct Entry {
    let line: Int
    var context: String?
    var message = ""
    var plural: String?
    var translations: [String] = []
  }

  private let path: String
  private(set) var mistakes: [Diagnostic] = []
  private var entries: [Entry] = []

  /// The keyword whose text goes on in the next line.
  private var keyword: Substring = ""

  init(_ path: String) { self.path = path }

  /// The messages of a text, in its order.
  mutating func entries(_ text: String) -> [Entry] {
    // A line feed after a carriage return is one character with it.
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    for (index, line) in lines.enumerated() {
      let words = line.drop { $0 == " " || $0 == "\t" || $0 == "\u{FEFF}" }
      // Comments, and messages that were given up.
      guard let first = words.first, first != "#", first != "\r" else { continue }
      read(words, line: index + 1)
    }
    return entries
  }

  private mutating func read(_ line: Substring, line number: Int) {
    let named = line.prefix { $0 != " " && $0 != "\"" && $0 != "\t" }
    guard let quoted = Self.text(line[named.endIndex...]) else {
      mistakes.append(
        Diagnostic(
          .error, at: SourceLocation(file: path, line: number),
          "a line that gettext would not read",
          hint: "write msgid or msgstr, and the text between quotation marks"))
      return
    }
    guard !named.isEmpty else { return append(quoted) }
    keyword = named
    // A context or a message begins the next entry.
    let goesOn = entries.last.map { $0.translations.isEmpty && $0.message.isEmpty } ?? false
    switch named {
    case "msgctxt": entries.append(Entry(line: number, context: quoted))
    case "msgid":
      if !goesOn || entries.last?.context == nil { entries.append(Entry(line: number)) }
      append(quoted)
    case "msgid_plural" where !entries.isEmpty: entries[entries.count - 1].plural = quoted
    case _ where named.hasPrefix("msgstr") && !entries.isEmpty:
      entries[entries.count - 1].translations.append(quoted)
    default:
      mistakes.append(
        Diagnostic(
          .error, at: SourceLocation(file: path, line: number), "'\(named)' is no word of gettext",
          hint: "write msgctxt, msgid, msgid_plural or msgstr"))
    }
  }

  /// Adds to the text that the last keyword began.
  private mutating func append(_ text: String) {
    guard let last = entries.indices.last else { return }
    switch keyword {
    case "msgctxt": entries[last].context? += text
    case "msgid": entries[last].message += text
    case "msgid_plural": entries[last].plural? += text
    default:
      guard let form = entries[last].translations.indices.last else { return }
      entries[last].translations[form] += text
    }
  }

  /// The text between quotation marks; `nil` if there is none, or anything else on the line.
  private static func text(_ line: Substring) -> String? {
    var rest = line.drop { $0 == " " || $0 == "\t" }
    guard rest.popFirst() == "\"" else { return nil }
    var text = ""
    while let character = rest.popFirst() {
      switch character {
      case "\"": return rest.allSatisfy { $0 == " " || $0 == "\r" } ? text : nil
      case "\\":
        switch rest.popFirst() {
        case "n": text += "\n"
        case "t": text += "\t"
        case let next?: text.append(next)
        case nil: return nil
        }
      default: text.append(character)
      }
    }
    return nil
  }
}
