/// How prices changed, as steps: a price holds from one day to the next, and where nobody knows
/// on which day it changed, the days between are hatched.
public struct RateHistoryChart: Chart {
  /// The finding and what else is said around the marks.
  public var words: ChartWords

  /// Days, as whole numbers with names.
  public var horizontal: Axis

  /// The price.
  public var vertical: Axis

  /// The prices, one line each.
  public var series: [Series] = []

  /// What the hatching means; said below the plot if there is any.
  public var gapNote: String?

  /// Creates a history without prices.
  public init(words: ChartWords, horizontal: Axis, vertical: Axis) {
    self.words = words
    self.horizontal = horizontal
    self.vertical = vertical
  }

  /// The prices of one offer.
  public struct Series: Hashable, Sendable {
    /// What is sold.
    public var name: String

    /// The last price in words, such as `$3.95 an hour since 2 May 2026`.
    public var lastPrice: String

    /// The number of the colour, from 1.
    public var colour: Int

    /// The prices, from the first.
    public var prices: [Price]

    /// The last day on which the price was read.
    public var until: Double

    /// Creates a line.
    public init(name: String, lastPrice: String, colour: Int, prices: [Price], until: Double) {
      self.name = name
      self.lastPrice = lastPrice
      self.colour = colour
      self.prices = prices
      self.until = until
    }
  }

  /// A price and when it held.
  public struct Price: Hashable, Sendable {
    /// The first day on which it held, or was seen to hold.
    public var from: Double

    /// The amount, in the unit of the axis.
    public var amount: Double

    /// The amount as readers see it.
    public var text: String

    /// The last day on which the price before it was seen to hold, if the day of the change is
    /// not known; `nil` if it is.
    public var unknownSince: Double?

    /// Creates a price.
    public init(from: Double, amount: Double, text: String, unknownSince: Double? = nil) {
      self.from = from
      self.amount = amount
      self.text = text
      self.unknownSince = unknownSince
    }
  }

  /// The chart as a page shows it: its notes are the caption beside it.
  ///
  /// - Parameter showsTitle: Whether the page does not already say the title.
  /// - Returns: The chart without its notes.
  public func onPage(showsTitle: Bool) -> Self {
    var chart = self
    chart.words.showsTitle = showsTitle
    chart.words.notes = []
    return chart
  }

  /// Lays out the chart.
  ///
  /// - Parameter layout: For how much room.
  /// - Returns: Its drawing, for a page and for files.
  /// - Throws: ``ChartFaults`` if a value has no place or two texts would collide.
  public func laidOut(_ layout: ChartLayout) throws(ChartFaults) -> LaidOut<RateHistoryDrawing> {
    var faults = [horizontal, vertical].filter { !$0.isDrawable }.map {
      ChartFault.emptyAxis($0.title)
    }
    for line in series where !line.isDrawable(horizontal, vertical) {
      faults.append(.notDrawable(line.name))
    }
    guard faults.isEmpty else { throw ChartFaults(faults: faults) }
    return try RateHistoryComposition(self, layout).laidOut()
  }
}

extension RateHistoryChart.Series {
  /// The prices as pieces of a curve, without what is not known.
  var pieces: [CurvePiece] {
    var pieces: [CurvePiece] = []
    for (index, price) in prices.enumerated() {
      let next = index + 1 < prices.count ? prices[index + 1] : nil
      let end = next.map { $0.unknownSince ?? $0.from } ?? until
      pieces.append(
        CurvePiece(
          .straight(
            from: Point(x: price.from, y: price.amount), to: Point(x: end, y: price.amount))))
      guard let next, next.unknownSince == nil else { continue }
      pieces.append(CurvePiece(.riser(at: end, from: price.amount, to: next.amount)))
    }
    return pieces
  }

  /// Between which days, and which amounts, the price is not known.
  var gaps: [(start: Point, end: Point)] {
    zip(prices, prices.dropFirst()).compactMap { price, next in
      next.unknownSince.map {
        (Point(x: $0, y: price.amount), Point(x: next.from, y: next.amount))
      }
    }
  }

  /// Whether every value has a place, and days go forwards.
  func isDrawable(_ horizontal: Axis, _ vertical: Axis) -> Bool {
    let days = prices.flatMap { [$0.unknownSince, $0.from].compactMap(\.self) } + [until]
    return !prices.isEmpty && days.allSatisfy(horizontal.admits)
      && zip(days, days.dropFirst()).allSatisfy { $0 <= $1 }
      && prices.allSatisfy { vertical.admits($0.amount) }
  }
}
