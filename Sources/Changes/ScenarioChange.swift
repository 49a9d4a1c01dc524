package import Pricing

/// What became of a scenario between two states of a site.
package struct ScenarioChange: Hashable, Sendable {
  /// The scenario before.
  package let old: ScenarioState

  /// The scenario now.
  package let new: ScenarioState

  /// The workloads of which another offer is the cheapest now, or may be.
  package let flips: [Flip]

  /// Crossings at which the cheapest offer changes, that moved, are new or are gone.
  package let crossings: [MovedCrossing]

  /// How many crossings changed that decide nothing.
  package let otherCrossings: Int

  /// Totals that changed, are new or are gone.
  package let invoices: [ChangedInvoice]

  /// How many totals stayed the same.
  package let sameInvoices: Int

  /// A workload with another winner.
  package struct Flip: Hashable, Sendable {
    /// Who was cheapest.
    package let old: ScenarioState.Winner

    /// Who is now.
    package let new: ScenarioState.Winner
  }

  /// A crossing that is not where it was.
  package struct MovedCrossing: Hashable, Sendable {
    /// Where it was; `nil` for a new one.
    package let old: ScenarioState.Meeting?

    /// Where it is; `nil` for one that is gone.
    package let new: ScenarioState.Meeting?

    /// The offers that meet: cheaper to the left, and to the right.
    package var pair: (before: String, after: String) {
      let any = new ?? old
      return (any?.before ?? "", any?.after ?? "")
    }
  }

  /// A total that is not what it was.
  package struct ChangedInvoice: Hashable, Sendable {
    /// What it was; `nil` where there was none.
    package let old: ScenarioState.Total?

    /// What it is; `nil` where there is none.
    package let new: ScenarioState.Total?
  }

  /// Compares two states of one scenario.
  package init(_ old: ScenarioState, _ new: ScenarioState) {
    self.old = old
    self.new = new
    flips = Pairs(old.winners, new.winners) { [$0.workload, $0.group ?? ""] }.both
      .filter { ($0.cheapest, $0.candidates) != ($1.cheapest, $1.candidates) }
      .map { Flip(old: $0, new: $1) }
    crossings = Self.moved(old.crossings, new.crossings)
    let all = Self.moved(old.allCrossings, new.allCrossings)
    let (gone, fresh) = (Set(crossings.compactMap(\.old)), Set(crossings.compactMap(\.new)))
    otherCrossings = all.count {
      $0.old.map(gone.contains) != true && $0.new.map(fresh.contains) != true
    }
    let totals = Pairs(old.invoices, new.invoices) { [$0.offer, $0.workload] }
    invoices =
      totals.both.filter { $0 != $1 }.map { ChangedInvoice(old: $0, new: $1) }
      + totals.added.map { ChangedInvoice(old: nil, new: $0) }
      + totals.removed.map { ChangedInvoice(old: $0, new: nil) }
    sameInvoices = totals.both.count { $0 == $1 }
  }

  /// Whether nothing that a reader sees of it changed.
  package var isEmpty: Bool {
    flips.isEmpty && crossings.isEmpty && otherCrossings == 0 && invoices.isEmpty
  }

  /// Crossings of the same two offers in the same order are the same ones, from left to right;
  /// those that stand where one stood are left out first.
  private static func moved(
    _ old: [ScenarioState.Meeting], _ new: [ScenarioState.Meeting]
  ) -> [MovedCrossing] {
    guard old != new else { return [] }
    var (gone, fresh) = (old, new)
    for meeting in old {
      if let same = fresh.firstIndex(of: meeting), let own = gone.firstIndex(of: meeting) {
        fresh.remove(at: same)
        gone.remove(at: own)
      }
    }
    var moved: [MovedCrossing] = []
    for meeting in fresh {
      let earlier = gone.firstIndex {
        ($0.before, $0.after) == (meeting.before, meeting.after)
      }
      moved.append(MovedCrossing(old: earlier.map { gone.remove(at: $0) }, new: meeting))
    }
    return moved + gone.map { MovedCrossing(old: $0, new: nil) }
  }
}

extension ScenarioChange.ChangedInvoice {
  /// The total now, or before if there is none.
  package var any: ScenarioState.Total? { new ?? old }

  /// How much more it is now at each end; `nil` where there is nothing to compare.
  package var difference: Ends<Money>? {
    guard let old, let new else { return nil }
    let low = Money(picodollars: new.low.picodollars - old.low.picodollars)
    guard let before = old.high, let now = new.high else { return Ends(low: low, high: low) }
    return Ends(
      low: low, high: Money(picodollars: now.picodollars - before.picodollars))
  }

  /// The difference in proportion to what it was; `nil` where that was nothing.
  package var share: Ends<Ratio>? {
    guard let old, let difference,
      let low = try? Ratio(difference.low.picodollars, over: old.low.picodollars),
      let high = try? Ratio(
        difference.high.picodollars, over: (old.high ?? old.low).picodollars)
    else { return nil }
    return Ends(low: low, high: high)
  }

  /// The larger of both differences, without its sign; nothing where there is none.
  var size: Int128 {
    guard let difference else { return -1 }
    return max(abs(difference.low.picodollars), abs(difference.high.picodollars))
  }
}
