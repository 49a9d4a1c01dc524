import Content
import Encoders
import Messages
import Publishing
import Templates

/// A table of a page that is published as files too, from the same cells.
protocol PublishedTable {
  /// All of its rows and columns.
  var table: Table { get }

  /// What readers see of ``table``; `nil` for the usual.
  var arrangement: TableArrangement? { get }

  /// The same in words, for whoever asks for more or less of it.
  var selection: TableSelection { get }

  /// Its rows for programs that add up; `nil` where they are no others.
  var records: Table? { get }

  /// What the ids and letters of ``records`` stand for, as CSV files of these names; none where the
  /// records say it themselves.
  var keys: [(name: String, table: Table)] { get }
}

extension PublishedTable {
  var arrangement: TableArrangement? { nil }

  var selection: TableSelection { TableSelection() }

  var records: Table? { nil }

  var keys: [(name: String, table: Table)] { [] }
}

/// Where the files of a table are, and which of them a site publishes.
struct TableFiles {
  /// The path of the files without an ending.
  let path: String

  /// Whether no page of the site shows the table but the one that is made for frames.
  private(set) var isNowhereElse = false

  /// Whether other documents can embed the table: as a fragment, and as a page without
  /// surroundings.
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
    isNowhereElse = alone
    formats = [(.csv, .csv)]
  }

  /// The links to the files, as far as they are published.
  func links(_ families: Set<PublishedFamily>) -> [PageLink] {
    var links = formats.filter { families.contains($0.family) }.map {
      PageLink(localized(name: $0.format.title), to: $0.format.path(path))
    }
    if isAlone, families.contains(.tables) { links.append(PageLink("HTML", to: "\(path).html")) }
    return links
  }

  /// The paths of the files as far as they are published, that for programs first.
  func paths(_ families: Set<PublishedFamily>) -> [String] {
    formats.filter { families.contains($0.family) }.map { $0.format.path(path) }
      + (isAlone && families.contains(.tables) ? ["\(path).html"] : [])
  }

  /// Writes the table in every wanted format.
  ///
  /// - Parameters:
  ///   - table: All of its rows and columns, with where they are from.
  ///   - arrangement: What readers see of it; `nil` for the usual.
  ///   - records: The rows for programs that add up; the same if left out.
  ///   - keys: What ids and letters of the records stand for, a file each.
  ///   - templates: What it is filled into for other documents; `nil` if none can embed it.
  ///   - home: The page that it is from.
  ///   - writer: Takes the files.
  /// - Throws: ``Publishing/BuildError/writing(_:)``.
  func write(
    _ table: @autoclosure () -> Table, shown arrangement: TableArrangement? = nil,
    records: Table? = nil,
    keys: [(name: String, table: Table)] = [], embedded templates: EmbedTemplates? = nil,
    from home: LinkTarget? = nil, to writer: inout SiteWriter
  ) throws(BuildError) {
    let wanted = formats.filter { writer.publishes($0.family) }
    let isEmbedded = isAlone && writer.publishes(.tables)
    guard !wanted.isEmpty || isEmbedded else { return }
    let table = table()
    let shown = table.arranged(arrangement)
    if isEmbedded, let templates, let home {
      try templates.write(shown, at: path, from: home, isNowhereElse: isNowhereElse, to: &writer)
    }
    for (format, family) in wanted {
      let rows = format.takesRecords ? records : nil
      let all = rows ?? (format.isForPrograms ? table : shown)
      try writer.data(at: format.path(path), in: family) { format.append(all, &$0) }
    }
    for (name, table) in keys {
      try writer.data(at: TableFormat.csv.path("\(path)/\(name)"), in: .csv) {
        TableFormat.csv.append(table, &$0)
      }
    }
  }
}
