/// The words that files mention, whatever they mean by them.
///
/// An id among the words of a file with mistakes may be meant to exist: whoever names it is not
/// blamed as well, because the file's own findings say what is wrong. And a scenario that no file
/// mentions need not be read before it is reported.
public struct MentionedWords: Sendable {
  private var words: Set<String> = []

  /// Starts without a word.
  public init() {}

  /// Takes up every run of bytes that an identifier can hold.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  public mutating func add(_ bytes: [UInt8]) {
    for word in bytes.split(whereSeparator: { !Self.isPartOfAnIdentifier($0) }) {
      words.insert(String(decoding: word, as: UTF8.self))
    }
  }

  /// Whether no file mentions anything.
  public var isEmpty: Bool { words.isEmpty }

  /// Whether any of the files mentions an id.
  public func contains(_ id: String) -> Bool { words.contains(id) }

  private static func isPartOfAnIdentifier(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"), UInt8(ascii: "."):
      true
    default: false
    }
  }
}
