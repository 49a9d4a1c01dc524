import Messages
import Pricing

/// How a line of an invoice is coloured and grouped in charts: fewer kinds than the engine has.
struct PhaseClass: Hashable {
  /// The class, after `phase-`.
  let id: String

  /// What readers call it.
  let name: String

  /// The class of a line; `nil` for time in which nothing runs.
  init?(_ kind: LineItem.Kind) {
    switch kind {
    case .counted(let quantity):
      let whole = quantity.whole
      (id, name) = (whole.id, localized(name: whole == .requests ? quantity.many : whole.many))
    case .phase(.active): (id, name) = ("active", localized("active"))
    case .phase(.waiting), .phase(.pulling), .phase(.loading), .phase(.draining):
      (id, name) = ("cold-start", localized("start and stop"))
    case .phase(.idleTail): (id, name) = ("idle-tail", localized("idle tail"))
    case .phase(.keptWarm): (id, name) = ("kept-warm", localized("kept warm"))
    case .rounding: (id, name) = ("rounding", localized("rounding up"))
    case .held: (id, name) = ("kept-warm", localized("held beyond use"))
    case .minimum: (id, name) = ("rounding", localized("up to the minimum"))
    case .scaledToZero: return nil
    }
  }
}

extension Invoice {
  /// What each phase costs at the low end; what has a range stands last, where the range goes on.
  var lowByPhase: [(phase: PhaseClass, amount: Money)] {
    var sums: [(phase: PhaseClass, amount: Money)] = []
    let lines = lines
    let ranges = lines.indices.filter { !lines[$0].amount.isExact }
    for index in lines.indices.filter({ lines[$0].amount.isExact }) + ranges {
      let line = lines[index]
      // What a discount takes off lowers what it is taken off, which comes first.
      guard let phase = PhaseClass(line.kind), let amount = line.amount.low, amount != .zero else {
        continue
      }
      if let index = sums.firstIndex(where: { $0.phase == phase }) {
        let sum = sums[index].amount.picodollars + amount.picodollars
        sums[index].amount = Money(picodollars: sum)
      } else {
        sums.append((phase, amount))
      }
    }
    return sums
  }
}
