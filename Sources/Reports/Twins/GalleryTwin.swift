import Encoders
import Messages

extension GalleryPage: TwinnedPage {
  var twinTitle: String { title }

  func write(to twin: inout Twin) {
    twin.say(summary)
    twin.say(scores)
    for chart in charts {
      twin.part(chart.kind)
      twin.say(localized("\(chart.score) points"))
      twin.page.paragraph([.text("\(chart.text) "), twin.link(chart.home)])
      twin.figure(chart.figure)
    }
    twin.part(localized("The checks"))
    twin.page.table(checkTable)
    twin.part(
      localized("The same data, drawn by others"),
      peers.map { [.text("\($0.name): \(localized("\($0.score) points"))")] })
  }

  /// The checks in rows.
  private var checkTable: Table {
    Table(
      id: "checks", caption: localized("What charts and tables are held to"), notes: [scale],
      columns: [
        Table.Column(key: "check", title: localized("Check")),
        Table.Column(key: "rule", title: localized("What has to be so")),
        Table.Column(key: "kinds", title: localized("Kinds")),
        Table.Column(key: "points", title: localized("Points"), isNumber: true),
        Table.Column(key: "evidence", title: localized("What it rests on")),
      ],
      rows: checks.map { check in
        [check.id, check.check, check.kinds ?? localized("all"), check.score, check.evidence].map {
          Table.Cell($0)
        }
      })
  }
}
