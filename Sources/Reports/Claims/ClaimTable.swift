import Encoders
import Messages
import Pricing

/// All claims as a table, for other sites to embed.
struct ClaimTable {
  /// The anchor of the table.
  let id: String

  /// What it shows.
  let caption: String

  /// How many claims come out.
  let captionDetail: String

  /// The heads of the columns after the claim.
  let columns: [String]

  /// One row for each claim, in the order of the page.
  let rows: [ClaimRow]
}

/// One claim in a line.
struct ClaimRow {
  /// What is claimed.
  let says: String

  /// The figure as published.
  let published: String

  /// The figure as computed here.
  let computed: String

  /// The verdict as a phrase.
  let verdict: String

  /// The class of the verdict.
  let kind: String

  /// The title of the source.
  let source: String

  /// The published figure for programs, if it is an amount.
  let exactPublished: Table.Cell.Exact?

  /// The computed figure for programs, if it is an amount.
  let exactComputed: Table.Cell.Exact?

  /// The claim itself.
  let audited: AuditedClaim
}

extension ClaimTable: PublishedTable {
  var table: Table {
    let keys = ["published", "computed", "verdict", "source"]
    return Table(
      id: id, caption: caption, notes: [captionDetail],
      columns: [Table.Column(key: "claim", title: localized("Claim"))]
        + zip(keys, columns).map { Table.Column(key: $0, title: $1) },
      rows: rows.map { row in
        [
          Table.Cell(row.says), Table.Cell(row.published, row.exactPublished),
          Table.Cell(row.computed, row.exactComputed), Table.Cell(row.verdict, .state(row.kind)),
          Table.Cell(row.source),
        ]
      })
  }

  /// A row for each claim, its figures as plain numbers in the unit that the row names.
  var records: Table? {
    let keys = [
      "claim", "says", "unit", "published_low", "published_high", "computed_low", "computed_high",
      "verdict", "source",
    ]
    return Table(
      id: id, caption: caption, notes: [captionDetail],
      columns: keys.map { Table.Column(key: $0, title: $0) },
      rows: rows.map { row in
        let (claim, computed) = (row.audited.claim, row.audited.computed)
        let figures = [
          claim.published.low, claim.published.high, computed?.low, computed?.high,
        ].map { Table.Cell($0?.decimalText ?? "") }
        let words = [claim.id, row.says, claim.published.unit.description].map { Table.Cell($0) }
        return words + figures + [Table.Cell(row.kind), Table.Cell(claim.citation.source)]
      })
  }
}
