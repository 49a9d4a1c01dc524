import Content
import Encoders
import Messages
import Pricing

/// The invoices of a scenario as one table, a row for each line, for programs: what the lines of
/// `data/scenarios/<id>.json` say, under the same names.
struct InvoiceTable: PublishedTable {
  let view: ScenarioView

  var table: Table {
    let hasDiscounts = hasDiscounts
    var rows: [[Table.Cell]] = []
    for row in view.rowOrder {
      for quote in view.priced.quotes[row] {
        guard let invoice = quote.invoice else { continue }
        let (offer, workload) = (Table.Cell(invoice.offer), Table.Cell(invoice.workload))
        for line in invoice.lines {
          var cells = [offer, workload]
          cells.reserveCapacity(Self.columns.count + 1)
          Self.append(line, to: &cells)
          if hasDiscounts { cells.append(Table.Cell(line.discount?.name ?? "")) }
          rows.append(cells)
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

  private static let columns = [
    "offer", "workload", "phase", "quantity", "quantity_high", "unit", "rate_usd", "rate_high_usd",
    "usd", "high_usd", "not_stated",
  ].map { Table.Column(key: $0, title: $0) }

  /// The high end has a cell of its own, which is empty where it is the low one; what nobody
  /// states is empty too, and the last cell says so.
  private static func append(_ line: LineItem, to cells: inout [Table.Cell]) {
    let quantity = line.quantity
    cells.append(Table.Cell(line.kind.id))
    cells.append(Table.Cell(quantity.low.decimalText))
    cells.append(Table.Cell(quantity.isExact ? "" : quantity.high.decimalText))
    cells.append(Table.Cell(line.unit.rawValue))
    for amount in [line.price, line.amount] {
      cells.append(Table.Cell(amount.low?.dollarText ?? ""))
      cells.append(Table.Cell(amount.isExact ? "" : amount.high?.dollarText ?? ""))
    }
    cells.append(Table.Cell(notStated(line.amount)))
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
