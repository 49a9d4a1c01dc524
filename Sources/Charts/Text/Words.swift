/// The words of a text, each measured once, with every number and its unit as one word.
struct Words {
  /// The words with one space between them, in UTF-8.
  private var bytes: [UInt8] = []

  /// Where each word lies in the bytes.
  private var places: [Range<Int>] = []

  private let style: TextStyle

  /// The width of each word in pixels.
  private(set) var widths: [Double] = []

  /// The width of a space in pixels.
  let space: Double

  var count: Int { places.count }

  /// Splits a text at its white space.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - style: How it is set.
  init(_ text: String, _ style: TextStyle) {
    self.style = style
    space = style.width(of: " ")
    let text = text.utf8Span.span
    bytes.reserveCapacity(text.count + 8)
    var start = 0
    for index in 0...text.count where index == text.count || Self.isSpace(text[index]) {
      if index > start { add(text.extracting(start..<index)) }
      start = index + 1
    }
    widths = places.map { style.width(of: bytes.span.extracting($0)) }
  }

  /// Words as a line.
  ///
  /// - Parameter words: Their numbers; at least one.
  /// - Returns: The line.
  func line(_ words: Range<Int>) -> LineBreaking.Line {
    let range = places[words.lowerBound].lowerBound..<places[words.upperBound - 1].upperBound
    return LineBreaking.Line(
      text: String(decoding: bytes[range], as: UTF8.self),
      width: style.width(of: bytes.span.extracting(range)))
  }

  private mutating func add(_ word: Span<UInt8>) {
    var start = bytes.count
    if let last = places.last, isNumber(last), Self.isUnit(word) {
      start = last.lowerBound
      places.removeLast()
      bytes += [0xC2, 0xA0]
    } else if !places.isEmpty {
      bytes.append(UInt8(ascii: " "))
      start += 1
    }
    for index in word.indices { bytes.append(word[index]) }
    places.append(start..<bytes.count)
  }

  private func isNumber(_ word: Range<Int>) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[word.upperBound - 1])
      || (bytes[word.lowerBound] == UInt8(ascii: "$") && word.count > 1)
  }

  /// A unit is a short word in letters: `M`, `h`, `GB/s`, but not the word of a sentence.
  private static func isUnit(_ word: Span<UInt8>) -> Bool {
    var letters: UInt32 = 0
    for index in 0..<word.count {
      guard word[index] < 0x80 else { return isUnitBeyondASCII(word) }
      guard isLetter(word[index]) else { break }
      guard index < 2 else { return false }
      letters = letters << 8 | UInt32(word[index])
    }
    return letters != 0 && !sentenceWords.contains(letters)
  }

  private static func isUnitBeyondASCII(_ word: Span<UInt8>) -> Bool {
    let text = String(decoding: word.indices.map { word[$0] }, as: UTF8.self)
    return (1...2).contains(text.prefix { $0.isLetter || $0 == "/" || $0 == "%" }.count)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
      || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "%")
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\t")
  }

  /// Short words that are no unit, their bytes in one number.
  private static let sentenceWords: [UInt32] = [
    "a", "A", "I", "an", "as", "at", "by", "in", "is", "of", "on", "or", "to", "up", "vs",
  ].map { $0.utf8.reduce(0) { $0 << 8 | UInt32($1) } }
}
