import Encoders
import Messages
import Templates

/// What to take for each workload, by what an offer must be able to do.
struct RecommendationTable: TemplateModel {
  /// The anchor of the table.
  let id: String

  /// How the choice is made.
  let caption: String

  /// The rule, and the unit.
  let captionDetail: String

  /// The workloads, from left to right.
  let columns: [ComparisonColumn]

  /// How many columns there are.
  let span: String

  /// The choices among offers that can take each other's place, group by group.
  let groups: [RecommendationGroup]

  /// The same rows as files.
  var files: [PageLink] = []

  static let variable = "table"
}

/// The choices among offers that can take each other's place.
struct RecommendationGroup: TemplateModel {
  /// What the offers are called together; absent where there are no others.
  let name: String?

  /// One row for each set of requirements; the price alone, or what the scenario asks for, first.
  let rows: [RecommendationRow]

  static let variable = "group"
}

extension RecommendationTable: PublishedTable {
  var table: Table {
    let group = Table.Column(key: "group", title: localized("Group"))
    let requirement = Table.Column(key: "requirement", title: localized("If you need"))
    let workloads = columns.flatMap { column in
      [
        Table.Column(
          key: "\(column.key)-choice", title: localized("\(column.text): what to take")),
        Table.Column(key: "\(column.key)-cost", title: localized("\(column.text): cost")),
      ]
    }
    let out = Table.Column(key: "out", title: localized("Who is out"))
    let nobody = localized("nobody")
    return Table(
      id: id, caption: caption, notes: [captionDetail],
      columns: (isGrouped ? [group] : []) + [requirement] + workloads + [out],
      rows: groups.flatMap { group in
        group.rows.map { row in
          let out = row.exclusions.map { "\($0.offer) \($0.reason)" }.joined(separator: ". ")
          return (group.name.map { [Table.Cell($0)] } ?? []) + [Table.Cell(row.requirement)]
            + row.cells.flatMap {
              [
                Table.Cell($0.offers, .value($0.ids.joined(separator: " "))),
                Table.Cell($0.detail ?? "", $0.exact),
              ]
            }
            + [Table.Cell(out.isEmpty ? nobody : out)]
        }
      })
  }

  /// Whether some of the offers cannot take the place of others.
  private var isGrouped: Bool { groups.contains { $0.name != nil } }
}

/// The choice under one set of requirements.
struct RecommendationRow: TemplateModel {
  /// What the offer must be able to do.
  let requirement: String

  /// What to take, workload by workload.
  let cells: [RecommendationCell]

  /// Who is out and why, in one line; absent if nobody is.
  let excluded: String?

  /// The same, offer by offer.
  let exclusions: [ExclusionEntry]

  static let variable = "row"
}

/// What to take for one workload.
struct RecommendationCell: TemplateModel {
  /// The offers.
  let offers: String

  /// The workload, which a narrow page says in every cell; absent where there are no others, and beside
  /// a large table.
  var label: String?

  /// What it costs, or on what the choice depends.
  let detail: String?

  /// The ids of the offers.
  var ids: [String] = []

  /// The cost for programs, where it is settled.
  var exact: Table.Cell.Exact?

  /// The link to the invoice behind the amount; absent where there is none.
  var link: LinkTarget?

  static let variable = "cell"
}

/// An offer that is out, and what keeps it out.
struct ExclusionEntry: TemplateModel {
  /// The offer's name.
  let offer: String

  /// What it does not do, or of which nobody says that it does.
  let reason: String

  /// Who says so.
  let citations: [Citation]

  static let variable = "exclusion"
}
