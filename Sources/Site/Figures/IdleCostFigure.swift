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

  /// The chart of the workload that pays most for no work; `nil` where none pays for any.
  func chart() -> CostBarsChart? {
    let columns = view.scenario.workloads.indices.map { ($0, parts($0)) }
    let worst = columns.flatMap { column, parts in parts.map { (column, $0) } }
      .max { ($0.1.idleShare, $1.0, $1.1.row) < ($1.1.idleShare, $0.0, $0.1.row) }
    guard let (column, part) = worst, part.idleShare > 0 else { return nil }
    let workload = view.scenario.workloads[column].name
    var chart = CostBarsChart(
      title: "\(Self.percent(part.idleShare)) of what \(view.scenario.offers[part.row].name) "
        + "costs pays for no work",
      subtitle: "What each invoice pays for: \(workload)",
      description: description(columns[column].1, workload), axisTitle: "Share of the invoice")
    chart.measure = .shares
    chart.groups = [CostBarsChart.Group(rows: columns[column].1.map(row))]
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

  private func description(_ parts: [Part], _ workload: String) -> String {
    let rows = parts.map { part in
      let shares = part.segments.map {
        "\(Self.percent($0.amount / part.total)) \($0.phase.name)"
      }
      return "\(view.scenario.offers[part.row].name) \(shares.joined(separator: ", "))"
    }
    return "Bars of what invoices consist of. \(workload): \(rows.joined(separator: "; "))."
  }

  /// Whole percent; what is neither nothing nor all is never rounded to either.
  private static func percent(_ share: Double) -> String {
    let whole = Int((share * 100).rounded())
    if share > 0, whole == 0 { return "<1\u{A0}%" }
    if share < 1, whole == 100 { return ">99\u{A0}%" }
    return "\(whole)\u{A0}%"
  }
}
