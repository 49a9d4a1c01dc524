import Content
import Pricing
import Wording

/// Offers of the site that give what the offers of a scenario give, stand not among them, and
/// certainly cost less: who is called the cheapest is so of those that are compared.
struct AbsentOffers {
  /// Who they are, in a sentence; `nil` if there are none.
  let sentence: String?

  /// Of more than these the first one alone has its amount.
  private static let most = 5

  /// More than these are counted.
  private static let mostNames = 20

  /// An offer that is not there, and what it would cost.
  private struct Absent {
    let offer: Offer
    let invoice: Invoice
    let column: Int

    /// The further workloads for which it would cost less.
    var others: [Int] = []

    /// Whether it bills the time of a machine that unlike offers are held against, so that its
    /// speed is taken for theirs.
    let isIfAsFast: Bool

    /// The day of its price, where the cheapest has one of a later year: whether it still holds, nobody
    /// says.
    let oldDay: EvidenceDay?
  }

  /// Looks for them: whatever a scenario asks, its table says which offer is lowest.
  ///
  /// - Parameters:
  ///   - view: The scenario.
  ///   - context: The site whose offers they are.
  init(_ view: ScenarioView, in context: SiteContext) {
    let absent = Self.absent(view, context)
    guard let first = absent.first else {
      sentence = nil
      return
    }
    let texts = absent.prefix(Self.most).map { Self.text($0, view) }
    let each = absent.count == 1 ? "it" : "each"
    sentence =
      absent.count <= Self.most
      ? "Not among these offers, though \(each) would cost less: \(texts.joined(separator: "; "))."
      : "Not among these offers are \(absent.count) that would cost less: "
        + "\(Self.text(first, view)); \(Self.names(absent.dropFirst()))."
  }

  /// `A, B and C`, or the first of many and how many more.
  private static func names(_ absent: ArraySlice<Absent>) -> String {
    let names = absent.map { one in
      one.offer.name.spoken + (one.oldDay.map { " (\(ifItHolds($0)))" } ?? "")
    }
    let more = names.count - mostNames
    return UnitText.list(more > 0 ? names.prefix(mostNames) + ["\(more) more"] : names)
  }

  /// `if its price published May 2025 still holds`.
  private static func ifItHolds(_ day: EvidenceDay) -> String {
    "if its price \(TimeText.day(day)) still holds"
  }

  /// `Modal H100 at $790 for “100M tokens”, if as fast (published 28 May 2026)`; of an old price
  /// `RunPod H100 at $1,433 for “720 h”, if its price published May 2025 still holds`.
  private static func text(_ absent: Absent, _ view: ScenarioView) -> String {
    let workloads = view.scenario.workloads
    let work = workloads.count > 1 ? " for “\(workloads[absent.column].name)”" : ""
    let days =
      absent.oldDay == nil
      ? TimeText.days(ScenarioView.days(of: absent.offer.rates(on: view.scenario.date)))
        .map { " (\($0))" } ?? "" : ""
    let amount = view.amount(absent.invoice, absent.column)
    let conditions = [
      absent.isIfAsFast ? "if as fast" : nil, absent.oldDay.map(ifItHolds),
    ].compactMap(\.self)
    let speed = conditions.isEmpty ? "" : ", \(conditions.joined(separator: " and "))"
    let others = UnitText.list(absent.others.map { "“\(workloads[$0].name)”" })
    let also = absent.others.isEmpty ? "" : ", and less for \(others) too"
    return "\(absent.offer.name.spoken) at \(amount)\(work)\(speed)\(days)\(also)"
  }

  private static func absent(_ view: ScenarioView, _ context: SiteContext) -> [Absent] {
    let present = Set(view.document.rows.map(\.base))
    var found: [Absent] = []
    for group in view.priced.groups where view.compared(in: group).count > 1 && !group.isOneOffer {
      for kind in group.group.kinds.compactMap(\.self) {
        let key = view.scenario.grouping.key
        for offer in context.offers(of: kind, by: key) where !present.contains(offer.id) {
          if let one = absent(offer, group, view) { found.append(one) }
        }
      }
    }
    return found
  }

  /// The workloads for which an offer would certainly cost less than all of a group.
  private static func absent(
    _ offer: Offer, _ group: PricedGroup, _ view: ScenarioView
  ) -> Absent? {
    let (date, settings) = (view.scenario.date, view.context.content.settings)
    let offer = offer.less(settings.discounts, on: date ?? settings.day)
    var found: Absent?
    let listed = Tariff(offer, on: date)
    for (column, workload) in view.scenario.workloads.enumerated() {
      let invoices = view.competing(in: group, column)
      let speed = speed(of: group.comparisons[column], for: workload, view)
      let tariff = speed.map { Tariff(offer.at($0), on: date) } ?? listed
      // The cheapest has the lowest high end, so most need no closer look, which takes long.
      guard let least = invoices.compactMap(\.high).min(),
        let invoice = (try? tariff.quote(for: workload))?.invoice, invoice.isComparable,
        let high = invoice.high, high <= least, !invoices.contains(where: { $0.offer == offer.id })
      else { continue }
      let all = Comparison(workload: workload.id, invoices: invoices + [invoice])
      guard all.cheapest == [offer.id], all.hasClearWinner else { continue }
      // What readers see as the same amount is no news to them.
      let isSeen = invoices.contains { view.amount($0, column) == view.amount(invoice, column) }
      guard !isSeen else { continue }
      guard found == nil else {
        found?.others.append(column)
        continue
      }
      let isIfAsFast =
        offer.meters.contains(.time) && (group.group.kinds.count > 1 || speed != nil)
      found = Absent(
        offer: offer, invoice: invoice, column: column, isIfAsFast: isIfAsFast,
        oldDay: oldDay(of: offer, beside: group.comparisons[column], view))
    }
    return found
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

  /// How fast the cheapest offers for a workload are, where it says so of none; `nil` unless all of
  /// them are as fast.
  private static func speed(
    of comparison: Comparison, for workload: Workload, _ view: ScenarioView
  ) -> Throughput? {
    guard workload.throughput == nil else { return nil }
    let first = comparison.cheapest.isEmpty ? comparison.candidates : comparison.cheapest
    let speeds = Set(first.compactMap(view.offer).map(\.throughput))
    return speeds.count == 1 ? speeds.first.flatMap(\.self) : nil
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
