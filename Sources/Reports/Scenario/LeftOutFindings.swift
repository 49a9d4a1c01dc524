import Content
import Diagnostics
import Messages
import Pricing
import Wording

/// Warns of offers that have a row and take no part in the comparison, unless their author says
/// why: a reader would take them for compared.
struct LeftOutFindings {
  let view: ScenarioView

  /// One warning for each such offer, with the reason.
  ///
  /// An offer that is compared for some of the workloads is none: its cells say which.
  ///
  /// Authors are told in English, as of all else.
  var diagnostics: [Diagnostic] { Language.$bound.withValue(nil) { found } }

  private var found: [Diagnostic] {
    view.document.rows.enumerated().compactMap { place, row in
      guard row.leftOut == nil, let reason = reason(place) else { return nil }
      return Diagnostic(
        .warning, at: row.location,
        "'\(view.scenario.offers[place].id)' is not compared: \(reason)",
        hint: "write 'left_out:' with the reason, which its row then shows, or remove the offer")
    }
  }

  private func reason(_ row: Int) -> String? {
    let columns = view.scenario.workloads.indices
    guard columns.contains(where: { view.priced.competes(row, $0) }) else {
      return view.priced.quotes[row].first.map(Self.reason)
    }
    let id = view.scenario.offers[row].id
    let gap = view.priced.group(ofRow: row).breakEven?.gaps.first { $0.offer == id }
    return gap.map { "it has no curve, because \(GapText.clause($0.reason))" }
  }

  private static func reason(_ quote: Quote) -> String {
    switch quote {
    case .notApplicable(let reason): return GapText.clause(.notApplicable(reason))
    case .invoice(let invoice):
      for note in invoice.notes {
        if case .priceNotStated(let unit) = note { return GapText.clause(.priceNotStated(unit)) }
        if case .mayExceedCapacity = note { return "it may have too few replicas for the work" }
      }
      return GapText.clause(.exceedsCapacity)
    }
  }
}
