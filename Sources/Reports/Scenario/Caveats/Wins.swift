import Content
import Messages
import Pricing
import Wording

/// What of one provider is the cheapest in a scenario, or may be, and where.
struct Wins {
  let provider: String

  /// For which workloads some offers of the provider are the cheapest, or one of them is.
  private struct Win {
    /// Whether it is one of theirs, whatever turns out.
    let isCertain: Bool
    /// Whether all of them are, and not one or another.
    let isEach: Bool
    var offers: [Offer]
    /// The workloads; none where it is so somewhere along the axis.
    var columns: [Int]
  }

  private var wins: [Win] = []

  private init(provider: String) { self.provider = provider }

  /// One for each provider with an offer that is the cheapest for a workload, or may be, or else
  /// somewhere along the axis.
  static func all(_ view: ScenarioView) -> [Wins] {
    var all: [Wins] = []
    func place(of provider: String) -> Int {
      if let known = all.firstIndex(where: { $0.provider == provider }) { return known }
      all.append(Wins(provider: provider))
      return all.count - 1
    }
    for group in view.priced.groups {
      for (column, comparison) in group.comparisons.enumerated() {
        let offers = (comparison.cheapest + comparison.candidates).compactMap(view.offer)
          .filter(view.isSoldSo)
        // Where all that may be are of one provider, it is one of them in any case.
        let isEach = !comparison.cheapest.isEmpty
        let isCertain = isEach || Set(offers.map(\.provider)).count == 1
        for offer in offers {
          let win = Win(isCertain: isCertain, isEach: isEach, offers: [offer], columns: [column])
          all[place(of: offer.provider)].add(win)
        }
      }
    }
    let isForWorkloads = Set(all.map(\.provider))
    for stretch in view.priced.groups.compactMap(\.breakEven).flatMap(\.cheapest) {
      for offer in stretch.offers.compactMap(view.offer).filter(view.isSoldSo)
      where !isForWorkloads.contains(offer.provider) {
        let win = Win(
          isCertain: stretch.isCertain, isEach: stretch.isCertain, offers: [offer], columns: [])
        all[place(of: offer.provider)].add(win)
      }
    }
    for place in all.indices { all[place].joinWorkloads() }
    return all
  }

  /// Adds an offer to the others that win alike for the same workload.
  private mutating func add(_ win: Win) {
    let known = wins.firstIndex {
      ($0.isCertain, $0.isEach, $0.columns) == (win.isCertain, win.isEach, win.columns)
    }
    guard let known else {
      wins.append(win)
      return
    }
    for offer in win.offers where !wins[known].offers.contains(where: { $0.id == offer.id }) {
      wins[known].offers.append(offer)
    }
  }

  /// Takes workloads together for which the same offers win alike; what is certain comes first.
  private mutating func joinWorkloads() {
    // What is so at some place of the axis may be so at others as well.
    let certain = wins.filter { $0.isCertain && $0.columns.isEmpty }.flatMap(\.offers).map(\.id)
    for place in wins.indices where !wins[place].isCertain && wins[place].columns.isEmpty {
      wins[place].offers.removeAll { certain.contains($0.id) }
    }
    wins.removeAll(where: \.offers.isEmpty)
    var joined: [Win] = []
    for win in wins.filter(\.isCertain) + wins.filter({ !$0.isCertain }) {
      let known = joined.firstIndex {
        ($0.isCertain, $0.isEach) == (win.isCertain, win.isEach)
          && Set($0.offers.map(\.id)) == Set(win.offers.map(\.id))
      }
      if let known { joined[known].columns += win.columns } else { joined.append(win) }
    }
    wins = joined
  }

  /// `what is cheapest for “1B tokens” and may be for “100M tokens”: Dedicated H100`, and offers of
  /// which not the same is so one after the other.
  func clause(_ view: ScenarioView) -> String {
    if wins.count == 2, wins[0].isCertain, !wins[1].isCertain,
      wins.allSatisfy({ $0.offers.count == 1 && !$0.columns.isEmpty }),
      wins[0].offers[0].id == wins[1].offers[0].id
    {
      let places = wins.map { view.forWorkloads($0.columns.sorted()) }
      let name = wins[0].offers[0].name.spoken
      return localized(
        Self.isMachineAlone(wins[0], view)
          ? "the machine, not the speed, of what is cheapest \(places[0]) and may be \(places[1]): \(name)"
          : "what is cheapest \(places[0]) and may be \(places[1]): \(name)")
    }
    return wins.map { Self.clause($0, view) }.joined(separator: "; ")
  }

  private static func clause(_ win: Win, _ view: ScenarioView) -> String {
    let place = place(win.columns, view)
    let names = UnitText.list(
      win.offers.map(\.name.spoken), conjunction: win.isEach ? "and" : "or")
    return switch (win.isCertain, isMachineAlone(win, view)) {
    case (true, false): localized("what is cheapest \(place): \(names)")
    case (false, false): localized("what may be cheapest \(place): \(names)")
    case (true, true):
      localized("the machine, not the speed, of what is cheapest \(place): \(names)")
    case (false, true):
      localized("the machine, not the speed, of what may be cheapest \(place): \(names)")
    }
  }

  /// Whether the scenario gives machines their speeds, so that the machine alone is sold.
  private static func isMachineAlone(_ win: Win, _ view: ScenarioView) -> Bool {
    win.offers.allSatisfy(view.isAtOtherSpeed)
  }

  private static func place(_ columns: [Int], _ view: ScenarioView) -> String {
    let count = view.scenario.workloads.count
    if columns.isEmpty { return localized("at some places of the axis") }
    let place =
      count == 1
      ? localized("here")
      : columns.count == count
        ? localized("for every workload") : view.forWorkloads(columns.sorted())
    // Of several groups a winner is that of its own.
    return view.groupNames.isEmpty ? place : localized("\(place) among what it can replace")
  }
}

extension ScenarioView {
  /// Whether an offer is billed as its rate card has it: a scenario may ask what another meter would
  /// come to.
  fileprivate func isSoldSo(_ offer: Offer) -> Bool {
    guard let base = base(offer.id), let listed = context.content.listedOffer(base) else {
      return true
    }
    return listed.offer.billingModel == offer.billingModel
  }
}
