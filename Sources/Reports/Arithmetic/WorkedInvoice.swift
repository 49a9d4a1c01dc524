import Pricing

/// How an invoice comes about, worked out once for each place that shows it.
struct WorkedInvoice: Sendable {
  let invoice: Invoice

  /// A step for each line that is about anything, and one for their sum.
  let steps: [ArithmeticStep]

  /// What goes into any of the lines, as often as it does.
  let inputs: [LineArithmetic.Input]

  /// Those that are the workload's, and not the offer's.
  let figures: [LineArithmetic.Input]

  init(_ invoice: Invoice) {
    self.invoice = invoice
    let lines = LineArithmetic.lines(of: invoice)
    steps = lines.map(\.step) + [ArithmeticBuilder.sum(of: invoice, lines)].compactMap(\.self)
    inputs = lines.flatMap(\.inputs)
    figures = lines.flatMap(\.figures)
  }
}
