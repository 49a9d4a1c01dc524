import Content
import Diagnostics
import Pricing
import Reports

/// An explanation for programs, with the members that the site's data files have.
extension Explanation {
  /// One JSON object; amounts are exact decimal text, and what is not stated is null.
  func json() -> String {
    var members: [(String, JSONValue)] = [
      ("scenario", .string(document.scenario.id)), ("title", .string(document.title)),
      ("month_hours", .decimal(document.monthHours.decimalText)),
    ]
    if let date = document.scenario.date { members.append(("prices_on", .string("\(date)"))) }
    members += InvoiceData.columns
    var data = InvoiceData(arithmetic: true)
    var invoices: [JSONValue] = []
    for invoice in quotes.compactMap(\.quote.invoice) { invoices.append(data.json(invoice)) }
    members.append(("invoices", .array(invoices)))
    members += data.references()
    members.append(("notes", data.notes))
    members.append(
      (
        "not_applicable",
        .array(
          quotes.compactMap { workload, quote in
            guard case .notApplicable(let reason) = quote else { return nil }
            return InvoiceData.json(offer: offer.id, workload: workload.id, reason)
          })
      ))
    return JSONValue.object(members).text + "\n"
  }
}
