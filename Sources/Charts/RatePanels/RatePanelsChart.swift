/// How prices changed, a row of steps for each of them.
///
/// All rows have the same days. Each has a scale of its own, from zero: a price per GPU-hour and one
/// per million tokens have none in common, and what is compared is each price with itself.
public struct RatePanelsChart: Chart {
  /// The finding and what else is said around the marks.
  public var words: ChartWords

  /// Days, as whole numbers with names.
  public var horizontal: Axis

  /// The number of the colour of all rows, from 1.
  public var colour: Int

  /// The prices, a row each.
  public var rows: [Row] = []

  /// The last day whose prices hold; `nil` where no later one is drawn.
  ///
  /// What is drawn behind it is announced, and dashed.
  public var lastInForce: Axis.Name?

  /// What the marks mean, a paragraph each.
  public var marks: [String] = []

  /// Creates a chart without prices.
  public init(words: ChartWords, horizontal: Axis, colour: Int) {
    self.words = words
    self.horizontal = horizontal
    self.colour = colour
  }

  /// What one offer charges for one thing.
  public struct Row: Hashable, Sendable {
    /// The offer.
    public var name: String

    /// What the price is for, such as `per 1M output tokens`.
    public var detail: String

    /// The last price in words, or that none is stated.
    public var lastPrice: String

    /// By how much the last price changed, and when.
    public var lastChange: String

    /// The prices, from the first.
    public var steps: [Step]

    /// Creates a row.
    public init(
      name: String, detail: String, lastPrice: String, lastChange: String, steps: [Step]
    ) {
      self.name = name
      self.detail = detail
      self.lastPrice = lastPrice
      self.lastChange = lastChange
      self.steps = steps
    }
  }

  /// A price and the day from which on it holds.
  public struct Step: Hashable, Sendable {
    /// The first day.
    public var from: Double

    /// From the lowest to the highest amount that is stated; `nil` where none is.
    public var amount: ClosedRange<Double>?

    /// The amount as readers see it.
    public var text: String

    /// The last day on which the price before it was seen, where nobody knows the day of the change;
    /// `nil` where it is known.
    public var unknownSince: Double?

    /// Creates a step.
    public init(
      from: Double, amount: ClosedRange<Double>?, text: String, unknownSince: Double? = nil
    ) {
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
  public func laidOut(_ layout: ChartLayout) throws(ChartFaults) -> LaidOut<RatePanelsDrawing> {
    var faults = horizontal.isDrawable ? [] : [ChartFault.emptyAxis(horizontal.title)]
    faults += rows.filter { !$0.isDrawable(horizontal) }.map { .notDrawable($0.name) }
    guard faults.isEmpty else { throw ChartFaults(faults: faults) }
    return try RatePanelsComposition(self, layout).laidOut()
  }
}

extension RatePanelsChart.Row {
  /// Whether every value has a place, and days go forwards.
  fileprivate func isDrawable(_ days: Axis) -> Bool {
    let places = steps.flatMap { [$0.unknownSince, $0.from].compactMap(\.self) }
    let amounts = steps.compactMap(\.amount)
    return !steps.isEmpty && places.allSatisfy(days.admits)
      && zip(places, places.dropFirst()).allSatisfy { $0 <= $1 }
      && amounts.allSatisfy { $0.lowerBound >= 0 && $0.upperBound.isFinite }
  }
}
