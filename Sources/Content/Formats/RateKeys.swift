import Diagnostics
import Pricing

/// The keys under which a rate card states prices: the unit is in the key, so that a price per
/// token cannot pass for one per million tokens.
enum RateKeys {
  /// A key, its unit, and the dearest price that is not a slip of the unit.
  struct RateKey: Sendable {
    let key: String
    let unit: RateUnit
    let documentation: String
    let example: String
    let largest: Int128  // picodollars
  }

  static let all: [RateKey] = [
    RateKey(
      key: "usd_per_million_tokens", unit: .millionTokens,
      documentation: "Dollars for a million tokens of either kind.", example: "0.20",
      largest: dollars(10_000)),
    RateKey(
      key: "usd_per_million_input_tokens", unit: .millionInputTokens,
      documentation: "Dollars for a million tokens read by the model.", example: "0.20",
      largest: dollars(10_000)),
    RateKey(
      key: "usd_per_million_output_tokens", unit: .millionOutputTokens,
      documentation: "Dollars for a million tokens written by the model.", example: "1.25",
      largest: dollars(10_000)),
    RateKey(
      key: "usd_per_request", unit: .request, documentation: "Dollars for a request.",
      example: "0.002", largest: dollars(1_000)),
    RateKey(
      key: "usd_per_gpu_hour", unit: .gpuHour, documentation: "Dollars for a GPU for an hour.",
      example: "6.50", largest: dollars(1_000)),
    RateKey(
      key: "usd_per_replica_hour", unit: .replicaHour,
      documentation: "Dollars for a replica for an hour, whatever is inside.", example: "6.50",
      largest: dollars(10_000)),
    RateKey(
      key: "usd_per_gpu_second", unit: .gpuSecond,
      documentation: "Dollars for a GPU for a second.", example: "0.00116", largest: dollars(1)),
    RateKey(
      key: "usd_per_second", unit: .second,
      documentation: "Dollars for an instance or a meter for a second.", example: "0.0000872083",
      largest: dollars(10)),
    RateKey(
      key: "usd_per_gb_second", unit: .gigabyteSecond,
      documentation: "Dollars for a gigabyte of memory for a second.", example: "0.0000166667",
      largest: dollars(1)),
  ]

  private static func dollars(_ count: Int128) -> Int128 { count * Money.picodollarsPerDollar }

  static let fields: [Field] = all.map {
    Field($0.key, .decimalRange, .optional, $0.documentation, example: $0.example)
  }

  /// The prices that an entry states, each where it stands.
  static func rates(
    _ entry: Mapping, day: EvidenceDay, citation: Citation, into findings: inout Findings
  ) -> [Located<Rate>] {
    all.compactMap { rateKey in
      guard let stated = entry.decimalRange(rateKey.key) else { return nil }
      guard
        let price = findings.exact(
          stated.location,
          { () throws(PricingError) in
            try stated.value.bounds { (decimal) throws(PricingError) in
              try Money(dollars: decimal.description)
            }
          })
      else { return nil }
      if let price, price.high.picodollars > rateKey.largest {
        let limit = Money(picodollars: rateKey.largest).dollarText
        findings.error(
          stated.location,
          "'\(price.high.dollarText)' is more than \(limit), the most that \(rateKey.key) may be",
          hint: "check the unit, which is in the key")
        return nil
      }
      return Located(
        Rate(unit: rateKey.unit, price: price, day: day, citation: citation), at: stated.location)
    }
  }
}
