import Templates

/// What one offer costs for each workload.
struct ComparisonRow: TemplateModel {
  /// The offer's name.
  let offer: String

  /// The link to the offer's entry on its provider's page.
  let link: String?

  /// Who sells it.
  let provider: String

  /// What it counts, such as `per replica-hour`.
  let meter: String

  /// One cell for each column.
  let cells: [ComparisonCell]

  /// Where the offer's rates were read.
  let citations: [Citation]

  /// The last day on which that was checked, written out.
  let read: String?

  static let modelName = "ComparisonRow"
  static let variable = "row"
  static var fields: [Field<Self>] {
    [
      .text("offer") { $0.offer },
      .optionalText("link") { $0.link },
      .text("provider") { $0.provider },
      .text("meter") { $0.meter },
      .list("cells", ComparisonCell.self) { $0.cells },
      .list("citations", Citation.self) { $0.citations },
      .optionalText("read") { $0.read },
    ]
  }
}

/// One amount, or the words for why there is none.
struct ComparisonCell: TemplateModel {
  /// The amount, or `not applicable`, or `not stated`; `$0` is an amount.
  let text: String

  /// The number to sort by, in dollars; absent where a comparison would have no number.
  let value: String?

  /// How the amount comes about; absent where there is no invoice.
  let arithmetic: Arithmetic?

  /// The class: `amount`, `amount cheapest`, `amount short`, `not-offered` or `not-stated`.
  let kind: String

  /// The notes under the table that concern this cell.
  let notes: [NoteReference]

  static let modelName = "ComparisonCell"
  static let variable = "cell"
  static var fields: [Field<Self>] {
    [
      .text("text") { $0.text },
      .optionalText("value") { $0.value },
      .optionalRecord("arithmetic", Arithmetic.self) { $0.arithmetic },
      .text("kind") { $0.kind },
      .list("notes", NoteReference.self) { $0.notes },
    ]
  }
}
