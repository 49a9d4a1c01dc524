import Templates

/// The notes under a table: each sentence once, linked to every cell that refers to it and, in a
/// small table, back.
struct TableNotes {
  /// What the anchors start with.
  private let prefix: String

  private let linksBack: Bool
  private var notes: [(sentence: String, cells: [PageLink])] = []
  private var numbers: [String: Int] = [:]

  /// Starts without a note.
  ///
  /// - Parameters:
  ///   - prefix: What the anchors start with.
  ///   - linksBack: Whether notes lead back to their cells, which takes the room of a second table
  ///     below a large one.
  init(prefix: String, linksBack: Bool = true) {
    self.prefix = prefix
    self.linksBack = linksBack
  }

  /// The notes in the order in which they were first referred to.
  var entries: [TableNote] {
    notes.enumerated().map { index, note in
      let mark = Self.mark(index)
      return TableNote(id: id(mark), mark: mark, text: note.sentence, backlinks: note.cells)
    }
  }

  /// The mark for a cell.
  ///
  /// - Parameters:
  ///   - sentence: The note.
  ///   - place: The cell in words, for the link back.
  /// - Returns: What leads to the note, with an anchor of its own where the note leads back.
  mutating func reference(
    _ sentence: String, from place: @autoclosure () -> String
  ) -> NoteReference {
    let index = numbers[sentence] ?? notes.count
    if index == notes.count {
      notes.append((sentence, []))
      numbers[sentence] = index
    }
    let mark = Self.mark(index)
    guard linksBack else { return NoteReference(mark: mark, link: .anchor(id(mark)), id: nil) }
    let cell = "\(id(mark))-cell-\(notes[index].cells.count + 1)"
    notes[index].cells.append(PageLink(title: place(), link: .anchor(cell)))
    return NoteReference(mark: mark, link: .anchor(id(mark)), id: cell)
  }

  private func id(_ mark: String) -> String { "\(prefix)-note-\(mark)" }

  /// `a` to `z`, then `aa` and on.
  static func mark(_ index: Int) -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    let prefix = index >= letters.count ? mark(index / letters.count - 1) : ""
    return prefix + String(letters[index % letters.count])
  }
}
