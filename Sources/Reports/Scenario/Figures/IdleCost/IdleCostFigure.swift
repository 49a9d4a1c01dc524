import Charts
import Content
import Diagnostics
import Encoders
import Messages
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
  /// How many there are, of which these are some.
  private let count: Int

  /// Looks for the workload that pays most for no work; `nil` where none pays for any.
  init?(_ view: ScenarioView) {
    let parts = view.scenario.workloads.indices.map { Self.parts($0, of: view) }
    guard let worst = Self.worst(parts, of: view) else { return nil }
    self.view = view
    (column, self.worst) = (worst.column, worst.part)
    shown = Self.shown(parts[worst.column], besides: worst.part)
    count = parts[worst.column].count
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

  /// Who states what is drawn.
  var sources: [SourceDocument] {
    FigureSources.all(view, of: Set(shown.map(\.invoice.offer)), columns: [column])
  }

  func chart() -> CostBarsChart {
    let workload = view.scenario.workloads[column].name
    var chart = CostBarsChart(
      title: title,
      subtitle: title.hasPrefix(workload)
        ? localized("What each invoice pays for")
        : localized("What each invoice pays for: \(workload)"),
      description: description(shown, workload), axisTitle: localized("Share of the invoice"))
    chart.measure = .shares
    chart.groups = [CostBarsChart.Group(rows: shown.map(row))]
    chart.notes = notes + [FigureSources.lineWithLicence(sources, view)]
    return chart
  }

  /// Who pays most for no work for the workload that is drawn; where that is next to nothing, what
  /// nobody reaches for any.
  private var title: String {
    guard ((try? worst.idleShare * 100) ?? worst.idleShare) >= Self.least else {
      return bound.capitalisedSentence
    }
    return view.about(column, most)
  }

  /// The share that pays for no work, at both ends where it is a range.
  private var most: String {
    let (name, share) = (
      view.scenario.offers[worst.row].name.spoken, Self.percent(worst.idleShare)
    )
    guard !worst.invoice.hasOneComposition, let last = worst.idleShareAtHighEnd else {
      return localized("\(share) of what \(name) costs pays for no work")
    }
    guard worst.invoice.low == worst.invoice.high else {
      return localized("at its low end, \(share) of what \(name) costs pays for no work")
    }
    // Of one and the same total, more work leaves less for the rest.
    let shares = [last, worst.idleShare].sorted().map(Self.percent)
    let both = shares[0] == shares[1] ? share : "\(shares[0].dropLast(2))–\(shares[1])"
    return localized("\(both) of what \(name) costs pays for no work")
  }

  /// What the largest share stays below, or does not exceed where it is shown as that.
  private var bound: String {
    let hundredths = ((try? worst.idleShare * 100) ?? worst.idleShare).ceiling
    let whole = "\(hundredths)\u{A0}%"
    let isShown = Self.percent(worst.idleShare) == whole
    guard hasOneComposition else {
      return localized(
        isShown
          ? "at the low end, no offer pays more than \(whole) for no work"
          : "at the low end, no offer pays as much as \(whole) for no work")
    }
    return localized(
      isShown
        ? "no offer pays more than \(whole) for no work"
        : "no offer pays as much as \(whole) for no work")
  }

  /// Below so many hundredths no offer is worth naming.
  private static let least: Ratio = 5

  /// The invoice that pays most for no work, and the column it stands in; one that is not compared
  /// only where no other pays for any.
  private static func worst(
    _ parts: [[Part]], of view: ScenarioView
  ) -> (column: Int, part: Part)? {
    let compared = parts.indices.map { column in
      parts[column].filter { view.priced.competes($0.row, column) }
    }
    return worst(compared) ?? worst(parts)
  }

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
      captionDetail: ([view.scenario.workloads[column].name + ".", view.basis, lowEnds] + notes)
        .compactMap(\.self).joined(separator: " "),
      head: localized("Offer"),
      columns: ValueTable.figures(phases.map { ($0.id, $0.name.capitalisedSentence) }),
      rows: shown.map { part in
        ValueTable.Row(
          name: view.scenario.offers[part.row].name,
          detail: view.standing(part.row, column), notes: rangeNotes(part),
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

  /// That the shares of a row are not those of the whole range.
  private func rangeNotes(_ part: Part) -> [String] {
    part.invoice.high == part.invoice.low ? [] : [localized("The low end of a range.")]
  }

  /// That amounts are those of the low end, where shares do not say so already.
  private var lowEnds: String? {
    hasOneComposition && shown.contains { $0.invoice.high != $0.invoice.low }
      ? localized("Amounts of the low end where an invoice is a range.") : nil
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

  /// What the shares are shares of, and where it says why a row is not compared.
  var notes: [String] {
    (hasOneComposition ? [] : [localized("Shares of the low end where an invoice is a range.")])
      + (count > shown.count
        ? [localized("\(shown.count) of \(count) offers that bill time are shown.")] : [])
      + CostBarsFigure.notesOnStanding(shown.map(\.row), view)
  }

  private var hasOneComposition: Bool { shown.allSatisfy { $0.invoice.hasOneComposition } }

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
      detail: view.meter(part.row, column),
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
      return
        ([view.scenario.offers[part.row].name.spoken + " " + shares.joined(separator: ", ")]
        + [view.standing(part.row, column)].compactMap(\.self)).joined(separator: ", ")
    }
    let list = rows.joined(separator: "; ")
    return localized("Bars of what invoices consist of. \(workload): \(list).")
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
        data: figure.data, sources: figure.sources,
        values: figure.values)
    ]
  }
}
