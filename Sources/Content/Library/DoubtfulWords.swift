/// The words of files that have mistakes.
///
/// An id among them may be meant to exist: whoever names it is not blamed as well, because the
/// file's own findings say what is wrong.
struct DoubtfulWords {
  private var words: Set<String> = []

  /// Takes up every run of bytes that an identifier can hold.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  mutating func add(_ bytes: [UInt8]) {
    for word in bytes.split(whereSeparator: { !Self.isPartOfAnIdentifier($0) }) {
      words.insert(String(decoding: word, as: UTF8.self))
    }
  }

  /// Whether a file with mistakes mentions an id.
  func contains(_ id: String) -> Bool { words.contains(id) }

  private static func isPartOfAnIdentifier(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"), UInt8(ascii: "."):
      true
    default: false
    }
  }
}
