/// Breaks text into lines that fit a width.
enum LineBreaking {
  /// A line with the room that it takes.
  struct Line {
    let text: String

    /// Pixels, as ``TextStyle/width(of:)`` measures them.
    let width: Double

    /// A line that is not broken.
    init(_ text: String, _ style: TextStyle) {
      self.init(text: text, width: style.width(of: text))
    }

    init(text: String, width: Double) { (self.text, self.width) = (text, width) }
  }

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
  static func lines(of text: String, width: Double, style: TextStyle) -> [Line] {
    let words = Words(text, style)
    let starts = fill(words, width: width)
    let even =
      style == .title
      ? balanced(words, starts, width: width) : withoutOrphan(words, starts, width: width)
    return even.indices.map { line in
      words.line(even[line]..<(line + 1 < even.count ? even[line + 1] : words.count))
    }
  }

  /// The first lines of a text, with an ellipsis in the place of what has no room.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - count: The most lines.
  ///   - width: The room in pixels.
  ///   - style: How the text is set.
  /// - Returns: Lines of which none is wider than the room.
  static func shortened(
    _ text: String, to count: Int, width: Double, style: TextStyle
  ) -> [Line] {
    let words = text.split(separator: " ").map { hyphenated(String($0), width, style) }
    let all = lines(of: words.joined(separator: " "), width: width, style: style)
    return all.prefix(count).enumerated().map { index, line in
      let isCut = index == count - 1 && all.count > count
      return isCut || line.width > width ? cut(line.text, width, style) : line
    }
  }

  /// A word with a break behind the last hyphen that has room, where all of it has none.
  private static func hyphenated(_ word: String, _ width: Double, _ style: TextStyle) -> String {
    guard style.width(of: word) > width else { return word }
    let places = word.indices.filter { word[$0] == "-" }
    let place = places.last { style.width(of: String(word[...$0])) <= width }
    return place.map { "\(word[...$0]) \(word[word.index(after: $0)...])" } ?? word
  }

  /// As much of a line as has room in front of an ellipsis.
  private static func cut(_ whole: String, _ width: Double, _ style: TextStyle) -> Line {
    var text = whole
    while !text.isEmpty, style.width(of: text + "…") > width { text.removeLast() }
    // Whole words, if there is one.
    if let space = text.lastIndex(of: " "), !whole.hasPrefix(text + " ") {
      text = String(text[..<space])
    }
    // No ellipsis behind a comma or a space.
    while let last = text.last, !last.isLetter, !last.isNumber { text.removeLast() }
    return Line(text + "…", style)
  }

  /// The first word of each line, with as many words on each as fit.
  private static func fill(_ words: Words, width: Double) -> [Int] {
    var starts: [Int] = []
    var used = 0.0
    for word in 0..<words.count {
      if starts.isEmpty || used + words.space + words.widths[word] > width {
        starts.append(word)
        used = words.widths[word]
      } else {
        used += words.space + words.widths[word]
      }
    }
    return starts
  }

  /// The narrowest setting with the same number of lines, which evens them out.
  private static func balanced(_ words: Words, _ starts: [Int], width: Double) -> [Int] {
    var best = starts
    var narrower = width - 8
    while starts.count > 1, narrower > width / 2 {
      let attempt = fill(words, width: narrower)
      guard attempt.count == starts.count else { break }
      best = attempt
      narrower -= 8
    }
    return best
  }

  /// The lines, with a last word brought company if it fits.
  private static func withoutOrphan(_ words: Words, _ starts: [Int], width: Double) -> [Int] {
    guard starts.count > 1, let last = starts.last, last == words.count - 1,
      last - starts[starts.count - 2] > 2, words.line(last - 1..<words.count).width <= width
    else { return starts }
    return starts.dropLast() + [last - 1]
  }
}
