/// Which offers are the cheapest for one workload.
public struct Comparison: Hashable, Sendable {
  /// The id of the workload.
  public let workload: String

  /// Offers that are the cheapest whatever turns out within their ranges; several on a tie.
  public let cheapest: [String]

  /// Offers that may be the cheapest, where ranges overlap so that none certainly is.
  public let candidates: [String]

  /// Whether one offer costs less than each other one whatever turns out, and never the same.
  public let hasClearWinner: Bool

  /// Compares the invoices for one workload.
  ///
  /// An invoice that is open at the high end, or whose offer cannot do the work, takes no part:
  /// a gap never wins.
  ///
  /// - Parameters:
  ///   - workload: The id of the workload.
  ///   - invoices: One for each offer that can be priced.
  public init(workload: String, invoices: [Invoice]) {
    let standings = Standings(invoices)
    self.init(workload: workload, standings, standings.entries)
  }

  /// Compares some of the offers whose standings are known.
  init(workload: String, _ standings: Standings, _ some: [Standings.Entry]) {
    self.workload = workload
    let best = standings.cheapest(of: some)
    cheapest = best.map(\.id)
    candidates =
      cheapest.isEmpty && some.count > 1 ? standings.candidates(of: some).map(\.id) : []
    hasClearWinner = best.contains { winner in
      some.allSatisfy { $0.id == winner.id || standings.isAlwaysCheaper(winner, than: $0) }
    }
  }
}
