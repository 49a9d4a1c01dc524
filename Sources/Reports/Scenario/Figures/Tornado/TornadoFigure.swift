import Charts
import Content
import Diagnostics
import Encoders
import Messages
import Pricing
import Wording

/// Turns what a comparison hangs on into bars: how far each assumption moves the lead of the
/// cheapest offer.
struct TornadoFigure {
  private let view: ScenarioView
  private let sensitivity: Sensitivity
  private let shown: [Bar]

  /// As many as a reader compares at a glance.
  private static let most = 8

  /// An assumption whose two leads are known.
  private struct Bar {
    let assumption: Pricing.Assumption
    let low: Money
    let high: Money

    var swing: Money { Money(picodollars: abs(high.picodollars - low.picodollars)) }
    var least: Money { min(low, high) }
  }

  /// The leads of the winner over the next cheapest; those assumptions that turn the answer are
  /// kept first.
  init(view: ScenarioView, sensitivity: Sensitivity) {
    (self.view, self.sensitivity) = (view, sensitivity)
    let bars = sensitivity.assumptions.compactMap { assumption -> Bar? in
      guard let low = Self.lead(assumption.atLow, sensitivity),
        let high = Self.lead(assumption.atHigh, sensitivity), low != high
      else { return nil }
      return Bar(assumption: assumption, low: low, high: high)
    }
    let ranked = bars.enumerated().sorted {
      ($1.element.swing, $0.offset) < ($0.element.swing, $1.offset)
    }
    .map(\.element)
    let sorted =
      ranked.filter(\.assumption.flipsWinner) + ranked.filter { !$0.assumption.flipsWinner }
    shown = Array(sorted.prefix(Self.most))
  }

  /// Who states what is compared.
  var sources: [SourceDocument] {
    FigureSources.all(
      view, of: Set(view.headline?.group.rows.map { view.scenario.offers[$0].id } ?? []),
      columns: view.column(of: sensitivity.workload).map { [$0] })
  }

  func chart() -> TornadoChart {
    let lead = Self.lead(sensitivity.base, sensitivity) ?? .zero
    let amount = Self.signed(lead)
    var chart = TornadoChart(
      words: ChartWords(
        title: title, subtitle: subtitle, description: description,
        notes: notes + [FigureSources.lineWithLicence(sources, view)]),
      axisTitle: localized("US$ less than the next cheapest"),
      baseline: FigureAmounts.dollars(lead), baselineLabel: localized("As assumed: \(amount)"))
    chart.lowLabel = localized("assumption at its low end")
    chart.highLabel = localized("at its high end")
    chart.flipLabel = localized("changes the cheapest")
    chart.rows = shown.map { bar in
      let text = text(bar)
      return TornadoChart.Row(
        label: text.label, detail: text.range, low: Self.end(bar.low), high: Self.end(bar.high),
        flips: bar.assumption.flipsWinner)
    }
    return chart
  }

  // MARK: Words

  private var flips: [Bar] { shown.filter(\.assumption.flipsWinner) }

  private var title: String {
    let column = view.column(of: sensitivity.workload)
    return column.map { view.about($0, answer) } ?? answer.capitalisedSentence
  }

  /// Whether one assumption alone changes who is cheapest.
  private var answer: String {
    let winner = view.spoken(sensitivity.winner)
    guard let first = flips.min(by: { $0.least < $1.least }) else {
      return localized(
        isCertain
          ? "no assumption alone changes the winner: \(winner) stays the cheapest"
          : "from the middle of every range, no assumption alone makes \(winner) lose")
    }
    let label = Self.inText(text(first).label)
    guard isCertain else { return answerAtMiddle(winner, label) }
    let count = flips.count
    return switch count {
    case 1:
      localized("the \(label) decides: no other assumption alone makes \(winner) lose")
    case 2:
      localized(
        "either of 2 assumptions can cost \(winner) the lead, the \(label) most of all")
    default:
      localized(
        "any of \(count) assumptions can cost \(winner) the lead, the \(label) most of all")
    }
  }

  /// The same where the winner is the cheapest only with every range at its middle.
  private func answerAtMiddle(_ winner: String, _ label: String) -> String {
    let count = flips.count
    return switch count {
    case 1:
      localized(
        "with every range at its middle \(winner) is cheapest; the \(label) can change that")
    case 2:
      localized(
        "with every range at its middle \(winner) is cheapest; either of 2 assumptions can change that"
      )
    default:
      localized(
        "with every range at its middle \(winner) is cheapest; any of \(count) assumptions can change that"
      )
    }
  }

  /// An assumption inside a sentence: in English its first letter is a small one.
  private static func inText(_ label: String) -> String {
    guard Language.isEnglish else { return label }
    return label.prefix(1).lowercased() + label.dropFirst()
  }

  /// Whether the winner of the base is the cheapest whatever turns out within the stated ranges.
  private var isCertain: Bool {
    view.priced.groups.contains { group in
      group.comparisons.contains {
        $0.workload == sensitivity.workload && $0.cheapest.contains(sensitivity.winner)
      }
    }
  }

  private var subtitle: String {
    let workload = view.scenario.workloads.first { $0.id == sensitivity.workload }
    let (winner, name) = (view.spoken(sensitivity.winner), workload?.name ?? sensitivity.workload)
    return localized(
      "What \(winner) costs less than the next cheapest offer, one assumption changed at a time: \(name)"
    )
  }

