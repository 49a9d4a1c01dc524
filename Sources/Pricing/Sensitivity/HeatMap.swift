/// Which offer is the cheapest for each volume at each utilisation, and where that changes.
///
/// Each row is a month in which machines do useful work for a share of their time. Tokens cost
/// what they cost; a machine that is held is the cheaper the more it does.
public struct HeatMap: Hashable, Sendable {
  /// The ids of the offers compared, in the order given.
  public let offers: [String]

  /// Tokens a month, one column each.
  public let volumes: [Int]

  /// One row for each busy share, in the order given.
  public let rows: [Row]

  /// From where on the first offer is the cheapest, with every range at its middle.
  public let threshold: Threshold

  /// The same with every range at the ends that suit the first offer, and at those that suit it
  /// least; both are ``threshold`` where nothing is a range.
  public var thresholds: (best: Threshold, worst: Threshold) { (best, worst) }

  private var best: Threshold
  private var worst: Threshold

  /// From where on an offer is the cheapest.
  public struct Threshold: Hashable, Sendable {
    /// The smallest busy share, to a ten-thousandth, at which it is the cheapest at some volume of
    /// the range; `nil` if it is at none.
    public let share: Ratio?

    /// The smallest volume of the range at which it is the cheapest when it is always busy.
    public let tokens: Int?
  }

  /// The grid at one busy share.
  public struct Row: Hashable, Sendable {
    /// The share of its time for which a replica does useful work, above 0 and at most 1.
    public let busyShare: Ratio

    /// One cell for each volume.
    public let cells: [Cell]

    /// Where the cheapest offer changes, from the smallest volume on.
    ///
    /// Whole replicas can make it change several times.
    public let changes: [Change]
  }

  /// One volume at one busy share.
  public struct Cell: Hashable, Sendable {
    /// Tokens a month.
    public let tokens: Int

    /// Dollars per million tokens of each offer, exact but for the rounding of the invoice's
    /// lines; `nil` where the offer cannot do the work or does not state its price.
    public let costs: [Bounds<Ratio>?]

    /// The ids of the offers that are the cheapest whatever turns out within the ranges; none
    /// where the ranges overlap.
    public let cheapest: [String]
  }

  /// A place at which another offer becomes the cheapest.
  public struct Change: Hashable, Sendable {
    /// The first whole number of tokens a month at which ``to`` are the cheapest.
    public let tokens: Int

    /// The ids of the offers that were the cheapest before; several where they cost the same.
    public let from: [String]

    /// The ids of the offers that are from here on.
    public let to: [String]
  }

  /// Works out the grid and the exact break-even line through it.
  ///
  /// - Parameters:
  ///   - offers: Two or more, such as a machine that is always on and a price for tokens.
  ///   - workload: The month, the share of input and the throughput; tokens, requests and traffic
  ///     are replaced. An offer's own tokens per second are used where it has some.
  ///   - busyShares: Above 0 and at most 1.
  ///   - volumes: Tokens a month, rising, from 1 to ``Sweep/largest``.
  ///   - date: The day whose rates hold; `nil` for the latest.
  /// - Throws: ``PricingError``; ``PricingError/divisionByZero`` for a busy share of 0.
  /// - Complexity: O(*rows* × *columns* × *offers*) invoices, and a chart's crossings for each row.
  public init(
    offers: [Offer], workload: Workload, busyShares: [Ratio], volumes: [Int],
    on date: CalendarDate? = nil
  ) throws(PricingError) {
    self.offers = offers.map(\.id)
    self.volumes = volumes
    var rows: [Row] = []
    for share in busyShares {
      let row = try HeatMapRow(offers, workload, busyShare: share, on: date)
      rows.append(try row.filled(volumes))
    }
    self.rows = rows
    threshold = try Self.threshold(offers, workload, volumes, on: date)
    (best, worst) = (threshold, threshold)
  }

  /// The same map with what it comes to at the ends of ranges.
  func between(_ best: Threshold, _ worst: Threshold) -> HeatMap {
    var map = self
    (map.best, map.worst) = (best, worst)
    return map
  }

  /// Found by halving: a machine that does more in an hour costs no more at any volume.
  static func threshold(
    _ offers: [Offer], _ workload: Workload, _ volumes: [Int], on date: CalendarDate? = nil
  ) throws(PricingError) -> Threshold {
    guard let first = offers.first?.id, let from = volumes.first, let to = volumes.last else {
      return Threshold(share: nil, tokens: nil)
    }
    func pays(_ part: Int) throws(PricingError) -> Bool {
      let share = try Ratio(Int128(part), over: 10_000)
      return try HeatMapRow(offers, workload, busyShare: share, on: date)
        .firstVolume(of: first, in: from...to) != nil
    }
    guard
      let tokens = try HeatMapRow(offers, workload, busyShare: .one, on: date)
        .firstVolume(of: first, in: from...to)
    else { return Threshold(share: nil, tokens: nil) }
    var (low, high) = (1, 10_000)
    while low < high {
      let middle = (low + high) / 2
      if try pays(middle) { high = middle } else { low = middle + 1 }
    }
    return Threshold(share: try Ratio(Int128(low), over: 10_000), tokens: tokens)
  }
}
