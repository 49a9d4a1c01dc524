import Content
import Messages
import Pricing
import Wording

/// Where along the curves of offers that can take each other's place the cheaper one changes.
struct ChangeHeadline {
  let view: ScenarioView
  let breakEven: BreakEven

  /// The place of the group whose curves these are.
  let group: Int

  /// The axis as far as all curves rest on what is stated: what lies beyond is left to the findings.
  private let sweep: Sweep

  /// Who is cheapest where on it.
  private let stretches: [CheapestStretch]

  /// What is stated, where curves go on beyond it.
  private let stated: StatedPart?

  init(view: ScenarioView, breakEven: BreakEven, group: Int) {
    (self.view, self.breakEven, self.group) = (view, breakEven, group)
    let stated = StatedPart(breakEven)
    let range = stated?.range ?? breakEven.sweep.range
    self.stated = stated
    sweep = Sweep(
      driver: breakEven.sweep.driver, range: range, interpolation: breakEven.sweep.interpolation)
    let inside = breakEven.cheapest.filter { $0.range.overlaps(range) }.map {
      CheapestStretch(
        range: $0.range.clamped(to: range), offers: $0.offers, isCertain: $0.isCertain)
    }
    stretches = CheapestStretches(inside, breakEven.sweep.driver).stretches
  }

  private var driver: Driver { sweep.driver }
  private var unit: String { DriverText.unit(driver) }
  private var axis: AxisText { AxisText(sweep) }

  /// Whether the chart goes on beyond what is stated.
  private var isPart: Bool { sweep.range != breakEven.sweep.range }

  /// What follows the end of an axis that might go on; `nil` where it does not.
  private var edge: String? { axis.end == nil || isPart ? nil : AxisText.edge }

  /// The answer, of two offers or of all for `nil`; `nil` if there are no two to compare.
  func headline(_ pair: AskedQuestion.Pair?) -> Headline? {
    guard let first = stretches.first, Set(breakEven.curves.map(\.offer)).count > 1 else {
      return nil
    }
    if let pair,
      let wordings = PairHeadline(view: view, breakEven: breakEven, sweep: sweep, stated: stated)
        .wordings(pair)
    {
      return Headline(fitting: wordings)
    }
    let main = CheapestStretches.wide(stretches, of: sweep)
    var wordings = stretches.count == 1 ? everywhere(first) : sequence(main)
    // Nothing on the axis is stated for all.
    if let stated, stated.range == nil {
      wordings = wordings.map { localized("\($0), extrapolated") }
    }
    // Who is cheapest is said of no more than whom it is true of.
    guard let name = view.groupName(group) else { return Headline(fitting: wordings) }
    return Headline(fitting: wordings.map { "\(name): \($0)" })
  }

  // MARK: Wordings

  /// Who is the cheapest if nothing ever changes.
  private func everywhere(_ stretch: CheapestStretch) -> [String] {
    let range = all(of: stretch.range)
    let (names, count) = (spoken(stretch), stretch.offers.count)
    guard stretch.isCertain else {
      let why = why([stretch])
      let wordings = [
        localized("\(names) is cheapest \(range), depending on \(why)"),
        localized(
          isPart
            ? "\(names) is cheapest throughout, depending on \(why)"
            : "\(names) is cheapest throughout the chart, depending on \(why)"),
        localized("\(names) is cheapest, depending on \(why)"),
      ]
      return wordings + which(of: count, range, why)
    }
    let words = cheapest(names, range, isTie: count > 1)
    guard count > 1 else { return [words] }
    return count == Set(breakEven.curves.map(\.offer)).count
      ? [
        localized("\(names) cost the same \(range)"),
        localized("All offers cost the same \(range)"),
      ] : [localized("\(names) are cheapest \(range), at the same cost"), words]
  }

  /// Who is the cheapest, or may be, where; what is short is left to the findings below.
  private func sequence(_ main: [CheapestStretch]) -> [String] {
    var wordings: [String] = []
    let isCutOff = main.last.map { axis.isCutOff($0.range) } ?? false
    if main.count <= CheapestStretches.most {
      if isCutOff, let edge { wordings.append(said(main, as: certain, edge: edge)) }
      wordings.append(said(main, as: certain))
      wordings.append(said(main, as: certain, saysStart: false))
      // Who are the cheapest together cost the same, whether or not that is said.
      if main.contains(where: isTie) { wordings.append(said(main, as: spoken)) }
    }
    if main.contains(where: { !$0.isCertain }) { wordings += certainParts(main) }
    if let first = main.first, let last = main.last, main.count > 1, first.isCertain, last.isCertain
    {
      let (start, end) = (cheapest(first), axis.words(last.range))
      wordings.append(localized("\(start), \(spoken(last)) \(end); between, it changes"))
    }
    // Where it depends on inputs, it may change any number of times for one value of them.
    guard stretches.allSatisfy(\.isCertain) else {
      return wordings + [localized("Which offer is cheapest changes, or may change, \(whole)")]
    }
    let times = UnitText.times(stretches.count - 1)
    return wordings + [localized("Which offer is cheapest changes \(times) \(whole)")]
  }

