import Charts
import Content
import Diagnostics
import Pricing
import Wording

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
    guard let (column, part) = worst else { return nil }
    let workload = view.scenario.workloads[column].name
    var chart = CostBarsChart(
      title: "\(Self.percent(part.idleShare)) of what \(view.scenario.offers[part.row].name) "
        + "costs pays for no work",
      subtitle: "What each invoice pays for: \(workload)",
      description: description(parts(column), workload), axisTitle: "Share of the invoice")
    chart.measure = .shares
    chart.groups = [CostBarsChart.Group(rows: parts(column).map(row))]
    chart.notes = notes + [FigureSources.lineWithLicence(view)]
    return chart
  }

  /// The invoice that pays most for no work, and the column it stands in.
  private var worst: (column: Int, part: Part)? {
    let all = view.scenario.workloads.indices.flatMap { column in
      parts(column).map { (column: column, part: $0) }
    }
    let worst = all.max {
      ($0.part.idleShare, $1.column, $1.part.row) < ($1.part.idleShare, $0.column, $0.part.row)
    }
    return worst.flatMap { $0.part.idleShare > 0 ? $0 : nil }
  }

  /// The amounts that the shares come from, exact.
  var data: [(String, JSONValue)] {
    guard let column = worst?.column else { return [] }
    let shares = parts(column).map { part in
      JSONValue.object([
        ("offer", .string(part.invoice.offer)), ("low_usd", .string(part.invoice.low.dollarText)),
        (
          "phases",
          .array(
            Self.amounts(part.invoice).map { phase, amount in
              .object([("phase", .string(phase.id)), ("usd", .string(amount.dollarText))])
            })
        ),
      ])
    }
    return [
      ("workload", .string(view.scenario.workloads[column].id)), ("shares", .array(shares)),
    ]
  }

  /// What each phase costs at the low end of an invoice.
  private static func amounts(_ invoice: Invoice) -> [(phase: PhaseClass, amount: Money)] {
    var sums: [(phase: PhaseClass, amount: Money)] = []
    for line in invoice.lines {
      guard let phase = PhaseClass(line.kind), let amount = line.amount.low, amount > .zero else {
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

  /// What the shares are shares of.
  var notes: [String] { ["Shares of the low end where an invoice is a range."] }

  /// The invoices by the hour or the second; what is counted by the token never waits.
  private func parts(_ column: Int) -> [Part] {
    view.rowOrder.compactMap { row in
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

extension IdleCostFigure: FigureKind {
  static let template = CostBarsFigure.template

  static func content(
    of subject: FigureSubject, into diagnostics: inout [Diagnostic]
  ) -> FigureContent<CostBarsChart>? {
    let figure = IdleCostFigure(view: subject.view)
    return figure.chart().map { chart in
      FigureContent(
        suffix: "-phases", title: chart.title, chart: chart, notes: figure.notes,
        data: figure.data)
    }
  }
}
