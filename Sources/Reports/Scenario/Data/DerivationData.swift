import Diagnostics
import Pricing

/// The arithmetic of a line for programs: its terms, its rules, and what each rests on.
struct DerivationData {
  let line: LineItem

  /// The members `terms`, `terms_high`, `exact_picodollars`, `rules` of a line.
  ///
  /// What belongs to the high end is only there where it is something else.
  var members: [(String, JSONValue)] {
    var members = [("terms", terms(line.derivation.low))]
    if !line.derivation.isExact { members.append(("terms_high", terms(line.derivation.high))) }
    let exact = (low: fraction(.low), high: fraction(.high))
    if let low = exact.low { members.append(("exact_picodollars", .string(low))) }
    if let high = exact.high, high != exact.low {
      members.append(("exact_picodollars_high", .string(high)))
    }
    if !line.rulings.isEmpty { members.append(("rules", .array(line.rulings.map(ruling)))) }
    return members
  }

  /// The amount before it is rounded, as a fraction; `nil` where nothing is rounded.
  private func fraction(_ end: End) -> String? {
    guard let exact = (try? line.exactAmount(end)) ?? nil, !exact.isWhole else { return nil }
    return "\(exact.numerator)/\(exact.denominator)"
  }

  private func terms(_ derivation: Derivation) -> JSONValue {
    .array(
      derivation.terms.map { term in
        .object(
          [
            ("operation", .string(Self.id(of: term.operation))),
            ("value", .string(term.value.decimalText)), ("unit", .string(term.unit)),
            ("name", .string(term.name)),
          ] + Self.members(of: term.basis))
      })
  }

  private func ruling(_ ruling: Ruling) -> JSONValue {
    let members: [(String, JSONValue)] =
      switch ruling.rule {
      case .billing(let phase, let billing):
        [
          ("rule", .string("billing")), ("phase", .string(phase.rawValue)),
          ("value", .string(billing.rawValue)),
        ]
      case .increment(let step):
        [("rule", .string("increment")), ("seconds", .string(step.decimalText))]
      case .minimumCharge(let minimum):
        [("rule", .string("minimum-charge")), ("seconds", .string(minimum.decimalText))]
      }
    return .object(members + Self.members(of: ruling.basis))
  }

  private static func members(of basis: Basis) -> [(String, JSONValue)] {
    switch basis {
    case .stated(let citation):
      [("basis", .string("stated")), ("source", .string(citation.source))]
        + (citation.quote.map { [("quote", .string($0))] } ?? [])
    case .assumed: [("basis", .string("assumed"))]
    case .computed: [("basis", .string("computed"))]
    }
  }

  private static func id(of operation: Derivation.Operation) -> String {
    switch operation {
    case .plus: "plus"
    case .minus: "minus"
    case .times: "times"
    case .over: "over"
    }
  }
}
