package import Content
import Messages
package import Pricing
import Wording

/// Makes the arithmetic that opens below an amount from the engine's own data.
package struct ArithmeticBuilder {
  let content: SiteContent

  /// Creates a builder that finds its sources in a site.
  package init(_ content: SiteContent) { self.content = content }

  /// The arithmetic of an invoice, for a place without a list of sources.
  package func arithmetic(of invoice: Invoice) -> Arithmetic {
    // The marks are not shown there.
    var sources = PageSources(content, listedOn: SitePaths.index)
    return arithmetic(
      of: WorkedInvoice(invoice), shown: ArithmeticText.total(invoice),
      remarks: invoice.notes.map(NoteText.sentence), &sources)
  }

  /// The arithmetic of an invoice.
  ///
  /// - Parameters:
  ///   - worked: The invoice, and how it comes about.
  ///   - shown: Its total as the reader sees it.
  ///   - title: Whose it is, where that is not clear from the place.
  ///   - remarks: What is said besides.
  ///   - sources: The sources of the page.
  /// - Returns: A step for each line that is about anything, and one for their sum.
  func arithmetic(
    of worked: WorkedInvoice, shown: String, title: String? = nil, remarks: [String] = [],
    _ sources: inout PageSources
  ) -> Arithmetic {
    let invoice = worked.invoice
    let exact = ArithmeticText.total(invoice)
    let isRounded = invoice.high != nil && !ArithmeticText.isSame(shown, exact)
    return Arithmetic(
      amount: title.map { "\($0): \(shown)" } ?? shown,
      steps: worked.steps,
      remarks: (isRounded ? [localized("Exactly \(exact); the table rounds.")] : []) + remarks,
      inputs: inputs(worked.inputs, &sources))
  }

  /// The arithmetic of one line of an invoice.
  func arithmetic(
    of line: LineItem, shown: String, _ sources: inout PageSources
  ) -> Arithmetic {
    let arithmetic = LineArithmetic(line: line)
    return Arithmetic(
      amount: shown, steps: [arithmetic.step], remarks: [],
      inputs: inputs(arithmetic.inputs, &sources))
  }

  /// The sum of the lines; `nil` where there is nothing to add.
  static func sum(of invoice: Invoice, _ lines: [LineArithmetic]) -> ArithmeticStep? {
    guard lines.count > 1 else { return nil }
    if let range = sumOfRanges(invoice, lines.map(\.line)) {
      return ArithmeticStep(
        title: localized("Total"), state: nil, equations: [Equation(text: range)])
    }
    func sum(_ end: End, _ total: Money?) -> [String] {
      let amounts = lines.compactMap { $0.line.amount[end] }.filter { $0 != .zero }
      guard let total, let first = amounts.first, amounts.count > 1 else { return [] }
      let others = amounts.dropFirst().map { amount in
        amount < .zero
          ? " − \(AmountText.exact(Money(picodollars: -amount.picodollars)))"
          : " + \(AmountText.exact(amount))"
      }
      return ["\(AmountText.exact(first))\(others.joined()) = \(AmountText.exact(total))"]
    }
    let equations = LineArithmetic.joined(
      low: sum(.low, invoice.low), high: sum(.high, invoice.high))
    return equations.isEmpty
      ? nil : ArithmeticStep(title: localized("Total"), state: nil, equations: equations)
  }

  /// The sum of both ends as one equation; `nil` where they do not add the same lines.
  private static func sumOfRanges(_ invoice: Invoice, _ lines: [LineItem]) -> String? {
    var addends: [String] = []
    for line in lines {
      guard let low = line.amount.low, let high = line.amount.high, low <= high, low >= .zero
      else { return nil }
      guard high > .zero else { continue }
      guard low > .zero else { return nil }
      addends.append(AmountText.exactRange(low, high))
    }
    guard let high = invoice.high, high > invoice.low, addends.count > 1 else { return nil }
    return "\(addends.joined(separator: " + ")) = \(AmountText.exactRange(invoice.low, high))"
  }

  /// Each value once; those that rest on the same evidence together, in the order of first use.
  func inputs(
    _ inputs: [LineArithmetic.Input], _ sources: inout PageSources
  ) -> [ArithmeticInput] {
    // A bill has a handful, which are sooner compared than hashed.
    var groups: [(basis: Basis, texts: [String])] = []
    for input in inputs {
      if let known = groups.firstIndex(where: { $0.basis == input.basis }) {
        if !groups[known].texts.contains(input.text) { groups[known].texts.append(input.text) }
      } else {
        groups.append((input.basis, [input.text]))
      }
    }
    return groups.map { basis, texts in
      let values = texts.joined(separator: "; ")
      guard case .stated(let citation) = basis else {
        return ArithmeticInput(
          values: values, source: nil, quote: nil, working: nil,
          assumed: basis == .ours ? Arithmetic.ours : Arithmetic.assumed, title: nil, link: nil)
      }
      let mark = sources.cite(citation).first
      return ArithmeticInput(
        values: values, source: source(citation), quote: citation.quote,
        working: citation.working.map { localized("worked out: \($0)") }, title: mark?.title,
        link: mark?.link)
    }
  }

  private func source(_ citation: Pricing.Citation) -> String {
    guard let source = content.source(citation.source) else { return citation.source }
    return "\(source.publisher), \(TimeText.day(source.day))"
  }
}
