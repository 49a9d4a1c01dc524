import Charts
import Content
import Diagnostics
import Encoders
import Pricing
import Wording

/// Turns the invoices of a scenario into shares: how much pays for work, and how much for
/// starting, waiting and rounding.
struct IdleCostFigure {
  let view: ScenarioView

  /// The workload that is drawn, the invoice that pays most for no work, and those beside it.
  private let column: Int
  private let worst: Part
  private let shown: [Part]

  /// Looks for the workload that pays most for no work; `nil` where none pays for any.
  init?(_ view: ScenarioView) {
    let parts = view.scenario.workloads.indices.map { Self.parts($0, of: view) }
    guard let worst = Self.worst(parts) else { return nil }
    self.view = view
    (column, self.worst) = (worst.column, worst.part)
    shown = Self.shown(parts[worst.column], besides: worst.part)
  }

  /// An invoice with what each phase costs at its low end.
  private struct Part {
    let row: Int
    let invoice: Invoice
    let amounts: [(phase: PhaseClass, amount: Money)]

    private static let work: Set = [
      "active", "tokens", "input-tokens", "output-tokens", "requests",
    ]

    var total: Int128 { amounts.reduce(0) { $0 + $1.amount.picodollars } }

    /// What does not pay for work, as a share of the whole.
    var idleShare: Ratio {
      let idle = amounts.filter { !Self.work.contains($0.phase.id) }
      return share(Money(picodollars: idle.reduce(0) { $0 + $1.amount.picodollars }))
    }

    /// The same at the high end; `nil` where it has none.
    var idleShareAtHighEnd: Ratio? {
      guard let total = invoice.high, total > .zero else { return nil }
      var idle: Int128 = 0
      for kind in LineItem.Kind.all {
        guard let phase = PhaseClass(kind), !Self.work.contains(phase.id),
          let amounts = try? invoice.stated(for: kind)
        else { continue }
        idle += amounts.high.picodollars
      }
      return try? Ratio(idle, over: total.picodollars)
    }

    func share(_ amount: Money) -> Ratio {
      (try? Ratio(amount.picodollars, over: total)) ?? .zero
    }
  }

  func chart() -> CostBarsChart {
    let workload = view.scenario.workloads[column].name
    var chart = CostBarsChart(
      title: title,
      subtitle: "What each invoice pays for: \(workload)",
      description: description(shown, workload), axisTitle: "Share of the invoice")
    chart.measure = .shares
    chart.groups = [CostBarsChart.Group(rows: shown.map(row))]
    chart.notes = notes + [FigureSources.lineWithLicence(view)]
    return chart
  }

  /// Who pays most for no work; where that is next to nothing, what nobody reaches.
  private var title: String {
    let hundredths = ((try? worst.idleShare * 100) ?? worst.idleShare).floor
    guard hundredths >= Self.least else {
      return "\(notes.isEmpty ? "No" : "At the low end, no") offer pays as much as "
        + "\(hundredths + 1)\u{A0}% for no work"
    }
    let rest = "of what \(view.scenario.offers[worst.row].name) costs pays for no work"
    guard !worst.invoice.hasOneComposition, let last = worst.idleShareAtHighEnd else {
      return "\(Self.percent(worst.idleShare)) \(rest)"
    }
    guard worst.invoice.low == worst.invoice.high else {
      return "At its low end, \(Self.percent(worst.idleShare)) \(rest)"
    }
    // Of one and the same total, more work leaves less for the rest.
    let shares = [last, worst.idleShare].sorted().map(Self.percent)
    return shares[0] == shares[1]
      ? "\(shares[0]) \(rest)" : "\(shares[0].dropLast(2))–\(shares[1]) \(rest)"
  }

  /// Below so many hundredths no offer is worth naming.
  private static let least: Int128 = 5

  /// The invoice that pays most for no work, and the column it stands in.
  private static func worst(_ parts: [[Part]]) -> (column: Int, part: Part)? {
    let all = parts.indices.flatMap { column in
      parts[column].map { (column: column, part: $0, share: $0.idleShare) }
    }
    let worst = all.max {
      $0.share == $1.share
        ? ($1.column, $1.part.row) < ($0.column, $0.part.row) : $0.share < $1.share
    }
    return worst.flatMap { $0.share > .zero ? ($0.column, $0.part) : nil }
  }

