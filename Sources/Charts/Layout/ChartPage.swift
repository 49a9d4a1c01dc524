/// The frame of a chart: its words above and below, and the check that nothing collides.
struct ChartPage {
  let words: ChartWords
  let layout: ChartLayout
  let header: ChartHeader

  /// What stands below the marks.
  private(set) var notes: ChartNotes

  /// Lays out what stands above the marks.
  init(_ words: ChartWords, _ layout: ChartLayout) {
    self.words = words
    self.layout = layout
    header = ChartHeader(
      title: words.showsTitle ? words.title : nil, subtitle: words.subtitle, layout)
    notes = ChartNotes(marks: [], notes: [], layout, top: header.bottom)
  }

  /// Lays out the notes.
  ///
  /// - Parameters:
  ///   - top: Where the marks end, in pixels.
  ///   - marks: What explains them, before all other notes.
  mutating func close(below top: Double, marks: [String] = []) {
    notes = ChartNotes(marks: marks, notes: words.notes, layout, top: top)
  }

  /// The frame as templates see it.
  ///
  /// - Parameter marks: Everything else that may not be covered.
  /// - Returns: The frame.
  /// - Throws: ``ChartFaults`` with every collision.
  func drawing(_ marks: BoxRegistry) throws(ChartFaults) -> DrawnFrame {
    var registry = marks
    for line in header.lines + notes.lines { registry.add(line) }
    try registry.check(layout, height: notes.height)
    return DrawnFrame(
      layout, title: words.title, description: words.description, header: header, notes: notes)
  }
}
