import Charts
import Content
import Pricing

/// Turns the invoices of a scenario into shares: how much pays for work, and how much for
/// starting, waiting and rounding.
struct IdleCostFigure {
  let view: ScenarioView

  /// An invoice with its parts.
  private struct Part {
    let row: Int
    let invoice: Invoice
    let segments: [CostBarsChart.Segment]

    var total: Double { segments.reduce(0) { $0 + $1.amount } }

    /// What does not pay for work, as a share of the whole.
    var idleShare: Double {
      let work: Set = ["active", "input-tokens", "output-tokens", "requests"]
      return segments.filter { !work.contains($0.phase.id) }.reduce(0) { $0 + $1.amount } / total
    }
  }

  /// The chart; `nil` where no invoice pays for two kinds of time.
  func chart() -> CostBarsChart? {
    let columns = view.scenario.workloads.indices.map { ($0, parts($0)) }
      .filter { column in column.1.contains { $0.segments.count > 1 } }
    guard
      let worst = columns.flatMap(\.1).max(by: { ($0.idleShare, $1.row) < ($1.idleShare, $0.row) }),
      worst.idleShare > 0
    else { return nil }
    var chart = CostBarsChart(
      title: "\(Self.percent(worst.idleShare)) of what \(view.scenario.offers[worst.row].name) "
        + "costs pays for no work",
      subtitle: columns.count == 1
        ? "What each invoice pays for: \(view.scenario.workloads[columns[0].0].name)"
        : "What each invoice pays for, by workload",
      description: description(columns), axisTitle: "Share of the invoice")
    chart.measure = .shares
    chart.groups = columns.map { column, parts in
      CostBarsChart.Group(
        heading: columns.count > 1 ? view.scenario.workloads[column].name : nil,
        rows: parts.map(row))
    }
    chart.notes = notes + [FigureSources.lineWithLicence(view)]
    return chart
  }

  /// What the shares are shares of.
  var notes: [String] { ["Shares of the low end where an invoice is a range."] }

  /// The invoices by the hour or the second; what is counted by the token never waits.
  private func parts(_ column: Int) -> [Part] {
    ComparisonTableBuilder.rowOrder(view.priced).compactMap { row in
      guard let invoice = view.priced.quotes[row][column].invoice, invoice.high != nil,
        view.scenario.offers[row].meters == [.time]
      else { return nil }
      let segments = CostBarsFigure.segments(invoice)
      let part = Part(row: row, invoice: invoice, segments: segments)
      return part.total > 0 ? part : nil
    }
  }

  private func row(_ part: Part) -> CostBarsChart.Row {
    CostBarsChart.Row(
      label: view.scenario.offers[part.row].name,
      detail: view.scenario.offers[part.row].billingModel.rawValue,
      value: AmountText.range(part.invoice.low, part.invoice.high),
      segments: part.segments.map { segment in
        var segment = segment
        segment.label = Self.percent(segment.amount / part.total)
        return segment
      })
  }

  private func description(_ columns: [(Int, [Part])]) -> String {
    let groups = columns.map { column, parts in
      let rows = parts.map { part in
        let shares = part.segments.map {
          "\(Self.percent($0.amount / part.total)) \($0.phase.name)"
        }
        return "\(view.scenario.offers[part.row].name) \(shares.joined(separator: ", "))"
      }
      return "\(view.scenario.workloads[column].name): \(rows.joined(separator: "; "))."
    }
    return "Bars of what invoices consist of. " + groups.joined(separator: " ")
  }

  /// Whole percent; what is neither nothing nor all is never rounded to either.
  private static func percent(_ share: Double) -> String {
    let whole = Int((share * 100).rounded())
    if share > 0, whole == 0 { return "<1\u{A0}%" }
    if share < 1, whole == 100 { return ">99\u{A0}%" }
    return "\(whole)\u{A0}%"
  }
}
