/// One step of a walk through a Markdown text, as plain values.
///
/// A flat list rather than a tree: an author's nesting never becomes the program's.
struct MarkdownEvent {
  /// What opens and closes around others.
  enum Element: Equatable {
    /// Within a tight list a paragraph has no marks of its own.
    case paragraph(isTight: Bool)
    case heading(level: Int)
    case quote
    /// The first number, or `nil` for bullets.
    case list(start: Int?)
    case item
    case emphasis
    case strong
    case strikethrough
    case link(address: String, title: String)
    case image(address: String, title: String)
    case table
    case tableHeader
    case tableRow
    case tableCell(alignment: Alignment?)
    /// A note at the end of the page.
    case footnote
  }

  /// Where a column puts its texts.
  enum Alignment: String {
    case left
    case center
    case right
  }

  /// What the walk meets.
  enum Step {
    case start(Element)
    case end(Element)
    case text(String)
    case code(String)
    case codeBlock(String, language: String)
    case html(String)
    case softBreak
    case lineBreak
    case rule
    /// The number of a note, in the order of first mention.
    case footnoteReference(String)
  }

  var step: Step

  /// The line from 1, or 0 if cmark keeps none.
  var line: Int

  /// The column from 1, in bytes.
  var byteColumn: Int
}
