/// Where a table is from: what a copy in somebody else's document says below its rows.
package struct TableOrigin: Hashable, Sendable {
  /// The language of its words, such as `en`.
  package let language: String

  /// The page that it stands on.
  package let page: String

  /// The name of the publication.
  package let publication: String

  /// The absolute address of that page; `nil` where nobody knows where the site is published.
  package let address: String?

  /// Who states the figures, and on which days; `nil` where the rows say so themselves.
  package let sources: String?

  /// The terms under which the table may be used, as a sentence.
  package let licence: String

  /// Creates an origin.
  package init(
    language: String, page: String, publication: String, address: String?, sources: String?,
    licence: String
  ) {
    self.language = language
    self.page = page
    self.publication = publication
    self.address = address
    self.sources = sources
    self.licence = licence
  }

  /// The page with the name of the publication.
  package var title: String { "\(page), \(publication)" }
}

extension Table {
  /// The table with where it is from.
  package func from(_ origin: TableOrigin) -> Table {
    var table = self
    table.origin = origin
    return table
  }

  /// What formats for readers say below the rows: the notes, then those of cells, each after what it
  /// is about, such as `Serverless GPU, Monthly cost: …`.
  package var paragraphs: [String] {
    statements + namedNotes + [origin?.sources].compactMap(\.self)
  }

  /// Whether a column holds amounts or other numbers, which stand on the right.
  package func isAmounts(column: Int) -> Bool {
    columns[column].isNumber
      || rows.contains { row in
        switch row[column].exact {
        case .amount, .single: true
        case nil, .number, .value, .state: false
        }
      }
  }
}

extension Table.Cell {
  /// What readers see: the text, with how it compares to others in brackets, such as
  /// `$1,440 (lowest)`.
  package var shown: String { badge.map { "\(text) (\($0))" } ?? text }
}
