/// Every text and marker of a drawing with the room it takes, so that a collision is found
/// while the site is built and not by its reader.
struct BoxRegistry {
  private struct Entry {
    var text: String
    var box: Box
    var isMarker: Bool
  }

  private var entries: [Entry] = []

  /// Registers a line of text, which nothing else may cover.
  mutating func add(_ line: PlacedLine) {
    entries.append(Entry(text: line.text, box: line.box, isMarker: false))
  }

  /// Registers a mark, which no text may cover; marks may touch each other.
  ///
  /// - Parameters:
  ///   - name: What the mark is, for the report.
  ///   - box: The room it takes.
  mutating func add(marker name: String, _ box: Box) {
    entries.append(Entry(text: name, box: box, isMarker: true))
  }

  /// What collides or leaves the drawing, from top to bottom.
  ///
  /// - Parameter bounds: The view box.
  /// - Returns: The faults; empty for a drawing that may be published.
  func faults(in bounds: Box) -> [ChartFault] {
    // Touching edges and rounding are no collision that a reader could see.
    let tolerance = 0.5
    var faults: [ChartFault] = []
    let sorted = entries.enumerated()
      .sorted { ($0.element.box.top, $0.offset) < ($1.element.box.top, $1.offset) }
      .map(\.element)
    // Marks may touch each other, so a mark is compared with texts only.
    let all = Array(sorted.indices)
    let texts = all.filter { !sorted[$0].isMarker }
    var textsSoFar = 0
    for (index, entry) in sorted.enumerated() {
      if !entry.isMarker {
        textsSoFar += 1
        if !bounds.grown(by: tolerance).contains(entry.box) { faults.append(.outside(entry.text)) }
      }
      let box = entry.box.grown(by: -tolerance)
      for other in entry.isMarker ? texts[textsSoFar...] : all[(index + 1)...] {
        guard sorted[other].box.top < entry.box.bottom - tolerance else { break }
        if sorted[other].box.overlaps(box) {
          faults.append(.overlap(entry.text, sorted[other].text))
        }
      }
    }
    return faults
  }

  /// Refuses a drawing that a reader could not read.
  ///
  /// - Parameters:
  ///   - layout: How wide the drawing is.
  ///   - height: In pixels.
  /// - Throws: ``ChartFaults`` with everything that collides or leaves the drawing.
  func check(_ layout: ChartLayout, height: Double) throws(ChartFaults) {
    let faults = faults(in: Box(left: 0, top: 0, right: layout.width, bottom: height))
    guard faults.isEmpty else { throw ChartFaults(faults: faults) }
  }
}
