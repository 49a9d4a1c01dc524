import Messages
package import XML

/// The words of templates, which are in English unless an author wrote his own, as messages.
///
/// A message is what stands between two tags, or in an attribute, with a numbered place for each hole:
/// `{0} of {1}`. How it is broken into lines means nothing.
package enum TemplateWords {
  /// The attributes whose values readers see or hear.
  package static let attributes: Set<String> = [
    "alt", "aria-label", "data-before", "data-label", "data-sorted", "placeholder", "title",
  ]

  /// The parts of a text in the language of the site, as they are where the messages do not have them.
  static func translated(_ parts: [Holes.Part]) -> [Holes.Part] {
    guard let language = Language.current, let message = message(parts),
      let translation = language.words(message)
    else { return parts }
    let places = parts.filter { if case .path = $0 { true } else { false } }
    let space = Self.space(around: parts)
    let pieces = translation.pieces.compactMap { piece -> Holes.Part? in
      switch piece {
      case .words(let words): .literal(words)
      case .place(let number): places.indices.contains(number) ? places[number] : nil
      }
    }
    return [.literal(space.before)] + pieces + [.literal(space.after)]
  }

  /// Signs that another language has others for.
  private static let quotationMarks: Set<Character> = ["“", "”"]

  /// The message of a text; `nil` if there is nothing in it that another language says otherwise.
  ///
  /// - Parameter text: The text of an element or attribute, as the template has it.
  /// - Returns: What translators see.
  package static func message(in text: LocatedText) -> String? { message(Holes(text).parts) }

  private static func message(_ parts: [Holes.Part]) -> String? {
    var (text, number, isSaid) = ("", 0, false)
    for part in parts {
      switch part {
      case .literal(let literal):
        text += literal
        isSaid = isSaid || literal.contains { $0.isLetter || quotationMarks.contains($0) }
      case .path:
        text += "{\(number)}"
        number += 1
      }
    }
    guard isSaid else { return nil }
    return text.split { $0 == " " || $0 == "\n" || $0 == "\t" }.joined(separator: " ")
  }

  /// The white space at both ends, which belongs to the markup.
  private static func space(around parts: [Holes.Part]) -> (before: String, after: String) {
    let isSpace = { (character: Character) in " \n\t".contains(character) }
    var (before, after) = ("", "")
    if case .literal(let first)? = parts.first { before = String(first.prefix(while: isSpace)) }
    if case .literal(let last)? = parts.last {
      after = String(last.reversed().prefix(while: isSpace).reversed())
    }
    return (before, after)
  }
}
