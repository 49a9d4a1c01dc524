import Templates

/// A note under a table, linked to the cell that refers to it.
struct TableNote: TemplateModel {
  /// The anchor of the note.
  let id: String

  /// The letter that the table shows, such as `a`.
  let mark: String

  /// The note itself.
  let text: String

  /// The link back to the first cell that refers to it, by the offer and workload of the cell;
  /// absent below a large table.
  let back: PageLink?

  static let variable = "note"
}

/// The mark in a cell that leads to a note.
struct NoteReference: TemplateModel {
  /// The letter of the note.
  let mark: String

  /// The link to the note.
  let link: LinkTarget

  /// The anchor that the note leads back to; absent in all cells but the first.
  let id: String?

  static let variable = "reference"
}
