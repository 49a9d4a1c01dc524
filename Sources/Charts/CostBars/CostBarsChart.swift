/// What each offer charges for the same work, as bars from zero, with what the money went into.
public struct CostBarsChart: Hashable, Sendable {
  /// The finding, as a sentence.
  public var title: String

  /// Whether the drawing says its title; not where the page has it as a headline just above.
  public var showsTitle = true

  /// What is measured, in which unit, for which work.
  public var subtitle: String

  /// What a reader who cannot see the chart is told: every offer with its cost.
  public var description: String

  /// What the axis measures, with its unit, such as `Cost of the job (US$)`.
  public var axisTitle: String

  /// How the ticks are written.
  public var format: TickFormat

  /// The bars, by workload.
  public var groups: [Group] = []

  /// What stands beside the value of the cheapest offer.
  public var cheapestLabel = "cheapest"

  /// Assumptions, source and licence, a paragraph each.
  public var notes: [String] = []

  /// Creates a chart without bars.
  public init(
    title: String, subtitle: String, description: String, axisTitle: String,
    format: TickFormat = .dollars
  ) {
    self.title = title
    self.subtitle = subtitle
    self.description = description
    self.axisTitle = axisTitle
    self.format = format
  }

  /// Computes the drawing.
  ///
  /// - Parameters:
  ///   - layout: For how much room.
  ///   - style: The rules that a file of its own carries; `nil` inside a page, which has them.
  /// - Returns: Everything the template needs, as text.
  /// - Throws: ``ChartFaults`` if a value has no place or two texts would collide.
  public func drawing(
    _ layout: ChartLayout, style: ChartStyle? = nil
  ) throws(ChartFaults) -> CostBarsDrawing {
    let faults = rows.filter { !$0.isDrawable }.map { ChartFault.notDrawable($0.label) }
    guard faults.isEmpty else { throw ChartFaults(faults: faults) }
    return try CostBarsComposition(self, layout).drawing(style: style)
  }

  /// The bars of all groups, from the top.
  var rows: [Row] { groups.flatMap(\.rows) }
}

extension CostBarsChart {
  /// The bars of one workload.
  public struct Group: Hashable, Sendable {
    /// The workload; `nil` where the chart has only one.
    public var heading: String?

    /// The bars, from the top.
    public var rows: [Row]

    /// Creates a group.
    public init(heading: String? = nil, rows: [Row]) {
      self.heading = heading
      self.rows = rows
    }
  }

  /// One offer.
  public struct Row: Hashable, Sendable {
    /// What is sold.
    public var label: String

    /// What qualifies it, such as `2 replicas, always on`.
    public var detail: String

    /// What the reader is told it costs, such as `$19.90–39.80` or `not stated`.
    public var value: String

    /// What the low end of the cost consists of, in order from zero.
    public var segments: [Segment]

    /// The high end of the cost; `nil` if it is one amount.
    public var high: Double?

    /// Whether the cost is known; if not, there is no bar.
    public var isStated: Bool

    /// Whether no other offer of the workload costs less.
    public var isCheapest: Bool

    /// Creates a bar.
    public init(
      label: String, detail: String = "", value: String, segments: [Segment] = [],
      high: Double? = nil, isStated: Bool = true, isCheapest: Bool = false
    ) {
      self.label = label
      self.detail = detail
      self.value = value
      self.segments = segments
      self.high = high
      self.isStated = isStated
      self.isCheapest = isCheapest
    }

    /// The low end of the cost.
    var low: Double { segments.reduce(0) { $0 + $1.amount } }

    /// The far end of the bar.
    var extent: Double { max(low, high ?? low) }

    /// Whether every amount is finite and none is below zero.
    var isDrawable: Bool {
      extent.isFinite && segments.allSatisfy { $0.amount >= 0 } && (high ?? 0) >= 0
    }
  }

  /// A part of a bar.
  public struct Segment: Hashable, Sendable {
    /// What was charged for.
    public var phase: Phase

    /// How much, in the unit of the axis; not below zero.
    public var amount: Double

    /// Creates a part.
    public init(_ phase: Phase, _ amount: Double) {
      self.phase = phase
      self.amount = amount
    }
  }

  /// What money goes into: work, or one kind of waiting.
  public struct Phase: Hashable, Sendable {
    /// The class that colours it, after `phase-`: lower-case letters and hyphens.
    public var id: String

    /// What readers call it.
    public var name: String

    /// Creates a phase.
    public init(id: String, name: String) {
      self.id = id
      self.name = name
    }
  }
}
