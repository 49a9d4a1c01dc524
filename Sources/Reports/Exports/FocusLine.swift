import Content
import Diagnostics
import Messages
import Pricing
import Wording

/// A line of an invoice under the names of FOCUS 1.2.
struct FocusLine {
  let line: LineItem
  let quantity: Ratio
  let price: Money
  /// At the list price.
  let amount: Money
  /// After the discounts of one's own.
  let contracted: (amount: Money, left: Ratio)
  let offer: Offer
  let workload: Workload
  let document: ScenarioDocument

  /// Some day of the month that is billed.
  let month: CalendarDate

  /// The name of the provider.
  let provider: String

  /// Every column, in the order of the alphabet as the specification has it; our own begin with `x_`.
  static let columns = [
    "BilledCost", "BillingAccountId", "BillingAccountName", "BillingAccountType",
    "BillingCurrency", "BillingPeriodEnd", "BillingPeriodStart", "ChargeCategory", "ChargeClass",
    "ChargeDescription", "ChargeFrequency", "ChargePeriodEnd", "ChargePeriodStart",
    "CommitmentDiscountCategory", "CommitmentDiscountId", "CommitmentDiscountName",
    "CommitmentDiscountStatus", "CommitmentDiscountType", "ConsumedQuantity", "ConsumedUnit",
    "ContractedCost", "ContractedUnitPrice", "EffectiveCost", "InvoiceId", "InvoiceIssuerName",
    "ListCost", "ListUnitPrice", "PricingCategory", "PricingCurrency", "PricingQuantity",
    "PricingUnit", "ProviderName", "PublisherName", "RegionId", "RegionName", "ResourceId",
    "ResourceName", "ResourceType", "ServiceCategory", "ServiceName", "ServiceSubcategory",
    "SkuId", "SkuMeter", "SkuPriceId", "SubAccountId", "SubAccountName", "SubAccountType", "Tags",
    "x_Phase", "x_RateDay", "x_RateSource",
  ]

  /// The values by their columns; a column without a value is null.
  var values: [String: String] {
    var values = fixed
    values["ListCost"] = Self.decimal(amount.dollarText)
    for column in ["BilledCost", "ContractedCost", "EffectiveCost"] {
      values[column] = Self.decimal(contracted.amount.dollarText)
    }
    values["ListUnitPrice"] = Self.decimal(price.dollarText)
    values["ContractedUnitPrice"] = contractedUnitPrice
    for column in ["ConsumedQuantity", "PricingQuantity"] {
      values[column] = Self.decimal(quantity.decimalText)
    }
    for column in ["ConsumedUnit", "PricingUnit"] { values[column] = Self.unit(line.unit) }
    for column in ["InvoiceIssuerName", "ProviderName", "PublisherName"] {
      values[column] = provider
    }
    for period in ["BillingPeriod", "ChargePeriod"] {
      values["\(period)Start"] = Self.start(month.year, month.month)
      values["\(period)End"] =
        month.month == 12
        ? Self.start(month.year + 1, 1) : Self.start(month.year, month.month + 1)
    }
    return values
  }

  /// What a unit comes to after the discounts.
  private var contractedUnitPrice: String {
    guard contracted.left != .one,
      let unit = try? Ratio(price.picodollars) * contracted.left
    else {
      return Self.decimal(price.dollarText)
    }
    return Self.decimal(Money(rounding: unit).dollarText)
  }

  private var fixed: [String: String] {
    let scenario = document.scenario.id
    let meter = UnitText.line(line).capitalisedSentence
    return [
      "BillingAccountId": scenario, "BillingAccountName": document.title,
      "BillingAccountType": "Scenario", "BillingCurrency": "USD", "ChargeCategory": "Usage",
      "ChargeDescription": localized(
        "\(meter) of \(offer.name), \(workload.name)", context: "charge"),
      "ChargeFrequency": "Usage-Based", "InvoiceId": "\(scenario)/\(offer.id)/\(workload.id)",
      "PricingCategory": "Standard", "PricingCurrency": "USD", "ResourceId": offer.id,
      "ResourceName": offer.name, "ResourceType": "Offer",
      "ServiceCategory": "AI and Machine Learning", "ServiceName": offer.name,
      "ServiceSubcategory": "Generative AI", "SkuId": offer.id, "SkuMeter": meter,
      "SkuPriceId": skuPrice, "SubAccountId": workload.id,
      "SubAccountName": workload.name, "SubAccountType": "Workload", "Tags": tags,
      "x_Phase": line.kind.id, "x_RateDay": "\(line.rate.day.date)",
      "x_RateSource": line.rate.citation.source,
    ]
  }

  /// The id of the price; parts of a count have prices of their own.
  private var skuPrice: String {
    let id = "\(offer.id)/\(line.unit.rawValue)"
    return line.beyond > 0 ? "\(id)/beyond-\(line.beyond)" : id
  }

  private var tags: String {
    var output: [UInt8] = []
    JSONValue.object([("scenario", .string(document.scenario.id))]).append(to: &output, .compact)
    return String(decoding: output, as: UTF8.self)
  }

  /// A number with a point, so that no column of whole ones is taken for one of integers.
  private static func decimal(_ number: String) -> String {
    number.utf8.contains(UInt8(ascii: ".")) ? number : "\(number).0"
  }

  /// The first second of a month; the specification asks for UTC.
  private static func start(_ year: Int, _ month: Int) -> String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-01T00:00:00Z"
  }

  /// A unit in the form that the specification prescribes: plural, with capitals, a count in front.
  private static func unit(_ unit: RateUnit) -> String {
    func capitalised(_ words: String) -> String {
      words.split(separator: " ").map { word in
        word.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }
          .joined(separator: "-")
      }.joined(separator: " ")
    }
    guard let quantity = unit.quantity else { return capitalised(unit.many) }
    let name = unit.meter == .tokens ? "Tokens" : capitalised(quantity.many)
    return unit.size == 1 ? name : "\(unit.size) \(name)"
  }
}
