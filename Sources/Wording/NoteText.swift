import Messages
package import Pricing

/// The notes of the engine as sentences.
package enum NoteText {
  package static func sentence(_ note: Note) -> String {
    switch note {
    case .needsReplicas(let count, let work, let available):
      return replicas(count, work, available)
    case .fills(let fill): return FillText.sentence(fill)
    case .serves(let service): return ServiceText.sentence(service)
    case .exceedsCapacity(let needed, let maximum, let whole):
      return capacity(maximum) + cost(needed, whole, isSure: true)
    case .mayExceedCapacity(let needed, let maximum, let whole):
      return uncertainCapacity(maximum) + cost(needed, whole, isSure: false)
    case .concurrencyNotStated:
      return localized(
        "How many sessions a replica serves at once is not stated: at the low end one replica serves all of "
          + "them, at the high end each session has one of its own.")
    case .decides(let interval):
      return localized(
        "An idle replica goes at the first decision after its timeout, of which there is one every "
          + "\(TimeText.length(interval)): anything from at once to \(TimeText.length(interval)) later."
      )
    case .startsNotStated:
      return localized(
        "How often a machine starts is not stated: the low end has one run on each replica, the "
          + "high end a machine that never stops.")
    case .lengthNotStated(let phases): return lengthNotStated(phases)
    case .billingNotStated(let phases): return billingNotStated(phases)
    case .basePrice(let choices):
      let words = UnitText.list(choices.map(ConditionText.words), conjunction: "or")
      return localized(
        "No price of its own is stated for \(words): the price without it is charged.")
    case .priceWithoutChoice(let choices, let condition):
      return priceWithoutChoice(choices, condition)
    case .mayMeet(let condition):
      return localized(
        "A price for \(ConditionText.words(condition)) is stated, and the workload does not say whether all, some "
          + "or none of its requests are such: the range reaches from the lowest price to the highest."
      )
    case .discounted(let discounts):
      let words = UnitText.list(discounts.map(UnitText.discount))
      return localized(
        "Discounts of our own are taken off: \(words). Prices and their sources are list prices.")
    case .committed(let term, let isJob): return TermText.sentence(term, isJob: isJob)
    case .chargedAsWhole(let part, let unit):
      let (name, whole) = (UnitText.many(part), localized(name: unit.label.lowercased()))
      return localized(
        "No price of its own is stated for \(name): they cost what \(whole) cost.")
    case .priceNotStated(let unit):
      return localized(
        "The price \(UnitText.per(unit)) is not stated, so the total is open and wins no "
          + "comparison.")
    }
  }

  // MARK: Replicas

  private static func replicas(
    _ count: Bounds<Int128>, _ work: Bounds<Ratio>, _ available: Ratio
  ) -> String {
    let hours = range(work) { NumberText.trimmed($0, decimals: 1) }
    let room = NumberText.trimmed(available, decimals: 1)
    guard count.low > 1 else {
      let most = NumberText.whole(count.high)
      return localized(
        "\(hours) hours of work may not fit into the \(room) hours that one replica has in a month: "
          + "up to \(most) are needed at the same time.")
    }
    let needed = range(count) { NumberText.whole($0) }
    return localized(
      "\(hours) hours of work do not fit into the \(room) hours that one replica has in a month: "
        + "\(needed) are needed at the same time.")
  }

  private static func capacity(_ maximum: Int) -> String {
    localized(
      maximum,
      one: "One replica is not enough for this work, so the amount buys only a part of it and wins "
        + "no comparison.",
      other:
        "\(maximum) replicas are not enough for this work, so the amount buys only a part of it "
        + "and wins no comparison.")
  }

  private static func uncertainCapacity(_ maximum: Int) -> String {
    localized(
      maximum,
      one:
        "One replica may not be enough for this work, so that the amount may buy only a part of it "
        + "and wins no comparison.",
      other:
        "\(maximum) replicas may not be enough for this work, so that the amount may buy only a "
        + "part of it and wins no comparison.")
  }

  /// What all of the work costs, with as many replicas as it needs, as another sentence.
  private static func cost(_ needed: Int128, _ whole: Money?, isSure: Bool) -> String {
    guard let whole else { return "" }
    let (count, amount) = ("\(needed)", AmountText.alone(whole))
    let sentence = localized(
      isSure
        ? "With \(count) the invoice is \(amount)."
        : "With \(count) the invoice is at most \(amount).")
    return " \(sentence)"
  }

  // MARK: What is not stated

  private static func lengthNotStated(_ phases: [Phase]) -> String {
    let names = UnitText.list(phases.map(UnitText.subject))
    return localized(
      phases.count,
      one: "No source here states how long \(names) takes, so it is not counted.",
      other: "No source here states how long \(names) take, so they are not counted.")
  }

  private static func billingNotStated(_ phases: [Phase]) -> String {
    let names = UnitText.list(phases.map(UnitText.subject))
    return localized(
      phases.count,
      one: "Whether \(names) is billed is not stated: free at the low end, billed at the high end.",
      other:
        "Whether \(names) is billed is not stated: free at the low end, billed at the high end.")
  }

  private static func priceWithoutChoice(_ choices: [Choice], _ condition: Condition) -> String {
    let words = UnitText.list(choices.map(ConditionText.words))
    guard !condition.isAlways else {
      return localized(
        "No price for \(words) is stated for requests of this length or at these hours: the price of those who "
          + "did not choose it is charged.")
    }
    return localized(
      "No price for \(words) is stated for such requests (\(ConditionText.words(condition))): the range holds what "
        + "they cost without it, and what it costs for other requests.")
  }

  /// One value, or both ends of a range: `3,333.3 to 5,000`.
  private static func range<Value>(_ bounds: Bounds<Value>, _ text: (Value) -> String) -> String {
    bounds.isExact ? text(bounds.low) : localized("\(text(bounds.low)) to \(text(bounds.high))")
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
    case .needsTokens: localized("Priced by the token, and the workload does not say how many.")
    case .needsRequests: localized("Priced by the request, and the workload does not say how many.")
    case .needsCount(let quantity):
      localized("Priced per \(UnitText.one(quantity)), and the workload does not say how many.")
    case .noPrice(let quantity):
      localized("No price is stated for \(UnitText.many(quantity)), and the workload has some.")
    case .needsTraffic:
      localized("Priced by time, and the workload does not say when machines work.")
    case .needsThroughput:
      localized("Priced by time, and no source here states how fast a replica works.")
    case .needsGPUs:
      localized(
        "Priced by time, and no source here says how many GPUs a machine has, by which the work is counted."
      )
    case .noRate: localized("No rate of this offer is in force on that day.")
    }
  }
}
