import Content
import Encoders
import Messages

/// The tables of a pair as files, from the same cells as its page.
extension PairPage {
  /// Where the bills and the rules of a pair go as files.
  static func files(_ pair: String) -> (costs: TableFiles, rules: TableFiles) {
    (
      TableFiles(at: SitePaths.pairTable(pair, "costs"), alone: true),
      TableFiles(at: SitePaths.pairTable(pair, "rules"), alone: true)
    )
  }

  /// Its tables by their files: the bills, then the rules.
  var tables: [(files: TableFiles, table: Table)] {
    let files = Self.files(id)
    return [(files.costs, costTable), (files.rules, ruleTable)]
  }

  /// Where the tables of a pair are from; their amounts name no sources.
  static func origin(_ pair: ProviderPair, _ context: SiteContext) -> TableOrigin {
    context.origin(
      of: SitePaths.pair(pair.id), title: PairNames(pair, context).title, sources: nil)
  }

  /// The same work on both.
  var costTable: Table {
    let columns = [
      ("scenario", localized("Scenario")), ("workload", localized("Workload")),
      ("first-offer", localized("\(first.title): offer")),
      ("first-cost", localized("\(first.title): cost")),
      ("second-offer", localized("\(second.title): offer")),
      ("second-cost", localized("\(second.title): cost")),
      ("dearer", localized("The dearer one costs")),
    ]
    return Table(
      id: "costs", caption: title, notes: [captionDetail],
      columns: columns.map { Table.Column(key: $0.0, title: $0.1) },
      rows: groups.flatMap { group in
        group.rows.map { row in
          [
            Table.Cell(group.scenario), Table.Cell(row.workload),
            Table.Cell(row.first.offer, .value(row.first.id)),
            Table.Cell(row.first.amount, row.first.exact),
            Table.Cell(row.second.offer, .value(row.second.id)),
            Table.Cell(row.second.amount, row.second.exact), Table.Cell(row.outcome),
          ]
        }
      })
  }

  /// How both bill.
  var ruleTable: Table {
    Table(
      id: "rules", caption: title,
      columns: [
        Table.Column(key: "rule", title: localized("Rule")),
        Table.Column(key: "first", title: first.title),
        Table.Column(key: "second", title: second.title),
      ],
      rows: rules.map { row in
        [row.name, row.first.text, row.second.text].map { Table.Cell($0) }
      })
  }
}
