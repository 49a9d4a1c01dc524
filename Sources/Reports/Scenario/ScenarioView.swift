import Content
import Messages
import Pricing
import Templates
import Wording

/// A scenario with what everything that is said about it needs, worked out once.
///
/// All that is said holds it, so it is not copied.
final class ScenarioView: Sendable {
  let context: SiteContext
  let document: ScenarioDocument
  let priced: PricedScenario

  /// The rows group by group, in each cheapest first by the first column; what has no amount comes
  /// last.
  let rowOrder: [Int]

  /// What the offers of each group are called; empty where all can take each other's place.
  let groupNames: [String]

  /// The group that headline, card and chart of curves speak of: that of the offers asked about, or
  /// else the first in which two can be compared.
  let headlineGroup: Int

  /// The decimals of each column: the table, the bars and the sentences about it have the same.
  let decimals: [Int]

  /// The unit, the month's length and the day of the prices, in one line.
  let basis: String

  /// The offers whose curves a chart draws in colour and names.
  let leading: Set<String>

  /// How each amount comes about, offer by offer, `nil` where there is none; empty where nothing that
  /// is published shows it.
  let arithmetic: [[WorkedInvoice?]]

  private let rows: [String: Int]
  private let colours: [String: Int]

  init(_ scenario: PricedDocument, in context: SiteContext) {
    self.context = context
    let priced = scenario.priced
    document = scenario.document
    self.priced = priced
    let offers = priced.scenario.offers
    rows = Dictionary(
      offers.indices.map { (offers[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
    arithmetic =
      priced.scenario.isSmall
        || context.content.settings.published.contains(.invoices)
      ? priced.quotes.map { $0.map { $0.invoice.map(WorkedInvoice.init) } } : []
    rowOrder = priced.groups.flatMap { Self.rowOrder($0, priced) }
    groupNames =
      priced.groups.count > 1 ? priced.groups.map { GoodsText.name($0.group) } : []
    headlineGroup = Self.headlineGroup(document.asks, priced)
    decimals = priced.scenario.workloads.indices.map { column in
      AmountText.comparedDecimals(
        for: priced.quotes.compactMap { $0[column].invoice }
          .flatMap { [$0.low, $0.high ?? $0.low] })
    }
    basis = Self.basis(document, priced.scenario, in: context)
    let drawn = offers.filter { !priced.scenario.leftOut.contains($0.id) }
    let headline = priced.groups.isEmpty ? nil : priced.groups[headlineGroup]
    let leading = LeadingOffers.ids(
      priced.scenario, headline,
      Self.chartedGroup(headlineGroup, priced).flatMap { priced.groups[$0].breakEven },
      document.asks)
    self.leading = leading
    // Of many offers those that are named take their colours first.
    colours = OfferColours.assigned(
      to: (drawn.filter { leading.contains($0.id) } + drawn.filter { !leading.contains($0.id) })
        .map { ($0.id, $0.provider) }, stated: context.statedColours)
  }

  var scenario: Scenario { priced.scenario }

  /// The path of its page.
  var page: String { SitePaths.scenario(scenario.id) }

  /// The offer with an id in this scenario.
  func offer(_ id: String) -> Offer? { rows[id].map { scenario.offers[$0] } }

  /// The name of the offer with an id in this scenario.
  func name(_ id: String) -> String { offer(id)?.name ?? id }

  /// The name of a curve, with its price or the end of its band.
  func curveName(_ curve: CostCurve) -> CurveName? {
    offer(curve.offer).map { offer in
      CurveName(
        curve, of: offer, on: scenario.date,
        others: curve.end == nil ? nil : Dependence(of: [offer.id], self).besidesPrices)
    }
  }

  /// The id in its rate card of the offer with an id in this scenario.
  func base(_ id: String) -> String? { rows[id].map { document.rows[$0].base } }

  /// Whether an offer is one of several uses of a machine at different speeds: its seller sells the
  /// machine, and the speed is what the scenario asks about.
  func isAtOtherSpeed(_ offer: Offer) -> Bool {
    guard let base = base(offer.id), offer.throughput != nil else { return false }
    return scenario.offers.indices.contains {
      document.rows[$0].base == base && scenario.offers[$0].throughput != offer.throughput
    }
  }

  /// The invoice of an offer for a workload, by the number of its column.
  func invoice(_ offer: String, _ column: Int) -> Invoice? {
    rows[offer].flatMap { priced.quotes[$0][column].invoice }
  }

  /// The link to the offer's entry on its provider's page.
  func link(_ id: String) -> LinkTarget? {
    rows[id].map { .offer(document.rows[$0].base, of: scenario.offers[$0].provider) }
  }

  /// The marks that lead to where the rates of offers were read, each source once.
  func citations(of offers: [Offer], _ sources: inout PageSources) -> [Citation] {
    sources.cite(offers.flatMap { $0.rates(on: scenario.date).map(\.citation) })
  }

  /// The days of rates, each once.
  static func days(of rates: [Rate]) -> [EvidenceDay] {
    var days: [EvidenceDay] = []
    for rate in rates where !days.contains(rate.day) { days.append(rate.day) }
    return days
  }

  /// The class of an offer's curve and bars, `s1` and on: the same in a chart and in the text
  /// beside it, and as far as possible that of the provider in every chart.
  func colour(_ id: String) -> Int { colours[id] ?? colours.count + 1 }

  /// What the offers of a group are called in a sentence; `nil` where all can take each other's place.
  func groupName(_ group: Int) -> String? {
    groupNames.isEmpty ? nil : groupNames[group].spoken
  }

  /// The same above rows and bars.
  func groupHead(_ group: Int) -> String? {
    groupNames.isEmpty ? nil : groupNames[group].capitalisedSentence
  }

  /// The priced offers of the group that the headline speaks of; `nil` of a scenario without offers.
  var headline: PricedGroup? {
    priced.groups.isEmpty ? nil : priced.groups[headlineGroup]
  }

  /// The group whose curves are drawn first: that of the headline, or else the first that has any.
  var chartedGroup: Int? { Self.chartedGroup(headlineGroup, priced) }

  /// The other groups in which curves of two offers are held against each other.
  var otherCharted: [Int] {
    priced.groups.indices.filter { group in
      group != chartedGroup
        && Set(priced.groups[group].breakEven?.curves.map(\.offer) ?? []).count > 1
    }
  }

  /// The offers of a group whose curves a chart draws in colour and names.
  func leading(in group: Int) -> Set<String> {
    LeadingOffers.ids(
      scenario, priced.groups[group], priced.groups[group].breakEven, document.asks)
  }

  private static func chartedGroup(_ headline: Int, _ priced: PricedScenario) -> Int? {
    ([headline] + priced.groups.indices).first { group in
      priced.groups.indices.contains(group)
        && priced.groups[group].breakEven?.curves.isEmpty == false
    }
  }

  /// Whether curves of offers that can take each other's place meet anywhere.
  var hasCrossings: Bool { priced.groups.contains { $0.breakEven?.crossings.isEmpty == false } }

  /// The rows of a group that its author compares.
  func compared(in group: PricedGroup) -> [Int] {
    group.group.rows.filter { !scenario.leftOut.contains(scenario.offers[$0].id) }
  }

  /// The invoices of a group that are held against each other for a workload.
  func competing(in group: PricedGroup, _ column: Int) -> [Invoice] {
    group.group.rows.compactMap { row in
      priced.competes(row, column) ? priced.quotes[row][column].invoice : nil
    }
  }

  /// Who is the cheapest, or may be, of those that can take the place of a row.
  func comparison(_ row: Int, _ column: Int) -> Comparison {
    priced.group(ofRow: row).comparisons[column]
  }

  /// The workload that is asked about, or the first with a certain winner, or else the first of all:
  /// findings, cards and bars speak of the same one.
  var headlineColumn: Int {
    switch document.asks {
    case .cheapest, .change: break
    case .difference(let pair, _): return column(of: pair.first) ?? 0
    case .beside(let pair, nil):
      let both = scenario.workloads.indices.first { column in
        [pair.first, pair.second].allSatisfy { invoice($0, column)?.isComparable == true }
      }
      return both ?? 0
    case .cost(let offer, nil):
      return scenario.workloads.indices.first { invoice(offer, $0)?.isComparable == true } ?? 0
    case .beside, .cost: break
    }
    return document.asks.workload.flatMap(column)
      ?? headline?.comparisons.firstIndex { !$0.cheapest.isEmpty } ?? 0
  }

  /// The place of the workload with an id.
  func column(of workload: String) -> Int? {
    scenario.workloads.firstIndex { $0.id == workload }
  }

  /// An amount of a column of the comparison, or its range.
  func amount(_ invoice: Invoice, _ column: Int) -> String {
    AmountText.range(invoice.low, invoice.high, decimals: decimals[column])
  }

  private static func headlineGroup(_ asks: AskedQuestion, _ priced: PricedScenario) -> Int {
    if let asked = asks.offers.first {
      return priced.groups.firstIndex { group in
        group.group.rows.contains { priced.scenario.offers[$0].id == asked }
      } ?? 0
    }
    let workloads = priced.scenario.workloads
    let column = asks.workload.flatMap { id in workloads.firstIndex { $0.id == id } }
    // For the workload that is asked about, or else for any.
    for columns in [column.map { $0...$0 }.map(Array.init) ?? [], Array(workloads.indices)] {
      let found = priced.groups.firstIndex { group in
        columns.contains { column in
          group.group.rows.count { priced.competes($0, column) } > 1
        }
      }
      if let found { return found }
    }
    return 0
  }

  private static func rowOrder(_ group: PricedGroup, _ priced: PricedScenario) -> [Int] {
    func key(_ row: Int) -> (Int, Int128, Int128) {
      guard let invoice = priced.quotes[row].first?.invoice else { return (2, 0, 0) }
      guard let high = invoice.high, priced.competes(row, 0) else {
        return (1, invoice.low.picodollars, 0)
      }
      return (0, invoice.low.picodollars, high.picodollars)
    }
    let rows = group.group.rows
    let keys = rows.map(key)
    return rows.indices.sorted { keys[$0] == keys[$1] ? $0 < $1 : keys[$0] < keys[$1] }
      .map { rows[$0] }
  }

  /// The day whose prices the scenario takes, where the site as a whole has another.
  var ownDay: String? { Self.ownDay(scenario, in: context) }

  private static func ownDay(_ scenario: Scenario, in context: SiteContext) -> String? {
    scenario.date.flatMap { $0 == context.content.settings.day ? nil : TimeText.date($0) }
  }

  private static func basis(
    _ document: ScenarioDocument, _ scenario: Scenario, in context: SiteContext
  ) -> String {
    var parts = [localized("US dollars")]
    if scenario.workloads.contains(where: \.isMonthly) {
      let hours = NumberText.trimmed(document.monthHours, decimals: 2)
      parts.append(localized("a month of \(hours)\u{A0}hours"))
    }
    if let day = ownDay(scenario, in: context) { parts.append(localized("prices of \(day)")) }
    if let days = context.daysOfPrices(scenario) { parts.append(days) }
    if scenario.offers.contains(where: { !$0.discounts.isEmpty }) {
      parts.append(localized("discounts of our own taken off"))
    }
    return parts.joined(separator: ", ") + "."
  }
}
