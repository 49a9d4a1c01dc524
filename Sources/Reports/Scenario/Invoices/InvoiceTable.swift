import Content
import Encoders
import Messages
import Pricing

/// The invoices of a scenario as one table, a row for each line, for programs: what the lines of
/// `data/scenarios/<id>.json` say, under the same names.
struct InvoiceTable: PublishedTable {
  let view: ScenarioView

  var table: Table {
    var rows: [[Table.Cell]] = []
    for row in view.rowOrder {
      for quote in view.priced.quotes[row] {
        guard let invoice = quote.invoice else { continue }
        let (offer, workload) = (Table.Cell(invoice.offer), Table.Cell(invoice.workload))
        for line in invoice.lines {
          rows.append([offer, workload] + Self.cells(line) + discount(line))
        }
      }
    }
    return Table(
      id: "\(view.scenario.id)-invoices",
      caption: localized("\(view.document.title): the invoices"),
      notes: [view.basis], columns: Self.columns + (hasDiscounts ? [Self.discount] : []), rows: rows
    )
  }

  /// Whether any discount of the site's own is taken off: only then is there a column for them.
  private var hasDiscounts: Bool { view.scenario.offers.contains { !$0.discounts.isEmpty } }

  private static let discount = Table.Column(key: "discount", title: "discount")

  private func discount(_ line: LineItem) -> [Table.Cell] {
    hasDiscounts ? [Table.Cell(line.discount?.name ?? "")] : []
  }

  private static let columns = [
    "offer", "workload", "phase", "quantity", "quantity_high", "unit", "rate_usd", "rate_high_usd",
    "usd", "high_usd", "not_stated",
  ].map { Table.Column(key: $0, title: $0) }

  /// The high end has a cell of its own, which is empty where it is the low one; what nobody
  /// states is empty too, and the last cell says so.
  private static func cells(_ line: LineItem) -> [Table.Cell] {
    let quantity = line.quantity
    return [
      Table.Cell(line.kind.id), Table.Cell(quantity.low.decimalText),
      Table.Cell(quantity.isExact ? "" : quantity.high.decimalText),
      Table.Cell(line.unit.rawValue),
    ] + cells(line.price) + cells(line.amount) + [Table.Cell(notStated(line.amount))]
  }

  private static func cells(_ amount: Ends<Money?>) -> [Table.Cell] {
    func text(_ money: Money?) -> String { money?.dollarText ?? "" }
    return [
      Table.Cell(text(amount.low)), Table.Cell(amount.isExact ? "" : text(amount.high)),
    ]
  }

  /// Which ends of an amount nobody states.
  private static func notStated(_ amount: Ends<Money?>) -> String {
    switch (amount.low, amount.high) {
    case (.some, .some): ""
    case (.some, nil): "high"
    case (nil, _): "both"
    }
  }
}
