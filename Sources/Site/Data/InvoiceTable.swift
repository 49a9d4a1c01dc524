import Content
import Pricing

/// The invoices of a scenario as one table, a row for each line.
struct InvoiceTable {
  /// The scenario, as its page sees it.
  let view: ScenarioView

  var files: [SitePlan.File] {
    let view = view
    return TableFiles.files(at: SitePaths.invoices(view.scenario.id)) { Self.data(view) }
  }

  private static func data(_ view: ScenarioView) -> DataTable {
    var sources = PageSources(view.context.content)
    let invoices = InvoiceBuilder(view: view).priced
    let details = InvoiceBuilder(view: view).invoices(&sources)
    let rows = zip(details, invoices).flatMap { detail, priced in
      zip(detail.lines, priced.invoice.lines).map { shown, line in
        [
          DataTable.Cell(detail.offer), DataTable.Cell(detail.workload),
          DataTable.Cell(shown.phase), DataTable.Cell(shown.quantity), DataTable.Cell(shown.unit),
          DataTable.Cell(shown.rate), DataTable.Cell(shown.amount.amount, exact(line.amount)),
          DataTable.Cell(shown.derivation),
        ]
      }
    }
    return DataTable(
      id: "\(view.scenario.id)-invoices", caption: "\(view.document.title): the invoices",
      notes: [view.basis],
      columns: [
        DataTable.Column(key: "offer", title: "Offer"),
        DataTable.Column(key: "workload", title: "Workload"),
        DataTable.Column(key: "billed", title: "Billed for"),
        DataTable.Column(key: "quantity", title: "Quantity"),
        DataTable.Column(key: "unit", title: "Unit"),
        DataTable.Column(key: "rate", title: "Rate"),
        DataTable.Column(key: "amount", title: "Amount"),
        DataTable.Column(key: "derivation", title: "Derivation"),
      ], rows: rows)
  }

  private static func exact(_ amount: Ends<Money?>) -> DataTable.Cell.Exact {
    guard let low = amount.low else { return .state("not stated") }
    return .amount(low: low, high: amount.high)
  }
}
