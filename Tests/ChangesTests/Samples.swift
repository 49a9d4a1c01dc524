import Pricing
import Testing

@testable import Changes

/// Small markets whose prices a test sets, as states of a site.
enum Sample {
  static let day = day("2026-11-21")

  static func day(_ text: String) -> CalendarDate {
    guard let day = CalendarDate(text) else { preconditionFailure("'\(text)' is no day") }
    return day
  }

  static func money(_ dollars: String) throws -> Money { try Money(dollars: dollars) }

  /// An offer by the token; `nil` for a price that is not stated.
  static func tokens(_ id: String, _ dollars: String?) throws -> Offer {
    try offer(id, .millionTokens, dollars, ScalingPolicy())
  }

  /// A machine that stays, by the hour.
  static func machine(_ id: String, _ dollars: String, minimum: Int = 1) throws -> Offer {
    try offer(
      id, .replicaHour, dollars,
      ScalingPolicy(
        minimumReplicas: minimum, idleTimeout: .never, billing: [.keptWarm: .billed]))
  }

  private static func named(_ id: String) -> String { id.prefix(1).uppercased() + id.dropFirst() }

  private static func offer(
    _ id: String, _ unit: RateUnit, _ dollars: String?, _ policy: ScalingPolicy
  ) throws -> Offer {
    let price = try dollars.map { Bounds(try money($0)) }
    return Offer(
      id: id, name: named(id), provider: "market",
      rates: [
        Rate(unit: unit, price: price, from: day, citation: Citation(source: "price-list"))
      ], scaling: policy)
  }

  /// Twenty million and two hundred million tokens a month, an hour of work each.
  static func scenario(_ id: String, _ offers: [Offer]) throws -> ScenarioState {
    let workloads = [("small", 20_000_000), ("large", 200_000_000)].map { name, tokens in
      Workload(
        id: name, name: named(name), period: .month(hours: 720),
        tokens: .total(tokens, inputShare: Bounds(.zero, .one)), traffic: .hours(Bounds(Ratio(1))))
    }
    let scenario = Scenario(
      id: id, workloads: workloads, offers: offers,
      sweep: Sweep(driver: .tokens, range: 1_000_000...1_000_000_000))
    return ScenarioState(try scenario.priced(), title: "Title of \(id)")
  }

  static func site(_ offers: [Offer], scenarios: [String] = ["one"]) throws -> SiteState {
    SiteState(
      day: day, offers: offers, scenarios: try scenarios.map { try scenario($0, offers) },
      claims: [])
  }
}
