import Content
import Pricing
import Templates
import Wording

/// Makes the page with the arithmetic of every amount of a scenario.
struct InvoicesBuilder {
  let view: ScenarioView

  private var arithmetic: ArithmeticBuilder { ArithmeticBuilder(view.context.content) }

  /// The invoices of each offer, in the order of the comparison.
  ///
  /// - Parameter sources: The sources of the scenario's page.
  func offers(_ sources: inout PageSources) -> [OfferInvoices] {
    var offers: [OfferInvoices] = []
    for row in view.rowOrder {
      let invoices = zip(view.priced.quotes[row], view.scenario.workloads).compactMap {
        quote, workload in quote.invoice.map { (invoice: $0, workload: workload.name) }
      }
      guard !invoices.isEmpty else { continue }
      offers.append(offer(view.scenario.offers[row], invoices, &sources))
    }
    return offers
  }

  private func offer(
    _ offer: Offer, _ invoices: [(invoice: Invoice, workload: String)],
    _ sources: inout PageSources
  ) -> OfferInvoices {
    let lines = invoices.map { LineArithmetic.lines(of: $0.invoice) }
    let inputs = lines.map { $0.flatMap(\.inputs) }
    let common = invoices.count > 1 ? Self.common(inputs) : []
    let isCommon = Set(common)
    var entries: [InvoiceEntry] = []
    for (index, (invoice, workload)) in invoices.enumerated() {
      entries.append(
        InvoiceEntry(
          id: InvoiceEntry.id(invoice), workload: workload, total: ArithmeticText.total(invoice),
          steps: lines[index].map(\.step) + [arithmetic.sum(of: invoice)].compactMap(\.self),
          remarks: invoice.notes.map(NoteText.sentence),
          inputs: arithmetic.inputs(inputs[index].filter { !isCommon.contains($0) }, &sources)))
    }
    return OfferInvoices(
      id: "offer-\(offer.id)", name: offer.name, link: view.link(offer.id), invoices: entries,
      inputs: arithmetic.inputs(common, &sources))
  }

  /// What is among the inputs of every invoice, in the order of the first.
  private static func common(
    _ inputs: [[LineArithmetic.Input]]
  ) -> [LineArithmetic.Input] {
    guard let first = inputs.first else { return [] }
    let others = inputs.dropFirst().map(Set.init)
    return first.filter { input in others.allSatisfy { $0.contains(input) } }
  }
}
