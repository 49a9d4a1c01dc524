import Templates

/// One offer's bill for one workload, line by line.
struct InvoiceDetail: TemplateModel {
  /// The anchor of the invoice.
  let id: String

  /// The offer billed.
  let offer: String

  /// The workload it is billed for.
  let workload: String

  /// The currency, the month's length and the day of the prices.
  let basis: String

  /// The total, or its range.
  let total: String

  /// The same with the decimals of the lines above it.
  let columnTotal: String

  /// The lines, in the order in which a machine or a request goes through them.
  let lines: [InvoiceLine]

  /// What the reader must know to get the same total.
  let notes: [String]

  static let variable = "invoice"
}

/// One line item.
struct InvoiceLine: TemplateModel {
  /// The phase, or the kind of token, that the line bills.
  let phase: String

  /// The class of the phase in the charts, such as `phase-kept-warm`.
  let kind: String

  /// How much of the unit.
  let quantity: String

  /// The unit, in the plural that the quantity asks for.
  let unit: String

  /// The price with its unit.
  let rate: String

  /// The amount of the line, rounded once, and how it comes about.
  let amount: Arithmetic

  /// How the quantity came about, such as `2 replicas × 720 h`.
  let derivation: String

  /// Where the price was read.
  let citations: [Citation]

  static let variable = "line"
}
