import Content
import Pricing

/// Compares amounts that others published with what the engine makes of the same inputs.
struct PublishedFigureBuilder {
  let view: ScenarioView

  func figures(_ sources: inout PageSources) -> [PublishedFigure] {
    view.document.published.enumerated().map { index, published in
      let citations = sources.cite(published.citation)
      let verdict = verdict(published)
      return PublishedFigure(
        id: "published-\(index + 1)", quote: published.citation.quote ?? "",
        published: AmountText.range(
          published.amount.low, published.amount.high, decimals: published.decimals),
        computed: verdict.computed, verdict: verdict.word, kind: verdict.kind, why: verdict.why,
        citations: citations)
    }
  }

  /// How many were reproduced, in words.
  static func summary(_ figures: [PublishedFigure]) -> String? {
    guard !figures.isEmpty else { return nil }
    let count = figures.count { $0.kind == "reproduced" }
    if count == figures.count {
      return figures.count == 1
        ? "The published figure follows from the inputs that its article states."
        : "\(count == 2 ? "Both" : "All \(count)") published figures follow from the inputs that their "
          + "article states."
    }
    return
      "\(count) of \(figures.count) published figures follow from the inputs that their article "
      + "states."
  }

  private struct Verdict {
    let computed: String
    let word: String
    let kind: String
    let why: String
  }

  private func invoice(_ published: ScenarioDocument.PublishedAmount) -> Invoice? {
    guard let row = view.scenario.offers.firstIndex(where: { $0.id == published.offer }),
      let column = view.scenario.workloads.firstIndex(where: { $0.id == published.workload })
    else { return nil }
    return view.priced.quotes[row][column].invoice
  }

  private func verdict(_ published: ScenarioDocument.PublishedAmount) -> Verdict {
    guard let invoice = invoice(published), let high = invoice.high else {
      return Verdict(
        computed: "not stated", word: "Not enough stated", kind: "open",
        why: "A price or a quantity that the amount needs is not stated.")
    }
    let computed = InvoiceBuilder.total(invoice)
    let arithmetic = arithmetic(invoice)
    let agrees =
      isWithin(invoice.low, published.amount.low, published.decimals)
      && isWithin(high, published.amount.high, published.decimals)
    if agrees {
      return Verdict(
        computed: computed, word: "Reproduced", kind: "reproduced", why: arithmetic)
    }
    let reasons =
      [arithmetic, implied(published, invoice)].compactMap(\.self)
      + invoice.notes.map(NoteText.sentence)
    return Verdict(
      computed: computed, word: "Not reproduced", kind: "not-reproduced",
      why: reasons.joined(separator: " "))
  }

  /// Whether the computed amount rounds to the published one: half a unit of its last digit.
  private func isWithin(_ computed: Money, _ published: Money, _ decimals: Int) -> Bool {
    var unit = Money.picodollarsPerDollar
    for _ in 0..<decimals { unit /= 10 }
    return (computed.picodollars - published.picodollars).magnitude * 2 <= unit.magnitude
  }

  /// Quantity × rate, one product for all lines at the same rate, as an article counts.
  private func arithmetic(_ invoice: Invoice) -> String {
    var products: [(unit: RateUnit, price: Ends<Money?>, low: Ratio, high: Ratio)] = []
    for line in invoice.lines where line.amount.high != .zero {
      let same = products.firstIndex { $0.unit == line.unit && $0.price == line.price }
      if let same, let low = try? products[same].low + line.quantity.low,
        let high = try? products[same].high + line.quantity.high
      {
        (products[same].low, products[same].high) = (low, high)
      } else {
        products.append((line.unit, line.price, line.quantity.low, line.quantity.high))
      }
    }
    let lines = products.map { product in
      let quantities = Ends(low: product.low, high: product.high)
      // A third of an hour has no last digit, so what is no round number of hours is in seconds.
      if product.unit == .gpuHour || product.unit == .replicaHour, quantities.isExact,
        let milli = try? product.high * 1000, !milli.isWhole,
        let seconds = try? product.high * 3600, seconds.isWhole
      {
        return "\(NumberText.whole(seconds.numerator)) s × \(price(product.price)) ÷ 3,600 s"
      }
      let unit = UnitText.plural(product.unit, quantity: product.high)
      return "\(InvoiceBuilder.quantity(quantities)) \(unit) × \(price(product.price))"
    }
    return lines.isEmpty
      ? "Nothing is charged."
      : "\(lines.joined(separator: " + ")) = \(InvoiceBuilder.total(invoice))."
  }

  private func price(_ price: Ends<Money?>) -> String {
    guard let low = price.low, let high = price.high else { return "not stated" }
    return AmountText.exactRange(low, high)
  }

  /// The quantity that the published amounts would need at the same rate, if it is one.
  private func implied(
    _ published: ScenarioDocument.PublishedAmount, _ invoice: Invoice
  ) -> String? {
    let lines = invoice.lines.filter { $0.amount.high != .zero }
    guard let line = lines.first, Set(lines.map(\.unit)).count == 1,
      let low = line.price.low, let high = line.price.high, low > .zero,
      let first = try? Ratio(published.amount.low.picodollars, over: low.picodollars),
      let second = try? Ratio(published.amount.high.picodollars, over: high.picodollars),
      first == second
    else { return nil }
    let quantity = NumberText.trimmed(first, decimals: 2)
    let unit = UnitText.plural(line.unit, quantity: first)
    return "The published amount is what \(quantity) \(unit) cost at the same rate."
  }
}
