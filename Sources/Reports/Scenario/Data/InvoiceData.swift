package import Diagnostics
package import Pricing
import Wording

/// Invoices for programs: the part of the data contract that files and commands share.
///
/// Amounts are decimal strings, exact and without trailing zeros; `null` stands for what a
/// provider does not state.
package struct InvoiceData {
  /// Creates a writer of invoices with the words of the site.
  package init() {}

  /// One invoice as an object.
  package func json(_ invoice: Invoice) -> JSONValue {
    .object(
      [
        ("offer", .string(invoice.offer)), ("workload", .string(invoice.workload)),
      ] + members(invoice))
  }

  /// What an invoice says, without whose it is.
  package func members(_ invoice: Invoice) -> [(String, JSONValue)] {
    var members: [(String, JSONValue)] = [
      ("low_usd", Self.amount(invoice.low)), ("high_usd", Self.amount(invoice.high)),
    ]
    if !invoice.fits { members.append(("fits", .boolean(false))) }
    if !invoice.notes.isEmpty {
      members.append(("notes", .strings(invoice.notes.map(NoteText.sentence))))
    }
    members.append(("lines", .array(invoice.lines.map(line))))
    return members
  }

  /// A line, with its high end only where it is another one.
  private func line(_ line: LineItem) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("phase", .string(line.kind.id)), ("quantity", .string(line.quantity.low.decimalText)),
    ]
    if !line.quantity.isExact {
      members.append(("quantity_high", .string(line.quantity.high.decimalText)))
    }
    members += [
      ("unit", .string(line.unit.rawValue)), ("rate_usd", Self.amount(line.price.low)),
    ]
    if !line.price.isExact { members.append(("rate_high_usd", Self.amount(line.price.high))) }
    members.append(("usd", Self.amount(line.amount.low)))
    if !line.amount.isExact { members.append(("high_usd", Self.amount(line.amount.high))) }
    members += [
      ("source", .string(line.citation.source)), ("rate_from", .string("\(line.from)")),
      ("derivation", .string(DerivationText.text(line.derivation))),
    ]
    return .object(members + DerivationData(line: line).members)
  }

  private static func amount(_ amount: Money?) -> JSONValue {
    amount.map { .string($0.dollarText) } ?? .null
  }

  /// Why an offer has no invoice for a workload.
  package static func json(
    offer: String, workload: String, _ reason: NotApplicable
  ) -> JSONValue {
    .object([
      ("offer", .string(offer)), ("workload", .string(workload)),
      ("reason", .string(id(of: reason))),
    ])
  }

  /// A short stable name for programs.
  private static func id(of reason: NotApplicable) -> String {
    switch reason {
    case .needsTokens: "needs-tokens"
    case .needsRequests: "needs-requests"
    case .needsTraffic: "needs-traffic"
    case .needsThroughput: "needs-throughput"
    case .noRate: "no-rate"
    }
  }
}
