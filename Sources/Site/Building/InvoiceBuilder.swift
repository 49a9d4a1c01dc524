import Pricing
import Wording

/// Makes the invoices of a scenario, line by line with their arithmetic.
struct InvoiceBuilder {
  let view: ScenarioView

  /// The invoices with their workloads, in the order of the table and of its columns.
  var priced: [(invoice: Invoice, workload: Workload)] {
    ComparisonTableBuilder.rowOrder(view.priced).flatMap { row in
      zip(view.priced.quotes[row], view.scenario.workloads).compactMap { quote, workload in
        quote.invoice.map { ($0, workload) }
      }
    }
  }

  func invoices(_ sources: inout PageSources) -> [InvoiceDetail] {
    var details: [InvoiceDetail] = []
    for (invoice, workload) in priced {
      let decimals = AmountText.exactDecimals(of: Self.amounts(of: invoice))
      details.append(
        InvoiceDetail(
          id: Self.anchor(invoice), offer: view.name(invoice.offer),
          workload: workload.name, basis: view.basis, total: Self.total(invoice),
          columnTotal: Self.total(invoice, decimals: decimals),
          lines: invoice.lines.map { line($0, decimals, &sources) },
          notes: invoice.notes.map(NoteText.sentence)))
    }
    return details
  }

  /// Where on the page of its scenario an invoice stands.
  static func anchor(_ invoice: Invoice) -> String {
    "invoice-\(invoice.offer)-\(invoice.workload)"
  }

  /// What stands in the column of amounts: all of it has the same decimals.
  private static func amounts(of invoice: Invoice) -> [Money] {
    [invoice.low, invoice.high].compactMap(\.self)
      + invoice.lines.flatMap { [$0.amount.low, $0.amount.high].compactMap(\.self) }
  }

  /// The total with every digit.
  static func total(_ invoice: Invoice, decimals: Int = 0) -> String {
    guard let high = invoice.high else {
      return invoice.low == .zero
        ? "not stated" : "\(AmountText.exact(invoice.low, decimals: decimals)) or more"
    }
    return AmountText.exactRange(invoice.low, high, decimals: decimals)
  }

  private func line(
    _ line: LineItem, _ decimals: Int, _ sources: inout PageSources
  ) -> InvoiceLine {
    InvoiceLine(
      phase: UnitText.line(line.kind).capitalisedSentence,
      kind: PhaseClass(line.kind).map { "phase-\($0.id)" } ?? "phase-none",
      quantity: Self.quantity(line.quantity),
      unit: UnitText.plural(line.unit, quantity: line.quantity.high),
      rate: Self.rate(line),
      amount: ArithmeticBuilder(view.context.content)
        .arithmetic(of: line, shown: Self.range(line.amount, decimals: decimals), &sources),
      derivation: DerivationText.text(line.derivation), citations: sources.cite(line.citation))
  }

  /// A quantity, or from the low end of the invoice to its high one.
  static func quantity(_ quantity: Ends<Ratio>) -> String {
    let low = NumberText.trimmed(quantity.low, decimals: 6)
    let high = NumberText.trimmed(quantity.high, decimals: 6)
    return low == high ? low : "\(low)–\(high)"
  }

  private static func rate(_ line: LineItem) -> String {
    if line.price.low == .zero, line.price.high == .zero { return "free" }
    let price = range(line.price)
    return price == notStated ? price : "\(price) \(UnitText.per(line.unit))"
  }

  private static let notStated = "not stated"

  /// Both ends as one text: `$15–50`, `$0 or more`, `not stated`.
  private static func range(_ amount: Ends<Money?>, decimals: Int = 0) -> String {
    guard let low = amount.low else { return notStated }
    guard let high = amount.high else {
      return "\(AmountText.exact(low, decimals: decimals)) or more"
    }
    return AmountText.exactRange(low, high, decimals: decimals)
  }
}

/// How a line of an invoice is coloured and grouped in charts: fewer kinds than the engine has.
struct PhaseClass: Hashable {
  /// The class, after `phase-`.
  let id: String

  /// What readers call it.
  let name: String

  /// The class of a line; `nil` for time in which nothing runs.
  init?(_ kind: LineItem.Kind) {
    switch kind {
    case .tokens: (id, name) = ("tokens", "tokens")
    case .inputTokens: (id, name) = ("input-tokens", "input tokens")
    case .outputTokens: (id, name) = ("output-tokens", "output tokens")
    case .requests: (id, name) = ("requests", "requests")
    case .phase(.active): (id, name) = ("active", "active")
    case .phase(.waiting), .phase(.pulling), .phase(.loading), .phase(.draining):
      (id, name) = ("cold-start", "start and stop")
    case .phase(.idleTail): (id, name) = ("idle-tail", "idle tail")
    case .phase(.keptWarm): (id, name) = ("kept-warm", "kept warm")
    case .rounding: (id, name) = ("rounding", "rounding up")
    case .scaledToZero: return nil
    }
  }
}
