import Charts
import Content
import Diagnostics
import Encoders
import Messages
import Pricing
import Wording

/// Turns the dated rates of a scenario's offers into steps, where any of them changed.
struct RateHistoryFigure {
  let view: ScenarioView

  /// The stated prices of one offer in one unit, oldest first.
  private struct History {
    let offer: Offer
    let unit: RateUnit
    let rates: [(rate: Rate, price: Money)]
  }

  /// The chart; `nil` where no price is known to have changed.
  func chart() -> RateHistoryChart? {
    let all = histories
    guard let changed = all.first(where: { $0.rates.count > 1 }) else { return nil }
    let shown = all.filter { $0.unit == changed.unit }
    let days = shown.flatMap(\.rates).map { DayNumber($0.rate.day.date) }
    guard let first = days.min(), let old = changed.rates.first, let new = changed.rates.last
    else { return nil }
    let last = max(DayNumber(view.context.lastRead), days.max() ?? first)
    guard first < last else { return nil }
    let (name, unit) = (changed.offer.name, UnitText.per(changed.unit))
    let (from, to) = (AmountText.alone(old.price), AmountText.alone(new.price))
    let steps = shown.map(Self.sentence).joined(separator: " ")
    var chart = RateHistoryChart(
      words: ChartWords(
        title: localized("\(name) went from \(from) to \(to) \(unit)"),
        subtitle: localized("US dollars \(unit), as dated by the sources"),
        description: localized("Steps of prices. \(steps)"),
        notes: notes + [FigureSources.lineWithLicence(sources, view)]),
      horizontal: Axis(
        title: localized("Day"), kind: .linear, low: Double(first.value),
        high: Double(last.value), format: .count),
      vertical: Axis(
        title: localized("US$ \(unit)"), kind: .linear, low: 0,
        high: shown.flatMap(\.rates).map { FigureAmounts.dollars($0.price) }.max() ?? 1,
        format: .dollars
      ).rounded)
    chart.horizontal.names = DayNumber.names(from: first, to: last)
    chart.series = shown.map { series($0, until: last) }
    chart.gapNote = localized(
      "Hatched: the source does not say on which day the price changed.")
    return chart
  }

  /// Who states the prices that are drawn.
  var sources: [SourceDocument] {
    let all = histories
    let unit = all.first { $0.rates.count > 1 }?.unit
    var seen: [String] = []
    for rate in all.filter({ $0.unit == unit }).flatMap(\.rates)
    where !seen.contains(rate.rate.citation.source) {
      seen.append(rate.rate.citation.source)
    }
    return seen.compactMap(view.context.content.source)
  }

  /// What the lines mean.
  var notes: [String] {
    [localized("A price is drawn from the first day that a source has for it.")]
  }

  /// The prices that are drawn, with their days.
  func values(_ words: ChartWords) -> ValueTable {
    let all = histories
    let unit = all.first { $0.rates.count > 1 }?.unit
    return ValueTable(
      caption: words.title,
      captionDetail: localized("\(words.subtitle). In the order of the days."),
      head: localized("Offer"),
      columns: [ValueTable.Column(text: localized("Day"), isNumber: false, key: "day")]
        + ValueTable.figures([("price", localized("Price"))]),
      rows: all.filter { $0.unit == unit }.flatMap { history in
        history.rates.map { rate, price in
          ValueTable.Row(
            name: history.offer.name, detail: nil,
            cells: [
              ValueTable.Cell(
                text: TimeText.day(rate.day), exact: .value("\(rate.day.date)")),
              ValueTable.Cell(
                text: AmountText.alone(price), exact: .single(price)),
            ], id: history.offer.id)
        }
      })
  }

  /// Every stated price with the day from which it holds.
  var data: [(String, JSONValue)] {
    let rates = histories.flatMap { history in
      history.rates.map { rate, price in
        JSONValue.object([
          ("offer", .string(history.offer.id)), ("unit", .string(history.unit.rawValue)),
          rate.day.member, ("usd", .string(price.dollarText)),
        ])
      }
    }
    return [("rates", .array(rates))]
  }

  private var histories: [History] {
    view.scenario.offers.compactMap { offer in
      guard let unit = offer.rates.first?.unit else { return nil }
      // A day of reading is no day of a price.
      let rates = offer.rates.filter {
        $0.unit == unit && $0.condition.isAlways && !$0.day.isOfReading
      }
      .compactMap { rate in rate.price.map { (rate, $0.low) } }
      return rates.isEmpty ? nil : History(offer: offer, unit: unit, rates: rates)
    }
  }

  private func series(_ history: History, until last: DayNumber) -> RateHistoryChart.Series {
    let prices = history.rates.indices.map { index in
      let (rate, price) = history.rates[index]
      let before = index > 0 ? history.rates[index - 1].rate : nil
      return RateHistoryChart.Price(
        from: Double(DayNumber(rate.day.date).value), amount: FigureAmounts.dollars(price),
        text: AmountText.alone(price),
        unknownSince: before.flatMap { view.context.lastSeen($0, before: rate) }
          .map { Double($0.value) })
    }
    let latest = history.rates.last.map { AmountText.alone($0.price) } ?? ""
    return RateHistoryChart.Series(
      name: history.offer.name, lastPrice: "\(latest) \(UnitText.per(history.unit))",
      colour: view.colour(history.offer.id), prices: prices, until: Double(last.value))
  }

  private static func sentence(_ history: History) -> String {
    let prices = history.rates.map {
      "\(AmountText.alone($0.price)) \(TimeText.day($0.rate.day))"
    }
    return "\(history.offer.name): \(prices.joined(separator: ", "))."
  }
}

extension RateHistoryFigure: FigureKind {
  static let name = "rates"
  static let template = "charts/rate-history.svg"

  static func contents(
    of subject: FigureSubject, into diagnostics: inout [Diagnostic]
  ) -> [FigureContent<RateHistoryChart>] {
    let figure = RateHistoryFigure(view: subject.view)
    return [figure.chart()].compactMap(\.self).map { chart in
      FigureContent(
        suffix: "-\(name)", title: chart.words.title, chart: chart, notes: figure.notes,
        data: figure.data, sources: figure.sources, values: figure.values(chart.words))
    }
  }
}
