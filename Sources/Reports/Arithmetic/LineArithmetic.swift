import Messages
import Pricing
import Wording

/// The arithmetic of one line of an invoice in words and figures.
struct LineArithmetic {
  let line: LineItem
  private let derivation: Ends<Derivation>

  /// What the quantity comes from, from the first term to the last.
  private let terms: [Input]

  init(line: LineItem) {
    self.line = line
    derivation = line.derivation
    terms = Self.terms(of: derivation)
  }

  /// The lines of an invoice that are about anything: no tokens at any price explain nothing.
  static func lines(of invoice: Invoice) -> [LineArithmetic] {
    let lines = invoice.lines.filter { $0.quantity.low != .zero || $0.quantity.high != .zero }
    return (lines.isEmpty ? invoice.lines : lines).map(LineArithmetic.init)
  }

  /// The line as a step: how much of what, at which price, and whether it is on the bill.
  var step: ArithmeticStep {
    ArithmeticStep(
      title: UnitText.line(line).capitalisedSentence,
      kind: PhaseClass(line.kind).map { "phase-\($0.id)" }, state: state,
      equations: equations)
  }

  private var equations: [Equation] {
    let quoted = line.discount == nil ? ForeignArithmetic(line.rate)?.equations ?? [] : []
    return quoted + own
  }

  private var own: [Equation] {
    guard line.quantity.isExact, derivation.isExact else {
      return Self.joined(low: equations(.low), high: equations(.high))
    }
    if line.discount != nil { return Self.joined(low: equations(.low), high: equations(.high)) }
    if line.price.isExact, line.amount.isExact {
      return equations(.low).map { Equation(text: $0) }
    }
    guard let range = productOfRange else {
      return Self.joined(low: equations(.low), high: equations(.high))
    }
    return (equations(.low).dropLast() + [range]).map { Equation(text: $0) }
  }

  /// So much at a price that is a range, as one equation; `nil` where an end is free or open and
  /// has more to say.
  private var productOfRange: String? {
    guard let low = line.price.low, let high = line.price.high, low > .zero,
      let least = line.amount.low, let most = line.amount.high
    else { return nil }
    let isRounded = isRounded(.low) || isRounded(.high)
    return "\(factor(.low)) × \(AmountText.exactRange(low, high)) \(UnitText.per(line.unit))"
      + " = \(AmountText.exactRange(least, most))\(Self.rounding(isRounded))"
  }

  /// Whether the amount has more digits than a picodollar.
  private func isRounded(_ end: End) -> Bool { (try? line.exactAmount(end))??.isWhole == false }

  private static func rounding(_ isRounded: Bool) -> String {
    isRounded ? localized(", rounded") : ""
  }

  /// Equations of both ends, said once where they are the same.
  static func joined(low: [String], high: [String]) -> [Equation] {
    let shared = zip(low, high).prefix { $0 == $1 }.map { Equation(text: $0.0) }
    let (low, high) = (low.dropFirst(shared.count), high.dropFirst(shared.count))
    return shared + low.map { Equation(end: localized("low", context: "end"), text: $0) }
      + high.map { Equation(end: localized("high", context: "end"), text: $0) }
  }

  /// Whether what the line is for is on the bill; `nil` where no rule says anything of it.
  private var billing: Billing? {
    for ruling in line.rulings {
      if case .billing(_, let billing) = ruling.rule { return billing }
    }
    return nil
  }

  private var state: String? {
    switch billing {
    case .billed: nil
    case .doesNotApply: localized("does not apply")
    case .free: localized("free")
    case .notStated: localized("not stated: free at the low end, billed at the high end")
    case nil: line.kind == .scaledToZero ? localized("nothing runs, nothing is charged") : nil
    }
  }

  /// How much of what, where tokens at a price for a million stay what the workload says.
  private func amount(_ end: End) -> String {
    if let tokens = countedTokens(end) {
      return "\(NumberText.exact(tokens.value))\u{A0}\(localized(name: tokens.unit))"
    }
    let quantity = line.quantity[end]
    return "\(NumberText.exact(quantity))\u{A0}\(UnitText.plural(line.unit, quantity: quantity))"
  }

  /// The tokens, if all that is done to them is counting them by the million.
  private func countedTokens(_ end: End) -> Derivation.Term? {
    let terms = derivation[end].terms
    guard terms.count == 2, terms[1].operation == .over, terms[1].value == Ratio(1_000_000),
      terms[1].unit == terms[0].unit, terms[0].unit == "tokens"
    else { return nil }
    return terms[0]
  }

  /// Whether the quantity is a fraction without a last digit, which nobody wants to multiply by.
  private func isEndless(_ end: End) -> Bool {
    let millions = try? line.quantity[end] * 1_000_000
    return derivation[end].terms.count > 1 && millions?.isWhole == false
  }

  /// What the price is multiplied by: the quantity, or where that has no last digit, what it comes
  /// from.
  private func factor(_ end: End) -> String {
    isEndless(end) && countedTokens(end) == nil
      ? DerivationText.factor(derivation[end]) : amount(end)
  }

  /// `1 month × $500 per month at least − $312.25 = $187.75`.
  private func missing(_ end: End) -> String? {
    let terms = derivation[end].terms
    guard line.kind == .minimum, terms.count == 2, let price = line.price[end],
      let amount = line.amount[end], let used = try? terms[1].value * Ratio(price.picodollars)
    else { return nil }
    let months =
      "\(NumberText.exact(terms[0].value))\u{A0}"
      + UnitText.plural(line.unit, quantity: terms[0].value)
    return "\(months) × \(AmountText.exact(price)) \(UnitText.per(line.unit))"
      + " − \(AmountText.exact(Money(rounding: used))) = \(AmountText.exact(amount))"
  }

