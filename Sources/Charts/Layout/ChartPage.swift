/// The frame of a chart: its words above and below, and the check that nothing collides.
struct ChartPage {
  private(set) var words: ChartWords
  let layout: ChartLayout
  let header: ChartHeader
  private(set) var notes: [PlacedLine] = []

  /// Where the drawing ends, in pixels.
  private(set) var bottom: Double

  /// Lays out what stands above the marks.
  init(_ words: ChartWords, _ layout: ChartLayout) {
    self.words = words
    self.layout = layout
    header = ChartHeader(
      title: words.showsTitle ? words.title : nil, subtitle: words.subtitle, layout)
    bottom = header.bottom
  }

  /// Says something before all other notes.
  mutating func prepend(_ note: String) { words.notes.insert(note, at: 0) }

  /// Lays out the notes.
  ///
  /// - Parameter top: Where the marks end, in pixels.
  mutating func close(below top: Double) {
    var block = TextBlock(top: top)
    for note in words.notes {
      block.add(note, style: .note, x: layout.margin, width: layout.innerWidth)
      block.cursor += 2
    }
    notes = block.lines
    bottom = (block.cursor + layout.margin - 6).rounded(.up)
  }

  /// The frame as templates see it.
  ///
  /// - Parameters:
  ///   - marks: Everything else that may not be covered.
  ///   - classes: The classes of the kind, and of the colours in it.
  ///   - style: The rules of a file of its own.
  /// - Returns: The frame.
  /// - Throws: ``ChartFaults`` with every collision.
  func drawing(
    _ marks: BoxRegistry, classes: Set<String>, style: ChartStyle?
  ) throws(ChartFaults) -> DrawnFrame {
    var registry = marks
    for line in header.lines + notes { registry.add(line) }
    let faults = registry.faults(in: Box(left: 0, top: 0, right: layout.width, bottom: bottom))
    guard faults.isEmpty else { throw ChartFaults(faults: faults) }
    return DrawnFrame(
      layout, height: bottom, style: style, classes: classes, title: words.title,
      description: words.description, header: header, notes: notes)
  }
}
