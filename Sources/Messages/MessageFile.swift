package import Diagnostics

/// The messages of a language, in the format of GNU gettext (`.po`), which translators have tools for.
///
///     msgid "{0} costs less than {1}"
///     msgstr "{0} kostet weniger als {1}"
package struct MessageFile: Sendable {
  /// Its path, for findings.
  package let path: String

  /// What is wrong with it.
  package private(set) var mistakes: [Diagnostic] = []

  /// What messages are told apart by.
  private struct Key: Hashable {
    let context: String?
    let message: String
  }

  /// What is in it.
  let bytes: [UInt8]

  private var patterns: [Key: [MessagePattern]] = [:]

  /// Reads the messages of a file.
  ///
  /// - Parameters:
  ///   - bytes: The file, in UTF-8.
  ///   - path: Its path, for findings.
  ///   - tag: The language, which says how many forms a message with a plural has.
  package init(_ bytes: [UInt8], path: String, tag: String) {
    (self.path, self.bytes) = (path, bytes)
    var reader = MessageFileReader(path)
    let entries = reader.entries(String(decoding: bytes, as: UTF8.self))
    mistakes = reader.mistakes
    let forms = PluralRule(of: tag).forms
    for entry in entries where !entry.message.isEmpty { add(entry, forms) }
  }

  private mutating func add(_ entry: MessageFileReader.Entry, _ forms: Int) {
    let location = SourceLocation(file: path, line: entry.line)
    let expected = entry.plural == nil ? 1 : forms
    guard entry.translations.count == expected, !entry.translations.contains("") else {
      // Empty is how gettext says that it is not translated yet; who needs it is told.
      guard !entry.translations.allSatisfy(\.isEmpty) else { return }
      return refuse(
        location, "\(entry.translations.count) forms where the language has \(expected)")
    }
    let known = MessagePattern(entry.message).places.union(
      entry.plural.map { MessagePattern($0).places } ?? [])
    let translated = entry.translations.map(MessagePattern.init)
    for pattern in translated where !pattern.places.isSubset(of: known) {
      let unknown = pattern.places.subtracting(known).sorted().map { "{\($0)}" }
      refuse(location, "\(unknown.joined(separator: ", ")) is not in the message")
    }
    let key = Key(context: entry.context, message: entry.message)
    if patterns.updateValue(translated, forKey: key) != nil {
      refuse(location, "\"\(entry.message)\" is translated twice")
    }
  }

  private mutating func refuse(_ location: SourceLocation, _ message: String) {
    mistakes.append(Diagnostic(.error, at: location, message))
  }

  /// What a message is in the language; `nil` if the file does not say.
  func pattern(of message: String, context: String?) -> MessagePattern? {
    let found = patterns[Key(context: context, message: message)]
    return found?.count == 1 ? found?[0] : nil
  }

  /// One of the forms of a message with a plural; `nil` if the file does not say.
  func pattern(of message: String, form: Int) -> MessagePattern? {
    guard let found = patterns[Key(context: nil, message: message)], form < found.count else {
      return nil
    }
    return found[form]
  }
}
