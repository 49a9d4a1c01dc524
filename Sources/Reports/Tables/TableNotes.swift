import Templates

/// The notes under a table: each sentence once, with a link to it in every cell that refers to it
/// and, in a small table, one back to the first of them.
struct TableNotes {
  /// The table in the anchors.
  private let table: String

  private let linksBack: Bool
  private var notes: [(sentence: String, back: PageLink?)] = []
  private var numbers: [String: Int] = [:]

  /// Starts without a note.
  ///
  /// - Parameters:
  ///   - table: The id of what the table is about.
  ///   - linksBack: Whether notes lead back to their first cell.
  init(under table: String, linksBack: Bool = true) {
    self.table = table
    self.linksBack = linksBack
  }

  /// The notes in the order in which they were first referred to.
  var entries: [TableNote] {
    notes.enumerated().map { index, note in
      let mark = Self.mark(index)
      return TableNote(id: id(mark), mark: mark, text: note.sentence, back: note.back)
    }
  }

  /// The mark for a cell.
  ///
  /// - Parameters:
  ///   - sentence: The note.
  ///   - place: The cell in words, for the link back.
  /// - Returns: What leads to the note; with an anchor of its own if the note leads back to it.
  mutating func reference(
    _ sentence: String, from place: @autoclosure () -> String
  ) -> NoteReference {
    if let index = numbers[sentence] {
      let mark = Self.mark(index)
      return NoteReference(mark: mark, link: .anchor(id(mark)), id: nil)
    }
    let mark = Self.mark(notes.count)
    let cell = linksBack ? Anchor.cell(ofNote: id(mark)) : nil
    numbers[sentence] = notes.count
    notes.append((sentence, cell.map { PageLink(title: place(), link: .anchor($0)) }))
    return NoteReference(mark: mark, link: .anchor(id(mark)), id: cell)
  }

  private func id(_ mark: String) -> String { Anchor.note(mark, under: table) }

  /// `a` to `z`, then `aa` and on.
  static func mark(_ index: Int) -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    let prefix = index >= letters.count ? mark(index / letters.count - 1) : ""
    return prefix + String(letters[index % letters.count])
  }
}
