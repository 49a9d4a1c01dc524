package import Diagnostics
import Synchronization

/// What the messages of a site are in place of the program's English, and how its numbers are written.
///
/// It is one of the task that makes a site, and so of all tasks below it: whoever says something asks
/// ``current``, and needs not be told.
package final class Language: Sendable {
  /// The language that ``current`` is within a call of its `withValue`.
  @TaskLocal package static var bound: Language?

  /// The language of the site that is being made; `nil` for English.
  ///
  /// A task is not asked where no language was ever made, as for most sites: thousands of messages
  /// make a page.
  package static var current: Language? { wasMade.load(ordering: .relaxed) ? bound : nil }

  private static let wasMade = Atomic(false)

  /// Whether the site that is being made is in English, be it in other words than the program's.
  package static var isEnglish: Bool { current?.tag.hasPrefix("en") ?? true }

  /// Its BCP 47 tag, such as `de`.
  package let tag: String

  /// How its numbers are written.
  package let numbers: NumberStyle

  private let plural: PluralRule
  private let file: MessageFile
  private let missing = Mutex<Set<String>>([])

  private let isComplete: Bool

  /// A language, by its messages.
  ///
  /// - Parameters:
  ///   - tag: Its BCP 47 tag.
  ///   - file: Its messages.
  ///   - isComplete: Whether they have to be all; those of English may be some, and replace the
  ///     program's.
  package init(_ tag: String, _ file: MessageFile, isComplete: Bool = true) {
    self.tag = tag
    self.file = file
    self.isComplete = isComplete
    numbers = NumberStyle.of(tag) ?? .commaAndPoint
    plural = PluralRule(of: tag)
    Self.wasMade.store(true, ordering: .relaxed)
  }

  /// What a message is in this language; the English one, which is kept as missing, if nobody says.
  func translation(of message: String, context: String?) -> MessagePattern {
    if let found = file.pattern(of: message, context: context) { return found }
    lack(message)
    return MessagePattern(message)
  }

  /// The form of a message for a count.
  func translation(of one: String, or other: String, count: Int) -> MessagePattern {
    if let found = file.pattern(of: one, form: plural.form(of: count)) { return found }
    lack(one)
    return MessagePattern(count == 1 ? one : other)
  }

  private func lack(_ message: String) {
    guard isComplete else { return }
    missing.withLock { _ = $0.insert(message) }
  }

  /// The words of a template, if the file of messages has them; an author's own may be in the language
  /// already.
  package func words(_ words: String) -> MessagePattern? {
    file.pattern(of: words, context: nil)
  }

  /// What was said that the file of messages does not have, as findings at that file.
  package var findings: [Diagnostic] {
    missing.withLock { $0.sorted() }.map { message in
      Diagnostic(
        .error, at: SourceLocation(file: file.path), "no words for \"\(message)\"",
        hint: "add it with 'msgid' and 'msgstr'")
    }
  }
}

extension Language: Equatable {
  /// Whether both say everything in the same words.
  package static func == (one: Language, other: Language) -> Bool {
    one.tag == other.tag && one.file.bytes == other.file.bytes
  }
}
