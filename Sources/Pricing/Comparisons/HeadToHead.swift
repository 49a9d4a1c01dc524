/// Two providers, wherever they were asked to do the same work.
public struct HeadToHead: Hashable, Sendable {
  /// The id of one provider.
  public let first: String

  /// The id of the other.
  public let second: String

  /// The workloads for which both have an invoice that can win, in the order of the scenarios;
  /// several of one workload where both sell several goods.
  public let rounds: [Round]

  /// One workload, and the best that each of the two offers for it, of the same goods.
  public struct Round: Hashable, Sendable {
    /// The id of the scenario.
    public let scenario: String

    /// The id of the workload.
    public let workload: String

    /// The offers that can take the place of these two.
    public let group: OfferGroup

    /// The invoice of one provider whose largest total is the smallest.
    public let first: Invoice

    /// The same of the other.
    public let second: Invoice

    /// Who costs less.
    public let outcome: Outcome

    /// How many times as much the dearer one costs, from the least to the most for any value of the
    /// inputs; `nil` where neither certainly is, or the other costs nothing.
    public let factor: Bounds<Ratio>?
  }

  /// Who costs less, whatever turns out within the ranges.
  public enum Outcome: Hashable, Sendable {
    /// The first provider's offer costs no more for any value of the inputs.
    case first

    /// The second provider's offer costs no more for any value of the inputs.
    case second

    /// Both cost exactly the same.
    case same

    /// It depends on where in their ranges inputs lie.
    case open
  }

  /// Looks for the workloads that both can be priced for.
  ///
  /// - Parameters:
  ///   - first: The id of one provider.
  ///   - second: The id of the other.
  ///   - scenarios: What was priced.
  /// - Complexity: O(*n*) in the quotes of the scenarios.
  public init(_ first: String, _ second: String, in scenarios: [PricedScenario]) {
    self.first = first
    self.second = second
    rounds = scenarios.flatMap { priced in
      priced.scenario.workloads.indices.flatMap { column in
        priced.groups.compactMap { group in
          guard let left = Self.best(of: first, column, group, priced),
            let right = Self.best(of: second, column, group, priced)
          else { return nil }
          let outcome = Self.outcome(left, right, group.standings[column])
          let factor: Bounds<Ratio>? =
            switch outcome {
            case .first: group.factor(of: right.offer, over: left.offer, column)
            case .second: group.factor(of: left.offer, over: right.offer, column)
            case .same, .open: nil
            }
          return Round(
            scenario: priced.scenario.id, workload: priced.scenario.workloads[column].id,
            group: group.group, first: left, second: right, outcome: outcome, factor: factor)
        }
      }
    }
  }

  /// How many rounds end so.
  public func count(of outcome: Outcome) -> Int { rounds.count { $0.outcome == outcome } }

  private static func best(
    of provider: String, _ column: Int, _ group: PricedGroup, _ priced: PricedScenario
  ) -> Invoice? {
    group.group.rows
      .filter { priced.scenario.offers[$0].provider == provider && priced.competes($0, column) }
      .compactMap { priced.quotes[$0][column].invoice }
      .min { ($0.high ?? $0.low, $0.low) < ($1.high ?? $1.low, $1.low) }
  }

  private static func outcome(
    _ left: Invoice, _ right: Invoice, _ standings: Standings
  ) -> Outcome {
    func entry(_ invoice: Invoice) -> Standings.Entry {
      .init(id: invoice.offer, low: invoice.low, high: invoice.high ?? invoice.low)
    }
    let (first, second) = (entry(left), entry(right))
    switch (
      standings.isNeverDearer(first, than: second), standings.isNeverDearer(second, than: first)
    ) {
    case (true, true): return .same
    case (true, false): return .first
    case (false, true): return .second
    case (false, false): return .open
    }
  }
}
