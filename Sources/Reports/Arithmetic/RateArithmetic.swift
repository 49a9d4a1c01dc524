import Content
import Messages
import Pricing
import Wording

/// What a rate means in other units, and what it rests on.
struct RateArithmetic {
  let rate: Rate
  let offer: Offer

  /// The length of a month.
  let monthHours: Ratio

  /// The price in units that other offers are quoted in.
  var steps: [ArithmeticStep] {
    guard let price = rate.price else { return [] }
    let equations = conversions.compactMap { conversion -> Equation? in
      guard let low = conversion.price(price.low), let high = conversion.price(price.high) else {
        return nil
      }
      let shown = AmountText.exactRange(price.low, price.high)
      return Equation(
        text: "\(shown) \(conversion.working) = \(AmountText.exactRange(low, high)) "
          + conversion.unit)
    }
    let quoted = ForeignArithmetic(rate)?.equations ?? []
    return [(localized("In dollars"), quoted), (localized("The same price"), equations)]
      .filter { !$1.isEmpty }
      .map { ArithmeticStep(title: $0, state: nil, equations: $1) }
  }

  /// The price with its day, and the rules by which time is billed.
  var inputs: [LineArithmetic.Input] {
    var inputs = [LineArithmetic.Input(rate, price: rate.price)]
    inputs += ForeignArithmetic(rate)?.inputs ?? []
    guard rate.unit.meter == .time else { return inputs }
    for phase in Phase.allCases {
      let basis = offer.scaling.basis(of: .billing(phase))
      guard case .stated = basis else { continue }
      let billing = RuleText.words(offer.scaling.billing(of: phase))
      inputs.append(.init(text: "\(UnitText.phase(phase)): \(billing)", basis: basis))
    }
    return inputs
  }

  /// A price times a factor, and how a reader writes that.
  private struct Conversion {
    let working: String
    let factor: Ratio
    let unit: String

    func price(_ price: Money) -> Money? {
      (try? Ratio(price.picodollars) * factor).map { Money(rounding: $0) }
    }
  }

  private var conversions: [Conversion] {
    let hours = NumberText.trimmed(monthHours, decimals: 2)
    func whole(_ factor: Int128, _ unit: String) -> Conversion {
      Conversion(working: "× \(NumberText.whole(factor))", factor: Ratio(factor), unit: unit)
    }
    func part(_ divisor: Int128, _ unit: String) -> [Conversion] {
      (try? Ratio(1, over: divisor)).map {
        [Conversion(working: "÷ \(NumberText.whole(divisor))", factor: $0, unit: unit)]
      } ?? []
    }
    switch rate.unit.meter {
    case .time where rate.unit.part == .kilowatts: return []
    case .time where rate.unit.part == .months:
      return (try? Ratio.one / monthHours).map {
        [Conversion(working: "÷ \(hours)\u{A0}h", factor: $0, unit: localized("per hour"))]
      } ?? []
    case .time where rate.unit.part == .bought:
      return rate.amortisation.map { part(Int128($0), localized("per month")) } ?? []
    case .tokens: return part(rate.unit.size, localized("per token"))
    case .requests where rate.unit.size == 1:
      return [whole(1_000_000, localized("per 1M requests"))]
    case .requests, .items:
      guard rate.unit.size > 1, let quantity = rate.unit.quantity else { return [] }
      return part(rate.unit.size, localized("per \(UnitText.one(quantity))"))
    case .time where rate.unit.size == 1: return [whole(3_600, localized("per hour"))]
    case .time:
      let month = Conversion(
        working: "× \(hours)\u{A0}h", factor: monthHours, unit: localized("per month"))
      return part(rate.unit.size, localized("per second")) + [month]
    }
  }
}

extension ArithmeticBuilder {
  /// What stands behind a rate: other units, the words of its source, the rules of billing.
  ///
  /// `decimals` are those that the offer's rates of the same unit have.
  func price(
    _ rate: Rate, of offer: Offer, decimals: Int, _ sources: inout PageSources
  ) -> Arithmetic {
    let arithmetic = RateArithmetic(
      rate: rate, offer: offer, monthHours: content.settings.monthHours)
    return Arithmetic(
      amount: OfferSheetBuilder.price(rate, decimals: decimals), detail: UnitText.per(rate.unit),
      steps: arithmetic.steps, remarks: [],
      inputs: inputs(arithmetic.inputs, &sources))
  }
}
