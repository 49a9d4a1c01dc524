extension CostBarsChart {
  /// What the length of a bar means.
  public enum Measure: String, Sendable {
    /// The amount, from zero.
    case amounts

    /// The share of each part in the whole, which is always as long; ranges are left out.
    case shares
  }

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

    /// What stands in the part if it fits, such as `98%`; `nil` for the name of the phase, once.
    public var label: String?

    /// Creates a part.
    public init(_ phase: Phase, _ amount: Double, label: String? = nil) {
      self.phase = phase
      self.amount = amount
      self.label = label
    }
  }

  /// What money goes into: work, or one kind of waiting.
  public struct Phase: Hashable, Sendable {
    /// The class that colours it, after `phase-`: lower-case letters and hyphens.
    public var id: String

    /// What readers call it.
    public var name: String

    /// The class that gives marks their colour.
    var colourClass: String { "phase-\(id)" }

    /// Creates a phase.
    public init(id: String, name: String) {
      self.id = id
      self.name = name
    }
  }
}
