import Pricing

/// The curves that crossings are found on, and what each is called.
///
/// Where two offers share an input, they are compared with it held at one end, and so on curves
/// that are not among those of the scenario. Without them nobody could find the crossings again.
struct CurveRegister {
  /// The curves of the scenario in the order of their offers, then those with something held.
  private(set) var entries: [Entry] = []

  /// Where curves stand among the entries, by the ids that the engine gave them.
  private var places: [String: [Int]] = [:]

  /// A curve under its name.
  struct Entry {
    /// Unique among the curves of a scenario.
    let id: String
    let curve: CostCurve

    /// Whether inputs are held that it shares with another offer.
    let isHeld: Bool
  }

  /// Looks for the curves of groups of offers, and of their crossings.
  init(_ breakEvens: [BreakEven]) {
    for curve in breakEvens.flatMap(\.curves) { add(curve, isHeld: false) }
    for crossing in breakEvens.flatMap(\.crossings) {
      for place in [crossing.first, crossing.last] + crossing.ends {
        for curve in [place.before, place.after] where id(of: curve) == nil {
          add(curve, isHeld: true)
        }
      }
    }
  }

  private mutating func add(_ curve: CostCurve, isHeld: Bool) {
    let taken = entries.count { $0.curve.offer == curve.offer }
    let isFree = places[curve.id] == nil
    places[curve.id, default: []].append(entries.count)
    entries.append(
      Entry(
        id: isFree ? curve.id : "\(curve.offer)-held-\(taken)", curve: curve, isHeld: isHeld))
  }

  /// The name of a curve; `nil` for one that is not known.
  func id(of curve: CostCurve) -> String? {
    (places[curve.id] ?? []).first { entries[$0].curve == curve }.map { entries[$0].id }
  }
}
