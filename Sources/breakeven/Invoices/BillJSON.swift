import Content
import Diagnostics
import Pricing
import Reports

/// An invoice for programs, with the members that the site's data files have.
extension Bill {
  /// One JSON object; amounts are exact decimal text, and what is not stated is null.
  func json() -> String {
    var members: [(String, JSONValue)] = [("offer", .string(invoice.offer))]
    if case .month(let hours) = query.workload.period {
      members.append(("month_hours", .decimal(hours.decimalText)))
    }
    if let date = query.date { members.append(("prices_on", .string("\(date)"))) }
    members += InvoiceData().members(invoice)
    return JSONValue.object(members).text + "\n"
  }
}