  /// The shares, each with its amount.
  var values: ValueTable {
    var phases: [PhaseClass] = []
    for phase in shown.flatMap({ $0.amounts.map(\.phase) }) where !phases.contains(phase) {
      phases.append(phase)
    }
    return ValueTable(
      caption: chart().title,
      captionDetail: "\(view.scenario.workloads[column].name). \(view.basis) \(notes.joined())",
      head: "Offer",
      columns: ValueTable.figures(phases.map { ($0.id, $0.name.capitalisedSentence) }),
      rows: shown.map { part in
        ValueTable.Row(
          name: view.scenario.offers[part.row].name, detail: nil,
          cells: phases.map { phase in
            part.amounts.first { $0.phase == phase }.map { amount in
              ValueTable.Cell(
                text: Self.percent(part.share(amount.amount)),
                detail: AmountText.alone(amount.amount),
                exact: .single(amount.amount))
            } ?? ValueTable.Cell(text: "0\u{A0}%", exact: .single(.zero))
          }, id: part.invoice.offer)
      })
  }

  /// The amounts that the shares come from, exact.
  var data: [(String, JSONValue)] {
    let shares = shown.map { part in
      JSONValue.object([
        ("offer", .string(part.invoice.offer)), ("low_usd", .string(part.invoice.low.dollarText)),
        (
          "phases",
          .array(
            part.amounts.map { phase, amount in
              .object([("phase", .string(phase.id)), ("usd", .string(amount.dollarText))])
            })
        ),
      ])
    }
    return [
      ("workload", .string(view.scenario.workloads[column].id)), ("shares", .array(shares)),
    ]
  }

  /// What the shares are shares of.
  var notes: [String] {
    shown.allSatisfy { $0.invoice.hasOneComposition }
      ? [] : ["Shares of the low end where an invoice is a range."]
  }

  /// The invoices by the hour or the second; what is counted by the token never waits.
  private static func parts(_ column: Int, of view: ScenarioView) -> [Part] {
    view.rowOrder.compactMap { row in
      guard view.scenario.offers[row].meters == [.time],
        let invoice = view.priced.quotes[row][column].invoice, invoice.high != nil
      else { return nil }
      let part = Part(row: row, invoice: invoice, amounts: invoice.lowByPhase)
      return part.total > 0 ? part : nil
    }
  }

  /// As many parts as fit on a screen, the worst one among them.
  private static func shown(_ all: [Part], besides worst: Part) -> [Part] {
    let count = CostBarsFigure.count(ofBars: all.count)
    guard all.count > count else { return all }
    let others = all.filter { $0.row != worst.row }.prefix(count - 1)
    let rows = Set(others.map(\.row) + [worst.row])
    return all.filter { rows.contains($0.row) }
  }

  private func row(_ part: Part) -> CostBarsChart.Row {
    CostBarsChart.Row(
      label: view.scenario.offers[part.row].name,
      detail: view.scenario.offers[part.row].billingModel.rawValue,
      value: AmountText.range(part.invoice.low, part.invoice.high),
      segments: part.amounts.map { phase, amount in
        var segment = CostBarsChart.Segment(
          .init(id: phase.id, name: phase.name), FigureAmounts.dollars(amount))
        segment.label = Self.percent(part.share(amount))
        return segment
      })
  }

  private func description(_ parts: [Part], _ workload: String) -> String {
    let rows = parts.map { part in
      let shares = part.amounts.map { phase, amount in
        "\(Self.percent(part.share(amount))) \(phase.name)"
      }
      return "\(view.scenario.offers[part.row].name) \(shares.joined(separator: ", "))"
    }
    return "Bars of what invoices consist of. \(workload): \(rows.joined(separator: "; "))."
  }

  /// Whole percent; what is neither nothing nor all is never rounded to either.
  private static func percent(_ share: Ratio) -> String {
    // A half goes up, as it does where shares are counted in whole percent.
    let whole = (try? (share * 200 + 1) / 2)?.floor ?? 0
    if share > .zero, whole == 0 { return "<1\u{A0}%" }
    if share < .one, whole == 100 { return ">99\u{A0}%" }
    return "\(whole)\u{A0}%"
  }
}

extension IdleCostFigure: FigureKind {
  static let name = "phases"
  static let template = CostBarsFigure.template

  static func contents(
    of subject: FigureSubject, into diagnostics: inout [Diagnostic]
  ) -> [FigureContent<CostBarsChart>] {
    guard let figure = IdleCostFigure(subject.view) else { return [] }
    let chart = figure.chart()
    return [
      FigureContent(
        suffix: "-\(name)", title: chart.title, chart: chart, notes: figure.notes,
        data: figure.data,
        values: figure.values)
    ]
  }
}
