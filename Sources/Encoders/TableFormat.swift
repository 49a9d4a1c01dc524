/// A file format for tables.
///
/// A new one is a file of this folder, a kind of file that a site can ask
/// for, and a line in `Sources/Reports/Tables/PublishedTable.swift`, where formats are listed.
package struct TableFormat: Sendable {
  /// What readers call it.
  package let title: String

  /// What the names of its files add to that of the table.
  package let suffix: String

  /// The ending of its files.
  package let ending: String

  /// Appends a table, every cell of it.
  package let append: @Sendable (_ table: Table, _ output: inout [UInt8]) -> Void

  /// Whether it takes the rows for programs that add up, where those have another shape.
  package let takesRecords: Bool

  /// Whether it is for programs, which have every row and column, whatever readers see.
  package let isForPrograms: Bool

  init(
    title: String, suffix: String = "", ending: String, takesRecords: Bool = false,
    isForPrograms: Bool = false,
    append: @escaping @Sendable (_ table: Table, _ output: inout [UInt8]) -> Void
  ) {
    (self.title, self.suffix, self.ending) = (title, suffix, ending)
    (self.takesRecords, self.isForPrograms, self.append) = (takesRecords, isForPrograms, append)
  }

  /// The path of a table's file, below that of the table.
  package func path(_ table: String) -> String { "\(table)\(suffix).\(ending)" }

  /// The table as a file.
  package func file(_ table: Table) -> [UInt8] {
    var output: [UInt8] = []
    append(table, &output)
    return output
  }
}
