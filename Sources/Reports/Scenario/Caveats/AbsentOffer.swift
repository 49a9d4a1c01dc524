import Content
import Pricing

/// An offer of the site that gives what offers of a scenario give, stands not among them, and costs
/// less than all of them, or may.
struct AbsentOffer: Equatable {
  /// The offer, with discounts of the site's own taken off.
  let offer: Offer

  /// What it would cost for the first workload for which it costs less.
  let invoice: Invoice

  /// The place of that workload.
  let column: Int

  /// The further workloads for which it would cost less, as surely.
  var others: [Int] = []

  /// The workloads for which it may cost less, if for others it would.
  var perhaps: [Int] = []

  /// How sure it is that it costs less.
  let standing: Standing

  /// Whether that takes all of the work in one run, where nobody says in how many it comes.
  var isIfInOneRun: Bool

  /// Whether it bills the time of a machine that unlike offers are held against, so that its
  /// speed is taken for theirs.
  let isIfAsFast: Bool

  /// Whether published figures speak against its price, so that it is not certain to cost less.
  let isInDoubt: Bool

  /// The day of its price, where the cheapest has one of a later year: whether it still holds, nobody
  /// says.
  let oldDay: EvidenceDay?

  /// How sure it is that an offer costs less.
  enum Standing: Comparable {
    /// For every value of what is a range.
    case certain
    /// For every such value once conditions hold that are named: its price, or that work comes in one run.
    case conditional
    /// For some values.
    case possible
  }

  /// Looks for them: whatever a scenario asks, its table says which offer is lowest.
  ///
  /// - Parameters:
  ///   - view: The scenario.
  ///   - context: The site whose offers they are.
  ///   - known: What is known of an offer beside a group, by the group's place and by whether figures
  ///     speak against the offer's price; `nil` if that is nothing.
  /// - Returns: For each group of the scenario one for each offer, in the order of the rate cards.
  static func all(
    _ view: ScenarioView, _ context: SiteContext, knowing known: (Offer, Int, Bool) -> AbsentOffer??
  ) -> [[AbsentOffer]] {
    let present = Set(view.document.rows.map(\.base))
    return view.priced.groups.enumerated().map { place, group in
      guard view.compared(in: group).count > 1, !group.isOneOffer else { return [] }
      var group = group
      let offers = group.group.kinds.compactMap(\.self).flatMap { kind in
        context.offers(of: kind, by: view.scenario.grouping.key)
      }
      return offers.compactMap { offer in
        guard !present.contains(offer.id) else { return nil }
        let isInDoubt = context.doubtful.contradict(offer, on: view.scenario.date)
        return known(offer, place, isInDoubt) ?? absent(offer, isInDoubt, &group, view)
      }
    }
  }

  /// The workloads for which an offer would cost less than all of a group; where there is none, those
  /// for which it would for some values of what is a range.
  private static func absent(
    _ offer: Offer, _ isInDoubt: Bool, _ group: inout PricedGroup, _ view: ScenarioView
  ) -> AbsentOffer? {
    let (date, settings) = (view.scenario.date, view.context.content.settings)
    let offer = offer.less(settings.discounts, on: date ?? settings.day)
    var found: [AbsentOffer] = []
    let listed = Tariff(offer, on: date)
    for (column, workload) in view.scenario.workloads.enumerated() {
      let invoices = view.competing(in: group, column)
      let speed = speed(of: group.comparisons[column], for: workload, view)
      let tariff = speed.map { Tariff(offer.at($0), on: date) } ?? listed
      guard let invoice = (try? tariff.quote(for: workload))?.invoice, invoice.isComparable,
        !invoices.contains(where: { $0.offer == offer.id }),
        let isCertain = isCertain(invoice, besides: invoices, &group, column)
      else { continue }
      let once =
        isCertain ? nil : inOneRun(invoice, tariff, workload, besides: invoices, &group, column)
      let asked = once ?? invoice
      // What readers see as the same amount is no news to them.
      let isSeen = invoices.contains { view.amount($0, column) == view.amount(asked, column) }
      guard !isSeen else { continue }
      let isIfAsFast =
        offer.meters.contains(.time) && (group.group.kinds.count > 1 || speed != nil)
      found.append(
        AbsentOffer(
          offer: offer, invoice: asked, column: column,
          standing: isCertain && !isInDoubt
            ? .certain : isCertain || once != nil ? .conditional : .possible,
          isIfInOneRun: once != nil, isIfAsFast: isIfAsFast, isInDoubt: isInDoubt,
          oldDay: oldDay(of: offer, beside: group.comparisons[column], view)))
    }
    guard let best = found.map(\.standing).min() else { return nil }
    let named = found.filter { $0.standing == best }
    var first = named[0]
    first.isIfInOneRun = named.contains(where: \.isIfInOneRun)
    first.others = named.dropFirst().map(\.column)
    first.perhaps = found.filter { $0.standing > best }.map(\.column)
    return first
  }

