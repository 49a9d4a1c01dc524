public import Diagnostics

/// Text as the document means it, which still knows where each of its characters was written.
public struct LocatedText: Hashable, Sendable {
  /// The text, with references resolved and line ends as line feeds.
  public let text: String

  /// Where the text starts.
  public let start: SourceLocation

  /// The text as it stands in the file: `&amp;`, `<![CDATA[`, carriage returns and all.
  private let written: String

  init(_ text: String, written: String, start: SourceLocation) {
    self.text = text
    self.written = written
    self.start = start
  }

  /// Where a character of the text was written.
  ///
  /// - Parameter index: An index of ``text``; its end index gives the place after the text.
  /// - Returns: The line and column in the file.
  /// - Complexity: O(*n*) in the length of the text.
  public func location(at index: String.Index) -> SourceLocation {
    var places = Places(self)
    return places.location(at: index)
  }

  /// Where several characters of a text were written, which are asked for in their order.
  public struct Places {
    private let text: String
    private var cursor: WrittenCursor
    private var index: String.Index

    /// Starts before the first character.
    public init(_ located: LocatedText) {
      text = located.text
      index = text.startIndex
      cursor = WrittenCursor(located.written, start: located.start)
      cursor.skipDelimiters()
    }

    /// Where a character was written.
    ///
    /// - Parameter index: An index of the text, not before the last one asked for.
    /// - Returns: The line and column in the file.
    /// - Complexity: O(*n*) in the distance from the last one.
    public mutating func location(at index: String.Index) -> SourceLocation {
      precondition(index >= self.index, "places are asked for in the order of the text")
      var wanted = text.unicodeScalars.distance(from: self.index, to: index)
      self.index = index
      while wanted > 0, cursor.advance() {
        wanted -= 1
        cursor.skipDelimiters()
      }
      return cursor.place
    }
  }
}

/// Walks written text one meant character at a time.
private struct WrittenCursor {
  private var rest: Substring.UnicodeScalarView
  private var isInCDATA = false
  private(set) var place: SourceLocation

  init(_ written: String, start: SourceLocation) {
    rest = written[...].unicodeScalars
    place = start
  }

  /// Steps over what delimits CDATA, which is no character of the text.
  mutating func skipDelimiters() {
    while true {
      let delimiter = (isInCDATA ? "]]>" : "<![CDATA[").unicodeScalars
      guard rest.starts(with: delimiter) else { return }
      take(delimiter.count)
      isInCDATA.toggle()
    }
  }

  /// Steps over one character, however it is written.
  ///
  /// - Returns: False at the end.
  mutating func advance() -> Bool {
    guard let first = rest.first else { return false }
    if first == "&", !isInCDATA, let end = rest.firstIndex(of: ";") {
      take(rest.distance(from: rest.startIndex, to: end) + 1)
    } else if first == "\r", rest.dropFirst().first == "\n" {
      take(2)
    } else {
      take(1)
    }
    return true
  }

  private mutating func take(_ count: Int) {
    for _ in 0..<count {
      guard let scalar = rest.popFirst() else { return }
      if scalar == "\n" {
        place.line = (place.line ?? 1) + 1
        place.column = 1
      } else {
        place.column = (place.column ?? 1) + 1
      }
    }
  }
}
