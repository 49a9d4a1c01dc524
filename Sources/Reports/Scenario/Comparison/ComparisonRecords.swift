import Encoders
import Pricing
import Wording

extension ComparisonTable {
  /// A row for each offer and workload: what can be added up, and no words.
  var records: Table? {
    Self.records(
      id, ["offer", "workload", "low_usd", "high_usd", "standing", "notes"],
      contents.rows.flatMap { row in
        zip(contents.workloads, row.cells).map { column, cell in
          let ends =
            switch cell.exact {
            case .amount(let low, let high): [low.dollarText, high?.dollarText ?? ""]
            case nil, .single, .number, .value, .state: ["", ""]
            }
          return [row.id, column.id] + ends + [
            cell.standing.rawValue,
            Self.letters(cell.notes),
          ]
        }
      })
  }

  /// `a b` of the marks `a,` and `b`.
  private static func letters(_ notes: [NoteReference]) -> String {
    notes.map { $0.mark.hasSuffix(",") ? String($0.mark.dropLast()) : $0.mark }
      .joined(separator: " ")
  }

  /// What the offers of ``records`` are, and what the letters of its notes refer to.
  var keys: [(name: String, table: Table)] {
    var offers = Self.records(
      id, ["offer", "name", "provider", "group", "rates_day", "rates_day_is"],
      contents.groups.flatMap { group in
        group.rows.map { row in
          let (key, day) = row.lastDay.map { ($0.member.0, "\($0.date)") } ?? ("", "")
          return [row.id, row.offer, row.providerID, group.name ?? "", day, key]
        }
      })
    offers.columns += contents.fields
    for (place, row) in contents.rows.enumerated() { offers.rows[place] += row.fields }
    let texts = Self.records(id, ["note", "text"], contents.notes.map { [$0.mark, $0.text] })
    return [("offers", offers)] + (contents.notes.isEmpty ? [] : [("notes", texts)])
  }

  private static func records(_ id: String, _ keys: [String], _ rows: [[String]]) -> Table {
    Table(
      id: id, caption: "", columns: keys.map { Table.Column(key: $0, title: $0) },
      rows: rows.map { $0.map { Table.Cell($0) } })
  }
}
