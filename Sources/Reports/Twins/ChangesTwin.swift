import Encoders
import Messages

extension ChangesPage: TwinnedPage {
  var twinTitle: String { title }

  func write(to twin: inout Twin) {
    twin.say(standfirst)
    if let feed { twin.page.paragraph([twin.link(feed)]) }
    for day in days {
      twin.part(day.badge.map { "\(day.date), \($0)" } ?? day.date)
      twin.changes(of: day)
    }
    twin.sources(sources)
    twin.part(localized("Data"), downloads.map { [twin.link($0)] })
  }
}

extension Twin {
  /// What changed on a day, and what that moved.
  mutating func changes(of day: ChangeDay) {
    page.table(day.table)
    for scenario in day.moved {
      page.table(scenario.table(captioned: "\(day.movedCaption): \(scenario.title)"))
      page.paragraph([link(scenario.title, scenario.link)])
    }
    say(day.others)
  }
}

extension ChangeDay {
  /// The changes of the day in rows.
  fileprivate var table: Table {
    Table(
      id: id, caption: caption, notes: [captionDetail].compactMap(\.self),
      columns: ["What", "Before", "From then on", "For", "Change", "Source", "Quote"].map {
        Table.Column(named: $0)
      },
      rows: rows.map { row in
        let source = [row.sourceTitle, row.note].compactMap(\.self).joined(separator: ", ")
        return [
          "\(row.offer): \(row.title)", row.before, row.now, row.unit ?? "", row.difference ?? "",
          source, row.quote ?? "",
        ].map { Table.Cell($0) }
      })
  }
}

extension MovedScenario {
  /// Winners and crossings of the scenario in rows.
  fileprivate func table(captioned caption: String) -> Table {
    Table(
      id: "moved", caption: caption,
      columns: ["Winner or break-even", "Before", "From then on", "Moved"].map {
        Table.Column(named: $0)
      },
      rows: rows.map { row in
        [row.title, row.before, row.now, row.move ?? ""].map { Table.Cell($0) }
      })
  }
}
