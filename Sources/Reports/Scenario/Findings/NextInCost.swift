import Messages
import Pricing
import Wording

/// Which offers come next in cost after the cheapest, or may.
struct NextInCost {
  private let invoices: [Invoice]
  private let column: Int
  private let view: ScenarioView

  /// More names than these fill a sentence.
  private static let most = 3

  /// Looks among the offers of a group that are not the cheapest for a workload.
  init(after winners: [String], in group: PricedGroup, _ column: Int, _ view: ScenarioView) {
    let next = group.next(after: winners, column)
    invoices = view.competing(in: group, column).filter { next.contains($0.offer) }
    (self.column, self.view) = (column, view)
  }

  /// Each with its amount: `next comes A at $10–20 or B at $15`; `nil` if there is nobody else.
  var clause: String? {
    guard let first = invoices.first else { return nil }
    guard invoices.count <= Self.most else {
      return localized("next comes one of \(invoices.count) offers")
    }
    let amounts = invoices.map { view.amount($0, column) }
    let isTie = invoices.allSatisfy { $0.low == first.low && $0.high == first.low }
    guard !isTie || invoices.count == 1 else {
      return localized("next come \(UnitText.list(names)) at \(amounts[0])")
    }
    let parts = zip(names, amounts).map { localized("\($0) at \($1)", context: "next in cost") }
    let all = UnitText.list(parts, conjunction: "or")
    return localized("next comes \(all)")
  }

  /// The same where there is little room: `A is next at $10–20`, `A or B is next`; `nil` if there is
  /// nobody else, or are too many.
  var short: String? {
    guard let first = invoices.first, invoices.count <= Self.most else { return nil }
    guard invoices.count > 1 else {
      return localized("\(names[0]) is next at \(view.amount(first, column))")
    }
    let all = UnitText.list(names, conjunction: "or")
    return localized("\(all) is next")
  }

  private var names: [String] { invoices.map { view.spoken($0.offer) } }
}
