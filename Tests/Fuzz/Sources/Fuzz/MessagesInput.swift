import Diagnostics
import Messages

/// A file of messages, for a language with two forms of a plural.
struct MessagesInput: Input {
  /// The law: every finding has a line of the file.
  func read(_ bytes: [UInt8]) {
    let file = MessageFile(bytes, path: "messages/de.po", tag: "de")
    let lines = 1 + bytes.count { $0 == UInt8(ascii: "\n") }
    for finding in file.mistakes {
      law((1...lines).contains(finding.location.line ?? 0), "a finding has a line")
    }
  }
}
