import Charts
import Content
import Messages
import Pricing
import Templates
import Wording

/// Turns the prices of a rate card that changed into steps, a row each.
struct PriceHistoryFigure {
  private let context: SiteContext
  private let card: RateCard

  /// The prices that are drawn.
  private let shown: [PriceHistory]

  /// All that changed.
  private let all: [PriceHistory]

  /// The days that the chart is about.
  private let days: PriceHistoryDays

  /// As many rows as a reader takes in; the tables below the chart have all.
  private static let most = 12

  /// Looks for prices that changed; `nil` where none did on a day that a source states.
  init?(_ card: RateCard, in context: SiteContext) {
    let all = PriceHistory.changed(in: card)
    guard !all.isEmpty else { return nil }
    self.all = all
    (self.card, self.context) = (card, context)
    let latest = all.indices.sorted {
      (all[$1].latest.day.date, $0) < (all[$0].latest.day.date, $1)
    }
    let kept = Set(latest.prefix(Self.most))
    shown = all.indices.filter(kept.contains).map { all[$0] }
    days = PriceHistoryDays(shown, on: context.content.settings.day)
  }

  /// The chart.
  func chart() -> RatePanelsChart {
    var chart = RatePanelsChart(
      words: ChartWords(
        title: title,
        subtitle: localized(
          shown.count == 1
            ? "US dollars, from zero" : "US dollars; each price on a scale of its own, from zero"),
        description: description,
        notes: notes + ["\(sources) \(context.content.settings.licence)."]),
      horizontal: days.axis,
      colour: OfferColours.assigned(
        to: [(card.id, card.id)], stated: context.statedColours)[card.id] ?? 1)
    chart.rows = shown.map(row)
    chart.lastInForce = days.limit
    chart.marks = marks
    return chart
  }

  /// Whether a price begins after the day of the site.
  private func isAnnounced(_ rate: Rate) -> Bool {
    rate.day.began.map { $0 > context.content.settings.day } ?? false
  }

  // MARK: Rows

  private func row(_ history: PriceHistory) -> RatePanelsChart.Row {
    let rate = history.latest
    let places = days.places(of: history)
    let steps = history.prices.indices.map { index in
      let entry = history.prices[index]
      let seen =
        index > 0 ? context.lastSeen(history.prices[index - 1].last, before: entry.first) : nil
      return RatePanelsChart.Step(
        from: places[index],
        amount: entry.first.price.map {
          FigureAmounts.dollars($0.low)...FigureAmounts.dollars($0.high)
        }, text: text(entry.first, of: history),
        unknownSince: seen.map { min(places[index], max(places[index - 1], Double($0.value))) })
    }
    let when = when(rate)
    // What began on a day is less or more since then; any other day is that of a source.
    let comma = rate.day.began == nil || isAnnounced(rate) ? "," : ""
    let share = PriceDifference.share(history.previous, rate)
    return RatePanelsChart.Row(
      name: history.offer.name, detail: subject(rate), lastPrice: text(rate, of: history),
      lastChange: share.map { "\($0)\(comma) \(when)" } ?? when,
      steps: steps)
  }

  /// What is known about the day of a price: `since 23 April 2026`, or that it is announced for it.
  private func when(_ rate: Rate) -> String {
    isAnnounced(rate)
      ? localized("announced for \(TimeText.date(rate.day.date))") : TimeText.day(rate.day)
  }

  /// What a price is for: `batch, per 1M output tokens`.
  private func subject(_ rate: Rate) -> String {
    [ConditionText.words(rate.condition), UnitText.per(rate.unit)].filter { !$0.isEmpty }
      .joined(separator: ", ")
  }

  /// Every digit of a price, with as many decimals as the others of its row have.
  private func text(_ rate: Rate, of history: PriceHistory) -> String {
    OfferSheetBuilder.price(rate, decimals: history.decimals)
  }

  // MARK: Words

  /// What became of the prices, in numbers; of a single one, in full.
  var title: String {
    guard all.count == 1, let rate = all.first?.latest, let previous = all.first?.previous,
      rate.price != nil, previous.price != nil
    else { return "\(card.name): \(PriceOutcome.counted(all.map { outcome($0) }))" }
    let (before, now) = (text(previous, of: all[0]), text(rate, of: all[0]))
    let (condition, unit) = (ConditionText.words(rate.condition), UnitText.per(rate.unit))
    let offer = all[0].offer.name
    let name = condition.isEmpty ? offer : localized("\(offer), \(condition),")
    guard let day = rate.day.began.map(TimeText.date) else {
      return localized("\(name) went from \(before) to \(now) \(unit)")
    }
    return localized(
      isAnnounced(rate)
        ? "\(name) is to go from \(before) to \(now) \(unit) on \(day)"
        : "\(name) went from \(before) to \(now) \(unit) on \(day)")
  }

  private func outcome(_ history: PriceHistory) -> PriceOutcome {
    if isAnnounced(history.latest) { return .announced }
    return PriceOutcome(from: history.prices[0].first.price, to: history.latest.price)
  }

  private var description: String {
    let rows = shown.map { history in
      let prices = history.prices.map { entry in
        "\(text(entry.first, of: history)) \(when(entry.first))"
      }
      return "\(history.offer.name), \(subject(history.latest)): \(prices.joined(separator: ", "))."
    }
    return localized("Steps of prices, a row each. \(rows.joined(separator: " "))")
  }

  /// What the lines mean, and what is left out.
  private var notes: [String] {
    var sentences = [localized("A price is drawn from the first day that a source has for it.")]
    if days.showsBefore {
      sentences.append(
        localized(
          "One that no source dates and nobody read before it changed is drawn from the left edge.")
      )
    }
    if all.count > shown.count {
      sentences.append(
        localized(
          "Of \(all.count) prices that changed the \(shown.count) that did so last are drawn."))
    }
    return [sentences.joined(separator: " ")]
  }

  private var marks: [String] {
    let rates = shown.flatMap(\.prices).map(\.first)
    var marks: [String] = []
    if let limit = days.limit {
      marks.append(localized("Dashed: announced, not in force on \(limit.text)."))
    }
    let isOpen = shown.contains { history in
      zip(history.prices, history.prices.dropFirst()).contains { old, new in
        context.lastSeen(old.last, before: new.first) != nil
      }
    }
    if isOpen {
      marks.append(localized("Hatched: no source says on which day the price changed."))
    }
    if rates.contains(where: { $0.price.map { $0.low < $0.high } ?? false }) {
      marks.append(localized("Shaded: from the lowest to the highest price that is stated."))
    }
    return marks
  }

  private var sources: String {
    var seen: Set<String> = []
    let ids = shown.flatMap(\.prices).map(\.first.citation.source)
      .filter { seen.insert($0).inserted }
    return FigureSources.line(ids.compactMap(context.content.source))
  }

  /// What a page says below the chart.
  var caption: String { (notes + [sources]).joined(separator: " ") }
}
