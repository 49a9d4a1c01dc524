package import Content
import Encoders
package import Pricing
import Wording

/// Invoices in the columns of FOCUS 1.2, the FinOps Open Cost and Usage Specification: a row for each
/// line that is charged, as if the offers had billed the workloads in the month of the prices.
///
/// A range is written at one of its ends, because a cost has one value there. What nobody states has
/// no cost, so that an invoice with such a line is left out whole, and named.
package struct FocusExport {
  private let document: ScenarioDocument
  private let providers: [String: String]
  private let end: End
  private let month: CalendarDate
  private var rows: [[String]] = []

  /// The invoices that are left out because nobody states a price: offer and workload.
  package private(set) var leftOut: [(offer: String, workload: String)] = []

  /// - Parameters:
  ///   - document: The scenario.
  ///   - content: The site.
  ///   - end: The end at which ranges are written.
  package init(of document: ScenarioDocument, in content: SiteContent, at end: End) {
    self.document = document
    self.end = end
    month = document.scenario.date ?? content.settings.day
    providers = Dictionary(
      content.rateCards.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  /// Adds the lines of an invoice that are charged.
  ///
  /// - Parameters:
  ///   - invoice: The invoice.
  ///   - offer: The offer.
  ///   - workload: The workload.
  package mutating func add(_ invoice: Invoice, of offer: Offer, for workload: Workload) {
    var lines: [[String]] = []
    let all = invoice.lines
    for (place, line) in all.enumerated()
    where line.kind != .scaledToZero && line.discount == nil {
      let quantity = line.quantity[end]
      if quantity == .zero { continue }
      guard let amount = line.amount[end], let price = line.price[end] else {
        return leftOut.append((offer.id, workload.id))
      }
      let values = FocusLine(
        line: line, quantity: quantity, price: price, amount: amount,
        contracted: contracted(amount, all, place), offer: offer,
        workload: workload, document: document, month: month,
        provider: providers[offer.provider] ?? offer.provider
      ).values
      lines.append(FocusLine.columns.map { values[$0] ?? "" })
    }
    rows += lines
  }

  /// An amount after the discounts that are taken off it, of which each line has its own, and the part
  /// of the price that they leave.
  private func contracted(
    _ amount: Money, _ lines: [LineItem], _ place: Int
  ) -> (amount: Money, left: Ratio) {
    func isAlike(_ line: LineItem, _ discount: Discount?) -> Bool {
      line.kind == lines[place].kind && line.unit == lines[place].unit
        && line.discount == discount
    }
    // The first line of a kind has the first of each discount, and so on.
    let number = lines[..<place].count { isAlike($0, nil) }
    var discounts: [Discount] = []
    for line in lines where isAlike(line, line.discount) {
      if let discount = line.discount, !discounts.contains(discount) { discounts.append(discount) }
    }
    var (rest, left) = (amount, Ratio.one)
    for discount in discounts {
      let lines = lines.filter { isAlike($0, discount) }
      guard number < lines.count, let less = lines[number].amount[end] else { continue }
      rest = Money(picodollars: rest.picodollars + less.picodollars)
      left = (try? left * (.one - discount.share)) ?? left
    }
    return (rest, left)
  }

  /// The rows as CSV, with the names of the columns above.
  package var csv: [UInt8] {
    TableFormat.displayCSV.file(
      Table(
        id: "focus", caption: "",
        columns: FocusLine.columns.map { Table.Column(key: $0, title: $0) },
        rows: rows.map { $0.map { Table.Cell($0) } }))
  }
}