  /// `$9,360 × 15 % = $1,404 less`.
  private func deducted(_ end: End) -> [String]? {
    guard let share = line.discount?.share else { return nil }
    guard let amount = line.amount[end], let exact = (try? line.exactAmount(end)) ?? nil,
      let before = try? (Ratio.zero - exact) / share
    else { return [localized("\(percent(share)) of an amount that is not stated")] }
    let whole = AmountText.exact(Money(rounding: before))
    let less = AmountText.exact(Money(picodollars: -amount.picodollars))
    return [
      localized("\(whole) × \(percent(share)) = \(less) less") + Self.rounding(isRounded(end))
    ]
  }

  private func percent(_ share: Ratio) -> String { NumberText.percent(share, decimals: 6) }

  private func equations(_ end: End) -> [String] {
    if let deducted = deducted(end) { return deducted }
    if let missing = missing(end) { return [missing] }
    // Where nothing runs there is no price to multiply by.
    let isFree = line.price[end] == .zero && billing == .free
    let hasProduct = line.kind != .scaledToZero && !isFree
    let isWorkedOut = derivation[end].terms.count > 1 && countedTokens(end) == nil
    var equations: [String] = []
    if isWorkedOut && !(hasProduct && isEndless(end)) || line.kind == .scaledToZero {
      let isNothing = derivation[end].terms.count == 1 && line.quantity[end] == .zero
      equations.append(
        isNothing ? amount(end) : "\(DerivationText.text(derivation[end])) = \(amount(end))")
    }
    if hasProduct || equations.isEmpty { equations.append("\(factor(end)) × \(product(end))") }
    return equations
  }

  /// `$6.50 = $9,360`, or what was rounded, or that nobody states the price.
  private func product(_ end: End) -> String {
    guard let price = line.price[end] else { return localized("a price that is not stated") }
    let rate = "\(AmountText.exact(price)) \(UnitText.per(line.unit))"
    guard let amount = line.amount[end] else { return rate }
    return "\(rate) = \(AmountText.exact(amount))\(Self.rounding(isRounded(end)))"
  }

  // MARK: What went in

  /// The inputs in the order in which they are used, without what was only computed.
  var inputs: [Input] {
    (terms + prices + (ForeignArithmetic(line.rate)?.inputs ?? [])
      + line.rulings.compactMap(Self.input))
      .filter { $0.basis != .computed }
  }

  /// The figures of the workload among the inputs.
  var figures: [Input] {
    zip(derivation.high.terms, terms).compactMap { term, input in
      term.isAsked ? input : nil
    }
  }

  /// The price, or each of those of which nobody says which holds.
  private var prices: [Input] {
    guard line.rate.possible.isEmpty else {
      return line.rate.possible.map { Input($0, price: $0.price) }
    }
    return [price].compactMap(\.self)
  }

  private var price: Input? {
    let ends = [line.price.low, line.price.high]
    guard ends.contains(where: { $0 != .zero }) else { return nil }
    guard let low = line.price.low, let high = line.price.high else {
      return Input(line.rate, price: nil)
    }
    // A phase that may be free has the rate at its high end only.
    return Input(line.rate, price: Bounds(low == .zero ? high : low, high))
  }

  private static func terms(of derivation: Ends<Derivation>) -> [Input] {
    let (low, high) = (derivation.low.terms, derivation.high.terms)
    guard low.map(\.name) == high.map(\.name) else {
      return (high.isEmpty ? low : high).map { Input(text: text($0, $0), basis: $0.basis) }
    }
    return zip(low, high).map { Input(text: text($0, $1), basis: $1.basis) }
  }

  private static func text(_ low: Derivation.Term, _ high: Derivation.Term) -> String {
    if high.basis == .ours {
      let share = NumberText.percent((try? Ratio.zero - high.value) ?? .zero, decimals: 6)
      return localized("\(share) off (\(high.name))")
    }
    let (first, second) = low.value <= high.value ? (low, high) : (high, low)
    let name = high.name == high.unit || high.name.isEmpty ? "" : " (\(DerivationText.name(high)))"
    let unit = high.unit.isEmpty ? "" : "\u{A0}\(DerivationText.unit(second))"
    let texts = [first, second].map { DerivationText.number($0) }
    let value = texts[0] == texts[1] ? texts[0] : localized("\(texts[0]) to \(texts[1])")
    return "\(value)\(unit)\(name)"
  }

  private static func input(_ ruling: Ruling) -> Input? {
    switch ruling.rule {
    case .billing(_, .notStated): return nil
    case .billing(let phase, let billing):
      // That work is billed needs no words where nobody found it worth any.
      if billing == .billed, ruling.basis == .assumed { return nil }
      return Input(
        text: "\(UnitText.phase(phase)): \(RuleText.words(billing))", basis: ruling.basis)
    case .increment(let step):
      return Input(
        text: localized("rounded up to \(TimeText.length(step))"), basis: ruling.basis)
    case .minimumCharge(let minimum):
      return Input(
        text: localized("at least \(TimeText.length(minimum)) a run"), basis: ruling.basis)
    }
  }
}