  /// Who certainly is the cheapest where, and on what it depends elsewhere.
  private func certainParts(_ main: [CheapestStretch]) -> [String] {
    let open = main.filter { !$0.isCertain }
    let certain = main.filter(\.isCertain)
    let why = why(open)
    guard let first = certain.first, let last = certain.last else {
      return which(of: Set(open.flatMap(\.offers)).count, whole, why)
    }
    let start = cheapest(first)
    if certain.count == 1 {
      if first == main.last, first.range.upperBound == sweep.range.upperBound {
        guard let from = axis.start else {
          return [localized("\(start); below, it depends on \(why)")]
        }
        return [
          localized("\(start); from \(from) to there, it depends on \(why)"),
          localized("\(start); before, it depends on \(why)"),
        ]
      }
      guard first == main.first, first.range.lowerBound == sweep.range.lowerBound else {
        return [
          localized(
            isPart
              ? "\(start); elsewhere it depends on \(why)"
              : "\(start); elsewhere on the chart it depends on \(why)")
        ]
      }
      guard let end = axis.end else {
        return [localized("\(start); from there on, it depends on \(why)")]
      }
      return [localized("\(start); from there to \(end), it depends on \(why)")]
    }
    guard certain.count == 2, first == main.first, last == main.last else { return [] }
    let end = axis.words(last.range)
    return [localized("\(start), \(spoken(last)) \(end); between, it depends on \(why)")]
  }

  /// That it depends on inputs which of some offers is cheapest.
  private func which(of count: Int, _ range: String, _ why: String) -> [String] {
    [
      localized("Which of \(count) offers is cheapest \(range) depends on \(why)"),
      localized("Which of \(count) offers is cheapest depends on \(why)"),
    ]
  }

  /// Every stretch with its bounds, the unit and the verb once: `A is cheapest below 365 h of work a
  /// month, then B to 500 h, C from 600 h to 720 h`.
  ///
  /// - Parameters:
  ///   - main: The stretches.
  ///   - certain: Names those who certainly are cheapest on one.
  ///   - saysStart: Whether the first one is said to begin where the chart does, as the findings below
  ///     say in any case.
  ///   - edge: What follows the end of the last one; `nil` for nothing.
  /// - Returns: The words.
  private func said(
    _ main: [CheapestStretch], as certain: (CheapestStretch) -> String, saysStart: Bool = true,
    edge: String? = nil
  ) -> String {
    let parts = main.enumerated().map { index, stretch -> String in
      let name =
        stretch.isCertain
        ? certain(stretch)
        : localized("\(spoken(stretch)) (depending on \(why([stretch])))")
      guard index > 0 else {
        var place = axis.words(stretch.range, unit: unit)
        if !saysStart, stretch.range.lowerBound == sweep.range.lowerBound,
          let end = axis.end(of: stretch.range)
        {
          place = localized("to \(end) \(unit)")
        }
        return cheapest(name, place, isTie: isTie(stretch), edge: main.count == 1 ? edge : nil)
      }
      let start = short(stretch.range.lowerBound)
      guard short(main[index - 1].range.upperBound + 1) == start else {
        return "\(name) \(axis.words(stretch.range))"
      }
      guard let end = axis.end(of: stretch.range) else { return localized("then \(name)") }
      return localized("then \(name) to \(end)")
    }
    return (parts + (main.count == 1 ? [] : [edge].compactMap(\.self)))
      .joined(separator: ", ").capitalisedSentence
  }

  /// Who is cheapest on a stretch, and where that is.
  private func cheapest(_ stretch: CheapestStretch) -> String {
    cheapest(
      spoken(stretch), axis.words(stretch.range, unit: unit), isTie: isTie(stretch))
  }

  // MARK: Words

  private func cheapest(
    _ names: String, _ range: String, isTie: Bool, edge: String? = nil
  ) -> String {
    guard let edge else {
      return localized(
        isTie ? "\(names) are cheapest \(range)" : "\(names) is cheapest \(range)")
    }
    return localized(
      isTie
        ? "\(names) are cheapest \(range), \(edge)" : "\(names) is cheapest \(range), \(edge)")
  }

  /// All of the axis that is spoken of.
  private var whole: String { all(of: sweep.range) }

  private func all(of range: ClosedRange<Int>) -> String {
    let (first, last) = (short(range.lowerBound), short(range.upperBound))
    return localized("from \(first) to \(last) \(unit)")
  }

  private func isTie(_ stretch: CheapestStretch) -> Bool {
    stretch.isCertain && stretch.offers.count > 1
  }

  private func certain(_ stretch: CheapestStretch) -> String {
    isTie(stretch) ? localized("\(spoken(stretch)) (same cost)") : spoken(stretch)
  }

  private func why(_ stretches: [CheapestStretch]) -> String {
    Dependence(of: stretches.flatMap(\.offers), view).words
  }

  /// Names in the order of the scenario.
  private func spoken(_ stretch: CheapestStretch) -> String {
    UnitText.list(
      view.scenario.offers.filter { stretch.offers.contains($0.id) }.map(\.name.spoken),
      conjunction: stretch.isCertain ? "and" : "or")
  }

  private func short(_ x: Int) -> String { DriverText.short(x, driver) }
}
