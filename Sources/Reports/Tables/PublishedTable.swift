import Content
import Encoders
import Publishing
import Templates

/// A table of a page that is published as files too, from the same cells.
protocol PublishedTable: TemplateModel {
  /// Its rows for every format.
  var table: Table { get }

  /// Its rows for programs that add up; the same where a table has no other shape for them.
  var records: Table { get }

  /// What the ids and letters of ``records`` stand for, as CSV files of these names; none where the
  /// records say it themselves.
  var keys: [(name: String, table: Table)] { get }

  /// The links to its files.
  var files: [PageLink] { get set }
}

extension PublishedTable {
  var records: Table { table }

  var keys: [(name: String, table: Table)] { [] }
}

/// Where the files of a table are, and which of them a site publishes.
struct TableFiles {
  /// The path of the files without an ending.
  let path: String

  /// Whether the table has a page of its own.
  let isAlone: Bool

  private let formats: [Format]

  /// A format, and the family that it belongs to.
  private typealias Format = (format: TableFormat, family: PublishedFamily)

  /// Every format in which tables are published.
  private static let all: [Format] = [
    (.csv, .csv), (.displayCSV, .csv), (.json, .json), (.markdown, .markdown),
  ]

  /// Creates the files of a table in every format.
  init(at path: String, alone: Bool = false) {
    self.path = path
    isAlone = alone
    formats = Self.all
  }

  /// Creates the file of a table for programs that add up, where there is other data for the rest.
  ///
  /// - Parameters:
  ///   - path: Where its files go, without an ending.
  ///   - alone: Whether it has a page of its own; not if it is too long to be read.
  init(forRecordsAt path: String, alone: Bool = false) {
    self.path = path
    isAlone = alone
    formats = [(.csv, .csv)]
  }

  /// The links to the files, as far as they are published.
  func links(_ families: Set<PublishedFamily>) -> [PageLink] {
    var links = formats.filter { families.contains($0.family) }.map {
      PageLink($0.format.title, to: $0.format.path(path))
    }
    if isAlone, families.contains(.tables) {
      links.append(PageLink("This table alone", to: "\(path).html"))
    }
    return links
  }

  /// Writes the table in every wanted format.
  ///
  /// - Parameters:
  ///   - table: The rows as readers see them.
  ///   - records: The rows for programs that add up; the same if left out.
  ///   - keys: What ids and letters of the records stand for, a file each.
  ///   - writer: Where files go.
  /// - Throws: ``Publishing/BuildError/writing(_:)``.
  func write(
    _ table: @autoclosure () -> Table, records: Table? = nil,
    keys: [(name: String, table: Table)] = [], to writer: inout SiteWriter
  ) throws(BuildError) {
    let wanted = formats.filter { writer.publishes($0.family) }
    guard !wanted.isEmpty else { return }
    let table = table()
    for (format, family) in wanted {
      let rows = format.takesRecords ? records ?? table : table
      try writer.data(at: format.path(path), in: family) { format.append(rows, &$0) }
    }
    for (name, table) in keys {
      try writer.data(at: TableFormat.csv.path("\(path)/\(name)"), in: .csv) {
        TableFormat.csv.append(table, &$0)
      }
    }
  }
}