  private var description: String {
    let rows = shown.map { bar in
      let text = text(bar)
      let (low, high) = (Self.signed(bar.low), Self.signed(bar.high))
      return localized(
        bar.assumption.flipsWinner
          ? "\(text.label) \(text.range): \(low) to \(high), which changes the cheapest"
          : "\(text.label) \(text.range): \(low) to \(high)")
    }
    let lead = Self.signed(Self.lead(sensitivity.base, sensitivity) ?? .zero)
    let list = rows.joined(separator: "; ")
    return localized("Tornado chart. As assumed \(lead). \(list).")
  }

  /// What the ends are, and what is left out.
  var notes: [String] {
    let ends = localized(
      "Below zero another offer is cheaper. Stated ranges are taken to their ends, exact figures "
        + "a fifth down and up, a month to 28 and 31 days; all else stays at its middle. In how "
        + "many runs work comes, and what of a run is billed, is not varied.")
    guard shown.count < sensitivity.assumptions.count else { return [ends] }
    return ["\(ends) " + localized("What moves it less is left out.")]
  }

  private func text(_ bar: Bar) -> AssumptionText {
    AssumptionText(bar.assumption, name: view.spoken)
  }

  // MARK: Amounts

  /// What the winner of the base costs less than the cheapest of all others.
  private static func lead(_ outcome: Outcome, _ sensitivity: Sensitivity) -> Money? {
    let totals = zip(sensitivity.offers, outcome.totals)
    let others = totals.compactMap { $0 == sensitivity.winner ? nil : $1 }
    let own = totals.first { $0.0 == sensitivity.winner }?.1
    guard let own, let next = others.min() else { return nil }
    return Money(picodollars: next.picodollars - own.picodollars)
  }

  private static func end(_ lead: Money) -> TornadoChart.End {
    TornadoChart.End(FigureAmounts.dollars(lead), signed(lead))
  }

  private static func signed(_ amount: Money) -> String {
    amount < .zero
      ? "\u{2212}\(AmountText.alone(Money(picodollars: -amount.picodollars)))"
      : AmountText.alone(amount)
  }

  // MARK: Data

  /// The leads that the bars go to.
  var values: ValueTable {
    let lead = Self.lead(sensitivity.base, sensitivity).map(Self.signed) ?? ""
    return ValueTable(
      caption: title,
      captionDetail: localized(
        "\(subtitle). \(view.basis) As assumed \(lead). Sorted by what changes most."),
      head: localized("Assumption"),
      columns: ValueTable.figures([
        ("lead-at-low", localized("At its low end")),
        ("lead-at-high", localized("At its high end")),
      ]) + [
        ValueTable.Column(
          text: localized("Changes the cheapest?"), isNumber: false, key: "changes-cheapest")
      ],
      rows: shown.map { bar in
        let text = text(bar)
        return ValueTable.Row(
          name: text.label, detail: text.range,
          cells: [
            ValueTable.Cell(
              text: Self.signed(bar.low), exact: .single(bar.low)),
            ValueTable.Cell(
              text: Self.signed(bar.high), exact: .single(bar.high)),
            ValueTable.Cell(text: localized(bar.assumption.flipsWinner ? "yes" : "no")),
          ])
      })
  }

  /// Every total behind the bars, not only those that are drawn.
  var data: [(String, JSONValue)] {
    [
      ("workload", .string(sensitivity.workload)), ("winner", .string(sensitivity.winner)),
      ("runner_up", .string(sensitivity.runnerUp)), ("base", outcome(sensitivity.base)),
      (
        "assumptions",
        .array(
          sensitivity.assumptions.map { assumption in
            let text = AssumptionText(assumption, name: view.spoken)
            return .object([
              ("assumption", .string(text.label)), ("range", .string(text.range)),
              ("low", .string(assumption.low.exactText())),
              ("base", .string(assumption.base.exactText())),
              ("high", .string(assumption.high.exactText())),
              ("assumed_spread", .boolean(assumption.isAssumedSpread)),
              ("at_low", outcome(assumption.atLow)), ("at_high", outcome(assumption.atHigh)),
              ("flips_winner", .boolean(assumption.flipsWinner)),
            ])
          })
      ),
    ]
  }

  private func outcome(_ outcome: Outcome) -> JSONValue {
    .array(
      zip(sensitivity.offers, outcome.totals).map { offer, total in
        .object([
          ("offer", .string(offer)), ("usd", total.map { .string($0.dollarText) } ?? .null),
        ])
      })
  }
}

extension TornadoFigure: FigureKind {
  static let name = "sensitivity"
  static let template = "charts/tornado.svg"

  static func contents(
    of subject: FigureSubject, into diagnostics: inout [Diagnostic]
  ) throws(PricingError) -> [FigureContent<TornadoChart>] {
    let view = subject.view
    guard let asked = view.document.charts.sensitivity else { return [] }
    let offers = view.headline?.group.rows.map { view.scenario.offers[$0].id } ?? []
    guard
      let found = try Sensitivity(
        of: view.scenario, workload: asked.value,
        offers: offers.filter { !view.scenario.leftOut.contains($0) })
    else {
      diagnostics.append(
        Diagnostic(
          .error, at: asked.location,
          "'\(asked.value)' has fewer than two offers with a known total",
          hint: "name another workload, or remove 'sensitivity'"))
      return []
    }
    let figure = TornadoFigure(view: view, sensitivity: found)
    let chart = figure.chart()
    return [
      FigureContent(
        suffix: "-\(name)", title: chart.words.title, chart: chart, notes: figure.notes,
        data: figure.data, sources: figure.sources, values: figure.values)
    ]
  }
}
