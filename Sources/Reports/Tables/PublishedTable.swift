import Content
import Encoders
import Publishing
import Templates

/// A table of a page that is published as files too, from the same cells.
protocol PublishedTable: TemplateModel {
  /// Its rows for every format.
  var table: Table { get }

  /// The links to its files.
  var files: [PageLink] { get set }
}

/// Where the files of a table are, and which of them a site publishes.
struct TableFiles {
  /// The path of the files without an ending.
  let path: String

  /// Whether the table has a page of its own.
  let isAlone: Bool

  /// The formats, each with the family that it belongs to.
  private static let formats: [(format: TableFormat, family: PublishedFamily)] = [
    (.csv, .csv), (.json, .json), (.markdown, .markdown),
  ]

  init(at path: String, alone: Bool = false) {
    self.path = path
    isAlone = alone
  }

  /// The links to the files, as far as they are published.
  func links(_ families: Set<PublishedFamily>) -> [PageLink] {
    var links = Self.formats.filter { families.contains($0.family) }.map {
      PageLink($0.format.title, to: "\(path).\($0.format.ending)")
    }
    if isAlone, families.contains(.tables) {
      links.append(PageLink("This table alone", to: "\(path).html"))
    }
    return links
  }

  /// Writes the table in every wanted format.
  func write(_ table: @autoclosure () -> Table, to writer: inout SiteWriter) throws(BuildError) {
    let wanted = Self.formats.filter { writer.publishes($0.family) }
    guard !wanted.isEmpty else { return }
    let table = table()
    for (format, family) in wanted {
      try writer.data(at: "\(path).\(format.ending)", in: family) { format.append(table, &$0) }
    }
  }
}
