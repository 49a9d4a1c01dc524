import Content
import Publishing
import Reports

/// Tells which scenarios depend on what changed.
struct ReportDependence: Sendable {
  private let changes: InputChanges
  private let numbers: OfferNumbers?

  /// The providers whose rate cards changed.
  private let providers: Set<String>

  /// The provider whose rate card changed, by the number of each of its offers; empty for none.
  private let changed: [String?]

  /// A provider whose rate card changed and who sells what an offer gives, by the number of the offer;
  /// empty for none.
  private let beside: [String?]

  /// The reports that the program remembers, which other pages can show again.
  private let known: [String: RememberedReport]

  /// A file that published figures may have been computed from; `nil` if none changed.
  private let evidence: String?

  /// Whether the same figures do not come out as before, and come to the same.
  private let hasSameDoubts: Bool

  private let context: SiteContext

  init(
    _ changes: InputChanges, _ context: SiteContext, after state: BuildState,
    knowing known: [String: RememberedReport]
  ) {
    (self.changes, self.known) = (changes, known)
    numbers = context.offerNumbers
    hasSameDoubts = context.computedText == state.computed
    self.context = context
    let providers = Set(changes.words.keys.compactMap(Self.provider))
    self.providers = providers
    let others = context.offersBeside(offersOf: providers)
    changed = Self.byNumber(context.offerNumbers) { numbers, number in
      let provider = numbers.provider(number)
      return providers.contains(provider) ? provider : nil
    }
    beside = Self.byNumber(context.offerNumbers) { numbers, number in
      numbers.offer(number).flatMap { others[$0] }
    }
    evidence = changes.words.keys.filter { path in
      ScenarioLibrary.id(of: path) != nil || Self.provider(of: path) != nil
    }.min()
  }

  private static func byNumber(
    _ numbers: OfferNumbers?, _ provider: (OfferNumbers, Int) -> String?
  ) -> [String?] {
    guard let numbers else { return [] }
    let all = numbers.names.indices.map { provider(numbers, $0) }
    return all.contains { $0 != nil } ? all : []
  }

  /// The provider whose rate card a path is that of; `nil` for any other path.
  static func provider(of path: String) -> String? {
    guard path.hasPrefix(cards), path.hasSuffix(".yaml") else { return nil }
    return String(path.dropFirst(cards.count).dropLast(5))
  }

  private static let cards = "content/rate-cards/"

  /// What became of the file of a scenario; `nil` for nothing.
  func ownFile(_ id: String) -> String? { sentence(ScenarioLibrary.path(of: id)) }

  /// Why the files of a scenario have to be made, with its report where that is known; `nil` if they need
  /// not be.
  func reason(
    _ id: String, _ facts: ScenarioFacts, at place: Int
  ) -> (words: String, report: RememberedReport?)? {
    guard let report = known[id] else {
      return reasonToMake(id, facts, at: place).map { ($0, nil) }
    }
    if let reason = ownReason(id, facts) { return (reason, nil) }
    if !context.agrees(with: report) { return (Self.otherFigures, nil) }
    // Pages name who sells the same for less.
    let card = Self.first(beside, facts)
    if card != nil || !hasSameDoubts, let now = context.updated(report, changed: providers) {
      return (card.flatMap(sentence) ?? Self.otherFigures, now)
    }
    return facts.isEnough(for: place) ? nil : (Self.isAmongFirst, nil)
  }

  /// What speaks against a report in the scenario's own file and the cards of its offers.
  private func ownReason(_ id: String, _ facts: ScenarioFacts) -> String? {
    if let reason = ownFile(id) { return reason }
    guard let numbers, facts.offers.allSatisfy(numbers.names.indices.contains) else {
      return "its offers are not known"
    }
    return Self.first(changed, facts).flatMap(sentence)
  }

  /// Why a report that the program does not remember has to be made; `nil` if it need not be.
  private func reasonToMake(_ id: String, _ facts: ScenarioFacts, at place: Int) -> String? {
    if let reason = ownReason(id, facts) { return reason }
    if let card = Self.first(beside, facts) { return sentence(card) }
    if facts.isShownElsewhere || context.isShownInProse(id) {
      return "its tables, charts or bills stand on other pages too"
    }
    if !hasSameDoubts { return Self.otherFigures }
    if facts.hasClaims, let evidence { return sentence(evidence) }
    return facts.isEnough(for: place) ? nil : Self.isAmongFirst
  }

  private static let isAmongFirst = "it has come among the first of its list"

  /// The path of a rate card that changed, of those of some offers.
  private static func first(_ providers: [String?], _ facts: ScenarioFacts) -> String? {
    guard !providers.isEmpty else { return nil }
    return facts.offers.lazy.compactMap { providers[$0] }.first.map { "\(cards)\($0).yaml" }
  }

  private static let otherFigures = "published figures that pages show come out otherwise"

  private func sentence(_ path: String) -> String? {
    changes.words[path].map { "\(path) \($0)" }
  }
}
