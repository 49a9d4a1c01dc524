import Encoders
import Messages

extension ConformancePage: TwinnedPage {
  var twinTitle: String { title }

  func write(to twin: inout Twin) {
    twin.say(standfirst)
    for list in lists {
      twin.part(list.title)
      twin.say(list.summary)
      if !list.features.isEmpty { twin.page.table(list.table) }
      for key in list.missing { twin.say(localized("Not expressed: \(key.key) (\(key.entries))")) }
      twin.say(list.compared)
      for reason in list.reasons {
        twin.say(localized("\(reason.calls) of \(reason.providers): \(reason.text)"))
      }
    }
    twin.part(
      localized("Where two lists disagree, \(day)"),
      disagreements.map { [.text("\($0.model), \($0.unit): \($0.prices)")] })
    twin.part(localized("Data"), downloads.map { [twin.link($0)] })
  }
}

extension PublicListEntry {
  /// The shares in rows.
  fileprivate var table: Table {
    Table(
      id: id, caption: localized("What \(name) has, and how much of it is expressed"),
      columns: [
        Table.Column(key: "feature", title: localized("Feature")),
        Table.Column(key: "entries", title: localized("Entries"), isNumber: true),
        Table.Column(key: "expressed", title: localized("Expressed"), isNumber: true),
        Table.Column(key: "share", title: localized("Share"), isNumber: true),
      ],
      rows: features.map { share in
        [share.feature, share.entries, share.expressed, share.share].map { Table.Cell($0) }
      })
  }
}
