/// What one offer charges for one workload.
public struct Invoice: Hashable, Sendable {
  let tariff: Tariff
  let asked: Shared<Workload>

  /// What each end charges, in the order of ``LineItem/Kind/all``.
  let charges: Ends<[Charge]>

  /// What a reader has to know about the total.
  public let notes: [Note]

  /// The sum of the lines at the low end, where a price that is not stated counts as nothing.
  public let low: Money

  /// The sum of the lines at the high end; `nil` where a price is not stated.
  public let high: Money?

  /// The id of the offer.
  public var offer: String { tariff.offer.id }

  /// The rates that hold for the workload, with no condition left.
  public var rates: [Rate] { tariff.rates }

  /// The id of the workload.
  public var workload: String { asked.value.id }

  /// Whether the total is known and the offer can do the work: only then can it win.
  public var isComparable: Bool { high != nil && fits }

  /// Whether the offer has the capacity for the workload.
  public var fits: Bool { !notes.exceedCapacity }
}

/// What an invoice comes to, without its lines.
public struct InvoiceTotal: Hashable, Sendable {
  /// ``Invoice/low``.
  public let low: Money

  /// ``Invoice/high``.
  public let high: Money?

  /// ``Invoice/fits``.
  public let fits: Bool
}

/// What a reader has to know about an invoice.
public enum Note: Hashable, Sendable {
  /// The work needs more than one replica at a time, or may.
  case needsReplicas(Bounds<Int128>, workHours: Bounds<Ratio>, availableHours: Ratio)

  /// Work that is counted in GPU-hours, or has a deadline, fills so much of the machines that hold it.
  case fills(MachineFill)

  /// As many replicas run as serve the sessions at once.
  case serves(SessionService)

  /// Nobody says how many sessions a replica serves at once: one replica serves all of them at the low end,
  /// each has one of its own at the high end.
  case concurrencyNotStated

  /// The work needs more replicas than the offer has; the invoice is for those it has.
  case exceedsCapacity(needed: Int128, maximum: Int, wholeFleet: Money?)

  /// The same, where those that it has are enough at the low end.
  case mayExceedCapacity(needed: Int128, maximum: Int, wholeFleet: Money?)

  /// An idle replica goes at the first decision after its timeout, of which there is one every so many
  /// seconds: from at once to an interval later.
  case decides(every: Ratio)

  /// The workload does not say how often a machine starts: one run on each replica at the low end,
  /// machines that never stop at the high end.
  case startsNotStated

  /// Nobody states how long these phases take: they are not counted.
  case lengthNotStated([Phase])

  /// The provider does not say whether these phases are billed: free at the low end.
  case billingNotStated([Phase])

  /// The provider does not state a price.
  case priceNotStated(RateUnit)

  /// No price is stated for what was chosen: the base price holds.
  case basePrice([Choice])

  /// No price is stated for what was chosen under a condition that the workload meets: a range from the price of
  /// the choice without the condition to that of the condition without the choice, or the latter alone.
  case priceWithoutChoice([Choice], Condition)

  /// The workload does not say whether it meets this condition: a range from the lowest of the prices that may
  /// hold to the highest.
  case mayMeet(Condition)

  /// The amount is after these discounts of the buyer's own.
  case discounted([Discount])

  /// Machines are paid for a term, used or not.
  case committed(Term, isJob: Bool)

  /// A part of what is counted has no price of its own: it costs what the whole costs.
  case chargedAsWhole(Quantity, RateUnit)
}

extension [Note] {
  /// The notes, what several units have in common once.
  var eachOnce: [Note] {
    var said: Set<Note> = []
    return filter { said.insert($0).inserted }
  }

  /// Whether one of them says that the offer cannot do the work, or may not be able to.
  var exceedCapacity: Bool {
    contains { note in
      switch note {
      case .exceedsCapacity, .mayExceedCapacity: true
      default: false
      }
    }
  }
}

/// Why an offer has no invoice for a workload.
public enum NotApplicable: Hashable, Sendable {
  /// Priced by the token, and the workload has no tokens.
  case needsTokens

  /// Priced by the request, and the workload has no requests.
  case needsRequests

  /// Priced by something else that is counted, and the workload has none of it.
  case needsCount(Quantity)

  /// The workload has some of it, and the offer states no price for it.
  case noPrice(Quantity)

  /// Priced by time, and the workload does not say when machines work.
  case needsTraffic

  /// Priced by time, and nobody says how fast a replica works.
  case needsThroughput

  /// Priced by time, and nobody says how many GPUs a machine has.
  case needsGPUs

  /// No rate of the offer is in force yet.
  case noRate
}

/// An invoice, or the reason why there is none.
public enum Quote: Hashable, Sendable {
  /// The offer can be priced.
  case invoice(Invoice)

  /// The question does not arise.
  case notApplicable(NotApplicable)

  /// The invoice, if there is one.
  public var invoice: Invoice? {
    if case .invoice(let invoice) = self { invoice } else { nil }
  }
}
