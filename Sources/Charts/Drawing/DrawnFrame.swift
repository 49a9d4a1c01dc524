/// What every drawing has around its marks.
public struct DrawnFrame: Hashable, Sendable {
  /// `wide` or `compact`, for the class of the root.
  public var layout: String

  /// The width in pixels.
  public var width: String

  /// The height in pixels.
  public var height: String

  /// The rules of a file of its own; `nil` inside a page.
  public var style: String?

  /// `true` inside a page, where the name and the description say it all to a screen reader; a
  /// file of its own may not have the attribute.
  public var isHidden: String?

  /// The finding in one line.
  public var title: String

  /// The whole chart in words.
  public var description: String

  /// The finding, broken to the width.
  public var titleLines: [DrawnText]

  /// The measure, broken to the width.
  public var subtitleLines: [DrawnText]

  /// Assumptions, source and licence.
  public var notes: [DrawnText]

  /// Writes the words around a drawing that was laid out.
  init(
    _ layout: ChartLayout, title: String, description: String, header: ChartHeader,
    notes: ChartNotes
  ) {
    self.layout = layout.rawValue
    width = Coordinate.text(layout.width)
    height = Coordinate.text(notes.height)
    isHidden = "true"
    self.title = title
    self.description = description
    titleLines = header.title.map(\.drawing)
    subtitleLines = header.subtitle.map(\.drawing)
    self.notes = notes.lines.map(\.drawing)
  }
}

/// A rectangle in a drawing.
public struct DrawnBox: Hashable, Sendable {
  /// The class of what it means; empty if there is only one kind.
  public var kind: String

  /// Pixels from the left.
  public var x: String

  /// Pixels from the top.
  public var y: String

  /// The width in pixels.
  public var width: String

  /// The height in pixels.
  public var height: String

  init(_ box: Box, kind: String = "") {
    self.kind = kind
    x = Coordinate.text(box.left)
    y = Coordinate.text(box.top)
    width = Coordinate.text(box.width)
    height = Coordinate.text(box.height)
  }
}
