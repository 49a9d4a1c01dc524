import Diagnostics

/// Turns cmark's places, counted in bytes, into the places that editors show.
struct LineIndex {
  private let file: String
  private let lines: [Substring]
  private var last: Position

  init(_ source: SourceText) {
    file = source.file
    lines = source.lines
    last = Position(line: 0, index: source.text.startIndex)
  }

  /// The place of an event.
  ///
  /// - Parameters:
  ///   - event: Where cmark saw it.
  ///   - opening: What stands at the place if the column is right; cmark miscounts some
  ///     indented lines, and no column is better than a wrong one.
  ///   - fallback: The place to use if cmark keeps none.
  /// - Returns: Line and column, or the line alone.
  mutating func location(
    of event: MarkdownEvent, opening: String = "", or fallback: SourceLocation
  ) -> SourceLocation {
    guard event.line >= 1, event.line <= lines.count else { return fallback }
    var location = SourceLocation(file: file, line: event.line)
    let scalars = lines[event.line - 1].unicodeScalars
    if event.line != last.line || event.byteColumn < last.byteColumn {
      last = Position(line: event.line, index: scalars.startIndex)
    }
    while last.byteColumn < event.byteColumn, last.index < scalars.endIndex {
      last.byteColumn += UTF8.width(scalars[last.index])
      last.column += 1
      last.index = scalars.index(after: last.index)
    }
    guard last.index < scalars.endIndex, last.byteColumn == event.byteColumn,
      opening.isEmpty || opening.unicodeScalars.contains(scalars[last.index])
    else { return location }
    location.column = last.column
    return location
  }

  /// Where the last look-up ended: events come in reading order, and a long line is counted
  /// through once, not once for each of them.
  private struct Position {
    var line: Int
    var byteColumn = 1
    var column = 1
    var index: String.Index
  }
}
