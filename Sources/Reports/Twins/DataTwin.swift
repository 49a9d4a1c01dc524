import Encoders

extension DataPage: TwinnedPage {
  var twinTitle: String { title }

  func write(to twin: inout Twin) {
    twin.say(standfirst)
    twin.page.list(notations.map { [.text("\($0.name): \($0.meaning)")] })
    for kind in kinds {
      twin.part(kind.path)
      twin.say(kind.description)
      if let schema = kind.schema { twin.page.paragraph([twin.link(schema)]) }
      for shape in kind.shapes { twin.page.table(shape.table) }
    }
  }
}

extension DataShapeEntry {
  /// The members of the object in rows.
  fileprivate var table: Table {
    Table(
      id: id, caption: name, notes: [description],
      columns: ["Field", "Type", "There", "What it says"].map { Table.Column(named: $0) },
      rows: fields.map { field in
        [field.key, field.type, field.presence, field.description].map { Table.Cell($0) }
      })
  }
}
