import Messages
import Pricing
import Wording

/// An invoice in one line, as an article would count it.
struct InvoiceArithmetic {
  let invoice: Invoice

  /// Quantity × rate, one product for all lines at the same rate: `10–20 GPU-hours × $2`.
  var products: String {
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
        let whole = NumberText.whole(seconds.numerator)
        return localized("\(whole) s × \(price(product.price)) ÷ 3,600 s")
      }
      let unit = UnitText.plural(product.unit, quantity: product.high)
      return "\(ArithmeticText.quantity(quantities)) \(unit) × \(price(product.price))"
    }
    return lines.isEmpty ? localized("nothing is charged") : lines.joined(separator: " + ")
  }

  /// The quantity that a published amount would need at the same rate, if it is one.
  ///
  /// - Parameter dollars: The published amount.
  /// - Returns: `nil` where the lines have no rate in common, or its ends need different quantities.
  func quantity(for dollars: Bounds<Ratio>) -> String? {
    let lines = invoice.lines.filter { $0.amount.high != .zero }
    guard let line = lines.first, Set(lines.map(\.unit)).count == 1,
      let low = line.price.low, let high = line.price.high, low > .zero,
      let first = try? dollars.low / low.dollars, let second = try? dollars.high / high.dollars,
      first == second
    else { return nil }
    let quantity = NumberText.trimmed(first, decimals: 2)
    return "\(quantity) \(UnitText.plural(line.unit, quantity: first))"
  }

  /// Who states the rates, each once.
  var citations: [Pricing.Citation] {
    var citations: [Pricing.Citation] = []
    for line in invoice.lines where !citations.contains(line.citation) {
      citations.append(line.citation)
    }
    return citations
  }

  private func price(_ price: Ends<Money?>) -> String {
    guard let low = price.low, let high = price.high else { return localized("not stated") }
    return AmountText.exactRange(low, high)
  }
}
