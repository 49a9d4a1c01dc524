/// The lines of a text, found once, for the excerpts of many findings.
public struct SourceLines: Sendable {
  private let text: String

  /// Where each line starts.
  private let starts: [String.Index]

  /// The longest line that is shown, in bytes: nobody reads more, and a cut costs its length.
  private static let longest = 4096

  /// Finds the lines.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  public init(_ text: String) {
    var text = text
    text.makeContiguousUTF8()
    let bytes = text.utf8
    self.text = text
    starts =
      [text.startIndex]
      + bytes.indices.lazy.filter { bytes[$0] == UInt8(ascii: "\n") }.map { bytes.index(after: $0) }
  }

  /// A line without its end; `nil` if there is none, or it is too long to be shown.
  ///
  /// - Parameter number: Counted from 1.
  subscript(number: Int) -> Substring? {
    guard starts.indices.contains(number - 1) else { return nil }
    let start = starts[number - 1]
    let end = number < starts.count ? text.utf8.index(before: starts[number]) : text.endIndex
    let line = text[start..<end]
    return line.utf8.count <= Self.longest ? line : nil
  }
}