  /// The invoice for work that comes in one run, where nobody says in how many it does, if that is lower
  /// than each of others for every value of what is a range; else `nil`.
  private static func inOneRun(
    _ invoice: Invoice, _ tariff: Tariff, _ workload: Workload, besides invoices: [Invoice],
    _ group: inout PricedGroup, _ column: Int
  ) -> Invoice? {
    guard invoice.notes.contains(.startsNotStated) else { return nil }
    var asked = workload
    asked.runs = Workload.Runs(1)
    guard let once = (try? tariff.quote(for: asked))?.invoice, once.isComparable,
      isCertain(once, besides: invoices, &group, column) == true
    else { return nil }
    return once
  }

  /// Whether an invoice is lower than each of others for every value of what is a range; `nil` where it
  /// is for none.
  private static func isCertain(
    _ invoice: Invoice, besides invoices: [Invoice], _ group: inout PricedGroup, _ column: Int
  ) -> Bool? {
    // The cheapest has the lowest high end, so most need no closer look, which takes long.
    guard let least = invoices.compactMap(\.high).min(), invoice.low < least else { return nil }
    if let high = invoice.high, invoices.allSatisfy({ high < $0.low }) { return true }
    guard let all = group.comparison(adding: invoice, column) else { return nil }
    if all.cheapest == [invoice.offer], all.hasClearWinner { return true }
    // One that never costs more may cost as much at most, and so win without a lead.
    return (all.cheapest + all.candidates).contains(invoice.offer) ? false : nil
  }

  /// The latest day of an offer's prices, where those of who is the cheapest without it, or may be, are
  /// of a later year; `nil` where they are not.
  private static func oldDay(
    of offer: Offer, beside comparison: Comparison, _ view: ScenarioView
  ) -> EvidenceDay? {
    let first = comparison.cheapest.isEmpty ? comparison.candidates : comparison.cheapest
    let years = first.compactMap(view.offer).compactMap { view.latestDay(of: $0)?.date.year }
    guard let own = view.latestDay(of: offer), let year = years.min(), own.date.year < year else {
      return nil
    }
    return own
  }

  /// How fast the slowest of the cheapest offers for a workload is, where it says so of none; `nil`
  /// unless each of them has a speed.
  private static func speed(
    of comparison: Comparison, for workload: Workload, _ view: ScenarioView
  ) -> Throughput? {
    guard workload.throughput == nil else { return nil }
    let first = comparison.cheapest.isEmpty ? comparison.candidates : comparison.cheapest
    let speeds = first.compactMap(view.offer).map(\.throughput)
    guard speeds.allSatisfy({ $0 != nil }) else { return nil }
    return speeds.compactMap(\.self).min { $0.tokensPerSecond.low < $1.tokensPerSecond.low }
  }
}

extension Offer {
  /// The same offer at a speed, unless its seller states one.
  fileprivate func at(_ speed: Throughput) -> Offer {
    var offer = self
    offer.throughput = offer.throughput ?? speed
    return offer
  }
}
