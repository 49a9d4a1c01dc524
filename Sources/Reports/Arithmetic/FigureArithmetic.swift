import Content
import Messages
import Pricing
import Wording

/// Makes the figures that pages of prose ask for.
struct FigureArithmetic {
  let context: SiteContext

  /// The arithmetic of a figure, open from the start.
  func arithmetic(of figure: PageFigure, _ sources: inout PageSources) -> Arithmetic {
    var arithmetic: Arithmetic
    switch figure {
    case .invoice(let reference): arithmetic = invoice(reference, &sources)
    case .composite(let parts): arithmetic = composite(parts, &sources)
    }
    arithmetic.isOpen = true
    return arithmetic
  }

  // MARK: One invoice

  private func invoice(
    _ reference: PageFigure.Reference, _ sources: inout PageSources
  ) -> Arithmetic {
    guard let found = find(reference) else { return none(localized("not found")) }
    let title = "\(found.offer), \(found.workload)"
    guard let invoice = found.quote.invoice else {
      return none(
        localized("\(title): not applicable"), remarks: NoteText.sentences(found.quote))
    }
    return ArithmeticBuilder(context.content).arithmetic(
      of: WorkedInvoice(invoice), shown: ArithmeticText.total(invoice), title: title,
      remarks: NoteText.sentences(found.quote), &sources)
  }

  private func none(_ amount: String, remarks: [String] = []) -> Arithmetic {
    Arithmetic(amount: amount, steps: [], remarks: remarks, inputs: [])
  }

  private struct Found {
    let offer: String
    let workload: String
    let quote: Quote
  }

  /// The quote that a reference names; content is checked, so it is there.
  private func find(_ reference: PageFigure.Reference) -> Found? {
    guard
      let priced = context.priced[reference.scenario]?.priced,
      let row = priced.scenario.offers.firstIndex(where: { $0.id == reference.offer }),
      let column = priced.scenario.workloads.firstIndex(where: { $0.id == reference.workload })
    else { return nil }
    return Found(
      offer: priced.scenario.offers[row].name, workload: priced.scenario.workloads[column].name,
      quote: priced.quotes[row][column])
  }

  // MARK: A price taken apart

  /// A price that the parts so far come to.
  private struct Subtotal {
    let offer: String
    let low: Money
    let high: Money
  }

  private func composite(
    _ parts: [PageFigure.Part], _ sources: inout PageSources
  ) -> Arithmetic {
    var steps: [ArithmeticStep] = []
    var inputs: [LineArithmetic.Input] = []
    var open: [String] = []
    var last: Subtotal?
    for part in parts {
      guard let found = find(part.reference), let invoice = found.quote.invoice else {
        open.append(part.name)
        continue
      }
      inputs += LineArithmetic.lines(of: invoice).flatMap(\.inputs)
      guard let high = invoice.high else {
        open.append(part.name)
        steps.append(
          ArithmeticStep(
            title: part.name, state: localized("cannot be separated"),
            equations: [Equation(text: "\(found.offer): \(ArithmeticText.total(invoice))")]))
        continue
      }
      let subtotal = Subtotal(offer: found.offer, low: invoice.low, high: high)
      let names = UnitText.list(open + [Self.nameInSentence(part.name)])
      steps.append(
        ArithmeticStep(
          title: open.isEmpty ? part.name : names,
          state: open.isEmpty
            ? nil : localized("together, because the sources do not tell them apart"),
          equations: LineArithmetic.joined(
            low: [Self.difference(subtotal, last, .low)],
            high: [Self.difference(subtotal, last, .high)])))
      (last, open) = (subtotal, [])
    }
    guard let last else { return none(localized("not stated")) }
    return Arithmetic(
      amount: "\(last.offer): \(AmountText.exactRange(last.low, last.high))", steps: steps,
      remarks: [
        localized(
          "The parts add up to the whole price at either end, because each is a difference.")
      ],
      inputs: ArithmeticBuilder(context.content).inputs(inputs, &sources))
  }

  /// An author's name behind others; of languages, only English writes it small there.
  private static func nameInSentence(_ name: String) -> String {
    Language.isEnglish ? name.prefix(1).lowercased() + name.dropFirst() : name
  }

  private static func difference(_ subtotal: Subtotal, _ last: Subtotal?, _ end: End) -> String {
    let amount = end == .low ? subtotal.low : subtotal.high
    guard let last else { return "\(subtotal.offer) = \(AmountText.exact(amount))" }
    let before = end == .low ? last.low : last.high
    let difference = amount.picodollars - before.picodollars
    let sign = difference < 0 ? "−" : ""
    let size = Money(picodollars: Int128(difference.magnitude))
    return
      "\(subtotal.offer) \(AmountText.exact(amount)) − \(last.offer) \(AmountText.exact(before)) = "
      + sign + AmountText.exact(size)
  }
}
