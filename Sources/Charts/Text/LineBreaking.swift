/// Breaks text into lines that fit a width.
enum LineBreaking {
  /// The lines of a text: as few as fit, and the last one no lonely word.
  ///
  /// Break only at spaces, and never between a number and the unit after it. A word wider than
  /// the width stands on a line of its own, where ``BoxRegistry`` finds it.
  ///
  /// - Parameters:
  ///   - text: The text; runs of white space count as one space.
  ///   - width: The room in pixels.
  ///   - style: How the text is set.
  /// - Returns: The lines, none for a text without words.
  static func lines(of text: String, width: Double, style: TextStyle) -> [String] {
    let words = unbreakable(text)
    let lines = fill(words, width: width, style: style)
    let even =
      style == .title
      ? balanced(words, lines: lines, width: width, style: style)
      : withoutOrphan(lines, width: width, style: style)
    return even.map { $0.joined(separator: " ") }
  }

  /// Words, with every number and its unit as one word.
  private static func unbreakable(_ text: String) -> [String] {
    var words: [String] = []
    for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "\t" }) {
      if let last = words.last, isNumber(last), isUnit(word) {
        words[words.count - 1] = last + "\u{A0}" + word
      } else {
        words.append(String(word))
      }
    }
    return words
  }

  private static func isNumber(_ word: String) -> Bool {
    guard let last = word.unicodeScalars.last else { return false }
    return ("0"..."9").contains(last) || (word.hasPrefix("$") && word.count > 1)
  }

  /// A unit is a short word in letters: `M`, `h`, `GB/s`, but not the word of a sentence.
  private static func isUnit(_ word: Substring) -> Bool {
    let letters = word.prefix { $0.isLetter || $0 == "/" || $0 == "%" }
    return letters.count <= 2 && !letters.isEmpty && !["a", "A", "I"].contains(letters)
      && !["an", "as", "at", "by", "in", "is", "of", "on", "or", "to", "up", "vs"]
        .contains(letters)
  }

  private static func fill(_ words: [String], width: Double, style: TextStyle) -> [[String]] {
    let space = style.width(of: " ")
    var lines: [[String]] = []
    var used = 0.0
    for word in words {
      let wordWidth = style.width(of: word)
      if lines.isEmpty || used + space + wordWidth > width {
        lines.append([word])
        used = wordWidth
      } else {
        lines[lines.count - 1].append(word)
        used += space + wordWidth
      }
    }
    return lines
  }

  /// The narrowest setting with the same number of lines, which evens them out.
  private static func balanced(
    _ words: [String], lines: [[String]], width: Double, style: TextStyle
  ) -> [[String]] {
    var best = lines
    var narrower = width - 8
    while lines.count > 1, narrower > width / 2 {
      let attempt = fill(words, width: narrower, style: style)
      guard attempt.count == lines.count else { break }
      best = attempt
      narrower -= 8
    }
    return best
  }

  /// The lines, with a last word brought company if it fits.
  private static func withoutOrphan(
    _ lines: [[String]], width: Double, style: TextStyle
  ) -> [[String]] {
    guard lines.count > 1, let orphan = lines.last, orphan.count == 1 else { return lines }
    var lines = lines
    guard lines[lines.count - 2].count > 2 else { return lines }
    let company = lines[lines.count - 2].removeLast()
    let last = [company] + orphan
    guard style.width(of: last.joined(separator: " ")) <= width else {
      lines[lines.count - 2].append(company)
      return lines
    }
    lines[lines.count - 1] = last
    return lines
  }
}
