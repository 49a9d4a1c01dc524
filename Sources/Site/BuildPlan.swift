import Content
import Publishing
import Reports

/// Which reports of scenarios are kept from the last build, and why the others are made.
///
/// A report is kept if nothing changed that it depends on: its own file, the rate cards of its
/// offers and of those that give the same, what ``SiteContext/sharedText`` has of other files, and the files that all depend on.
/// That is coarser than need be, and never too fine.
struct BuildPlan: Sendable {
  /// The scenarios whose reports are kept, in the order of the site.
  private(set) var kept: [KeptScenario] = []

  /// The report of each of them, as the last build left it.
  private(set) var reports: [BuildState.Report] = []

  /// The reports that are known from the last build of this program, by the places of their scenarios:
  /// of those that are kept, of those whose files templates alone make new, and of those whose pages name
  /// other offers that are not compared.
  private(set) var remembered: [Int: RememberedReport] = [:]

  /// Why each of the others is made, by the id of its scenario.
  private(set) var reasons: [String: String] = [:]

  /// What the last build left; nothing if all is made.
  private(set) var state: BuildState?

  /// The reports of the last build that nothing speaks against keeping, if their files are as they were.
  private var found: [Candidate] = []

  /// Finds out what speaks against keeping each report.
  ///
  /// - Parameters:
  ///   - context: The site as it was read now, with the numbers of its offers.
  ///   - last: What the last build left; `nil` if nobody asks for it.
  ///   - known: The reports that this program remembers of it, by the ids of their scenarios.
  ///   - keeps: Whether anything may be kept.
  init(
    _ context: SiteContext, after last: LastBuild?, knowing known: [String: RememberedReport],
    keeps: Bool
  ) async {
    guard let last else { return }
    guard let state = last.state else {
      makeAll(context, last.reason)
      return
    }
    guard keeps else {
      makeAll(context, "another report no longer fits what was kept")
      return
    }
    let layout = last.changes.words.filter { Self.isLayout($0.key) }
    let changes = last.changes.without(layout.keys)
    if let reason = Self.reasonForAll(changes, context, state) {
      makeAll(context, reason)
      return
    }
    let dependence = ReportDependence(changes, context, after: state, knowing: known)
    if let (path, word) = layout.min(by: { $0.key < $1.key }) {
      if !known.isEmpty {
        let found = await candidates(context, state, dependence)
        for (scenario, _) in found { remembered[scenario.place] = known[scenario.id] }
      }
      makeAll(context, "\(path) \(word)")
      return
    }
    self.state = state
    found = await candidates(context, state, dependence)
  }

  /// The plan that keeps those of the reports whose files are as the last build left them.
  ///
  /// - Parameters:
  ///   - context: The same site.
  ///   - known: The same reports.
  ///   - output: Where the site goes; `nil` if it is not published, and nothing is kept.
  /// - Returns: The same plan with them.
  func keepingIntact(
    _ context: SiteContext, knowing known: [String: RememberedReport], in output: OutputFolder?
  ) async -> BuildPlan {
    guard let state, let output else { return self }
    let intact = await output.intact(found.map { state.reports[$0.report] })
    var plan = self
    plan.keep(intact, context, knowing: known)
    return plan
  }

  private mutating func keep(
    _ intact: [Bool], _ context: SiteContext, knowing known: [String: RememberedReport]
  ) {
    guard let state else { return }
    kept.reserveCapacity(found.count)
    reports.reserveCapacity(found.count)
    for ((scenario, report), isIntact) in zip(found, intact) {
      if isIntact {
        kept.append(scenario)
        reports.append(state.reports[report])
      } else {
        reasons[scenario.id] = "its files were not as they were left"
      }
    }
    for scenario in kept { remembered[scenario.place] = known[scenario.id] }
    // More is shown of this one than is written down of any.
    let answer = ScenarioOutcome.answer(of: kept, context)
    if let index = kept.firstIndex(where: { $0.place == answer && remembered[$0.place] == nil }) {
      reasons[kept[index].id] = "it may answer the question of the front page"
      kept.remove(at: index)
      reports.remove(at: index)
    }
  }

  /// Places that kept reports asked others for, each with its file.
  var asked: [UInt64: UInt64] { kept.isEmpty ? [:] : state?.asked ?? [:] }

  /// What the scenarios came to whose reports are kept.
  func outcome(_ context: SiteContext) -> ScenarioOutcome {
    guard !kept.isEmpty, let numbers = context.offerNumbers else { return ScenarioOutcome(context) }
    // The others tell it themselves, and more.
    let untold = remembered.isEmpty ? kept : kept.filter { remembered[$0.place] == nil }
    return ScenarioOutcome(context, keeping: untold, numbers)
  }

  /// Whether a file is a template of pages, which no report is made with and all are written with.
  private static func isLayout(_ path: String) -> Bool {
    path == "templates/layout.xhtml" || path.hasPrefix("templates/pages/")
  }

  private mutating func makeAll(_ context: SiteContext, _ reason: String) {
    for scenario in context.scenarios { reasons[scenario.id] = reason }
  }

  /// Why every report is made, if anything changed that all of them depend on.
  private static func reasonForAll(
    _ changes: InputChanges, _ context: SiteContext, _ state: BuildState
  ) -> String? {
    for (path, word) in changes.words.sorted(by: { $0.key < $1.key }) {
      let isTold =
        ScenarioLibrary.id(of: path) != nil || path.hasPrefix("content/pages/")
        || ReportDependence.provider(of: path) != nil
      if !isTold { return "\(path) \(word)" }
    }
    return context.sharedText == state.shared
      ? nil : "names or links that every page shows changed"
  }

  /// The reports that nothing speaks against keeping, by their places among those of the state.
  private mutating func candidates(
    _ context: SiteContext, _ state: BuildState, _ dependence: ReportDependence
  ) async -> [Candidate] {
    var known = KnownReports(state.reports)
    let reports = context.scenarios.map { known.place(of: $0.id) }
    let parts = await Workers.map(Workers.parts(of: reports.count)) { part in
      var found: [Candidate] = []
      var (reasons, updated): ([(id: String, reason: String)], [Int: RememberedReport]) = ([], [:])
      found.reserveCapacity(part.count)
      for place in part {
        let id = context.scenarios[place].id
        guard let report = reports[place],
          let read = ScenarioFacts(state.reports[report].facts, after: found.last?.scenario.facts)
        else {
          reasons.append((id, dependence.ownFile(id) ?? "it is not known from the last build"))
          continue
        }
        if let (reason, report) = dependence.reason(id, read, at: place) {
          reasons.append((id, reason))
          updated[place] = report
        } else {
          found.append((KeptScenario(id: id, place: place, facts: read), report))
        }
      }
      return (found: found, reasons: reasons, updated: updated)
    }
    for part in parts {
      for (id, reason) in part.reasons { reasons[id] = reason }
      remembered.merge(part.updated) { one, _ in one }
    }
    return parts.flatMap(\.found)
  }

  private typealias Candidate = (scenario: KeptScenario, report: Int)
}

/// Finds the reports of the last build by their ids, most often in their own order.
private struct KnownReports {
  private let reports: [BuildState.Report]
  private var next = 0
  private lazy var places = Dictionary(
    reports.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { one, _ in one })

  init(_ reports: [BuildState.Report]) { self.reports = reports }

  mutating func place(of id: String) -> Int? {
    let place = next < reports.count && reports[next].id == id ? next : places[id]
    if let place { next = place + 1 }
    return place
  }
}
