import XML

/// Text of pages in which no line breaks within a name, a unit or a range.
///
/// A browser may break after a hyphen or a dash, and no style tells it not to: `GPT-` would end a
/// line and `4o` begin the next. Charts break their lines themselves.
enum UnbrokenText {
  /// A word joiner: nothing is seen, and no line ends there.
  private static let joiner: [UInt8] = [0xE2, 0x81, 0xA0]

  /// Appends a part of a text's bytes, escaped, with a joiner after each hyphen or dash that
  /// belongs to what stands after it: in `GPT-4o`, `GB-seconds` and `$0.576–8.64/h`, not in
  /// `per-token`.
  static func append(_ range: Range<Int>, of text: [UInt8], to output: inout [UInt8]) {
    let bytes = text.span.extracting(range)
    var start = 0
    for index in bytes.indices where bytes[index] == UInt8(ascii: "-") || bytes[index] == 0xE2 {
      guard let end = dash(at: index, of: bytes) else { continue }
      let part = range.lowerBound + start..<range.lowerBound + end
      Markup.append(escaping: part, of: text, isAttribute: false, to: &output)
      output += joiner
      start = end
    }
    let rest = range.lowerBound + start..<range.upperBound
    Markup.append(escaping: rest, of: text, isAttribute: false, to: &output)
  }

  /// Where a dash between parts that belong together ends; `nil` if there is none.
  private static func dash(at index: Int, of bytes: Span<UInt8>) -> Int? {
    let isHyphen = bytes[index] == UInt8(ascii: "-")
    let end = isHyphen ? index + 1 : index + 3
    guard index > 0, end < bytes.count else { return nil }
    let (before, after) = (bytes[index - 1], bytes[end])
    if isHyphen {
      return isMark(before) && isLetter(after) || isLetter(before) && isMark(after)
        || isMark(before) && isMark(after) ? end : nil
    }
    // An en dash has three bytes.
    guard bytes[index + 1] == 0x80, bytes[index + 2] == 0x93 else { return nil }
    return isMark(before) && (isMark(after) || after == UInt8(ascii: "$")) ? end : nil
  }

  /// Whether a byte is a digit or a capital, as in names and units.
  private static func isMark(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
  }
}
