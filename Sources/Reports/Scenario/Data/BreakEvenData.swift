import Diagnostics
import Pricing
import Wording

/// The part of a scenario's data file about crossings and the cheapest offer.
struct BreakEvenData: Hashable, Sendable {
  private let breakEven: BreakEven

  /// Takes the curves of a scenario.
  init(_ breakEven: BreakEven) { self.breakEven = breakEven }

  /// The members `crossings`, `cheapest` at both ends of every range, and `without_curve` where an
  /// offer is not compared.
  var members: [(String, JSONValue)] {
    let gaps = breakEven.gaps.map { gap in
      JSONValue.object([
        ("offer", .string(gap.offer)), ("reason", .string(GapText.clause(gap.reason))),
      ])
    }
    return [
      ("crossings", .array(breakEven.crossings.map(crossing))),
      (
        "cheapest",
        .object([
          ("low", spans(of: breakEven.cheapestAtLow)),
          ("high", spans(of: breakEven.cheapestAtHigh)),
        ])
      ),
    ] + (gaps.isEmpty ? [] : [("without_curve", .array(gaps))])
  }

  private func crossing(_ crossing: Crossing) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("driver", .string(breakEven.sweep.driver.rawValue)),
      ("between", .strings([crossing.before, crossing.after])),
      ("at", position(crossing.x)), ("usd", .string(crossing.cost.dollarText)),
      ("decides", .boolean(crossing.decides)),
    ]
    if crossing.isAtEdge { members.append(("at_edge", .boolean(true))) }
    return .object(members)
  }

  private func spans(of envelope: Envelope) -> JSONValue {
    .array(
      envelope.spans.map { span -> JSONValue in
        var members: [(String, JSONValue)] = [
          ("from", position(span.range.lowerBound)), ("to", position(span.range.upperBound)),
          ("curve", .string(span.curve)), ("offer", .string(span.offer)),
        ]
        if !span.equals.isEmpty { members.append(("same_cost", .strings(span.equals))) }
        return .object(members)
      })
  }

  /// Whole tokens or hours; a busy share as the decimal share that it is.
  private func position(_ x: Int) -> JSONValue {
    let decimals = breakEven.sweep.driver == .busyShare ? 6 : 0
    return .string(DecimalText.exact(Int128(x), decimals: decimals))
  }
}
