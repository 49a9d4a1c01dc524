import Content
import Pricing

/// What the other reports need to know of the scenarios, gathered while these are reported.
///
/// No scenario is kept but the one that answers on the front page, so that a site of fifty
/// thousand needs little more memory than one of fifty.
package struct ScenarioOutcome: Sendable {
  /// A value with the place of its scenario in the order of the site.
  struct Placed<Value: Sendable>: Sendable {
    let place: Int
    let value: Value
  }

  /// A scenario in lists.
  struct Listed: Sendable {
    let id: String
    let title: String
    let headline: String
  }

  /// A scenario in which changes of prices and rules moved anything.
  struct Moved: Sendable {
    let id: String
    let title: String
    let moves: [ScenarioMove]
  }

  /// Every scenario.
  private(set) var listed: [Placed<Listed>] = []

  /// Summaries of the first scenarios.
  private(set) var cards: [Placed<ScenarioCard>] = []

  /// The scenario that answers the front page's question.
  private(set) var answer: Placed<ScenarioReport>?

  /// The ids of all charts, where there is a gallery that may have misspelt one.
  private(set) var chartIDs: Set<String> = []

  /// The charts that the gallery shows, by id.
  private(set) var charts: [String: GalleryCharts.Entry] = [:]

  /// The tables and charts that pages of prose show.
  private(set) var pieces: [EmbedRequest: PagePiece] = [:]

  /// The first scenarios that price an offer, by its id in the rate card.
  private(set) var uses: [String: [Placed<Listed>]] = [:]

  /// What each pair of providers came to, by the number of the pair.
  private(set) var matchups: [[Placed<PairScenario>]]

  /// What changes moved, where they did.
  private(set) var moves: [Placed<Moved>] = []

  /// How many scenarios have a summary in lists, and are listed where an offer is used.
  static let mostCards = 100
  static let mostUses = 24

  /// Starts without any scenario.
  package init(_ context: SiteContext) {
    matchups = Array(repeating: [], count: context.content.settings.pairs.count)
  }

  /// Starts with the scenarios that are kept.
  ///
  /// - Parameters:
  ///   - context: The site.
  ///   - kept: Their facts, in the order of the site.
  ///   - numbers: The offers that the facts speak of.
  package init(_ context: SiteContext, keeping kept: [KeptScenario], _ numbers: OfferNumbers) {
    self.init(context)
    var uses = Array(repeating: [Placed<Listed>](), count: numbers.names.count)
    for scenario in kept {
      let (place, facts) = (scenario.place, scenario.facts)
      let entry = Placed(
        place: place,
        value: Listed(id: scenario.id, title: facts.title, headline: facts.headline))
      listed.append(entry)
      if place <= Self.mostCards, let card = facts.card {
        cards.append(Placed(place: place, value: card))
      }
      if !facts.moves.isEmpty { add(facts.moves, of: entry) }
      for offer in facts.offers where uses[offer].count <= Self.mostUses {
        uses[offer].append(entry)
      }
    }
    for (number, entries) in uses.enumerated() where !entries.isEmpty {
      if let offer = numbers.offer(number) { self.uses[offer] = entries }
    }
  }

  /// Takes down what one scenario came to.
  ///
  /// - Parameters:
  ///   - report: The scenario's report.
  ///   - moves: What changes of its offers moved in it.
  ///   - place: Its place in the order of the site.
  ///   - context: The site.
  /// - Returns: What the next build needs to know of it, where it is to be told.
  mutating func add(
    _ report: ScenarioReport, _ moves: [ScenarioMove], at place: Int, _ context: SiteContext
  ) -> ScenarioFacts? {
    let view = report.view
    let entry = Placed(
      place: place,
      value: Listed(
        id: view.scenario.id, title: view.document.title, headline: report.finding.headline))
    listed.append(entry)
    if !moves.isEmpty { add(moves, of: entry) }
    let card = place <= Self.mostCards ? report.card : nil
    if let card { cards.append(Placed(place: place, value: card)) }
    var isShownElsewhere = false
    answer = Self.better(answer, Placed(place: place, value: report), context)
    let wanted = context.galleryCharts
    if !wanted.isEmpty { chartIDs.formUnion(report.figures.all.map(\.id)) }
    for figure in report.figures.all where wanted.contains(figure.id) {
      charts[figure.id] = GalleryCharts.Entry(
        figure: figure.shown, home: PageLink(view.document.title, to: view.page))
      isShownElsewhere = true
    }
    for row in view.document.rows {
      Self.add(entry, to: &uses[row.base, default: []])
    }
    for (index, pair) in context.content.settings.pairs.enumerated() {
      if let scenario = PairScenario(pair, view) {
        matchups[index].append(Placed(place: place, value: scenario))
        isShownElsewhere = true
      }
    }
    guard let numbers = context.offerNumbers else { return nil }
    let offers = view.document.rows.compactMap { numbers.number(of: $0.base) }
    return ScenarioFacts(
      title: entry.value.title, headline: entry.value.headline,
      hasCurves: view.scenario.sweep != nil, isShownElsewhere: isShownElsewhere,
      hasClaims: !context.claims(about: view.scenario.id).isEmpty, card: card,
      offers: Set(offers).sorted(), moves: moves)
  }

  private mutating func add(_ moves: [ScenarioMove], of entry: Placed<Listed>) {
    let moved = Moved(id: entry.value.id, title: entry.value.title, moves: moves)
    self.moves.append(Placed(place: entry.place, value: moved))
  }

  /// Takes down what a page shows.
  mutating func add(_ piece: PagePiece, for request: EmbedRequest) { pieces[request] = piece }

  /// Takes over what another worker has taken down.
  package mutating func merge(_ other: ScenarioOutcome, _ context: SiteContext) {
    listed += other.listed
    moves += other.moves
    cards += other.cards
    if let theirs = other.answer { answer = Self.better(answer, theirs, context) }
    charts.merge(other.charts) { mine, _ in mine }
    chartIDs.formUnion(other.chartIDs)
    pieces.merge(other.pieces) { mine, _ in mine }
    uses.merge(other.uses) { Self.first($0, $1) }
    for index in matchups.indices { matchups[index] += other.matchups[index] }
  }

  /// Puts everything in the order of the site.
  package mutating func sort() {
    listed.sort { $0.place < $1.place }
    moves.sort { $0.place < $1.place }
    cards.sort { $0.place < $1.place }
    for index in matchups.indices { matchups[index].sort { $0.place < $1.place } }
  }

  /// Adds a scenario to those that price an offer, once, unless enough come before it.
  private static func add(_ entry: Placed<Listed>, to uses: inout [Placed<Listed>]) {
    let later = uses.firstIndex { $0.place >= entry.place } ?? uses.count
    guard later <= mostUses, later == uses.count || uses[later].place != entry.place else {
      return
    }
    uses.insert(entry, at: later)
    if uses.count > mostUses + 1 { uses.removeLast() }
  }

  private static func first(
    _ left: [Placed<Listed>], _ right: [Placed<Listed>]
  ) -> [Placed<Listed>] {
    Array((left + right).sorted { $0.place < $1.place }.prefix(mostUses + 1))
  }

  /// Which of the scenarios that are to be kept would answer the front page's question: the report
  /// of that one is made again, because more of it is shown there.
  package static func answer(of kept: [KeptScenario], _ context: SiteContext) -> Int? {
    kept.map { ($0.facts.hasCurves, $0.place) }.min { rank($0, context) < rank($1, context) }?.1
  }

  private static func rank(
    _ scenario: (hasCurves: Bool, place: Int), _ context: SiteContext
  ) -> (Int, Int) {
    let isChosen = !context.content.settings.scenarioOrder.isEmpty
    return (isChosen || scenario.hasCurves ? 0 : 1, scenario.place)
  }

  /// The first scenario; where the author has given no order, the first with curves.
  private static func better(
    _ left: Placed<ScenarioReport>?, _ right: Placed<ScenarioReport>, _ context: SiteContext
  ) -> Placed<ScenarioReport> {
    guard let left else { return right }
    func rank(_ report: Placed<ScenarioReport>) -> (Int, Int) {
      Self.rank((report.value.view.scenario.sweep != nil, report.place), context)
    }
    return rank(left) < rank(right) ? left : right
  }
}
