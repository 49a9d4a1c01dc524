import Content
import Encoders
import Pricing
import Wording

/// The invoices of a scenario as one table, a row for each line.
struct InvoiceTable {
  let view: ScenarioView

  var table: Table {
    var rows: [[Table.Cell]] = []
    for row in view.rowOrder {
      let offer = Table.Cell(view.scenario.offers[row].name)
      for (quote, workload) in zip(view.priced.quotes[row], view.scenario.workloads) {
        guard let invoice = quote.invoice else { continue }
        let lines = invoice.lines
        let decimals = AmountText.exactDecimals(of: Self.amounts(of: invoice, lines))
        let name = Table.Cell(workload.name)
        for line in lines { rows.append([offer, name] + cells(line, decimals)) }
      }
    }
    return Table(
      id: "\(view.scenario.id)-invoices", caption: "\(view.document.title): the invoices",
      notes: [view.basis], columns: Self.columns, rows: rows)
  }

  private static let columns = [
    Table.Column(key: "offer", title: "Offer"),
    Table.Column(key: "workload", title: "Workload"),
    Table.Column(key: "billed", title: "Billed for"),
    Table.Column(key: "quantity", title: "Quantity"),
    Table.Column(key: "unit", title: "Unit"),
    Table.Column(key: "rate", title: "Rate"),
    Table.Column(key: "amount", title: "Amount"),
  ]

  private func cells(_ line: LineItem, _ decimals: Int) -> [Table.Cell] {
    [
      Table.Cell(UnitText.line(line.kind).capitalisedSentence),
      Table.Cell(ArithmeticText.quantity(line.quantity)),
      Table.Cell(UnitText.plural(line.unit, quantity: line.quantity.high)),
      Table.Cell(ArithmeticText.rate(line)),
      Table.Cell(ArithmeticText.range(line.amount, decimals: decimals), Self.exact(line.amount)),
    ]
  }

  /// What stands in the column of amounts of one invoice: all of it has the same decimals.
  private static func amounts(of invoice: Invoice, _ lines: [LineItem]) -> [Money] {
    [invoice.low, invoice.high].compactMap(\.self)
      + lines.flatMap { [$0.amount.low, $0.amount.high].compactMap(\.self) }
  }

  private static func exact(_ amount: Ends<Money?>) -> Table.Cell.Exact {
    guard let low = amount.low else { return .state("not stated") }
    return .amount(low: low, high: amount.high)
  }
}
