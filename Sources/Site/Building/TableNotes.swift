/// The notes under a table: each sentence once, linked to every cell that refers to it and back.
struct TableNotes {
  /// What the anchors start with.
  private let prefix: String

  private var notes: [(sentence: String, cells: [PageLink])] = []

  init(prefix: String) { self.prefix = prefix }

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
  /// - Returns: What leads to the note, with an anchor of its own.
  mutating func reference(_ sentence: String, from place: String) -> NoteReference {
    let index = notes.firstIndex { $0.sentence == sentence } ?? notes.count
    if index == notes.count { notes.append((sentence, [])) }
    let mark = Self.mark(index)
    let cell = "\(id(mark))-cell-\(notes[index].cells.count + 1)"
    notes[index].cells.append(PageLink(title: place, link: "#\(cell)"))
    return NoteReference(mark: mark, link: "#\(id(mark))", id: cell)
  }

  private func id(_ mark: String) -> String { "\(prefix)-note-\(mark)" }

  /// `a` to `z`, then `aa` and on.
  static func mark(_ index: Int) -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    let prefix = index >= letters.count ? mark(index / letters.count - 1) : ""
    return prefix + String(letters[index % letters.count])
  }
}
