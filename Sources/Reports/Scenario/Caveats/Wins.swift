import Content
import Pricing
import Wording

/// What of one provider is the cheapest in a scenario, or may be, and where.
struct Wins {
  let provider: String
  private var offers: [String] = []
  /// Whether all of them are, and not one or another.
  private var isEach = true
  /// The workloads for which it is, whatever turns out.
  private var certain: [Int] = []
  /// Those for which it depends on inputs.
  private var open: [Int] = []
  /// Whether it is somewhere along the axis, whatever turns out.
  private var isCertainSomewhere = false
  /// Whether all of them are machines at speeds that the scenario gives them.
  private var isMachineAlone = true

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
        let isCertain = !comparison.cheapest.isEmpty || Set(offers.map(\.provider)).count == 1
        for offer in offers {
          all[place(of: offer.provider)].add(offer, column, isCertain: isCertain, view)
        }
        for offer in offers where comparison.cheapest.isEmpty {
          all[place(of: offer.provider)].isEach = false
        }
      }
    }
    for stretch in view.priced.groups.compactMap(\.breakEven).flatMap(\.cheapest) {
      for offer in stretch.offers.compactMap(view.offer).filter(view.isSoldSo) {
        let place = place(of: offer.provider)
        guard all[place].hasNoWorkload else { continue }
        all[place].add(offer, nil, view)
        if stretch.isCertain { all[place].isCertainSomewhere = true }
      }
    }
    return all
  }

  private var hasNoWorkload: Bool { certain.isEmpty && open.isEmpty }

  private mutating func add(
    _ offer: Offer, _ column: Int?, isCertain: Bool = false, _ view: ScenarioView
  ) {
    if !offers.contains(offer.name.spoken) { offers.append(offer.name.spoken) }
    isMachineAlone = isMachineAlone && view.isAtOtherSpeed(offer)
    guard let column else { return }
    if isCertain, !certain.contains(column) { certain.append(column) }
    if !isCertain, !open.contains(column) { open.append(column) }
  }

  /// `what is cheapest for “1B tokens” and may be for “100M tokens”: Dedicated H100`.
  func clause(_ view: ScenarioView) -> String {
    let workloads = view.scenario.workloads
    let open = open.filter { !certain.contains($0) }
    func place(_ columns: [Int]) -> String {
      columns.count <= 2
        ? "for \(UnitText.list(columns.sorted().map { "“\(workloads[$0].name)”" }))"
        : "for \(columns.count) of the \(workloads.count) workloads"
    }
    func alone(_ columns: [Int]) -> String {
      if workloads.count == 1 { return "here" }
      if columns.count == workloads.count { return "for every workload" }
      return place(columns)
    }
    let place =
      hasNoWorkload
      ? "\(isCertainSomewhere ? "is" : "may be") cheapest at some places of the axis"
      : certain.isEmpty
        ? "may be cheapest \(alone(open))"
        : open.isEmpty
          ? "is cheapest \(alone(certain))"
          : "is cheapest \(place(certain)) and may be \(place(open))"
    let what = isMachineAlone ? "the machine, not the speed, of what" : "what"
    return "\(what) \(place): \(UnitText.list(offers, conjunction: isEach ? "and" : "or"))"
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
