import Pricing
import Testing

/// Offers and workloads that many tests use.
enum Samples {
  static let date = CalendarDate("2026-05-28")

  static func rate(_ unit: RateUnit, _ low: String, _ high: String? = nil) throws -> Rate {
    Rate(
      unit: unit, price: Bounds(try Money(dollars: low), try Money(dollars: high ?? low)),
      from: try #require(date), citation: Citation(source: "article"))
  }

  static func unstated(_ unit: RateUnit) throws -> Rate {
    Rate(
      unit: unit, price: nil, from: try #require(date), citation: Citation(source: "article"))
  }

  static func offer(
    _ id: String, _ rates: Rate..., scaling: ScalingPolicy = ScalingPolicy()
  ) -> Offer {
    Offer(id: id, name: id, provider: "p", rates: rates, scaling: scaling)
  }

  static func month(
    _ traffic: Workload.Traffic, tokens: TokenVolume? = nil, hours: Ratio = 720,
    requests: Int? = nil, runs: Int? = 1, throughput: Throughput? = nil
  ) -> Workload {
    Workload(
      id: "w", name: "w", period: .month(hours: hours), tokens: tokens, requests: requests,
      traffic: traffic, runs: runs.map { Workload.Runs($0) }, throughput: throughput)
  }

  static func once(
    _ traffic: Workload.Traffic, tokens: TokenVolume? = nil, throughput: Throughput? = nil
  ) -> Workload {
    Workload(
      id: "w", name: "w", period: .once, tokens: tokens, traffic: traffic, throughput: throughput)
  }

  /// A machine that is free while idle, as the articles describe per-second billing.
  static let bySecond = ScalingPolicy(
    billingIncrement: 1, billing: [.active: .billed, .idleTail: .free])

  static func alwaysOn(_ replicas: Int, maximum: Int? = nil) -> ScalingPolicy {
    ScalingPolicy(
      minimumReplicas: replicas, maximumReplicas: maximum, idleTimeout: .never,
      billing: [.active: .billed, .keptWarm: .billed])
  }
}

extension Rate {
  /// The same price for what comes after so many.
  func beyond(_ count: Int) -> Rate {
    Rate(
      unit: unit, price: price, day: day, citation: citation, condition: Condition(beyond: count))
  }
}

extension Quote {
  /// The exact totals as dollar text: `"9360"`, or `"1.99–3.98"`, or `"5–?"`.
  var totalText: String? {
    guard let invoice else { return nil }
    let high = invoice.high?.dollarText ?? "?"
    return invoice.low.dollarText == high ? high : "\(invoice.low.dollarText)–\(high)"
  }

  /// Lines as `kind quantity × price = amount` at the high end.
  var lineTexts: [String] {
    (invoice?.lines ?? []).map { line in
      let price = line.price.high?.dollarText ?? "?"
      let amount = line.amount.high?.dollarText ?? "?"
      return "\(line.kind.id) \(line.quantity.high.decimalText) × \(price) = \(amount)"
    }
  }
}
