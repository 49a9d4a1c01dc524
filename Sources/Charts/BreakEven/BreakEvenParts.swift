extension BreakEvenChart {
  /// One curve.
  public struct Series: Hashable, Sendable {
    /// Which edge of an offer's range the curve is.
    public enum Edge: String, Sendable {
      /// The offer has one cost.
      case only

      /// The least the offer may cost.
      case low

      /// The most; drawn thinner than the low edge, in the same colour.
      case high
    }

    /// Who sells, or what is sold.
    public var name: String

    /// What tells this curve from others of the same name, such as `$15 per 1M tokens`.
    public var detail: String

    /// The colour, from 1; beyond ``ChartStyle/seriesColours`` they repeat.
    public var colour: Int

    /// Which edge of a range the curve is.
    public var edge: Edge

    /// The curve from left to right.
    public var pieces: [CurvePiece]

    /// Why the curve ends before the plot does, such as `1 replica is full`; `nil` if unexplained.
    public var endLabel: String?

    /// Whether the curve decides nothing among many: a thin grey line, without a name or a mark.
    public var isMuted: Bool

    /// Creates a curve.
    public init(
      name: String, detail: String = "", colour: Int, edge: Edge = .only,
      pieces: [CurvePiece] = [], endLabel: String? = nil, isMuted: Bool = false
    ) {
      self.name = name
      self.detail = detail
      self.colour = colour
      self.edge = edge
      self.pieces = pieces
      self.endLabel = endLabel
      self.isMuted = isMuted
    }

    /// The class that gives marks and texts their colour.
    var colourClass: String { isMuted ? "rest" : "s\(ChartStyle.colour(colour))" }
  }

  /// The room between two curves that bound one offer's range.
  public struct Band: Hashable, Sendable {
    /// The index of the lower curve.
    public var low: Int

    /// The index of the upper curve.
    public var high: Int

    /// Creates a band.
    public init(low: Int, high: Int) {
      self.low = low
      self.high = high
    }
  }

  /// Where two curves meet.
  public struct Crossing: Hashable, Sendable {
    /// The driver's value and the cost.
    public var at: Point

    /// Both as the reader sees them, such as `20.6M · $309`.
    public var label: String

    /// Whether the cheapest offer changes here.
    public var decides: Bool

    /// Creates a crossing.
    public init(at: Point, label: String, decides: Bool) {
      self.at = at
      self.label = label
      self.decides = decides
    }
  }

  /// An interval of the driver with its cheapest offer.
  public struct Span: Hashable, Sendable {
    /// Where it begins.
    public var from: Double

    /// Where it ends.
    public var to: Double

    /// The index of the cheapest curve.
    public var series: Int

    /// The indices of curves that may be the cheapest instead; none where that is certain.
    public var alternatives: [Int]

    /// Both ends as the reader sees them, such as `729M to 864M`: what a list below the plot calls
    /// an interval that is too narrow for a name.
    public var ends: (from: String, to: String) { (fromText, toText) }

    private var fromText: String
    private var toText: String

    /// Creates an interval.
    public init(
      from: Double, to: Double, series: Int, alternatives: [Int] = [],
      ends: (from: String, to: String) = ("", "")
    ) {
      self.from = from
      self.to = to
      self.series = series
      self.alternatives = alternatives
      (fromText, toText) = ends
    }

    /// The indices of all curves that may be the cheapest.
    var shown: [Int] { [series] + alternatives }
  }
}
