/// A line of text with its place.
struct PlacedLine {
  /// Which end of the text its place is.
  enum Anchor {
    case start
    case middle
    case end
  }

  let text: String
  let style: TextStyle
  let x: Double
  let baseline: Double
  let anchor: Anchor

  /// The width of the text in pixels.
  let width: Double

  /// Places a text.
  init(text: String, style: TextStyle, x: Double, baseline: Double, anchor: Anchor = .start) {
    self.init(
      LineBreaking.Line(text, style), style: style, x: x,
      baseline: baseline, anchor: anchor)
  }

  /// Places a text that was measured.
  init(
    _ line: LineBreaking.Line, style: TextStyle, x: Double, baseline: Double,
    anchor: Anchor = .start
  ) {
    (text, width) = (line.text, line.width)
    (self.style, self.x, self.baseline, self.anchor) = (style, x, baseline, anchor)
  }

  /// The room the text takes.
  var box: Box {
    let left =
      switch anchor {
      case .start: x
      case .middle: x - width / 2
      case .end: x - width
      }
    return Box(
      left: left, top: baseline - style.ascent, right: left + width,
      bottom: baseline + style.descent)
  }

  /// The text as templates see it.
  var drawing: DrawnText {
    DrawnText(text: text, x: Coordinate.text(x), y: Coordinate.text(baseline))
  }
}

/// A block of text that fills downwards, as titles and notes do.
struct TextBlock {
  private(set) var lines: [PlacedLine] = []

  /// Where the next line's top lies, in pixels.
  var cursor: Double

  /// Creates an empty block.
  ///
  /// - Parameter top: Pixels from the top of the drawing.
  init(top: Double) { cursor = top }

  /// Adds a text, broken to a width.
  mutating func add(_ text: String, style: TextStyle, x: Double, width: Double) {
    for line in LineBreaking.lines(of: text, width: width, style: style) {
      add(line, style: style, x: x)
    }
  }

  /// Adds a line of text.
  mutating func add(_ line: LineBreaking.Line, style: TextStyle, x: Double) {
    let leading = style.lineHeight - style.ascent - style.descent
    let baseline = cursor + leading / 2 + style.ascent
    lines.append(PlacedLine(line, style: style, x: x, baseline: baseline))
    cursor += style.lineHeight
  }
}
