/// Which offers are the cheapest for one workload.
public struct Comparison: Hashable, Sendable {
  /// The id of the workload.
  public let workload: String

  /// Offers that are the cheapest whatever turns out within their ranges; several on a tie.
  public let cheapest: [String]

  /// Offers that may be the cheapest, where ranges overlap so that none certainly is.
  public let candidates: [String]

  /// Compares the invoices for one workload.
  ///
  /// An invoice that is open at the high end, or whose offer cannot do the work, takes no part:
  /// a gap never wins.
  ///
  /// - Parameters:
  ///   - workload: The id of the workload.
  ///   - invoices: One for each offer that can be priced.
  public init(workload: String, invoices: [Invoice]) {
    self.init(
      workload: workload,
      invoices.compactMap { invoice in
        guard invoice.isComparable, let high = invoice.high else { return nil }
        return (invoice.offer, invoice.low, high)
      })
  }

  /// Compares totals that are known.
  init(workload: String, _ known: [(id: String, low: Money, high: Money)]) {
    self.workload = workload
    guard known.count > 1, let bestHigh = known.map(\.high).min() else {
      cheapest = []
      candidates = []
      return
    }
    let winners = known.filter { one in
      known.allSatisfy { one.high <= $0.low || $0.id == one.id }
    }
    cheapest = winners.map(\.id)
    candidates = winners.isEmpty ? known.filter { $0.low <= bestHigh }.map(\.id) : []
  }
}
