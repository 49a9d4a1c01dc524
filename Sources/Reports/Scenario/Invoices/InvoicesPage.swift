import Messages
import Pricing
import Templates

/// The arithmetic of every amount of a scenario, offer by offer.
struct InvoicesPage: TemplateModel {
  /// What stands around the page.
  let frame: Frame

  /// The scenario's name.
  let title: String

  /// The scenario's own page.
  let scenario: PageLink

  /// What the page holds.
  let standfirst = localized(
    "Every amount of the comparison, line by line, with what went into it and who says so.")

  /// The unit, the month's length and the day of the prices, in one line.
  let basis: String

  /// What the workloads ask for, as far as several offers are asked it.
  let workloads: [WorkloadInputs]

  /// The offers in the order of the comparison.
  let offers: [OfferInvoices]

  /// The lines of all invoices as files.
  let files: [PageLink]

  static let variable = "page"
}

/// What went into the invoices of one workload, and who says so.
struct WorkloadInputs: TemplateModel {
  /// The workload's name, or that it is about several of them.
  let name: String

  /// The values, with their sources.
  let inputs: [ArithmeticInput]

  static let variable = "workload"
}

/// What one offer charges, workload by workload.
struct OfferInvoices: TemplateModel {
  /// The anchor of the offer.
  let id: String

  /// The offer's name.
  let name: String

  /// The offer's entry on its provider's page.
  let link: LinkTarget?

  /// One for each workload that it can be priced for.
  let invoices: [InvoiceEntry]

  /// What a reader must know of several of them.
  let remarks: [String]

  /// What went into several of them, and who says so.
  let inputs: [ArithmeticInput]

  static let variable = "offer"
}

/// How one amount comes about.
struct InvoiceEntry: TemplateModel {
  /// The anchor of the invoice.
  let id: String

  /// The workload.
  let workload: String

  /// The total with every digit, or its range.
  let total: String

  /// The lines that are about anything, and their sum.
  let steps: [ArithmeticStep]

  /// What a reader must know to get the same total.
  let remarks: [String]

  /// What went into this invoice alone.
  let inputs: [ArithmeticInput]

  static let variable = "invoice"

  /// Where on the page of its scenario's arithmetic an invoice stands.
  static func id(_ invoice: Invoice) -> String {
    id(offer: invoice.offer, workload: invoice.workload)
  }

  /// The same by the ids of offer and workload.
  static func id(offer: String, workload: String) -> String {
    Anchor.invoice(offer: offer, workload: workload)
  }
}
