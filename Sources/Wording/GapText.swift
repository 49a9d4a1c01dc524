import Messages
package import Pricing

/// Why offers have no cost curve, in the reader's words.
package enum GapText {
  /// Every gap with its reason in one sentence; `nil` if there is none.
  package static func sentence(_ gaps: [CurveGap], name: (String) -> String) -> String? {
    guard !gaps.isEmpty else { return nil }
    let texts = gaps.map { "\(name($0.offer)) (\(clause($0.reason)))" }
    return localized("Not compared: \(texts.joined(separator: "; ")).")
  }

  /// A reason as a clause: `the price per 1M output tokens is not stated`.
  package static func clause(_ reason: NoCurve) -> String {
    switch reason {
    case .notApplicable(.needsTokens): localized("the workloads do not say how many tokens")
    case .notApplicable(.needsRequests): localized("the workloads do not say how many requests")
    case .notApplicable(.needsCount(let quantity)):
      localized("the workloads do not say how many \(UnitText.many(quantity))")
    case .notApplicable(.noPrice(let quantity)):
      localized("no price is stated for \(UnitText.many(quantity))")
    case .notApplicable(.needsTraffic): localized("the workloads do not say when machines work")
    case .notApplicable(.needsThroughput):
      localized("no source here states how fast a replica works")
    case .notApplicable(.needsGPUs):
      localized("no source here says how many GPUs a machine of it has")
    case .notApplicable(.noRate): localized("no rate is in force on that day")
    case .priceNotStated(let unit): localized("the price \(UnitText.per(unit)) is not stated")
    case .needsMonth: localized("work done once has no share of a month")
    case .sameVolumeTwice: localized("two workloads of one volume cost it different amounts")
    case .workloadsDiffer: localized("the workloads differ in more than what the curve runs over")
    case .mixIsOpen:
      localized("parts of its tokens have prices of their own, and how many are input is open")
    case .startsVary: localized("how often its machines start changes with the work, by no formula")
    case .exceedsCapacity: localized("it has too few replicas for the work")
    }
  }
}
