/// Something that a site says: words with places for names, amounts and other texts in them.
///
/// Written as a literal, in English. ``localized(_:context:)`` makes a text of it, in the language
/// of the site.
package struct Message: ExpressibleByStringInterpolation, Sendable {
  /// The English text; in another language the words after the last value.
  private var text: String

  /// The words before each value, and the values; empty in English, where they are in the text.
  private var parts: [(words: String, value: String)] = []

  package init(stringLiteral value: String) { text = value }

  package init(stringInterpolation: Words) {
    (text, parts) = (stringInterpolation.text, stringInterpolation.parts)
  }

  /// Two parts of a text that is too long for a line.
  package static func + (first: Self, second: Self) -> Self {
    guard !second.parts.isEmpty else {
      var whole = first
      whole.text += second.text
      return whole
    }
    var whole = second
    whole.parts[0].words = first.text + second.parts[0].words
    whole.parts = first.parts + whole.parts
    return whole
  }

  /// The message as translators see it, with numbered places: `{0} costs less than {1}`.
  private var pattern: String {
    guard !parts.isEmpty else { return text }
    return parts.enumerated().map { "\($1.words){\($0)}" }.joined() + text
  }

  /// The text in a language; `nil` for English.
  fileprivate func text(in language: Language?, context: StaticString?) -> String {
    guard let language else { return text }
    let message = language.translation(of: pattern, context: context?.description)
    return message.text(with: parts.map(\.value))
  }

  /// The text of one of two messages, by how many there are of what it counts.
  fileprivate static func text(
    _ count: Int, one: Self, other: Self, in language: Language?
  ) -> String {
    guard let language else { return count == 1 ? one.text : other.text }
    let message = language.translation(of: one.pattern, or: other.pattern, count: count)
    let values = (count == 1 ? one : other).parts.map(\.value)
    return message.text(with: values)
  }

  /// What stands between the quotation marks of a literal.
  package struct Words: StringInterpolationProtocol {
    fileprivate var text = ""
    fileprivate var parts: [(words: String, value: String)] = []
    private let isEnglish: Bool

    package init(literalCapacity: Int, interpolationCount: Int) {
      isEnglish = Language.current == nil
      text.reserveCapacity(literalCapacity + 8 * interpolationCount)
    }

    package mutating func appendLiteral(_ literal: String) { text += literal }

    /// A text that is in the language of the site already.
    package mutating func appendInterpolation(_ value: String) {
      guard !isEnglish else {
        text += value
        return
      }
      parts.append((text, value))
      text = ""
    }

    /// A small number, such as the number of a month, as its digits.
    package mutating func appendInterpolation(_ number: Int) {
      appendInterpolation(String(number))
    }

    package mutating func appendInterpolation(_ value: Substring) {
      appendInterpolation(String(value))
    }
  }
}

/// The text of a message in the language of the site that is being made.
///
/// - Parameters:
///   - message: What is said, in English.
///   - context: What tells it apart from the same words that are translated otherwise; `msgctxt` of
///     the file of messages.
/// - Returns: The text; the English one where the site is in English.
package func localized(_ message: Message, context: StaticString? = nil) -> String {
  message.text(in: Language.current, context: context)
}

/// The text of one of two messages, by the rule that the language of the site has for plurals.
///
/// - Parameters:
///   - count: How many there are.
///   - one: What is said of one, in English.
///   - other: What is said of none or several, in English, with the same values.
/// - Returns: The text.
package func localized(_ count: some BinaryInteger, one: Message, other: Message) -> String {
  Message.text(Int(clamping: count), one: one, other: other, in: Language.current)
}

/// A name that stands in a table of the program, such as that of a unit, in the language of the site.
///
/// - Parameter name: The name in English.
/// - Returns: The name.
package func localized(name: String) -> String {
  guard let language = Language.current else { return name }
  return language.translation(of: name, context: nil).text(with: [])
}
