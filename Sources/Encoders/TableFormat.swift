/// A file format for tables.
///
/// A new one is a file of this folder, a kind of file that a site can ask
/// for, and a line in `Sources/Reports/Tables/PublishedTable.swift`, where formats are listed.
package struct TableFormat: Sendable {
  /// What readers call it.
  package let title: String

  /// The ending of its files.
  package let ending: String

  /// Appends a table, every cell of it.
  package let append: @Sendable (_ table: Table, _ output: inout [UInt8]) -> Void

  /// The table as a file.
  package func file(_ table: Table) -> [UInt8] {
    var output: [UInt8] = []
    append(table, &output)
    return output
  }
}
