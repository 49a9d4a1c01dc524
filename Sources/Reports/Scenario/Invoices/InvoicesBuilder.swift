import Content
import Messages
import Pricing
import Templates
import Wording

/// Makes the page with the arithmetic of every amount of a scenario: figures of a workload that go
/// into the invoices of several offers are said once for it, what goes into several invoices of one
/// offer once for the offer.
struct InvoicesBuilder {
  private let view: ScenarioView
  private let bills: [[Bill]]

  /// What several offers are asked, by column.
  private let asked: [[LineArithmetic.Input]]

  /// The same, to look them up.
  private let isAsked: [Set<LineArithmetic.Input>]

  /// An invoice with what it is made from.
  private struct Bill {
    let arithmetic: WorkedInvoice
    let column: Int
    let inputs: [LineArithmetic.Input]

    /// Those that are the workload's, and not the offer's.
    let figures: [LineArithmetic.Input]

    init(_ arithmetic: WorkedInvoice, _ column: Int) {
      (self.arithmetic, self.column) = (arithmetic, column)
      inputs = InvoicesBuilder.unique(arithmetic.inputs)
      figures = InvoicesBuilder.unique(arithmetic.figures)
    }

    var invoice: Invoice { arithmetic.invoice }
  }

  init(view: ScenarioView) {
    self.view = view
    bills = view.rowOrder.map { row in
      view.arithmetic[row].enumerated().compactMap { column, worked in
        worked.map { Bill($0, column) }
      }
    }
    asked = view.scenario.workloads.indices.map { [bills] column in
      Self.shared(bills.joined().filter { $0.column == column }.map(\.figures))
    }
    isAsked = asked.map(Set.init)
  }

  private var arithmetic: ArithmeticBuilder { ArithmeticBuilder(view.context.content) }

  /// What the workloads ask for.
  ///
  /// - Parameter sources: The sources of the scenario's page.
  /// - Returns: An entry for what is the same in several workloads, and one for each workload that
  ///   several offers share other figures of.
  func workloads(_ sources: inout PageSources) -> [WorkloadInputs] {
    let common = Self.shared(asked)
    let isCommon = Set(common)
    let own = zip(view.scenario.workloads, asked).map { workload, inputs in
      (workload.name, inputs.filter { !isCommon.contains($0) })
    }
    var workloads: [WorkloadInputs] = []
    for (name, inputs) in [(localized("Several workloads"), common)] + own where !inputs.isEmpty {
      workloads.append(WorkloadInputs(name: name, inputs: arithmetic.inputs(inputs, &sources)))
    }
    return workloads
  }

  /// The invoices of each offer, in the order of the comparison.
  ///
  /// - Parameter sources: The sources of the scenario's page.
  /// - Returns: An entry for each offer that has an invoice.
  func offers(_ sources: inout PageSources) -> [OfferInvoices] {
    var offers: [OfferInvoices] = []
    for (row, bills) in zip(view.rowOrder, bills) where !bills.isEmpty {
      offers.append(offer(view.scenario.offers[row], bills, &sources))
    }
    return offers
  }

  private func offer(
    _ offer: Offer, _ bills: [Bill], _ sources: inout PageSources
  ) -> OfferInvoices {
    let own = bills.map { bill in bill.inputs.filter { !isAsked[bill.column].contains($0) } }
    let remarks = bills.map { $0.invoice.notes.map(NoteText.sentence) }
    let (inputs, common) = (Self.shared(own), Self.shared(remarks))
    let (isShared, isCommon) = (Set(inputs), Set(common))
    var entries: [InvoiceEntry] = []
    for (index, bill) in bills.enumerated() {
      entries.append(
        InvoiceEntry(
          id: InvoiceEntry.id(bill.invoice),
          workload: view.scenario.workloads[bill.column].name,
          total: ArithmeticText.total(bill.invoice),
          steps: bill.arithmetic.steps,
          remarks: remarks[index].filter { !isCommon.contains($0) },
          inputs: arithmetic.inputs(own[index].filter { !isShared.contains($0) }, &sources)))
    }
    return OfferInvoices(
      id: Anchor.offer(offer.id), name: offer.name, link: view.link(offer.id), invoices: entries,
      remarks: common, inputs: arithmetic.inputs(inputs, &sources))
  }

  /// What stands in several lists, in the order of first use.
  private static func shared<Item: Hashable>(_ lists: [[Item]]) -> [Item] {
    var counts: [Item: Int] = [:]
    for item in lists.joined() { counts[item, default: 0] += 1 }
    return unique(lists.joined().filter { counts[$0] ?? 0 > 1 })
  }

  private static func unique<Item: Hashable>(_ items: [Item]) -> [Item] {
    var seen: Set<Item> = []
    return items.filter { seen.insert($0).inserted }
  }
}
