package import Pricing

/// The notes of the engine as sentences.
package enum NoteText {
  package static func sentence(_ note: Note) -> String {
    switch note {
    case .needsReplicas(let count, let work, let available):
      let hours = range(work) { NumberText.trimmed($0, decimals: 1) }
      let isSure = count.low > 1
      let needed =
        isSure ? range(count) { NumberText.whole($0) } : "up to \(NumberText.whole(count.high))"
      return "\(hours) hours of work \(isSure ? "do" : "may") not fit into the "
        + "\(NumberText.trimmed(available, decimals: 1)) hours that one replica has in a month: "
        + "\(needed) are needed at the same time."
    case .fills(let fill): return FillText.sentence(fill)
    case .serves(let service): return ServiceText.sentence(service)
    case .exceedsCapacity(let needed, let maximum, let whole):
      let replicas = maximum == 1 ? "One replica is" : "\(maximum) replicas are"
      let cost = whole.map { " With \(needed) the invoice is \(AmountText.alone($0))." } ?? ""
      return "\(replicas) not enough for this work, so the amount buys only a part of it and wins "
        + "no comparison.\(cost)"
    case .mayExceedCapacity(let needed, let maximum, let whole):
      let replicas = maximum == 1 ? "One replica" : "\(maximum) replicas"
      let cost =
        whole.map { " With \(needed) the invoice is at most \(AmountText.alone($0))." } ?? ""
      return
        "\(replicas) may not be enough for this work, so that the amount may buy only a part of it "
        + "and wins no comparison.\(cost)"
    case .concurrencyNotStated:
      return
        "How many sessions a replica serves at once is not stated: at the low end one replica serves all of "
        + "them, at the high end each session has one of its own."
    case .decides(let interval):
      return
        "An idle replica goes at the first decision after its timeout, of which there is one every "
        + "\(TimeText.length(interval)): anything from at once to \(TimeText.length(interval)) later."
    case .startsNotStated:
      return
        "How often a machine starts is not stated: the low end has one run on each replica, the "
        + "high end a machine that never stops."
    case .lengthNotStated(let phases):
      let (take, are) = phases.count == 1 ? ("takes", "it is") : ("take", "they are")
      return
        "No source here states how long \(UnitText.list(phases.map(UnitText.phase))) \(take), so "
        + "\(are) not counted."
    case .billingNotStated(let phases):
      return
        "Whether \(UnitText.list(phases.map(UnitText.phase))) is billed is not stated: free at "
        + "the low end, billed at the high end."
    case .basePrice(let choices):
      let words = UnitText.list(choices.map(ConditionText.words), conjunction: "or")
      return "No price of its own is stated for \(words): the price without it is charged."
    case .priceWithoutChoice(let choices, let condition):
      let words = UnitText.list(choices.map(ConditionText.words))
      guard !condition.isAlways else {
        return
          "No price for \(words) is stated for requests of this length or at these hours: the price of those who "
          + "did not choose it is charged."
      }
      return
        "No price for \(words) is stated for such requests (\(ConditionText.words(condition))): the range holds what "
        + "they cost without it, and what it costs for other requests."
    case .mayMeet(let condition):
      return
        "A price for \(ConditionText.words(condition)) is stated, and the workload does not say whether all, some "
        + "or none of its requests are such: the range reaches from the lowest price to the highest."
    case .discounted(let discounts):
      let words = UnitText.list(discounts.map(UnitText.discount))
      return
        "Discounts of our own are taken off: \(words). Prices and their sources are list prices."
    case .committed(let term, let isJob): return TermText.sentence(term, isJob: isJob)
    case .chargedAsWhole(let part, let unit):
      return
        "No price of its own is stated for \(part.many): they cost what \(unit.label.lowercased()) cost."
    case .priceNotStated(let unit):
      return "The price \(UnitText.per(unit)) is not stated, so the total is open and wins no "
        + "comparison."
    }
  }

  /// One value, or both ends of a range: `3,333.3 to 5,000`.
  private static func range<Value>(_ bounds: Bounds<Value>, _ text: (Value) -> String) -> String {
    bounds.isExact ? text(bounds.low) : "\(text(bounds.low)) to \(text(bounds.high))"
  }

  /// What has to be said about a quote: the notes of an invoice, or why there is none.
  package static func sentences(_ quote: Quote) -> [String] {
    switch quote {
    case .invoice(let invoice): invoice.notes.map(sentence)
    case .notApplicable(let reason): [sentence(reason)]
    }
  }

  /// Why there is no invoice, as a sentence.
  package static func sentence(_ reason: NotApplicable) -> String {
    switch reason {
    case .needsTokens: "Priced by the token, and the workload does not say how many."
    case .needsRequests: "Priced by the request, and the workload does not say how many."
    case .needsCount(let quantity):
      "Priced per \(quantity.one), and the workload does not say how many."
    case .noPrice(let quantity):
      "No price is stated for \(quantity.many), and the workload has some."
    case .needsTraffic: "Priced by time, and the workload does not say when machines work."
    case .needsThroughput: "Priced by time, and no source here states how fast a replica works."
    case .needsGPUs:
      "Priced by time, and no source here says how many GPUs a machine has, by which the work is counted."
    case .noRate: "No rate of this offer is in force on that day."
    }
  }
}
