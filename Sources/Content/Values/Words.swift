import Diagnostics

/// The texts that have a form: names, addresses and single lines.
enum Words {
  /// How many characters an identifier may have.
  static let longestIdentifier = 80

  /// How many characters a word of an offer's name may have: a label of a chart is broken between words.
  static let longestInName = 48

  /// Checks an identifier: lower-case letters and digits, joined by single `-` or `.`.
  static func identifier(_ text: String) throws(Mistake) -> String {
    let parts = text.utf8.split(omittingEmptySubsequences: false) {
      $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
    }
    let isRight = parts.allSatisfy { part in
      !part.isEmpty && part.allSatisfy { (97...122).contains($0) || (48...57).contains($0) }
    }
    guard isRight, text.utf8.count <= longestIdentifier else {
      throw Mistake(
        "\(Mistake.quoted(text)) is not an identifier",
        hint:
          "write at most \(longestIdentifier) lower-case letters and digits, joined by - or .")
    }
    return text
  }

  /// Checks a web address: `http` or `https`, a host, and no blanks.
  static func address(_ text: String) throws(Mistake) -> String {
    let rest =
      ["https://", "http://"].first { text.hasPrefix($0) }.map { text.dropFirst($0.count) }
    guard let rest else {
      throw Mistake(
        "\(Mistake.quoted(text)) is not a web address", hint: "start it with https://")
    }
    let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    guard let first = host.first, first.isLetter || first.isASCIIDigit || first == "[",
      !host.contains("@"), rest.utf8.allSatisfy({ $0 > 32 && !Self.escapedBytes.contains($0) })
    else {
      throw Mistake(
        "\(Mistake.quoted(text)) is not a web address",
        hint: "copy the address from the browser, without blanks or a password")
    }
    return text
  }

  /// Checks a text that is printed in one line.
  static func line(_ text: String) throws(Mistake) -> String {
    guard !text.contains("\n") else {
      throw Mistake("\(Mistake.quoted(text)) goes on in a second line", hint: "write one line")
    }
    return text
  }

  /// Checks that a text is one of a few words.
  static func choice(_ text: String, among words: [String]) throws(Mistake) -> String {
    guard words.contains(text) else {
      throw Mistake(
        "\(Mistake.quoted(text)) is not one of the words known here",
        hint: Suggestion.hint(for: text, in: words, noun: "words"))
    }
    return text
  }

  /// Reads `true` or `false`, and no other word for them.
  static func boolean(_ text: String) throws(Mistake) -> Bool {
    switch text {
    case "true": return true
    case "false": return false
    default:
      throw Mistake("\(Mistake.quoted(text)) is not true or false", hint: "write true or false")
    }
  }

  /// Characters that addresses must escape: `"`, `<`, `>`, `\`, `^`, a backtick, braces, bar.
  private static let escapedBytes: Set<UInt8> = Set("\"<>\\^`{}|".utf8)
}
