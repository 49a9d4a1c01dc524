import Templates

/// Where the cost curves of a scenario meet, in the order of the driver.
struct CrossingTable: TemplateModel {
  /// The anchor of the table.
  let id: String

  /// What is listed.
  let caption: String

  /// The rule by which a point counts as a crossing, and how curves run between known points.
  let captionDetail: String

  /// The order of the rows in a sentence: `Sorted by tokens a month, lowest first`.
  let order: String

  /// The driver with its unit, such as `Tokens a month`.
  let driver: String

  /// One row for each crossing.
  let rows: [CrossingRow]

  /// The same rows as files, and the table alone.
  let files: [PageLink]

  static let variable = "table"
}

/// One point at which another offer stops being dearer.
struct CrossingRow: TemplateModel {
  /// The driver's value, exact, with separators.
  let value: String

  /// The driver's value as a plain number, to sort by.
  let number: String

  /// Whether the curves meet where the range ends.
  let isAtEdge: Bool

  /// What either offer costs there, and how the crossing comes about.
  let cost: Arithmetic

  /// The cost in dollars as a plain number, to sort by.
  let dollars: String

  /// The offer that is the cheaper one before.
  let before: String

  /// The offer that is the cheaper one from here on.
  let after: String

  /// Whether the cheapest of all offers changes here.
  let decides: Bool

  /// Where the rates of both offers were read.
  let citations: [Citation]

  static let variable = "row"
}
