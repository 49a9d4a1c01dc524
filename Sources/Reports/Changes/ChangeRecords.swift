import Content
import Encoders
import Pricing
import Wording

/// `tables/changes.csv`: a row for each change, for programs that count with them.
struct ChangeRecords {
  let context: SiteContext

  /// The rows in the order of the page, under the keys of ``ChangeFields/record``.
  var table: Table {
    let changes = context.changes.dated + context.changes.undated
    return Table(
      id: "changes", caption: ChangesReports.title,
      columns: ChangeFields.record.fields.map { Table.Column(key: $0.key, title: $0.key) },
      rows: changes.map { change in cells(change).map { Table.Cell($0) } })
  }

  private func cells(_ change: DatedChange) -> [String] {
    let source = change.citation.flatMap { context.content.source($0.source) }
    return [
      change.id, "\(change.day.date)", change.day.member.0, change.isAnnounced ? "yes" : "no",
      "\(change.recorded)", change.provider, change.offers.map(\.id).joined(separator: " "),
    ] + subject(change.subject) + [change.before, change.now] + figures(change.subject)
      + [source?.id ?? "", source?.url ?? ""]
  }

  /// What kind of change it is, what of, and under which condition.
  private func subject(_ subject: DatedChange.Subject) -> [String] {
    switch subject {
    case .price(_, let new):
      ["price", new.unit.rawValue, ConditionText.words(new.condition)]
    case .rule(let rule, _, _): ["rule", rule.key, ""]
    case .factor(let factor):
      ["factor", ConditionText.subject(factor), ConditionText.words(factor)]
    }
  }

  /// Both ends of the price before and now, and of the change in per cent; empty where there is none.
  private func figures(_ subject: DatedChange.Subject) -> [String] {
    guard case .price(let old, let new) = subject else {
      return Array(repeating: "", count: 6)
    }
    let prices = [old?.price, new.price].flatMap { price in
      [price?.low.dollarText ?? "", price?.high.dollarText ?? ""]
    }
    let shares = old.flatMap { PriceDifference.shares($0, new) }
    return prices + [shares?.low, shares?.high].map(percent)
  }

  private func percent(_ share: Ratio?) -> String {
    share.flatMap { try? $0 * 100 }?.decimalText ?? ""
  }
}
