/// The notes below the marks, and where the drawing ends with them.
struct ChartNotes {
  let lines: [PlacedLine]

  /// How many lines a page shows as well, from the first.
  let countOnPage: Int

  /// Where the drawing ends, in pixels.
  let bottom: Double

  private let bottomOnPage: Double

  /// Lays out notes.
  ///
  /// - Parameters:
  ///   - marks: What explains the marks, a paragraph each.
  ///   - notes: Assumptions, source and licence, which are the caption on a page.
  ///   - layout: For how much room.
  ///   - top: Where the notes begin, in pixels.
  init(marks: [String], notes: [String], _ layout: ChartLayout, top: Double) {
    var block = TextBlock(top: top)
    func add(_ paragraphs: [String]) -> Double {
      for paragraph in paragraphs {
        block.add(paragraph, style: .note, x: layout.margin, width: layout.innerWidth)
        block.cursor += 2
      }
      return block.cursor + layout.margin - 6
    }
    bottomOnPage = add(marks)
    countOnPage = block.lines.count
    bottom = add(notes)
    lines = block.lines
  }

  /// The height of the drawing in pixels.
  var height: Double { bottom.rounded(.up) }

  /// The height in pixels without what a page says beside the drawing.
  var heightOnPage: Double { bottomOnPage.rounded(.up) }
}
